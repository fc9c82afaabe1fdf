/**
 * PADMÉ (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with
 * PURBs", PoPETs 2019, algorithm 1): a length tells at most O(log log n) bits about what is
 * sealed, for at most 12 % more bytes. Without it the relay would see how much somebody writes.
 */
import { assert } from "../base/assert";
import { type Bytes, concatBytes } from "../base/bytes";
import { decode, encode, type Malformed } from "../base/codec";
import type { Result } from "../base/result";

/** The length to pad `length` bytes to. Its last bits are zero, the fewer the shorter it is. */
export function padmeLength(length: number): number {
  assert(Number.isSafeInteger(length) && length >= 0, "a length is a safe whole number");
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const digits = Math.floor(Math.log2(exponent)) + 1;
  // Multiplied, not shifted: a shift would cut lengths of 2^31 and more.
  const step = 2 ** (exponent - digits);
  return step <= 1 ? length : Math.ceil(length / step) * step;
}

/**
 * Length (varint), the bytes, and zeros up to the PADMÉ length. `least`: what is shorter is padded
 * to there, because PADMÉ by itself hides next to nothing of a name's length.
 */
export function padded(bytes: Bytes, least = 0): Bytes {
  const whole = encode((writer) => writer.bytes(bytes));
  return concatBytes(whole, new Uint8Array(lengthOf(whole.length, least) - whole.length));
}

/** What was padded with the same `least`. One value has one padded form; others are refused. */
export function unpadded(bytes: Bytes, least = 0): Result<Bytes, Malformed> {
  return decode(bytes, (reader) => {
    const inner = reader.bytes();
    if (lengthOf(reader.position, least) !== bytes.length) reader.refuse();
    return reader.fixed(reader.left).every((byte) => byte === 0) ? inner : reader.refuse();
  });
}

function lengthOf(length: number, least: number): number {
  return padmeLength(Math.max(length, least));
}
