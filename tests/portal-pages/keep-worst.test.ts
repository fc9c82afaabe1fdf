// @vitest-environment jsdom
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Family, FAMILIES, type Outcome, readSeed } from "./figures";
import { keptPageToText } from "./kept-page";

const WORST = join(import.meta.dirname, "worst");
const KEPT = 20;

// `KEEP_WORST=400` reads these many pages of each family and seed and keeps the 20 worst anew.
const PAGES = Number(process.env["KEEP_WORST"] ?? 0);

const faults = ({ missed, wrong }: Outcome): number => missed.length + wrong.length;

test.runIf(PAGES > 0)(
  "[DT13] the worst pages of both families are kept",
  { timeout: 900_000 },
  () => {
    let worst: readonly Outcome[] = [];
    for (const family of Object.keys(FAMILIES)) {
      for (let seed = 1; seed <= 20; seed += 1) {
        worst = [...worst, ...readSeed(family as Family, seed, PAGES).worst]
          .toSorted((one, other) => faults(other) - faults(one))
          .slice(0, KEPT);
      }
    }
    rmSync(WORST, { recursive: true, force: true });
    mkdirSync(WORST);
    for (const [place, { page, missed, wrong }] of worst.entries()) {
      const name = `${String(place + 1).padStart(2, "0")}.html`;
      writeFileSync(join(WORST, name), keptPageToText({ ...page, missed, wrong }));
    }
    expect(worst).toHaveLength(KEPT);
  },
);
