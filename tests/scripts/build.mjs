// `npm run build`: the relay's bundle, and the panel for every browser, packed.
import { CHROMIUM_PANEL, FIREFOX_PANEL, needBuilt, RELAY_PROGRAM } from "./built.mjs";
import { install } from "./install.mjs";
import { packPanels } from "./pack.mjs";

await install();
await needBuilt();
const packed = packPanels().map(({ path, sha256 }) => `${sha256}  ${path}`);
console.log([RELAY_PROGRAM, CHROMIUM_PANEL, FIREFOX_PANEL, ...packed].join("\n"));
