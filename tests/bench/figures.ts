/** Figures as the bench prints them: what is ours, what is the stock part's, and how they compare. */

/** The middle, and what nineteen of twenty stay below. One rate has no spread. */
export type Figure = { readonly median: number; readonly p95: number | undefined };

export type Target = { readonly words: string; readonly holds: boolean };

export type Line = {
  readonly name: string;
  readonly unit: "ms" | "/s";
  readonly ours: Figure;
  readonly peer: { readonly name: string; readonly figure: Figure };
  readonly target: Target | undefined;
};

export function figureOf(values: readonly number[]): Figure {
  return { median: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

/** Nearest rank: a value that was really measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function ratioOf({ ours, peer }: Pick<Line, "ours" | "peer">): number {
  return ours.median / peer.figure.median;
}

export function tableOf(lines: readonly Line[]): string {
  const head = ["", "ours", "peer", "ratio", "target", "holds"];
  const rows = lines.map((line) => [
    line.name,
    shown(line.ours, line.unit),
    `${shown(line.peer.figure, line.unit)} ${line.peer.name}`,
    ratioOf(line).toFixed(2),
    line.target?.words ?? "",
    line.target === undefined ? "" : line.target.holds ? "yes" : "NO",
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const printed = [head, ...rows].map((row) =>
    row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  "),
  );
  const legend = "Times are median / 95th percentile; the ratio is that of the medians.";
  return ["", ...printed, "", legend, ""].join("\n");
}

function shown({ median, p95 }: Figure, unit: Line["unit"]): string {
  const [first, second] = [median, p95].map((value) =>
    value === undefined ? undefined : unit === "/s" ? value.toFixed(0) : value.toFixed(1),
  );
  return second === undefined ? `${first} ${unit}` : `${first} / ${second} ${unit}`;
}
