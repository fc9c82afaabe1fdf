/**
 * Bundles what runs in portals' pages, and in the page without a screen, into the folder of a built
 * panel. Our own bundle, because every byte is read in every page of a portal: Plasmo's has a loader
 * around each module.
 */
import { copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const SCRIPTS = ["portal", "reader"];

/**
 * Names that only our own code uses, in both scripts alike, so that a letter does; frequent ones
 * first. None may ever be read from a browser's object or a message: there it would have its own
 * name. A test looks after that.
 */
const OURS = `
  dom labels place reader parent looked digits shape sightings host beside attribute placeOf
  isOurs listen standsAlone characters fits isBroken observer forget nodes show since moved
  within isInline isOnPage labelsOf meaningOf rootOf addAll clicked clock fieldText foundInner
  frameOf begin byId firstIn isPageHidden news nextTo onMoved onSeen readField shadowOf boxOf
  charactersLooked nearest frameDocument isCutOff sortOf isOffered lastBefore
  activeIn borderOf foundHollow given isDrawn isFiller isHidden lookAgain nodesLooked readLine
  hear isEmpty saw cancels button marks brief watched start node form says offset after send step`;

// Without `x` and `y`, which are names already.
const LETTERS = "abcdefghijklmnopqrstuvwzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function shortName(/** @type {number} */ place) {
  const turn = Math.floor(place / LETTERS.length);
  return `${LETTERS[place % LETTERS.length]}${turn === 0 ? "" : turn}`;
}

export const OWN_NAMES = OURS.trim().split(/\s+/);

/** Written out, because the two scripts hand each other objects that have them. */
export const SHORT_NAMES = Object.fromEntries(
  OWN_NAMES.map((name, place) => [name, shortName(place)]),
);

/** @satisfies {import("esbuild").BuildOptions} */
const PLAIN_BUILD = {
  bundle: true,
  format: "iife",
  // As `minimum_chrome_version`; Firefox 128 is younger in all that is used.
  target: ["chrome137", "firefox128"],
  // They all know it: else a longer form is written.
  supported: { "regexp-unicode-property-escapes": true },
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

/** @satisfies {import("esbuild").BuildOptions} */
export const PAGE_BUILD = {
  ...PLAIN_BUILD,
  entryPoints: SCRIPTS.map((name) => join(here, "src", "injected", `${name}.ts`)),
  mangleProps: new RegExp(`^(?:${OWN_NAMES.join("|")})$`),
  mangleCache: SHORT_NAMES,
};

const OFFSCREEN = join(here, "src", "offscreen");

/** Writes `portal.js` and `reader.js`, `clipboard.html` and `clipboard.js`. */
async function buildPageScripts(/** @type {string} */ outdir) {
  await build({ ...PAGE_BUILD, outdir });
  await build({ ...PLAIN_BUILD, entryPoints: [join(OFFSCREEN, "clipboard.ts")], outdir });
  copyFileSync(join(OFFSCREEN, "clipboard.html"), join(outdir, "clipboard.html"));
}

const [, program, folder] = process.argv;
if (program === fileURLToPath(import.meta.url) && folder !== undefined) {
  await buildPageScripts(folder);
}
