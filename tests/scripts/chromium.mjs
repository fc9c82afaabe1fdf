import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { aptLine, installByApt, isDebian, ordinaryLine } from "./debian.mjs";

const INSTALL = aptLine("chromium");
const NAMES = ["chromium", "chromium-browser", "google-chrome-for-testing", "chrome-for-testing"];

/**
 * The path of a Chromium that loads unpacked extensions. Branded Chrome is not taken: it has
 * ignored `--load-extension` since version 137.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env["BEIAKTE_CHROMIUM"];
  if (named !== undefined && named !== "") {
    if (isUsable(named)) return named;
    console.error(`BEIAKTE_CHROMIUM names ${named}, which does not start as a Chromium.`);
    process.exit(1);
  }
  const folders = (process.env["PATH"] ?? "").split(":");
  return NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find(
    (path) => existsSync(path) && isUsable(path),
  );
}

/**
 * The same, installed before where that is possible; or the end, with one line to run.
 *
 * @returns {Promise<string>}
 */
export async function needChromium() {
  const found = findChromium();
  if (found !== undefined) return found;

  if (!isDebian()) {
    console.error("No Chromium found. Install one and name it: BEIAKTE_CHROMIUM=/path/to/chromium");
    process.exit(1);
  }
  if (process.getuid?.() !== 0) {
    console.error(`No Chromium found. Run this, then npm test again:\n${ordinaryLine(INSTALL)}`);
    process.exit(1);
  }
  console.log(`No Chromium found. Running as root: ${INSTALL}`);
  await installByApt(INSTALL);
  const installed = findChromium();
  if (installed === undefined) {
    console.error(`Chromium could not be installed. Run by hand: ${INSTALL}`);
    process.exit(1);
  }
  return installed;
}

/** Ubuntu's `chromium-browser` is a text that asks for snap: only what says its version counts.
 * @param {string} path */
function isUsable(path) {
  const asked = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return asked.status === 0 && /^Chromium |for Testing/.test(asked.stdout);
}
