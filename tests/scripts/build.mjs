// `npm run build`: the relay's bundle, and the panel for every browser, packed.
import { needBuilt, PANEL_TARGETS, panelFolder, RELAY_PROGRAM } from "./built.mjs";
import { install } from "./install.mjs";
import { packPanels } from "./pack.mjs";

await install();
await needBuilt(PANEL_TARGETS);
const packed = packPanels().map(({ path, sha256 }) => `${sha256}  ${path}`);
console.log([RELAY_PROGRAM, ...PANEL_TARGETS.map(panelFolder), ...packed].join("\n"));
