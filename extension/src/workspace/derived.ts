import { type Live, variable } from "@beiakte/shared/base/live";

/** A view made from other live values: computed when one of them changes, kept between. */
export function derived<Value>(
  sources: readonly Live<unknown>[],
  compute: () => Value,
): Live<Value> & { readonly close: () => void } {
  const value = variable(compute());
  const stops = sources.map((source) => source.subscribe(() => value.set(compute())));
  return {
    get: value.get,
    subscribe: value.subscribe,
    close() {
      for (const stop of stops) stop();
    },
  };
}
