/** The opening half of HPKE: pairs, and what was sealed to them. */
import type { Bytes } from "../base/bytes";
import { err, ok, type Result } from "../base/result";
import { type HpkeSealed, SUITE } from "./hpke-seal";

/** What opens lockboxes: the device's X25519 pair. Printing it gives nothing away. */
export type SealingPair = {
  readonly type: "sealing-pair";
  readonly publicKey: Bytes;
  readonly pair: CryptoKeyPair;
};

/** DeriveKeyPair (RFC 9180 §7.1.3): the same pair from the same secret, always. */
export async function deriveHpkePair(secret: Bytes): Promise<SealingPair> {
  const pair = await SUITE.kem.deriveKeyPair(secret.buffer);
  const publicKey = new Uint8Array(await SUITE.kem.serializePublicKey(pair.publicKey));
  return { type: "sealing-pair", publicKey, pair };
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
