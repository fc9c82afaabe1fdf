/** Makes one entry: padded, sealed, signed. What it stands after is the caller's to know. */
import { assert } from "../base/assert";
import { concatBytes } from "../base/bytes";
import type { EntryId } from "../base/ids";
import type { Random } from "../base/ports";
import type { EpochKey } from "../crypto/secret";
import { entryKey, seal } from "../crypto/seal";
import { sign, type SigningKey } from "../crypto/signature";
import { encodeHeader, entryId, type EntryHeader, NONCE_LENGTH, signedPart } from "./entry";
import { encodePayload, type Payload } from "./payload";
import type { Bytes } from "../base/bytes";

export type SealedEntry = {
  readonly header: EntryHeader;
  readonly id: EntryId;
  readonly bytes: Bytes;
};

export async function sealEntry(
  header: EntryHeader,
  payload: Payload,
  epochKey: EpochKey,
  signingKey: SigningKey,
  random: Random,
): Promise<SealedEntry> {
  const key = await entryKey(epochKey, header);
  const headerBytes = encodeHeader(header);
  const nonce = random.bytes(NONCE_LENGTH);
  assert(nonce.length === NONCE_LENGTH, "a nonce has 96 bits");
  const ciphertext = await seal(key, nonce, encodePayload(payload), headerBytes);
  const signed = signedPart(headerBytes, nonce, ciphertext);
  const bytes = concatBytes(signed, await sign(signingKey, "beiakte entry v1", signed));
  return { header, id: await entryId(bytes), bytes };
}
