import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { type BareProject, makeBareProject } from "./bare-project";
import { read } from "./sources";

const opened: BareProject[] = [];

function bareProject(
  options: Parameters<typeof makeBareProject>[0] = { hasChromium: true },
): BareProject {
  const project = makeBareProject(options);
  opened.push(project);
  return project;
}

afterEach(() => {
  for (const project of opened.splice(0)) project.remove();
});

const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";

test("[CM1] packages are installed from the lock file once, and again when it has changed", async () => {
  const project = bareProject();
  const npm = () => project.asked().filter((line) => line.startsWith("npm "));
  await project.run("build.mjs");
  expect(npm()).toEqual(["npm ci --loglevel=error"]);
  await project.run("build.mjs");
  expect(npm()).toHaveLength(1);
  project.write("package-lock.json", '{ "changed": true }');
  await project.run("build.mjs");
  expect(npm()).toHaveLength(2);
});

test("[CM2] the last line of npm test is the sum, after what each part took", async () => {
  const project = bareProject();
  const { code, out } = await project.run("test.mjs");
  expect(lastLine(out)).toBe("8 passed, 0 failed");
  for (const name of [
    "chromium",
    "firefox",
    "install",
    "types",
    "quick",
    "build",
    "longer",
    "e2e",
  ]) {
    expect(out).toMatch(new RegExp(`^${name} +\\d+\\.\\d s`, "m"));
  }
  expect(code).toBe(0);
  const asked = project.asked();
  expect(asked.slice(0, -2)).toEqual([
    "npm ci --loglevel=error",
    "tsc --build",
    "vitest quick",
    "bundle",
    "plasmo build --target=chrome-mv3",
    "vitest processes screens pages simulation traces",
  ]);
  // Side by side: whichever comes first.
  expect(asked.slice(-2).toSorted()).toEqual(["vitest e2e", "vitest waiting"]);
});

test("[CM2] [CM3] what failed, crashed, did not fit or was skipped is in the sum", async () => {
  const { code, out } = await bareProject().run("test.mjs", {
    env: {
      TSC: "2",
      RESULTS: JSON.stringify({
        quick: { passed: 5, failed: 2 },
        traces: { passed: 3, skipped: 1 },
        e2e: { crashes: true },
      }),
      PLASMO: "1",
    },
  });
  expect(out).toMatch(/^types .* 0 passed, 1 failed$/m);
  expect(out).toMatch(/^quick .* 5 passed, 2 failed$/m);
  expect(out).toMatch(/^build .* 0 passed, 1 failed$/m);
  expect(out).toMatch(/^e2e .* 2 passed, 1 failed$/m);
  expect(lastLine(out)).toBe("10 passed, 5 failed, 1 skipped");
  expect(code).toBe(1);
});

test("[CM10] what failed is named once more at the end, above the sum, with its reason and its screens", async () => {
  const assertion = {
    status: "failed",
    fullName: "ones are equal",
    failureMessages: ["Error: expected 1 to be 2\n    at somewhere.ts:2:71"],
    meta: { screens: ["tab Welcome"] },
  };
  const passing = { ...assertion, status: "passed", fullName: "twos are equal" };
  const project = bareProject();
  const file = (name: string, others: Readonly<Record<string, unknown>>) => ({
    name,
    status: "failed",
    assertionResults: [],
    ...others,
  });
  const { out } = await project.run("test.mjs", {
    env: {
      RESULTS: JSON.stringify({
        quick: {
          failed: 1,
          files: [file("a.test.ts", { assertionResults: [passing, assertion] })],
        },
        traces: { crashes: true },
        waiting: { files: [file("b.test.ts", { message: "Cannot find module './nothing.ts'" })] },
      }),
    },
  });
  expect(out.trimEnd().split("\n").slice(-7)).toEqual([
    "Failed:",
    "a.test.ts: ones are equal: Error: expected 1 to be 2",
    "  on screen: tab Welcome",
    "processes screens pages simulation traces: ended with 1, without a word of a test",
    "b.test.ts: Cannot find module './nothing.ts'",
    "",
    "6 passed, 3 failed",
  ]);
});

