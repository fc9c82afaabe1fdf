// `npm run relay -- …`: the relay alone, with its own verbs and options.
import { needRelay, RELAY_PROGRAM } from "./built.mjs";
import { install } from "./install.mjs";
import { stayWith } from "./run.mjs";

await install();
await needRelay();
process.exitCode = await stayWith(RELAY_PROGRAM, process.argv.slice(2));
