/**
 * Base32 with Crockford's letters, in lower case: no i, l, o, u. What people take for one another
 * is read alike: o as 0, i and l as 1.
 */
import type { Bytes } from "../base/bytes";

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
/** How many bits one letter stands for. */
export const BASE32_BITS = 5;

/** The last letter's unused bits are zero. */
export function bytesToBase32(bytes: Bytes): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BASE32_BITS) {
      bits -= BASE32_BITS;
      text += LETTERS[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + LETTERS[(held << (BASE32_BITS - bits)) & 31];
}

/** Lower-case text. Nothing where it holds another sign, or more than these bytes need. */
export function base32ToBytes(text: string): Bytes | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * BASE32_BITS) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(ALIKE[letter] ?? letter);
    if (value < 0) return undefined;
    held = (held << BASE32_BITS) | value;
    bits += BASE32_BITS;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 && bits < BASE32_BITS ? bytes : undefined;
}

const ALIKE: Readonly<Record<string, string>> = { o: "0", i: "1", l: "1" };
