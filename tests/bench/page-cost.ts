import { chromium } from "playwright-core";
import { figureOf, type Line } from "./figures";
import type { PageCost } from "./pages/slow-page";
import { servePage } from "./served-page";

/** As slow as an office's machine: four times slower than this one. */
const SLOWER = 4;

/** What the content script costs a portal's page of 5,000 nodes. */
export async function measurePageCost(program: string): Promise<readonly Line[]> {
  const served = await servePage("slow-page");
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.goto(served.url);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const cost = await page.evaluate(() =>
    (globalThis as unknown as { measurePage: () => Promise<PageCost> }).measurePage(),
  );
  await browser.close();
  await served.close();
  const { batchMs, found, layoutShift, nodes, scanMs, walkMs } = cost;
  console.log(
    `${nodes} nodes, ${found} found, layout shift ${layoutShift}, ${SLOWER} times slower`,
  );
  const peer = { name: "every text read once", figure: figureOf(walkMs) };
  return [
    {
      name: "first scan of a page of 5,000 nodes",
      unit: "ms",
      ours: figureOf(scanMs),
      peer,
      target: { words: "≤ 10 ms", holds: figureOf(scanMs).median <= 10 },
    },
    {
      name: "a batch of ten changes on it",
      unit: "ms",
      ours: figureOf(batchMs),
      peer,
      target: {
        words: "≤ 2 ms, no shift",
        holds: figureOf(batchMs).median <= 2 && layoutShift === 0,
      },
    },
  ];
}
