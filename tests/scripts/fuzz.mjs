// `npm run fuzz`: the simulation with many seeds, and every made page of a portal. FUZZ_SEED=…
// replays one seed of the simulation, FUZZ_SEEDS=… says how many are run.
import { install } from "./install.mjs";
import { runProjects } from "./projects.mjs";

await install();
const result = await runProjects(["simulation", "pages"], {
  PORTAL_PAGES: "400",
  FUZZ_SEEDS: process.env["FUZZ_SEEDS"] ?? "2000",
});
process.exitCode = result.failed === 0 ? 0 : 1;
