/** Opening a note of a hundred pages, side by side in one page: y-indexeddb and our sealed log. */
import { assert } from "@beiakte/shared/base/assert";
import { chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { figureOf, type Line, ratioOf } from "./figures";
import type { OpeningPage } from "./pages/opening";
import type { RecordedNote } from "./recorded-text";
import { servePage } from "./served-page";

const REPETITIONS = 15;
const RATIO_MOST = 1.5;

export async function measureOpening(program: string, note: RecordedNote): Promise<Line> {
  const page = await openingPage(program);
  await page.evaluate(keep, [...note.update]);
  const plain: number[] = [];
  const sealed: number[] = [];
  // The first time of each pays for code that was never run.
  for (let i = -1; i < REPETITIONS; i += 1) {
    const first = await page.evaluate(openPlain, `plain-${i}`);
    const second = await page.evaluate(openSealed, `sealed-${i}`);
    for (const { length } of [first, second]) assert(length === note.length, "all of it is there");
    if (i < 0) continue;
    plain.push(first.ms);
    sealed.push(second.ms);
  }
  const ours = figureOf(sealed);
  const peer = { name: "y-indexeddb, unsealed", figure: figureOf(plain) };
  return {
    name: `Opening a note of ${note.length} characters (${REPETITIONS} times)`,
    unit: "ms",
    ours,
    peer,
    target: { words: `ratio ≤ ${RATIO_MOST}`, holds: ratioOf({ ours, peer }) <= RATIO_MOST },
  };
}

async function openingPage(program: string): Promise<Page> {
  const served = await servePage("opening");
  onTestFinished(served.close);
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(served.url);
  await page.waitForFunction(() => "bench" in globalThis);
  return page;
}

// In the page.

type Global = { readonly bench: OpeningPage };

const keep = (update: readonly number[]) => (globalThis as unknown as Global).bench.keep(update);
const openPlain = (name: string) => (globalThis as unknown as Global).bench.openPlain(name);
const openSealed = (name: string) => (globalThis as unknown as Global).bench.openSealed(name);
