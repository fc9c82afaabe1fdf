/** A portal's page of 5,000 nodes, watched as the content script does, with a watch on the watcher. */
import { GENERAL_WORDS } from "@beiakte/shared/portal/label-words";
import { PORTAL_KINDS } from "@beiakte/shared/portal/portal-kind";
import type { PageBrief } from "../../../extension/src/messages/page-brief";
import { takeDomReads } from "../../../extension/src/page/dom-reads";
import { makePageReader } from "../../../extension/src/page/page-reader";
import { PortalWatch } from "../../../extension/src/page/portal-watch";

const ROWS = 500;

// On a machine that is not ours alone a median of few says little.
const SCANS = 31;
const SCANS_WITH_CHANGES = 10;

export type PageCost = {
  /** All pieces of the first scan together. */
  readonly scanMs: readonly number[];
  /** Reading every text of the page once, and nothing else. */
  readonly walkMs: readonly number[];
  /** From what the observer was told to the end of the look at it. */
  readonly batchMs: readonly number[];
  readonly nodes: number;
  readonly found: number;
  readonly layoutShift: number;
};

let shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
}).observe({ type: "layout-shift", buffered: true });

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** A table in which so many rows, evenly, hold a number that is to be found. */
function fill(numbers: number): void {
  const every = ROWS / numbers;
  const table = document.createElement("table");
  table.innerHTML = `<tr><th>Name</th><th>AZR-Nummer</th><th>Stand</th></tr>${Array.from(
    { length: ROWS },
    (_, row) =>
      `<tr><td><b>Person ${row}</b></td><td>${row % every === 0 ? `1509170${10_000 + row}` : "beantragt"}</td><td>12.03.2026, <i>laufend</i></td></tr>`,
  ).join("")}`;
  document.body.replaceChildren(table);
}

/** One page, one watcher, until it rests. */
async function watched(batches: number): Promise<{
  readonly scan: number;
  readonly batch: readonly number[];
  readonly nodes: number;
  readonly found: number;
}> {
  let spent = 0;
  let found = 0;
  const timed = <Result>(work: () => Result): Result => {
    const before = performance.now();
    const result = work();
    spent += performance.now() - before;
    return result;
  };
  const dom = takeDomReads(globalThis);
  const brief: PageBrief = {
    kinds: PORTAL_KINDS,
    offered: PORTAL_KINDS,
    words: GENERAL_WORDS,
    places: {},
  };
  const reader = makePageReader(dom, brief);
  const watch = new PortalWatch({
    watched: document,
    dom,
    clock: {
      now: () => performance.now(),
      after(delayMs, call) {
        const timer = setTimeout(() => timed(call), delayMs);
        return () => clearTimeout(timer);
      },
    },
    observer: (changed) => new MutationObserver((records) => timed(() => changed(records))),
    isOurs: () => false,
    reader: () => reader,
    isCutOff: () => false,
    onMoved: () => undefined,
    onSeen: (sightings) => (found = sightings.length),
  });
  watch.begin();
  await pause(600);
  const scan = spent;
  const { nodesLooked } = watch.looked;
  const batch: number[] = [];
  const cells = document.querySelectorAll("td:last-child");
  for (let turn = 0; turn < batches; turn += 1) {
    spent = 0;
    for (let i = 0; i < 10; i += 1) {
      const cell = cells[(turn * 37 + i * 11) % cells.length];
      if (cell !== undefined) cell.textContent = `12.03.2026, Stand ${turn}`;
    }
    await pause(250);
    batch.push(spent);
  }
  watch.close();
  return { scan, batch, nodes: nodesLooked, found };
}

function walkAll(): number {
  const before = performance.now();
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    length += node.nodeValue?.length ?? 0;
  }
  return length < 0 ? Number.NaN : performance.now() - before;
}

async function measure(numbers: number): Promise<PageCost> {
  fill(numbers);
  await pause(300);
  const scanMs: number[] = [];
  const walkMs: number[] = [];
  const batchMs: number[] = [];
  let [nodes, found] = [0, 0];
  shift = 0;
  for (let turn = 0; turn < SCANS; turn += 1) {
    const cost = await watched(turn < SCANS_WITH_CHANGES ? 6 : 0);
    scanMs.push(cost.scan);
    batchMs.push(...cost.batch);
    walkMs.push(walkAll());
    ({ nodes, found } = cost);
  }
  return { scanMs, walkMs, batchMs, nodes, found, layoutShift: shift };
}

Object.assign(globalThis, { measurePage: measure });
