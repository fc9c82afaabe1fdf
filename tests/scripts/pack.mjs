import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { CHROMIUM_PANEL, FIREFOX_PANEL } from "./built.mjs";
import { ROOT } from "./run.mjs";
import { zipOf } from "./zip.mjs";

/**
 * What is handed in at each browser's store. Edge takes what Chrome takes, byte for byte: one build
 * less that could differ.
 */
const PACKAGES = [
  { browser: "chrome", folder: CHROMIUM_PANEL, ending: "zip" },
  { browser: "edge", folder: CHROMIUM_PANEL, ending: "zip" },
  { browser: "firefox", folder: FIREFOX_PANEL, ending: "xpi" },
];

/** @typedef {{ readonly browser: string; readonly path: string; readonly sha256: string }} Package */

/**
 * Packs the built panels, each with its digest beside it, as `sha256sum --check` reads it.
 *
 * @returns {readonly Package[]}
 */
export function packPanels() {
  return PACKAGES.map(({ browser, ending, folder }) => {
    const { version } = JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8"));
    const path = `${ROOT}extension/build/beiakte-${browser}-${version}.${ending}`;
    const bytes = zipOf(folder);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    writeFileSync(path, bytes);
    writeFileSync(`${path}.sha256`, `${sha256}  ${basename(path)}\n`);
    return { browser, path, sha256 };
  });
}
