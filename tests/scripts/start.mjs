// `npm start`: on a fresh clone too, ends with a relay that listens and a panel that can be loaded.
import { needBuilt, panelFolder, RELAY_PROGRAM } from "./built.mjs";
import { install } from "./install.mjs";
import { stayWith } from "./run.mjs";

await install();
await needBuilt(["chrome-mv3"]);

let isTold = false;
process.exitCode = await stayWith(RELAY_PROGRAM, process.argv.slice(2), (line) => {
  if (isTold || !line.includes("listening")) return;
  isTold = true;
  tellNextSteps(/wss?:\/\/\S+/.exec(line)?.[0] ?? "the address above");
});

/** @param {string} address */
function tellNextSteps(address) {
  console.log(`
The panel is built. Load it once, by hand:

  Chrome   open chrome://extensions, switch on "Developer mode" (top right),
           press "Load unpacked" and choose the folder below
  Edge     open edge://extensions, switch on "Developer mode" (left),
           press "Load unpacked" and choose the folder below

  ${panelFolder("chrome-mv3")}

Then press Beiakte's icon in the toolbar: the panel opens at the side.
Choose "Team gründen" (found a team) and give the relay's address: ${address}
Or choose "Mit Beispieldaten üben" to try everything with sample data; that needs no relay.

Ctrl-C ends the relay. What it keeps stays on the disk.`);
}
