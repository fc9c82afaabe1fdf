/** Ed25519 (RFC 8032) by WebCrypto. Each use has its own label, so no signature serves twice. */
import { assert } from "../base/assert";
import { type Bytes, concatBytes, textToBytes } from "../base/bytes";

/** What a signature is for. It stands before the signed bytes, ended by a zero byte. */
export type SignatureLabel =
  | "beiakte entry v1"
  | "beiakte record v1"
  | "beiakte join v1"
  | "beiakte challenge v1"
  | "beiakte whisper v1";

export const SIGNATURE_LENGTH = 64;
export const PUBLIC_KEY_LENGTH = 32;

/** A device's or an invitation's private key. Printing it gives nothing away. */
export type SigningKey = {
  readonly type: "signing-key";
  readonly publicKey: Bytes;
  readonly privateKey: CryptoKey;
};

/** Non-extractable: usable for as long as the profile lives, never to be carried away. */
export async function generateSigningKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  assert("privateKey" in pair, "Ed25519 makes a pair");
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { type: "signing-key", publicKey, privateKey: pair.privateKey };
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 seed in PKCS #8.
const PKCS8_PREFIX = Uint8Array.from([
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
]);

/** The pair that a 32-byte secret stands for: both ends of an invitation make the same one. */
export async function signingKeyOf(seed: Bytes): Promise<SigningKey> {
  assert(seed.length === 32, "an Ed25519 seed has 32 bytes");
  const whole = concatBytes(PKCS8_PREFIX, seed);
  const extractable = await crypto.subtle.importKey("pkcs8", whole, "Ed25519", true, ["sign"]);
  const { x } = await crypto.subtle.exportKey("jwk", extractable);
  assert(x !== undefined, "an Ed25519 key has a public half");
  const raw = atob(x.replaceAll("-", "+").replaceAll("_", "/"));
  const publicKey = Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
  const privateKey = await crypto.subtle.importKey("pkcs8", whole, "Ed25519", false, ["sign"]);
  return { type: "signing-key", publicKey, privateKey };
}

export async function sign(key: SigningKey, label: SignatureLabel, bytes: Bytes): Promise<Bytes> {
  const signature = await crypto.subtle.sign("Ed25519", key.privateKey, labelled(label, bytes));
  return new Uint8Array(signature);
}

// Importing costs more than verifying, and a log has few authors.
const imported = new Map<string, Promise<CryptoKey | undefined>>();
const IMPORTED_MOST = 1000;

/** Whether the holder of `publicKey` signed these bytes for this use. A malformed key says no. */
export async function verify(
  publicKey: Bytes,
  label: SignatureLabel,
  bytes: Bytes,
  signature: Bytes,
): Promise<boolean> {
  const name = publicKey.join();
  let importing = imported.get(name);
  if (importing === undefined) {
    if (imported.size >= IMPORTED_MOST) imported.clear();
    importing = crypto.subtle
      .importKey("raw", publicKey, "Ed25519", false, ["verify"])
      .catch(() => undefined);
    imported.set(name, importing);
  }
  const key = await importing;
  if (key === undefined) return false;
  return crypto.subtle.verify("Ed25519", key, signature, labelled(label, bytes));
}

function labelled(label: SignatureLabel, bytes: Bytes): Bytes {
  return concatBytes(textToBytes(label), Uint8Array.of(0), bytes);
}
