/** HKDF-SHA-256 (RFC 5869) by WebCrypto: one secret, a separate key for each use. */
import { type Bytes, concatBytes, textToBytes } from "../base/bytes";
import { Secret, secretBytes, type SecretKind } from "./secret";

/** What a derived key is for. It stands before the fields in `info`, ended by a zero byte. */
export type KeyLabel =
  | "beiakte draft key v1"
  | "beiakte entry key v1"
  | "beiakte epoch commitment v1"
  | "beiakte invitation id v1"
  | "beiakte invitation signing v1"
  | "beiakte join name key v1"
  | "beiakte join name secret v1"
  | "beiakte projection key v1"
  | "beiakte vault contents v1"
  | "beiakte vault passphrase v1"
  | "beiakte vault session v1"
  | "beiakte whisper key v1";

declare const sealing: unique symbol;

/** An AES-256-GCM key that WebCrypto does not give out again. */
export type SealingKey = CryptoKey & { readonly [sealing]: true };

const NO_FIELDS = new Uint8Array(0);
// RFC 5869 §3.1 allows none: every secret here is already uniformly random, or Argon2id's output.
const NO_SALT = new Uint8Array(0);

// Two people in one note need the same keys with each letter. They go with the secret, which nobody
// holds any more when the vault is locked.
const derived = new WeakMap<Secret<SecretKind>, Map<string, Promise<SealingKey>>>();
const DERIVED_MOST = 500;

/** `fields`: what the key is bound to; all of fixed length, or written by the codec. */
export function deriveSealingKey(
  secret: Secret<SecretKind>,
  label: KeyLabel,
  fields: Bytes = NO_FIELDS,
): Promise<SealingKey> {
  const ofSecret = derived.get(secret) ?? new Map<string, Promise<SealingKey>>();
  derived.set(secret, ofSecret);
  const name = `${label} ${fields.join()}`;
  const held = ofSecret.get(name);
  if (held !== undefined) return held;
  if (ofSecret.size >= DERIVED_MOST) ofSecret.clear();
  const deriving = newSealingKey(secret, label, fields);
  ofSecret.set(name, deriving);
  return deriving;
}

async function newSealingKey(
  secret: Secret<SecretKind>,
  label: KeyLabel,
  fields: Bytes,
): Promise<SealingKey> {
  const key = await crypto.subtle.deriveKey(
    hkdf(label, fields),
    await hkdfKey(secret),
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
  return key as SealingKey;
}

/** Bytes that may be known to others (an id, a commitment): they do not lead back to the secret. */
export async function deriveBytes(
  secret: Secret<SecretKind>,
  label: KeyLabel,
  length: number,
): Promise<Bytes> {
  const key = await hkdfKey(secret);
  const bits = await crypto.subtle.deriveBits(hkdf(label, NO_FIELDS), key, 8 * length);
  return new Uint8Array(bits);
}

export async function deriveSecret<Kind extends SecretKind>(
  kind: Kind,
  secret: Secret<SecretKind>,
  label: KeyLabel,
): Promise<Secret<Kind>> {
  return new Secret(kind, await deriveBytes(secret, label, 32));
}

function hkdf(label: KeyLabel, fields: Bytes): HkdfParams {
  const info = concatBytes(textToBytes(label), Uint8Array.of(0), fields);
  return { name: "HKDF", hash: "SHA-256", salt: NO_SALT, info };
}

function hkdfKey(secret: Secret<SecretKind>): Promise<CryptoKey> {
  const uses: KeyUsage[] = ["deriveKey", "deriveBits"];
  return crypto.subtle.importKey("raw", secretBytes(secret), "HKDF", false, uses);
}
