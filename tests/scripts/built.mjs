import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFirefoxPanel } from "./firefox-manifest.mjs";
import { ROOT, runNode } from "./run.mjs";

/** What people load: one folder for Chrome and Edge, one for Firefox. */
export const CHROMIUM_PANEL = `${ROOT}extension/build/chrome-mv3-prod`;
export const FIREFOX_PANEL = `${ROOT}extension/build/firefox-mv3-prod`;
export const RELAY_PROGRAM = `${ROOT}sync-server/dist/main.js`;

const PANEL_SOURCES = [
  "shared",
  "extension",
  "tests/scripts/built.mjs",
  "tests/scripts/firefox-manifest.mjs",
];

/**
 * Bundles the relay unless the bundle already stands for today's sources; says whether it now does.
 */
export async function buildRelay() {
  return upToDate("relay", RELAY_PROGRAM, ["shared", "sync-server"], () =>
    runNode("sync-server/build.mjs", []),
  );
}

/** Builds the panel, likewise. Firefox gets the very same files, with a manifest of its own. */
export async function buildPanel() {
  return upToDate("panel", `${FIREFOX_PANEL}/manifest.json`, PANEL_SOURCES, async () => {
    const plasmo = "../node_modules/plasmo/bin/index.mjs";
    const code = await runNode(plasmo, ["build", "--target=chrome-mv3"], {
      folder: `${ROOT}extension`,
    });
    if (code !== 0) return code;
    const pageCode = await runNode("extension/build-page.mjs", [CHROMIUM_PANEL]);
    if (pageCode === 0) makeFirefoxPanel(CHROMIUM_PANEL, FIREFOX_PANEL);
    return pageCode;
  });
}

/** The relay's bundle; or the end, where nothing after it would make sense. */
export async function needRelay() {
  if (!(await buildRelay())) process.exit(1);
}

/** Both, likewise. */
export async function needBuilt() {
  await needRelay();
  if (!(await buildPanel())) process.exit(1);
}

/**
 * Contents decide, not times: a clone or a change of branch gives files new times.
 *
 * @param {string} name
 * @param {string} product the file that a build makes
 * @param {readonly string[]} paths folders and files that it is made from
 * @param {() => Promise<number>} build
 * @returns {Promise<boolean>}
 */
async function upToDate(name, product, paths, build) {
  const cache = `${ROOT}node_modules/.cache/built`;
  const stamp = `${cache}/${name}`;
  const sources = digestOf(paths);
  const isFresh =
    existsSync(product) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources;
  if (isFresh) return true;
  console.log(`Building: ${name} …`);
  const code = await build();
  if (code !== 0 || !existsSync(product)) {
    console.error(`The build of ${name} failed.`);
    return false;
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, sources);
  return true;
}

const MADE_BY_BUILDS = new Set(["node_modules", "build", "dist", ".plasmo"]);

/** @param {readonly string[]} paths */
function digestOf(paths) {
  const digest = createHash("sha256").update(readFileSync(`${ROOT}package-lock.json`));
  for (const path of paths.map((one) => join(ROOT, one))) {
    if (statSync(path).isDirectory()) addFolder(digest, path);
    else digest.update(`${path}\0`).update(readFileSync(path));
  }
  return digest.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} digest
 * @param {string} folder
 */
function addFolder(digest, folder) {
  const inside = readdirSync(folder, { withFileTypes: true });
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const one of inside) {
    if (MADE_BY_BUILDS.has(one.name) || one.name.endsWith(".md")) continue;
    const path = join(folder, one.name);
    if (one.isDirectory()) addFolder(digest, path);
    else if (one.isFile()) digest.update(`${path}\0`).update(readFileSync(path));
  }
}
