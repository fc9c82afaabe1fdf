import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { ROOT, run, runNode } from "./run.mjs";

const LOCK = `${ROOT}package-lock.json`;
const STAMP = `${ROOT}node_modules/.installed`;
/** npm writes this one last, so it stands for an installation that came to its end. */
const NPMS_OWN_STAMP = `${ROOT}node_modules/.package-lock.json`;

/** Installs exactly what the lock file says, when that has not happened yet on this machine. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Beiakte needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const wanted = wantedInstallation();
  if (isInstalled(wanted)) return;

  console.log("Installing packages from the lock file (npm ci), one to two minutes …");
  // Started by npm, we are told where it lies: on Windows `npm` itself cannot be spawned.
  const npm = process.env["npm_execpath"];
  const options = ["ci", "--loglevel=error"];
  const code = npm?.endsWith("npm-cli.js")
    ? await runNode(npm, options)
    : await run("npm", options);
  if (code !== 0) {
    console.error("npm ci failed; its last lines say why.");
    process.exit(1);
  }
  writeFileSync(STAMP, wanted);
}

/** @param {string} wanted */
function isInstalled(wanted) {
  if (existsSync(STAMP)) return readFileSync(STAMP, "utf8") === wanted;
  // Somebody installed by hand. It counts if it happened after the lock file last changed.
  if (!existsSync(NPMS_OWN_STAMP)) return false;
  if (statSync(NPMS_OWN_STAMP).mtimeMs < statSync(LOCK).mtimeMs) return false;
  writeFileSync(STAMP, wanted);
  return true;
}

/** Some packages bring a program for one system: a folder copied from elsewhere is not installed. */
function wantedInstallation() {
  const lock = createHash("sha256").update(readFileSync(LOCK)).digest("hex");
  return `${lock} ${process.platform} ${process.arch}\n`;
}
