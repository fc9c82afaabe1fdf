/**
 * Bundles what runs in portals' pages into the folder of a built panel. Our own bundle, because every
 * byte of it is read in every page of a portal: Plasmo's has a loader around each module.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const SCRIPTS = ["portal", "reader"];

/**
 * Names that only our own code uses, in both scripts alike, so that a letter does; frequent ones
 * first. None may ever be read from a browser's object or a message: there it would have its own name.
 */
const OURS = `
  dom labels place reader parent looked digits shape sightings host beside attribute placeOf
  isOurs listen standsAlone characters fits isBroken observer forget nodes show since moved
  within isInline isOnPage labelsOf meaningOf rootOf addAll clicked clock fieldText foundInner
  frameOf begin byId firstIn isPageHidden news nextTo onMoved onSeen readField shadowOf boxOf
  charactersLooked nearest frameDocument gone isCutOff isField isOffered isSilent lastBefore
  activeIn borderOf foundHollow given isDrawn isFiller isHidden lookAgain nodesLooked readLine
  hear isEmpty isPlain saw forms cancels button marks brief page start node form says offset words
  offered places kinds`;

// Without `x` and `y`, which are names already.
const LETTERS = "abcdefghijklmnopqrstuvwzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function shortName(/** @type {number} */ place) {
  const turn = Math.floor(place / LETTERS.length);
  return `${LETTERS[place % LETTERS.length]}${turn === 0 ? "" : turn}`;
}

/** Writes `portal.js` and `reader.js`. */
async function buildPageScripts(/** @type {string} */ outdir) {
  const names = OURS.trim().split(/\s+/);
  await build({
    entryPoints: SCRIPTS.map((name) => join(here, "src", "injected", `${name}.ts`)),
    outdir,
    bundle: true,
    format: "iife",
    // As `minimum_chrome_version`; Firefox 128 is younger in all that is used.
    target: ["chrome137", "firefox128"],
    minify: true,
    // Older than these browsers; esbuild takes a newer letter's name for a reason to write it longer.
    supported: { "regexp-unicode-property-escapes": true },
    mangleProps: new RegExp(`^(?:${names.join("|")})$`),
    // Written out, because the two scripts hand each other objects that have them.
    mangleCache: Object.fromEntries(names.map((name, place) => [name, shortName(place)])),
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
}

const [, program, folder] = process.argv;
if (program === fileURLToPath(import.meta.url) && folder !== undefined) {
  await buildPageScripts(folder);
}
