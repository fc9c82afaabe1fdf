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
 * Names that only our own code uses, in both scripts alike: no browser's thing and no message has
 * one of them, so that a letter does.
 */
const OURS = `
  addAll attribute beside brief byId charactersLooked clicked digits dom fieldText
  fits forget forms foundHollow foundInner frameDocument given gone hear how isBroken
  isEmpty isField isFiller isInline isOffered isOurs isPageHidden isSilent isVisible
  labels labelsOf listen lookAgain looked meaningOf nearest needsLabel news nodesLooked onSeen
  place placeOf readField readLine reader rootOf saw shape sightings within`;

/** Writes `portal.js` and `reader.js`; says how many bytes each has. */
export async function buildPageScripts(/** @type {string} */ outdir) {
  const { metafile } = await build({
    entryPoints: SCRIPTS.map((name) => join(here, "src", "injected", `${name}.ts`)),
    outdir,
    bundle: true,
    format: "iife",
    // As `minimum_chrome_version`; Firefox 128 is younger in all that is used.
    target: ["chrome137", "firefox128"],
    minify: true,
    mangleProps: new RegExp(`^(?:${OURS.trim().split(/\s+/).join("|")})$`),
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  return Object.values(metafile.outputs).map(({ bytes }) => bytes);
}

const [, program, folder] = process.argv;
if (program === fileURLToPath(import.meta.url) && folder !== undefined) {
  await buildPageScripts(folder);
}
