import { type Live, variable } from "@beiakte/shared/base/live";

/** Whether two lists hold the very same rows: what was computed anew and came out equal is kept. */
export function isSameRows(before: readonly unknown[], next: readonly unknown[]): boolean {
  return before.length === next.length && before.every((row, i) => Object.is(row, next[i]));
}

/**
 * A view made from other live values: computed when one of them changes, kept between, and kept
 * too where the new one is the same: else each letter would draw the screen anew.
 */
export function derived<Value>(
  sources: readonly Live<unknown>[],
  compute: () => Value,
  isSame: (before: Value, next: Value) => boolean = Object.is,
): Live<Value> & { readonly close: () => void } {
  const value = variable(compute());
  const stops = sources.map((source) =>
    source.subscribe(() => {
      const next = compute();
      if (!isSame(value.get(), next)) value.set(next);
    }),
  );
  return {
    get: value.get,
    subscribe: value.subscribe,
    close() {
      for (const stop of stops) stop();
    },
  };
}
