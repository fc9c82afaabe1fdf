import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { aptLine, installByApt, isDebian, ordinaryLine } from "./debian.mjs";

const INSTALL = aptLine("firefox-esr");
const NAMES = ["firefox-esr", "firefox"];
const NONE = "none";

/**
 * The path of a Firefox, or nothing. `BEIAKTE_FIREFOX=none` says that there shall be none.
 *
 * @returns {string | undefined}
 */
function findFirefox() {
  const named = process.env["BEIAKTE_FIREFOX"];
  if (named !== undefined && named !== "") {
    if (named === NONE || isUsable(named)) return named;
    console.error(`BEIAKTE_FIREFOX names ${named}, which does not start as a Firefox.`);
    process.exit(1);
  }
  const folders = (process.env["PATH"] ?? "").split(":");
  return NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find(
    (path) => existsSync(path) && isUsable(path),
  );
}

/**
 * The same, installed before where that is possible. Without it everything else is proved all the
 * same, and a line says what is left out.
 *
 * @returns {Promise<string>} a path, or `none`
 */
export async function wantFirefox() {
  const found = findFirefox();
  if (found !== undefined) return found;
  if (isDebian() && process.getuid?.() === 0) {
    console.log(`No Firefox found. Running as root: ${INSTALL}`);
    await installByApt(INSTALL);
  }
  const installed = findFirefox();
  if (installed !== undefined) return installed;
  const how = isDebian()
    ? `To run them: ${ordinaryLine(INSTALL)}`
    : "To run them, name one: BEIAKTE_FIREFOX=/path/to/firefox";
  console.log(`No Firefox found: its tests are skipped. ${how}`);
  return NONE;
}

/** @param {string} path */
function isUsable(path) {
  const asked = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return asked.status === 0 && asked.stdout.includes("Firefox");
}
