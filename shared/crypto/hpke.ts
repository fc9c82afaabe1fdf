/** HPKE (RFC 9180), base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import type { Bytes } from "../base/bytes";
import { err, ok, type Result } from "../base/result";

const SUITE = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Length of the encapsulated key (`enc`). */
export const ENCAPSULATED_LENGTH = 32;

/** What opens lockboxes: the device's X25519 pair. Printing it gives nothing away. */
export type SealingPair = {
  readonly type: "sealing-pair";
  readonly publicKey: Bytes;
  readonly pair: CryptoKeyPair;
};

export type HpkeSealed = { readonly encapsulated: Bytes; readonly ciphertext: Bytes };

/** DeriveKeyPair (RFC 9180 §7.1.3): the same pair from the same secret, always. */
export async function deriveHpkePair(secret: Bytes): Promise<SealingPair> {
  const pair = await SUITE.kem.deriveKeyPair(secret.buffer);
  const publicKey = new Uint8Array(await SUITE.kem.serializePublicKey(pair.publicKey));
  return { type: "sealing-pair", publicKey, pair };
}

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

export async function hpkeOpen(
  recipient: SealingPair,
  info: Bytes,
  sealed: HpkeSealed,
): Promise<Result<Bytes, "unreadable">> {
  try {
    const enc = sealed.encapsulated;
    const opened = await SUITE.open({ recipientKey: recipient.pair, enc, info }, sealed.ciphertext);
    return ok(new Uint8Array(opened));
  } catch {
    return err("unreadable");
  }
}
