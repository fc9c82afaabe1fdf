// `npm start`: on a fresh clone too, ends with a relay that listens, a panel that can be loaded and
// a portal to practise on.
import { CHROMIUM_PANEL, FIREFOX_PANEL, needBuilt, RELAY_PROGRAM } from "./built.mjs";
import { install } from "./install.mjs";
import { portalOptions, startPortal } from "./practice-portal.mjs";
import { stayWith } from "./run.mjs";

const options = portalOptions(process.argv.slice(2), process.env["BEIAKTE_PORTAL_PORT"]);
if (typeof options === "string") {
  console.error(options);
  process.exit(1);
}
const { portal: port, others } = options;
await install();
await needBuilt();

let hasEnded = false;
/** @type {Promise<{ readonly close: () => Promise<void> } | undefined> | undefined} */
let portal;
process.exitCode = await stayWith(RELAY_PROGRAM, others, (line) => {
  if (portal !== undefined || !line.includes("listening")) return;
  portal = beginWork(/wss?:\/\/\S+/.exec(line)?.[0] ?? "the address above");
});
hasEnded = true;
await (await portal)?.close();

/**
 * The portal comes after the relay, which has the first choice of ports; without it the relay goes
 * on all the same.
 *
 * @param {string} address
 */
async function beginWork(address) {
  if (port === undefined) {
    tellNextSteps(address, "");
    return undefined;
  }
  try {
    const started = await startPortal(port);
    if (!hasEnded) tellNextSteps(address, portalWords(started.url));
    return started;
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    if (!hasEnded) tellNextSteps(address, `\nThe practice portal could not be started: ${why}\n`);
    return undefined;
  }
}

/** @param {string} url */
function portalWords(url) {
  return `
The practice portal: ${url}
It is a made-up municipal procedure to work in beside the panel; nothing entered there is kept.
`;
}

/**
 * @param {string} address
 * @param {string} portalLines
 */
function tellNextSteps(address, portalLines) {
  console.log(`
The panel is built. Load it once, by hand:

  Chrome   open chrome://extensions, switch on "Developer mode" (top right),
           press "Load unpacked" and choose the folder below
  Edge     open edge://extensions, switch on "Developer mode" (left),
           press "Load unpacked" and choose the folder below

  ${CHROMIUM_PANEL}

  Firefox  open about:debugging, choose "This Firefox", press "Load Temporary
           Add-on" and choose the manifest.json in the folder below

  ${FIREFOX_PANEL}

Then press Beiakte's icon in the toolbar: the panel opens at the side.
Choose "Team gründen" (found a team) and give the relay's address: ${address}
Or choose "Mit Beispieldaten üben" to try everything with sample data; that needs no relay.
${portalLines}
Ctrl-C ends the relay. What it keeps stays on the disk.`);
}
