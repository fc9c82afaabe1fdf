/** What the extension's own scripts cost a page, as the browser itself writes it down. */
import type { Page } from "playwright-core";

export type ScriptCost = {
  /** Of the page's thread, without the layout that the page needs anyway. */
  readonly pieces: number;
  readonly longestMs: number;
  readonly totalMs: number;
};

type Traced = {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly ts: number;
  readonly dur: number;
  /** The thread's own time, whatever else the machine does; in microseconds, as all here. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
};

export async function scriptCostOf(
  page: Page,
  extension: string,
  work: () => Promise<void>,
): Promise<ScriptCost> {
  const session = await page.context().newCDPSession(page);
  const traced: Traced[] = [];
  session.on("Tracing.dataCollected", ({ value }) =>
    traced.push(...(value as unknown as Traced[])),
  );
  const written = new Promise<void>(
    (resolve) => void session.once("Tracing.tracingComplete", () => resolve()),
  );
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline"] },
  });
  await work();
  await session.send("Tracing.end");
  await written;
  await session.detach();
  const whole = traced.filter(({ ph }) => ph === "X");
  const layouts = whole.filter(({ name }) => name === "Layout" || name === "UpdateLayoutTree");
  const pieces = whole
    .filter(({ args, name }) => name === "FunctionCall" && isOurs(args?.data?.url, extension))
    .map((piece) => {
      const inside = layouts.filter((layout) => isWithin(layout, piece)).map(timeOf);
      return timeOf(piece) - inside.reduce((sum, ms) => sum + ms, 0);
    });
  return {
    pieces: pieces.length,
    longestMs: Math.max(0, ...pieces),
    totalMs: pieces.reduce((sum, ms) => sum + ms, 0),
  };
}

function isOurs(url: string | undefined, extension: string): boolean {
  return url?.startsWith(`chrome-extension://${extension}/`) === true;
}

function isWithin(inner: Traced, outer: Traced): boolean {
  return (
    inner.tid === outer.tid && inner.ts >= outer.ts && inner.ts + inner.dur <= outer.ts + outer.dur
  );
}

const timeOf = ({ dur, tdur }: Traced): number => (tdur ?? dur) / 1000;
