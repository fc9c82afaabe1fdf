// @vitest-environment jsdom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPage, readSeed } from "../../portal-pages/figures";
import { type KeptPage, readKeptPage } from "../../portal-pages/kept-page";

const PAGES = join(import.meta.dirname, "../../portal-pages");

test.each(["plain", "office"] as const)(
  "[DT12] on 5 %s pages of each of 20 seeds, 99 % of what is found is right and 97 % is found",
  (family) => {
    let [right, wrong, missed] = [0, 0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      const { counts } = readSeed(family, seed, 5);
      right += counts.right;
      wrong += counts.wrong;
      missed += counts.missed;
    }
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.99);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.97);
  },
);

const keptIn = (folder: string): readonly (KeptPage & { readonly file: string })[] =>
  readdirSync(join(PAGES, folder))
    .toSorted()
    .map((file) => ({
      file: `${folder}/${file}`,
      ...readKeptPage(readFileSync(join(PAGES, folder, file), "utf8")),
    }));

// On those in `mended` a reader failed once, or patterns alone are wrong most often. On those in
// `worst` it still fails: what a page is known for may not become more, and is struck out when mended.
test.each([...keptIn("mended"), ...keptIn("worst")])(
  "[DT13] the kept page $file is read as it is known to be",
  (page) => {
    const { wrong, missed } = readPage(page);
    expect({ wrong, missed }).toEqual({ wrong: page.wrong, missed: page.missed });
  },
);
