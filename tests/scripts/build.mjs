// `npm run build`: the relay's bundle and the panel for every browser.
import { needBuilt, PANEL_TARGETS, panelFolder, RELAY_PROGRAM } from "./built.mjs";
import { install } from "./install.mjs";

await install();
await needBuilt(PANEL_TARGETS);
console.log([RELAY_PROGRAM, ...PANEL_TARGETS.map(panelFolder)].join("\n"));
