// `npm run dev`: the panel, built anew at each change, beside a relay that starts empty.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needRelay, RELAY_PROGRAM } from "./built.mjs";
import { install } from "./install.mjs";
import { ROOT, runNode, stayWith } from "./run.mjs";

await install();
await needRelay();
const data = mkdtempSync(join(tmpdir(), "beiakte-dev-"));
const panel = runNode("../node_modules/plasmo/bin/index.mjs", ["dev", "--target=chrome-mv3"], {
  folder: `${ROOT}extension`,
});
const relay = stayWith(RELAY_PROGRAM, ["--data", data, ...process.argv.slice(2)]);
process.exitCode = await Promise.race([panel, relay]);
rmSync(data, { recursive: true, force: true });
process.exit();
