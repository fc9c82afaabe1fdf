import { chromium } from "playwright-core";
import { figureOf, type Line } from "./figures";
import type { PageCost } from "./pages/slow-page";
import { servePage } from "./served-page";

/** What the content script costs a portal's page of 5,000 nodes: a client's, and a list of clients. */
export async function measurePageCost(program: string): Promise<readonly Line[]> {
  const served = await servePage("slow-page");
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  const lines: Line[] = [];
  for (const { name, numbers } of PAGES) {
    const page = await browser.newPage();
    await page.goto(served.url);
    const cost = await page.evaluate(
      (count) =>
        (
          globalThis as unknown as { measurePage: (numbers: number) => Promise<PageCost> }
        ).measurePage(count),
      numbers,
    );
    await page.close();
    const { batchMs, found, layoutShift, nodes, scanMs, walkMs } = cost;
    // A browser's very first page compiles what all later ones have ready.
    const first = scanMs[0]?.toFixed(0) ?? "no";
    console.log(
      `${name}: ${nodes} nodes, ${found} found, layout shift ${layoutShift}; the very first scan: ${first} ms`,
    );
    const peer = { name: "every text read once", figure: figureOf(walkMs) };
    const [scan, batch] = [figureOf(scanMs), figureOf(batchMs)];
    lines.push(
      {
        name: `first scan, ${name}`,
        unit: "ms",
        ours: scan,
        peer,
        target: { words: "≤ 10 ms", holds: scan.median <= 10 },
      },
      {
        name: `ten changes, ${name}`,
        unit: "ms",
        ours: batch,
        peer,
        target: { words: "≤ 2 ms, no shift", holds: batch.median <= 2 && layoutShift === 0 },
      },
    );
  }
  await browser.close();
  await served.close();
  return lines;
}

const PAGES = [
  { name: "ten numbers among 5,000 nodes", numbers: 10 },
  { name: "a list of 500 numbers", numbers: 500 },
];
