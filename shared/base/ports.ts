import type { Bytes } from "./bytes";

/** Time as a dependency: tests turn it by hand. */
export type Clock = {
  /** Milliseconds since 1970 by this machine's clock, which may be wrong: never an order. */
  readonly now: () => number;
  /** Calls once after so many milliseconds, unless cancelled before. */
  readonly after: (delayMs: number, call: () => void) => Cancel;
};

export type Cancel = () => void;

/** Chance as a dependency: cryptographic in the product, seeded in tests. */
export type Random = { readonly bytes: (length: number) => Bytes };
