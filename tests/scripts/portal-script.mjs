import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** As the background registers it, on the origins that a person has allowed. */
export const PORTAL_SCRIPT = "portal.js";

/**
 * Plasmo writes every content script into the manifest, where the browser would read it as a wish
 * for that site and warn of it at the installation. The script keeps a name of its own instead.
 *
 * @param {string} folder a built panel
 */
export function takePortalScriptOut(folder) {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const scripts = manifest.content_scripts ?? [];
  if (scripts.length === 0) return;
  const files = scripts.flatMap((/** @type {{ js: string[] }} */ { js }) => js);
  if (files.length !== 1) throw new Error(`one content script, not ${files.length}`);
  rmSync(join(folder, PORTAL_SCRIPT), { force: true });
  renameSync(join(folder, files[0]), join(folder, PORTAL_SCRIPT));
  delete manifest.content_scripts;
  // Plasmo lets pages load what a content script may need; ours needs nothing.
  delete manifest.web_accessible_resources;
  writeFileSync(path, JSON.stringify(manifest));
  for (const name of readdirSync(folder)) {
    if (/^portal\..*\.map$/.test(name)) rmSync(join(folder, name));
  }
}
