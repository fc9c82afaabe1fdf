/** What the vault's three boxes are sealed with, and how they are opened. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import { decode, encode } from "@beiakte/shared/base/codec";
import type { Random } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { passphraseKey, sessionKey } from "@beiakte/shared/crypto/keys";
import {
  type DeriveFromPassphrase,
  newPassphraseCost,
  type PassphraseCost,
  passphraseKeyOf,
} from "@beiakte/shared/crypto/passphrase";
import { openBox, sealBox, type SealingKey } from "@beiakte/shared/crypto/seal";
import { newSecret, readSecret, type VaultKey, writeSecret } from "@beiakte/shared/crypto/secret";
import { encodeContents, parseContents, type VaultContents } from "./vault-contents";
import {
  CONTENTS_ASSOCIATED,
  passphraseAssociated,
  SESSION_ASSOCIATED,
  type VaultFile,
} from "./vault-file";

export async function openContents(
  key: SealingKey,
  file: VaultFile,
): Promise<Result<VaultContents, "damaged" | "too-new">> {
  const plaintext = await openBox(key, file.contentsBox, CONTENTS_ASSOCIATED);
  return plaintext.ok ? parseContents(plaintext.value) : err("damaged");
}

export function sealContents(
  key: SealingKey,
  random: Random,
  contents: VaultContents,
): Promise<Bytes> {
  return sealBox(key, random, encodeContents(contents), CONTENTS_ASSOCIATED);
}

export async function openWithPassphrase(
  file: VaultFile,
  passphrase: string,
  derive: DeriveFromPassphrase,
): Promise<Result<VaultKey, "wrong-passphrase">> {
  const key = await passphraseKey(passphraseKeyOf(await derive(passphrase, file.cost)));
  const secret = await openKeyBox(key, file.passphraseBox, passphraseAssociated(file.cost));
  return secret === undefined ? err("wrong-passphrase") : ok(secret);
}

export async function sealWithPassphrase(
  secret: VaultKey,
  passphrase: string,
  random: Random,
  derive: DeriveFromPassphrase,
): Promise<{ readonly cost: PassphraseCost; readonly passphraseBox: Bytes }> {
  const cost = newPassphraseCost(random);
  const key = await passphraseKey(passphraseKeyOf(await derive(passphrase, cost)));
  return { cost, passphraseBox: await sealKeyBox(key, random, secret, passphraseAssociated(cost)) };
}

/** `session`: the bytes that the browser kept. Nothing where they do not fit the file. */
export async function openWithSession(
  file: VaultFile,
  session: Bytes | undefined,
): Promise<VaultKey | undefined> {
  if (session === undefined || file.sessionBox === undefined) return undefined;
  const secret = decode(session, (reader) => readSecret(reader, "session"));
  if (!secret.ok) return undefined;
  return openKeyBox(await sessionKey(secret.value), file.sessionBox, SESSION_ASSOCIATED);
}

/** A new session: `session` is for the browser's memory, `sessionBox` for the file. */
export async function sealWithSession(
  secret: VaultKey,
  random: Random,
): Promise<{ readonly session: Bytes; readonly sessionBox: Bytes }> {
  const own = newSecret("session", random);
  const session = encode((writer) => writeSecret(writer, own));
  const key = await sessionKey(own);
  return { session, sessionBox: await sealKeyBox(key, random, secret, SESSION_ASSOCIATED) };
}

function sealKeyBox(
  key: SealingKey,
  random: Random,
  secret: VaultKey,
  associated: Bytes,
): Promise<Bytes> {
  const bytes = encode((writer) => writeSecret(writer, secret));
  return sealBox(key, random, bytes, associated);
}

async function openKeyBox(
  key: SealingKey,
  box: Bytes,
  associated: Bytes,
): Promise<VaultKey | undefined> {
  const bytes = await openBox(key, box, associated);
  if (!bytes.ok) return undefined;
  const secret = decode(bytes.value, (reader) => readSecret(reader, "vault"));
  return secret.ok ? secret.value : undefined;
}
