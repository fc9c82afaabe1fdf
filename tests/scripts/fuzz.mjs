// `npm run fuzz`: the simulation with many seeds. FUZZ_SEED=… replays one, FUZZ_SEEDS=… says how many.
import { install } from "./install.mjs";
import { runProjects } from "./projects.mjs";

await install();
const result = await runProjects(["simulation"], {
  FUZZ_SEEDS: process.env["FUZZ_SEEDS"] ?? "2000",
});
process.exitCode = result.failed === 0 ? 0 : 1;
