/** AES-256-GCM (NIST SP 800-38D) by WebCrypto, 128-bit tag at the end of the ciphertext. */
import { assert } from "../base/assert";
import { type Bytes, concatBytes } from "../base/bytes";
import type { Random } from "../base/ports";
import { err, ok, type Result } from "../base/result";
import type { SealingKey } from "./derive";

export type { SealingKey } from "./derive";
export { entryKey, whisperKey } from "./keys";

declare const sealed: unique symbol;

/** What only `seal` makes: a place that stores or sends these cannot be given plain text. */
export type Ciphertext = Bytes & { readonly [sealed]: "ciphertext" };

/** Nonce and ciphertext in one: for what is sealed once and has no header of its own. */
export type Box = Bytes & { readonly [sealed]: "box" };

export const NONCE_LENGTH = 12;

/** 96 random bits: a counter would start again in a restored profile. */
export function newNonce(random: Random): Bytes {
  return random.bytes(NONCE_LENGTH);
}

/** `associated`: said in the open and bound to the ciphertext, so that it cannot be moved. */
export async function seal(
  key: SealingKey,
  nonce: Bytes,
  plaintext: Bytes,
  associated: Bytes,
): Promise<Ciphertext> {
  assert(nonce.length === NONCE_LENGTH, "a nonce has 12 bytes");
  const ciphertext = await crypto.subtle.encrypt(gcm(nonce, associated), key, plaintext);
  return new Uint8Array(ciphertext) as Ciphertext;
}

/**
 * `unreadable`: another key, other associated data, or a byte changed by whoever had it in hand.
 * AES-GCM does not tell which, nor does it bind the key; epochs' keys are bound by a commitment.
 */
export async function open(
  key: SealingKey,
  nonce: Bytes,
  ciphertext: Bytes,
  associated: Bytes,
): Promise<Result<Bytes, "unreadable">> {
  if (nonce.length !== NONCE_LENGTH) return err("unreadable");
  try {
    return ok(new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, associated), key, ciphertext)));
  } catch {
    // WebCrypto's one way to say that the tag does not fit.
    return err("unreadable");
  }
}

export async function sealBox(
  key: SealingKey,
  random: Random,
  plaintext: Bytes,
  associated: Bytes,
): Promise<Box> {
  const nonce = newNonce(random);
  return concatBytes(nonce, await seal(key, nonce, plaintext, associated)) as Box;
}

export function openBox(
  key: SealingKey,
  box: Bytes,
  associated: Bytes,
): Promise<Result<Bytes, "unreadable">> {
  return open(key, box.slice(0, NONCE_LENGTH), box.slice(NONCE_LENGTH), associated);
}

function gcm(nonce: Bytes, associated: Bytes): AesGcmParams {
  return { name: "AES-GCM", iv: nonce, additionalData: associated, tagLength: 128 };
}
