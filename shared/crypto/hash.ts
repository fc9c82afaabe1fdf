import type { Bytes } from "../base/bytes";

/** SHA-256 (FIPS 180-4), 32 bytes. */
export async function hash(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
