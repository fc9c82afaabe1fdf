/** Chance from a seed: the same seed gives the same bytes. Not cryptographic; for tests only. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { Random } from "@beiakte/shared/base/ports";

export type Seeded = Random & {
  /** A number from 0 up to, and without, 1. */
  readonly fraction: () => number;
  /** A whole number from 0 up to, and without, `below`. */
  readonly below: (below: number) => number;
};

/** mulberry32, seeded by a text or a number. */
export function seeded(seed: string | number): Seeded {
  let state = typeof seed === "number" ? seed >>> 0 : seedOf(seed);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(fraction() * limit);
  const bytes = (length: number): Bytes => Uint8Array.from({ length }, () => below(256));
  return { fraction, below, bytes };
}

function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
