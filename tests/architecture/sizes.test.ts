import { expect, test } from "vitest";
import { filesBelow, isCode, PRODUCT, read } from "./sources";

/** Lists of words and facts: nobody reads them from top to bottom. */
const DATA = new Set(["extension/src/text/de.ts", "extension/src/text/en.ts"]);

const HARD_STOP_LINES = 500;

const linesOf = (file: string): number => read(file).trimEnd().split("\n").length;

test("[AR5] the median module has at most 100 lines, nine of ten at most 300", () => {
  const lengths = PRODUCT.filter((file) => !DATA.has(file))
    .map(linesOf)
    .toSorted((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThanOrEqual(100);
  expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(300);
});

test("[AR5] no file has more than 500 lines, tests and scripts included", () => {
  const code = [...PRODUCT, ...filesBelow("tests")].filter(
    (file) => (isCode(file) || file.endsWith(".mjs")) && !DATA.has(file),
  );
  const long = code.filter((file) => linesOf(file) > HARD_STOP_LINES);
  expect(long.map((file) => `${file}: ${linesOf(file)} lines`)).toEqual([]);
});