test("[CM4] without Chromium an ordinary user gets one line to run, and exit code 1", async () => {
  const project = bareProject({ hasChromium: false });
  const { code, err } = await project.run("test.mjs", { isOrdinary: true });
  expect(lastLine(err)).toMatch(/install.*chromium|BEIAKTE_CHROMIUM=/i);
  expect(code).toBe(1);
  expect(project.asked()).toEqual([]);
});

test("[CM4] a Chromium that is named but does not start is not passed over", async () => {
  const { code, err } = await bareProject().run("test.mjs", {
    env: { BEIAKTE_CHROMIUM: "/nowhere/chromium" },
  });
  expect(err).toContain("/nowhere/chromium");
  expect(code).toBe(1);
});

const aptIn = (project: BareProject): readonly string[] =>
  project.asked().filter((line) => line.startsWith("apt-get "));

const isRootOnDebian =
  process.getuid?.() === 0 &&
  existsSync("/etc/os-release") &&
  /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));

test.runIf(isRootOnDebian)(
  "[CM5] root on Debian is told which command installs Chromium, and it runs",
  async () => {
    const project = bareProject({ hasChromium: false });
    const { code, out } = await project.run("test.mjs");
    expect(out).toContain("apt-get update && apt-get install -y --no-install-recommends chromium");
    expect(aptIn(project)).toEqual([
      "apt-get update",
      "apt-get install -y --no-install-recommends chromium",
    ]);
    expect(code).toBe(0);
  },
);

test.runIf(isRootOnDebian)(
  "[CM11] root on Debian has browsers and packages installed side by side",
  async () => {
    const project = bareProject({ hasChromium: false, hasFirefox: false });
    const { code } = await project.run("test.mjs", { env: { APT: "waits" } });
    expect(aptIn(project)).toHaveLength(4);
    expect(code).toBe(0);
  },
);

test.runIf(isRootOnDebian)(
  "[CM8] root on Debian is told which command installs Firefox, and it runs",
  async () => {
    const project = bareProject({ hasChromium: true, hasFirefox: false });
    const { code, out } = await project.run("test.mjs");
    const line = "apt-get install -y --no-install-recommends firefox-esr";
    expect(out).toContain(`apt-get update && ${line}`);
    expect(aptIn(project)).toEqual(["apt-get update", line]);
    expect(code).toBe(0);
  },
);

test.runIf(isRootOnDebian)("[CM8] a Firefox that cannot be installed stops nothing", async () => {
  const project = bareProject({ hasChromium: true, hasFirefox: false });
  const { code, out } = await project.run("test.mjs", { env: { APT: "fails" } });
  expect(out).toContain("No Firefox found: its tests are skipped.");
  expect(project.asked()).toContain("vitest e2e");
  expect(code).toBe(0);
});

test("[CM8] without Firefox an ordinary user is told that its tests are skipped, and how to run them", async () => {
  const project = bareProject({ hasChromium: true, hasFirefox: false });
  const { out } = await project.run("test.mjs", { isOrdinary: true });
  expect(out).toMatch(/its tests are skipped.*(?:firefox-esr|BEIAKTE_FIREFOX=)/u);
  expect(project.asked().join()).not.toContain("apt-get");
});

test("[CM9] npm run build packs the panel for three browsers, each with its digest", async () => {
  const project = bareProject();
  const { out } = await project.run("build.mjs");
  for (const name of ["chrome-1.0.zip", "edge-1.0.zip", "firefox-1.0.xpi"]) {
    const [, digest = ""] = new RegExp(`^(\\w{64})  .*/beiakte-${name}$`, "mu").exec(out) ?? [];
    const path = `extension/build/beiakte-${name}`;
    expect(createHash("sha256").update(project.read(path)).digest("hex")).toBe(digest);
    expect(project.read(`${path}.sha256`).toString()).toBe(`${digest}  beiakte-${name}\n`);
  }
});

test("[CM6] npm start builds both parts, hands on its options and tells the next steps", async () => {
  const project = bareProject();
  const staying = await project.start("start.mjs", "Ctrl-C", { options: ["--port", "7000"] });
  const { out } = await staying.end();
  expect(out).toContain("Relay listening on ws://127.0.0.1:7420 --port 7000");
  for (const words of ["chrome://extensions", "edge://extensions", "about:debugging"]) {
    expect(out).toContain(words);
  }
  for (const folder of ["chrome-mv3-prod", "firefox-mv3-prod"]) expect(out).toContain(folder);
});

