// @vitest-environment jsdom
import { expect, test } from "vitest";
import { type Family, FAMILIES, readSeed } from "./figures";

// `npm test` reads these many of each family and seed, `npm run fuzz` all 400.
const PAGES = Number(process.env["PORTAL_PAGES"] ?? 40);

// Seeds 1 to 20 are those that the reader is made with; `PORTAL_SEEDS=21-40` are others.
const [FIRST = 1, LAST = 20] = (process.env["PORTAL_SEEDS"] ?? "1-20").split("-").map(Number);
const SEEDS = Array.from({ length: LAST - FIRST + 1 }, (_, place) => FIRST + place);

const RUNS = Object.keys(FAMILIES).flatMap((family) =>
  SEEDS.map((seed) => ({ family: family as Family, seed })),
);

test.each(RUNS)(
  `[DT12] on ${PAGES} $family pages of seed $seed, 99 of 100 found are right and 97 of 100 are found`,
  ({ family, seed }) => {
    const { precision, recall, worst } = readSeed(family, seed, PAGES);
    console.log(
      `${family}, seed ${seed}: precision ${percent(precision)}, recall ${percent(recall)}, ${worst.length} pages not wholly right`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  },
);

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
