/**
 * Places in an order as text: between any two keys there is another one, so a move writes one
 * value and leaves its neighbours alone. Digits of base 62, compared by code unit; a key never
 * ends in `0`, or nothing would fit below it.
 */
import type { Random } from "../base/ports";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = DIGITS.length;

/** The key of the n-th thing of a list that everybody knows, such as a template's steps. */
export function orderAt(index: number): string {
  return digit(1 + Math.floor(index / (BASE - 1))) + digit(1 + (index % (BASE - 1)));
}

export function isOrderKey(value: unknown): value is string {
  return typeof value === "string" && /^[0-9A-Za-z]{0,199}[1-9A-Za-z]$/u.test(value);
}

/**
 * A key after `low` and before `high`; without `high`, or where no key lies between, after `low`.
 * Its last digits are random: two people who move to one place at once get two different keys.
 */
export function orderBetween(low: string, high: string | undefined, random: Random): string {
  const bound = high !== undefined && low < high ? high : undefined;
  let key = "";
  let bounded = bound !== undefined;
  for (let i = 0; ; i += 1) {
    const from = valueAt(low, i);
    const to = bounded && bound !== undefined ? valueAt(bound, i) : BASE;
    if (to - from > 1) {
      // At the open end small paces keep keys short; between two neighbours the middle does.
      const pace = bounded ? Math.floor((to - from) / 2) : 1;
      return key + digit(from + pace) + jitter(random);
    }
    key += digit(from);
    if (from < to) bounded = false;
  }
}

function jitter(random: Random): string {
  const [a = 0, b = 0] = random.bytes(2);
  return digit(a % BASE) + digit(1 + (b % (BASE - 1)));
}

function valueAt(key: string, index: number): number {
  return index < key.length ? DIGITS.indexOf(key.charAt(index)) : 0;
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}
