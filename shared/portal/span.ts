/** From `start` up to, but without, `end`. */
export type Span = { readonly start: number; readonly end: number };

/** Whether one of these, which stand in order and apart, touches it: found by halving. */
export function isOverlapped(spans: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.start ?? Infinity) < span.end;
}
