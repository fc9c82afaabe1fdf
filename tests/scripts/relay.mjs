// `npm run relay -- …`: the relay alone, with its own verbs and options.
import { needBuilt, RELAY_PROGRAM } from "./built.mjs";
import { install } from "./install.mjs";
import { stayWith } from "./run.mjs";

await install();
await needBuilt([]);
process.exitCode = await stayWith(RELAY_PROGRAM, process.argv.slice(2));