test("[CM6] what is built stays until its sources change", async () => {
  const project = bareProject();
  await project.run("build.mjs");
  await project.run("build.mjs");
  project.write("extension/one.ts", "changed");
  await project.run("build.mjs");
  const builds = project.asked().filter((line) => /^(bundle|plasmo)/.test(line));
  expect(builds).toEqual([
    "bundle",
    "plasmo build --target=chrome-mv3",
    "plasmo build --target=chrome-mv3",
  ]);
});

test("[CM7] told to end, npm start lets the relay end first", async () => {
  const staying = await bareProject().start("start.mjs", "Ctrl-C");
  const { code, out } = await staying.end();
  expect(lastLine(out)).toBe("Relay ended");
  expect(code).toBe(0);
});

test("[CM7] the relay does not stay behind when the npm that started it is ended", async () => {
  const staying = await bareProject().start("start.mjs", "Ctrl-C", { isByNpm: true });
  const { out } = await staying.end();
  expect(lastLine(out)).toBe("Relay ended");
});

test("[PP13] npm start serves the practice portal, says where, and ends it with the relay", async () => {
  const staying = await bareProject().start("start.mjs", "Ctrl-C");
  const url = /The practice portal: (http:\/\/localhost:\d+)$/m.exec(staying.said())?.[1] ?? "";
  const page = await fetch(url);
  expect(await page.text()).toContain("Fachverfahren Musterstadt (Übung)");
  const { code, out } = await staying.end();
  expect(lastLine(out)).toBe("Relay ended");
  expect(code).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

test("[PP13] the practice portal ends with the exit code of a relay that fails", async () => {
  const project = bareProject();
  project.write(
    "sync-server/build.mjs",
    `import fs from "node:fs";
     fs.mkdirSync("sync-server/dist", { recursive: true });
     fs.writeFileSync("sync-server/dist/main.js",
       'console.log("Relay listening on ws://127.0.0.1:7420"); setTimeout(() => process.exit(7), 500);');`,
  );
  const { code } = await project.run("start.mjs");
  expect(code).toBe(7);
});

test("[PP13] without the practice portal the relay starts all the same", async () => {
  const without = await bareProject().start("start.mjs", "Ctrl-C", {
    options: ["--no-portal", "--port", "7000"],
  });
  const { out } = await without.end();
  expect(out).toContain("Relay listening on ws://127.0.0.1:7420 --port 7000\n");
  expect(out).not.toContain("practice portal");

  const broken = bareProject();
  broken.write("tests/practice-portal/server.mjs", 'throw new Error("out of order");');
  const staying = await broken.start("start.mjs", "Ctrl-C");
  const ended = await staying.end();
  expect(ended.out).toContain("The practice portal could not be started: out of order");
  expect(ended.code).toBe(0);
});

test("[PP13] the portal's port is an option of its own, and a wrong one is told before all else", async () => {
  const project = bareProject();
  const staying = await project.start("start.mjs", "Ctrl-C", {
    options: ["--portal-port", "0", "--data", "elsewhere"],
    env: { BEIAKTE_PORTAL_PORT: "7421" },
  });
  const { out } = await staying.end();
  expect(out).toContain("ws://127.0.0.1:7420 --data elsewhere\n");
  expect(out).toMatch(/The practice portal: http:\/\/localhost:(?!7421)\d+/);

  const wrong = bareProject();
  const { code, err } = await wrong.run("start.mjs", { options: ["--portal-port=99999"] });
  expect(err).toContain("--portal-port wants a port from 0 to 65535: 99999");
  expect(code).toBe(1);
  expect(wrong.asked()).toEqual([]);
});

test("[CM2] the continuous run is npm test and nothing after it", () => {
  const lines = read(".ci/run").trimEnd().split("\n");
  expect(lines.at(0)).toBe("#!/usr/bin/env bash");
  expect(lines.at(-1)).toMatch(/^exec npm test\b/);
});
