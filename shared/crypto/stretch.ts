/** PBKDF2-SHA-256 (RFC 8018) by WebCrypto, over public bytes: makes each guess dear. */
import { type Bytes, textToBytes } from "../base/bytes";

/** What the stretched bytes are for; it is the salt. */
export type StretchLabel = "beiakte words v1";

// About 0.05 s here: nobody waits, and whoever wants to find keys with the same six words pays it
// for each of 2^60 tries.
const ROUNDS = 200_000;

export async function stretch(label: StretchLabel, bytes: Bytes, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveBits"]);
  const salt = textToBytes(label);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * length));
}
