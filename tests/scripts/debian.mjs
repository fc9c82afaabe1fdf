import { existsSync, readFileSync } from "node:fs";
import { run } from "./run.mjs";

export function isDebian() {
  const release = "/etc/os-release";
  return existsSync(release) && /^ID="?debian"?$/m.test(readFileSync(release, "utf8"));
}

/**
 * The line that installs a browser.
 *
 * @param {string} name
 */
export const aptLine = (name) =>
  `apt-get update && apt-get install -y --no-install-recommends ${name}`;

/**
 * The same for who is not root.
 *
 * @param {string} line
 */
export const ordinaryLine = (line) =>
  hasProgram("sudo") ? `sudo sh -c '${line}'` : `su -c '${line}'`;

/** @param {string} line */
export const installByApt = (line) =>
  run("sh", ["-c", line], { env: { DEBIAN_FRONTEND: "noninteractive" } });

/** @param {string} name */
function hasProgram(name) {
  return (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(`${folder}/${name}`));
}
