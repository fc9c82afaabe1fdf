// @vitest-environment jsdom
import { expect, test } from "vitest";
import { readSeed } from "./figures";

// `npm test` reads these many of each seed, `npm run fuzz` all 400.
const PAGES = Number(process.env["PORTAL_PAGES"] ?? 100);
const SEEDS = Array.from({ length: 20 }, (_, place) => place + 1);

test.each(SEEDS)(
  `[DT12] on ${PAGES} pages of seed %i, 99 of 100 found are right and 97 of 100 are found`,
  (seed) => {
    const { precision, recall, worst } = readSeed("plain", seed, PAGES);
    console.log(
      `seed ${seed}: precision ${percent(precision)}, recall ${percent(recall)}, ${worst.length} pages not wholly right`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  },
);

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
