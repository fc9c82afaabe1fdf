import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What Chromium alone knows. Firefox would warn of each at the installation or the review. */
const CHROMIUM_PERMISSIONS = new Set(["sidePanel"]);
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
 * @typedef {Readonly<Record<string, unknown>> & {
 *   readonly permissions: readonly string[];
 *   readonly commands?: object;
 *   readonly sidebar_action?: object;
 * }} Manifest
 */

/**
 * One manifest for all is written in `extension/package.json`; this is what Firefox makes of it.
 *
 * @param {Manifest} manifest
 * @returns {Record<string, unknown>}
 */
export function firefoxManifest(manifest) {
  const { permissions, sidebar_action: sidebar, commands } = manifest;
  const kept = Object.entries(manifest).filter(([key]) => !CHROMIUM_KEYS.has(key));
  return {
    ...Object.fromEntries(kept),
    permissions: permissions.filter((name) => !CHROMIUM_PERMISSIONS.has(name)),
    commands: { ...commands, ...SIDEBAR_KEY },
    // Not at the installation: who has installed it for a team has not asked for it yet.
    sidebar_action: { ...sidebar, default_title: "__MSG_extensionName__", open_at_install: false },
  };
}

/** @param {string} folder a panel built for Firefox */
export function writeFirefoxManifest(folder) {
  const path = join(folder, "manifest.json");
  writeFileSync(path, JSON.stringify(firefoxManifest(JSON.parse(readFileSync(path, "utf8")))));
}
