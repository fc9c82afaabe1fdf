/**
 * HPKE (RFC 9180), base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The sealing half
 * needs no secret: it may stand where nothing may be opened.
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import type { Bytes } from "../base/bytes";
import { err, ok, type Result } from "../base/result";

export const SUITE = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Length of the encapsulated key (`enc`). */
export const ENCAPSULATED_LENGTH = 32;

export type HpkeSealed = { readonly encapsulated: Bytes; readonly ciphertext: Bytes };

/** `unusable-key`: not a point that makes a shared secret. A stranger chose it. */
export async function hpkeSeal(
  publicKey: Bytes,
  info: Bytes,
  plaintext: Bytes,
): Promise<Result<HpkeSealed, "unusable-key">> {
  try {
    const recipientPublicKey = await SUITE.kem.deserializePublicKey(publicKey);
    const sealed = await SUITE.seal({ recipientPublicKey, info }, plaintext);
    return ok({
      encapsulated: new Uint8Array(sealed.enc),
      ciphertext: new Uint8Array(sealed.ct),
    });
  } catch {
    return err("unusable-key");
  }
}
