// `npm run build`: the relay's bundle and the panel for every browser.
import { buildPanel, buildRelay, PANEL_TARGETS, panelFolder, RELAY_PROGRAM } from "./built.mjs";
import { install } from "./install.mjs";

await install();
await buildRelay();
console.log(RELAY_PROGRAM);
for (const target of PANEL_TARGETS) {
  await buildPanel(target);
  console.log(panelFolder(target));
}
