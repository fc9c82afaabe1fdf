/** `FUZZ_SEEDS=1000` for a long run, `FUZZ_SEED=17` for one seed again. */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { setupTeam, type Team } from "../support/harness";
import { type Counts, noCounts, type Run, simulate } from "./simulate";
import { TYPES } from "./operation";

// So few only for what one runs all day; `npm test` asks for 200.
const SEEDS = Number(process.env["FUZZ_SEEDS"] ?? 20);
const ONE = process.env["FUZZ_SEED"];

const regressions = new URL("regressions/", import.meta.url);

let team: Team;
const counts: Counts = noCounts();

beforeAll(async () => {
  team = await setupTeam("anna", "ben", "cem");
});

describe("runs that once went wrong", () => {
  test("[SY20] are replayed first", () => expect(regressions.pathname).toMatch(/regressions\/$/u));
  for (const file of readdirSync(regressions).filter((name) => name.endsWith(".json"))) {
    const run = JSON.parse(readFileSync(new URL(file, regressions), "utf8")) as Run;
    test(`[SY20] ${file}`, async () => void (await simulate(team, run, counts)));
  }
});

describe("whatever happens, after healing all have the same", () => {
  const seeds = ONE === undefined ? Array.from({ length: SEEDS }, (_, i) => String(i)) : [ONE];
  for (const seed of seeds) {
    test(`[SY20] seed ${seed}`, async () => {
      const number = Number.parseInt(seed, 10) || 0;
      const run = { seed, operations: 50, devices: 2 + (number % 2) };
      await simulate(team, run, counts);
    });
  }
});

test.skipIf(ONE !== undefined)("[SY20] enough has really happened", () => {
  const rare = TYPES.filter((type) => counts[type] < SEEDS / 10);
  expect(rare).toEqual([]);
  expect(counts.letters).toBeGreaterThan(SEEDS * 10);
  expect(counts.entries).toBeGreaterThan(SEEDS * 5);
  expect(counts.snapshots).toBeGreaterThan(SEEDS / 10);
  expect(counts.diverged).toBeGreaterThan(SEEDS / 10);
  expect(counts.refused).toBeGreaterThan(SEEDS / 10);
  expect(
    counts.lostUnsaved,
    "a kill before the disk's answer loses what was not saved",
  ).toBeGreaterThan(0);
});
