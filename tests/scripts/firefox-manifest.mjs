import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.mjs";

/** What Chromium alone knows. Firefox would warn of each at the installation or the review. */
const CHROMIUM_PERMISSIONS = new Set(["offscreen", "sidePanel"]);
const CHROMIUM_KEYS = new Set(["minimum_chrome_version", "side_panel", "storage"]);

/**
 * A content script's click cannot open the sidebar in Firefox: beside the toolbar's button there is
 * this key, which Firefox answers by itself and which a person may change.
 */
const SIDEBAR_KEY = {
  _execute_sidebar_action: {
    suggested_key: { default: "Alt+Shift+B" },
    description: "__MSG_openPanel__",
  },
};

/**
 * What is built for Chromium.
 *
 * @typedef {Readonly<Record<string, unknown>> & {
 *   readonly permissions: readonly string[];
 *   readonly commands?: object;
 *   readonly background: { readonly service_worker: string };
 *   readonly side_panel: { readonly default_path: string };
 * }} Manifest
 */

/**
 * What Firefox makes of Chromium's manifest. `settings`: what is written for Firefox alone in
 * `extension/package.json`, and left out of the other.
 *
 * @param {Manifest} manifest
 * @param {object} settings
 * @returns {Record<string, unknown>}
 */
export function firefoxManifest(manifest, settings) {
  const { background, commands, permissions, side_panel: panel } = manifest;
  const kept = Object.entries(manifest).filter(([key]) => !CHROMIUM_KEYS.has(key));
  return {
    ...Object.fromEntries(kept),
    permissions: permissions.filter((name) => !CHROMIUM_PERMISSIONS.has(name)),
    commands: { ...commands, ...SIDEBAR_KEY },
    // Firefox has no service workers for extensions: the same file as an event page's script.
    background: { scripts: [background.service_worker] },
    sidebar_action: {
      default_panel: panel.default_path,
      default_title: "__MSG_extensionName__",
      // Not at the installation: who has installed it for a team has not asked for it yet.
      open_at_install: false,
    },
    browser_specific_settings: settings,
  };
}

/**
 * One bundle for all: only the manifest differs, so what was tried in one browser is what the other
 * gets.
 *
 * @param {string} built the panel for Chromium
 * @param {string} folder
 */
export function makeFirefoxPanel(built, folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(built, folder, { recursive: true });
  const manifest = readJson(join(built, "manifest.json"));
  const { browser_specific_settings: settings } = readJson(
    `${ROOT}extension/package.json`,
  ).manifest;
  const made = JSON.stringify(firefoxManifest(manifest, settings));
  writeFileSync(join(folder, "manifest.json"), made);
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
