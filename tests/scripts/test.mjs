// `npm test`: on a fresh clone too, installs what is missing, then proves everything. The last line
// is the sum, alone, for whoever reads it by program.
import { buildPanel, buildRelay } from "./built.mjs";
import { needChromium } from "./chromium.mjs";
import { wantFirefox } from "./firefox.mjs";
import { install } from "./install.mjs";
import { runProjects } from "./projects.mjs";
import { runNode } from "./run.mjs";

/** @typedef {import("./projects.mjs").Count} Count */

/** @type {{ readonly name: string; readonly seconds: number; readonly count?: Count }[]} */
const parts = [];

// Side by side: each waits for servers of its own. Browsers first: whoever must install Chromium by
// hand shall learn so before two minutes of npm.
await Promise.all([browsers(), part("install", install)]);
await counted("types", async () => {
  const code = await runNode("node_modules/typescript/bin/tsc", ["--build"]);
  return ended(code === 0, "types: some do not fit");
});
await counted("quick", () => runProjects(["quick"]));
await counted("build", async () => {
  const isBuilt = (await buildRelay()) && (await buildPanel());
  return ended(isBuilt, "build: not made");
});
// In one run, so that no core is idle while a single long file of one of them comes to its end.
const LONGER = ["processes", "screens", "pages", "simulation", "traces"];
await counted("longer", () => runProjects(LONGER, { FUZZ_SEEDS: "200" }));
await counted("e2e", async () => {
  // On two lanes as the working ones are, those that wait would leave half of the machine idle.
  const both = await Promise.all([runProjects(["e2e"]), runProjects(["waiting"])]);
  return both.reduce(together);
});

console.log("");
for (const { name, seconds, count } of parts) {
  console.log(
    `${name.padEnd(12)}${seconds.toFixed(1).padStart(7)} s  ${wordsFor(count)}`.trimEnd(),
  );
}
const failures = parts.flatMap(({ count }) => count?.failures ?? []);
// Again, because the words of those that passed since have pushed it out of sight.
if (failures.length > 0) console.log(`\nFailed:\n${failures.join("\n")}`);
const sum = parts.flatMap(({ count }) => count ?? []).reduce(together);
console.log(`\n${wordsFor(sum)}`);
process.exitCode = sum.failed === 0 ? 0 : 1;

async function browsers() {
  process.env["BEIAKTE_CHROMIUM"] = await part("chromium", needChromium);
  process.env["BEIAKTE_FIREFOX"] = await part("firefox", wantFirefox);
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 */
async function part(name, work) {
  const begun = performance.now();
  const result = await work();
  parts.push({ name, seconds: (performance.now() - begun) / 1000 });
  return result;
}

/**
 * @param {string} name
 * @param {() => Promise<Count>} work
 */
async function counted(name, work) {
  console.log(`\n— ${name}`);
  const begun = performance.now();
  const count = await work();
  parts.push({ name, seconds: (performance.now() - begun) / 1000, count });
}

/**
 * @param {boolean} isDone
 * @param {string} failure
 * @returns {Count}
 */
function ended(isDone, failure) {
  const none = { passed: 0, skipped: 0 };
  return isDone
    ? { ...none, failed: 0, failures: [] }
    : { ...none, failed: 1, failures: [failure] };
}

/**
 * @param {Count} one
 * @param {Count} other
 * @returns {Count}
 */
function together(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  };
}

/** @param {Count | undefined} count */
function wordsFor(count) {
  if (count === undefined) return "";
  const skipped = count.skipped === 0 ? "" : `, ${count.skipped} skipped`;
  return `${count.passed} passed, ${count.failed} failed${skipped}`;
}
