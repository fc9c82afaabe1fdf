/**
 * A blind index: whether two texts are the same can be asked by who has neither, through their
 * HMAC-SHA-256 (RFC 2104) under a key that lives as long as the vault is open.
 */
import { type Bytes, bytesToHex, textToBytes } from "../base/bytes";

declare const blinding: unique symbol;

/** Does not come out of WebCrypto again. */
export type BlindingKey = CryptoKey & { readonly [blinding]: true };

export const BLINDING_KEY_LENGTH = 32;

// What is blinded under this key for something else some day must not be mistaken for it.
const LABEL = "beiakte identifier v1\0";

export async function blindingKey(bytes: Bytes): Promise<BlindingKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  return key as BlindingKey;
}

/** 64 hexadecimal digits. */
export async function blinded(key: BlindingKey, text: string): Promise<string> {
  const mac = await crypto.subtle.sign("HMAC", key, textToBytes(LABEL + text));
  return bytesToHex(new Uint8Array(mac));
}
