/** Numbered pictures of one story, and a line of words for each. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const OUTPUT = "demo-output";

export type Album = {
  readonly show: (page: Page, name: string, words: string) => Promise<void>;
  /** Writes the words of all pictures, and these. */
  readonly close: (last?: string) => void;
};

export function openAlbum(story: string): Album {
  const folder = join(OUTPUT, story);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  return {
    async show(page, name, words) {
      const file = `${String(lines.length + 1).padStart(2, "0")}-${name}.png`;
      await page.screenshot({ path: join(folder, file) });
      lines.push(`${file}: ${words}`);
      console.log(lines.at(-1));
    },
    close(last) {
      const words = last === undefined ? lines : [...lines, "", last];
      writeFileSync(join(folder, "summary.txt"), `${words.join("\n")}\n`);
      console.log(`Pictures and summary: ${folder}/`);
    },
  };
}
