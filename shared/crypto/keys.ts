/** Which key seals what: each is derived for one use, so a key that is misused opens nothing. */
import { concatBytes } from "../base/bytes";
import { type DeviceId, type DocumentId, idToBytes, type SpaceId } from "../base/ids";
import { deriveSealingKey, type SealingKey } from "./derive";
import type {
  DraftKey,
  EpochKey,
  JoinNameKey,
  PassphraseKey,
  ProjectionKey,
  SessionKey,
  VaultKey,
} from "./secret";

/** Where entries sealed by one key stand. */
export type EntryPlace = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly device: DeviceId;
};

/**
 * One key a device and document: two devices can never use the same nonce with the same key, and
 * one device's 2^32 entries a document (NIST SP 800-38D §8.3, random nonces) are out of reach.
 */
export function entryKey(epochKey: EpochKey, place: EntryPlace): Promise<SealingKey> {
  const fields = [place.space, place.document, place.device].map(idToBytes);
  return deriveSealingKey(epochKey, "beiakte entry key v1", concatBytes(...fields));
}

/** For presence and carets. The document's id is inside the seal, so it is not in the key. */
export function whisperKey(epochKey: EpochKey, space: SpaceId): Promise<SealingKey> {
  return deriveSealingKey(epochKey, "beiakte whisper key v1", idToBytes(space));
}

export function draftKey(secret: DraftKey): Promise<SealingKey> {
  return deriveSealingKey(secret, "beiakte draft key v1");
}

export function projectionKey(secret: ProjectionKey): Promise<SealingKey> {
  return deriveSealingKey(secret, "beiakte projection key v1");
}

export function joinNameKey(secret: JoinNameKey): Promise<SealingKey> {
  return deriveSealingKey(secret, "beiakte join name key v1");
}

/** Seals what the vault holds. */
export function vaultKey(secret: VaultKey): Promise<SealingKey> {
  return deriveSealingKey(secret, "beiakte vault contents v1");
}

/** Seals the vault's key, from what Argon2id made of the passphrase. */
export function passphraseKey(secret: PassphraseKey): Promise<SealingKey> {
  return deriveSealingKey(secret, "beiakte vault passphrase v1");
}

/** Seals the vault's key for the rest of the browser session. */
export function sessionKey(secret: SessionKey): Promise<SealingKey> {
  return deriveSealingKey(secret, "beiakte vault session v1");
}
