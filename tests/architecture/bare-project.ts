import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "./sources";

/** What ended, how, and what it said. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type BareProject = {
  /** Runs one of the scripts to its end. */
  readonly run: (script: string, how?: How) => Promise<Ended>;
  /** Starts one that stays, and gives it back once it has said `until`. */
  readonly start: (script: string, until: string, how?: How) => Promise<Staying>;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => Buffer;
  /** Every command that a stand-in was given, in order. */
  readonly asked: () => readonly string[];
  readonly remove: () => void;
};

type How = {
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** As somebody who is not root; only root can ask for that. */
  readonly isOrdinary?: true;
  /** By a shell in between, as npm does it; whoever ends it ends the shell. */
  readonly isByNpm?: true;
};

type Staying = { readonly said: () => string; readonly end: () => Promise<Ended> };

/**
 * A clone in which nothing is installed, with stand-ins for what the scripts call: npm, vitest,
 * the compiler and both builds. Each writes down how it was called. Nothing is fetched.
 */
export function makeBareProject(options: {
  readonly hasChromium: boolean;
  readonly hasFirefox?: boolean;
}): BareProject {
  const folder = mkdtempSync(join(tmpdir(), "beiakte-bare-"));
  const write = (path: string, text: string, mode = 0o644): void => {
    const whole = join(folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
    chmodSync(whole, mode);
  };
  chmodSync(folder, 0o755);
  for (const copied of ["tests/scripts", "tests/practice-portal"]) {
    cpSync(ROOT + copied, join(folder, copied), { recursive: true });
  }
  for (const [path, text] of Object.entries(STAND_INS)) write(path, text);
  for (const [path, text] of Object.entries(PROGRAMS)) write(path, text, 0o755);
  symlinkSync("/bin/sh", join(folder, "bin/sh"));
  if (options.hasChromium) write("bin/chromium", CHROMIUM, 0o755);
  if (options.hasFirefox !== false) write("bin/firefox-esr", FIREFOX, 0o755);

  const launch = (script: string, how: How): ChildProcess => {
    const command = [process.execPath, `tests/scripts/${script}`, ...(how.options ?? [])];
    const [program = "", ...rest] = how.isByNpm
      ? ["/bin/sh", "-c", `'${command.join("' '")}'; true`]
      : command;
    return spawn(program, rest, {
      cwd: folder,
      env: {
        PATH: join(folder, "bin"),
        npm_execpath: join(folder, "stand-in/npm-cli.js"),
        ASKED: join(folder, "asked"),
        // Somebody may be practising on this machine.
        BEIAKTE_PORTAL_PORT: "0",
        ...(how.isByNpm ? { npm_lifecycle_event: "start" } : {}),
        ...how.env,
      },
      ...(how.isOrdinary && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
    });
  };

  return {
    run: (script, how = {}) => ended(launch(script, how)),
    start: (script, until, how = {}) => {
      const child = launch(script, how);
      const whole = ended(child);
      return new Promise((resolve, reject) => {
        let said = "";
        child.stdout?.on("data", (text: Buffer) => {
          said += text.toString();
          if (!said.includes(until)) return;
          resolve({
            said: () => said,
            end: () => {
              child.kill("SIGTERM");
              return whole;
            },
          });
        });
        child.on("exit", () => reject(new Error(`ended before it said: ${until}`)));
      });
    },
    write,
    read: (path) => readFileSync(join(folder, path)),
    asked: () => {
      const path = join(folder, "asked");
      return existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n") : [];
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    let out = "";
    let err = "";
    child.stdout?.on("data", (text: Buffer) => (out += text.toString()));
    child.stderr?.on("data", (text: Buffer) => (err += text.toString()));
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** Begins each stand-in written in JavaScript. */
const NOTE = `
const fs = require("node:fs");
const note = (name) =>
  fs.appendFileSync(process.env.ASKED, [name, ...process.argv.slice(2)].join(" ") + "\\n");
const make = (path, text) => {
  fs.mkdirSync(require("node:path").dirname(path), { recursive: true });
  fs.writeFileSync(path, text);
};
`;

const VITEST = `${NOTE.replaceAll("require(", "process.getBuiltinModule(")}
const projects = process.argv.filter((one) => one.startsWith("--project=")).map((one) => one.slice(10));
fs.appendFileSync(process.env.ASKED, ["vitest", ...projects].join(" ") + "\\n");
const result = JSON.parse(process.env.RESULTS ?? "{}")[projects.at(-1)] ?? {};
const file = process.argv.find((one) => one.startsWith("--outputFile.json=")).slice(18);
const { passed = 2, failed = 0, skipped = 0, crashes = false, files = [] } = result;
if (!crashes)
  fs.writeFileSync(file, JSON.stringify({
    numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, numTodoTests: 0,
    testResults: files.map((one) => ({ ...one, name: process.cwd() + "/" + one.name })),
  }));
process.exit(failed > 0 || crashes || files.length > 0 ? 1 : 0);
`;

const RELAY = `
const alive = setInterval(() => {}, 1000);
process.on("SIGTERM", () => { clearInterval(alive); console.log("Relay ended"); });
console.log("Relay listening on ws://127.0.0.1:7420 " + process.argv.slice(2).join(" "));
`;

const MANIFEST = JSON.stringify({
  version: "1.0",
  permissions: [],
  background: { service_worker: "background.js" },
  side_panel: { default_path: "sidepanel.html" },
});

const STAND_INS: Readonly<Record<string, string>> = {
  "package-lock.json": "{}",
  "shared/one.ts": "",
  "extension/one.ts": "",
  "extension/package.json": '{ "manifest": {} }',
  // Installing is what brings the installed stand-ins to where the scripts look for them.
  "stand-in/npm-cli.js": `${NOTE}
note("npm");
make("node_modules/vitest/vitest.mjs", fs.readFileSync("stand-in/vitest.mjs"));
make("node_modules/typescript/bin/tsc", fs.readFileSync("stand-in/tsc"));
make("node_modules/plasmo/bin/index.mjs", fs.readFileSync("stand-in/plasmo.mjs"));
`,
  "stand-in/vitest.mjs": VITEST,
  "stand-in/tsc": `${NOTE}
note("tsc");
process.exit(Number(process.env.TSC ?? 0));
`,
  "stand-in/plasmo.mjs": `${NOTE.replaceAll("require(", "process.getBuiltinModule(")}
note("plasmo");
if (process.env.PLASMO === "1") process.exit(1);
const target = process.argv.at(-1).slice("--target=".length);
make("build/" + target + "-prod/manifest.json", ${JSON.stringify(MANIFEST)});
`,
  "extension/build-page.mjs": "",
  "sync-server/build.mjs": `${NOTE.replaceAll("require(", "process.getBuiltinModule(")}
note("bundle");
make("sync-server/dist/main.js", ${JSON.stringify(RELAY)});
`,
};

const CHROMIUM = '#!/bin/sh\necho "Chromium 150.0"\n';
const FIREFOX = '#!/bin/sh\necho "Mozilla Firefox 150.0"\n';

const PROGRAMS: Readonly<Record<string, string>> = {
  "bin/apt-get": `#!/bin/sh
echo "apt-get $*" >> "$ASKED"
[ "$APT" = fails ] && exit 100
tries=0
while [ "$APT" = waits ] && [ -z "$npm" ]; do
  while read -r line; do case "$line" in npm*) npm=asked ;; esac; done < "$ASKED"
  tries=$((tries + 1))
  [ $tries -gt 20000 ] && exit 100
done
for name; do :; done
case "$name" in
  chromium) words="Chromium 150.0" ;;
  firefox-esr) words="Mozilla Firefox 150.0" ;;
  *) exit 0 ;;
esac
printf '#!/bin/sh\\necho "%s"\\n' "$words" > "$(pwd)/bin/$name"
/bin/chmod 755 "$(pwd)/bin/$name"
`,
};
