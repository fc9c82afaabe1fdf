import { assert } from "../base/assert";
import type { Bytes } from "../base/bytes";
import type { Random } from "../base/ports";

/**
 * Chance that comes out the same for the same seed. It can be foretold by anybody: what it makes
 * is for practice and tests, and no key is ever made of it.
 */
export type Seeded = Random & {
  /** A whole number from 0 up to, but without, `limit`. */
  readonly below: (limit: number) => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (share: number) => boolean;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** So many different ones of them, or all where there are fewer. */
  readonly some: <Value>(values: readonly Value[], count: number) => readonly Value[];
};

/** sfc32 (PractRand, Chris Doty-Humphrey), its state mixed from the seed's text by FNV-1a. */
export function seeded(seed: string): Seeded {
  const next = sfc32(seed);
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    assert(value !== undefined, "something to pick from");
    return value;
  };
  return {
    below,
    pick,
    between: (least, most) => least + below(most - least + 1),
    percent: (share) => below(100) < share,
    some(values, count) {
      const left = [...values];
      const taken = [];
      while (taken.length < count && left.length > 0) {
        taken.push(...left.splice(below(left.length), 1));
      }
      return taken;
    },
    bytes(length): Bytes {
      const bytes = new Uint8Array(length);
      for (let i = 0; i < length; i += 1) bytes[i] = next() >>> 24;
      return bytes;
    },
  };
}

function sfc32(seed: string): () => number {
  let hash = 0x811c9dc5;
  const mix = (value: number): number => {
    hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
    return hash;
  };
  for (let i = 0; i < seed.length; i += 1) mix(seed.charCodeAt(i));
  let [a, b, c, counter] = [mix(1), mix(2), mix(3), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  // The generator's own advice: its first dozen numbers still show the seed.
  for (let i = 0; i < 12; i += 1) next();
  return next;
}
