/**
 * The vault at rest, format 1:
 *
 *     version 1 · passphrase cost · passphrase box · session box (empty where there is none)
 *     · contents box · SHA-256 of all before it
 *
 * The first two boxes hold the vault's key, the third what it seals. The hash tells a damaged file
 * from a wrong passphrase; it is no protection against somebody who writes the file: the boxes are.
 */
import { type Bytes, concatBytes, equalBytes, textToBytes } from "@beiakte/shared/base/bytes";
import { decode, encode } from "@beiakte/shared/base/codec";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { hash } from "@beiakte/shared/crypto/hash";
import {
  type PassphraseCost,
  readPassphraseCost,
  writePassphraseCost,
} from "@beiakte/shared/crypto/passphrase";

export type VaultFile = {
  readonly cost: PassphraseCost;
  readonly passphraseBox: Bytes;
  readonly sessionBox: Bytes | undefined;
  readonly contentsBox: Bytes;
};

const FILE_VERSION = 1;
const HASH_LENGTH = 32;
const KEY_BOX_MOST_BYTES = 256;

export async function encodeVaultFile(file: VaultFile): Promise<Bytes> {
  const body = encode((writer) => {
    writePassphraseCost(writer.byte(FILE_VERSION), file.cost);
    writer.bytes(file.passphraseBox).bytes(file.sessionBox ?? new Uint8Array(0));
    writer.bytes(file.contentsBox);
  });
  return concatBytes(body, await hash(body));
}

/** Bytes from a disk that may be damaged, or that somebody else had in hand. */
export async function parseVaultFile(
  bytes: Bytes,
): Promise<Result<VaultFile, "damaged" | "too-new">> {
  const body = bytes.slice(0, -HASH_LENGTH);
  if (!equalBytes(await hash(body), bytes.slice(-HASH_LENGTH))) return err("damaged");
  const version = body[0];
  if (version !== undefined && version > FILE_VERSION) return err("too-new");
  const parsed = decode(body, (reader) => {
    if (reader.byte() !== FILE_VERSION) reader.refuse();
    const cost = readPassphraseCost(reader);
    const passphraseBox = reader.bytes(KEY_BOX_MOST_BYTES);
    const sessionBox = reader.bytes(KEY_BOX_MOST_BYTES);
    const contentsBox = reader.bytes();
    return {
      cost,
      passphraseBox,
      sessionBox: sessionBox.length === 0 ? undefined : sessionBox,
      contentsBox,
    };
  });
  return parsed.ok ? ok(parsed.value) : err("damaged");
}

/** What the passphrase box is bound to: a box is not opened under another cost than it was sealed. */
export function passphraseAssociated(cost: PassphraseCost): Bytes {
  return encode((writer) => writePassphraseCost(writer.byte(FILE_VERSION), cost));
}

export const SESSION_ASSOCIATED = textToBytes("beiakte vault session, file 1");
export const CONTENTS_ASSOCIATED = textToBytes("beiakte vault contents, file 1");
