/**
 * An epoch's key sealed to one device, format 1:
 *
 *     version 1 · encapsulated key 32 · ciphertext 48
 *
 * Anyone can seal a lockbox to a public key; that the key in it is the epoch's is settled by the
 * commitment in the roster (`space/keyring`).
 */
import { type Bytes, concatBytes, textToBytes } from "../base/bytes";
import { decode, encode } from "../base/codec";
import { type DeviceId, idToBytes, type RecordId, type SpaceId } from "../base/ids";
import { err, ok, type Result } from "../base/result";
import { deriveHpkePair, hpkeOpen, type SealingPair } from "./hpke";
import { ENCAPSULATED_LENGTH, hpkeSeal } from "./hpke-seal";
import { type DeviceSecret, type EpochKey, Secret, SECRET_LENGTH, secretBytes } from "./secret";

export type { SealingPair } from "./hpke";

export const LOCKBOX_VERSION = 1;

const TAG_LENGTH = 16;

/** What a lockbox is bound to: at another place it does not open. */
export type LockboxPlace = {
  readonly space: SpaceId;
  readonly epoch: RecordId;
  readonly device: DeviceId;
};

export function sealingPairOf(secret: DeviceSecret): Promise<SealingPair> {
  return deriveHpkePair(secretBytes(secret));
}

/** `unusable-key`: the device's key is no key that can be sealed to; its owner chose it so. */
export async function closeLockbox(
  recipientKey: Bytes,
  place: LockboxPlace,
  epochKey: EpochKey,
): Promise<Result<Bytes, "unusable-key">> {
  const sealed = await hpkeSeal(recipientKey, infoOf(place), secretBytes(epochKey));
  if (!sealed.ok) return sealed;
  const { encapsulated, ciphertext } = sealed.value;
  return ok(encode((writer) => writer.byte(LOCKBOX_VERSION).fixed(encapsulated).fixed(ciphertext)));
}

/** Bytes from the relay: damaged, moved or sealed to another device is all `unreadable`. */
export async function openLockbox(
  recipient: SealingPair,
  place: LockboxPlace,
  bytes: Bytes,
): Promise<Result<EpochKey, "unreadable" | "too-new">> {
  const version = bytes[0];
  if (version !== undefined && version > LOCKBOX_VERSION) return err("too-new");
  const parsed = decode(bytes, (reader) => {
    if (reader.byte() !== LOCKBOX_VERSION) reader.refuse();
    const encapsulated = reader.fixed(ENCAPSULATED_LENGTH);
    return { encapsulated, ciphertext: reader.fixed(SECRET_LENGTH + TAG_LENGTH) };
  });
  if (!parsed.ok) return err("unreadable");
  const opened = await hpkeOpen(recipient, infoOf(place), parsed.value);
  return opened.ok ? ok(new Secret("epoch", opened.value)) : opened;
}

function infoOf(place: LockboxPlace): Bytes {
  const fields = [place.space, place.epoch, place.device].map(idToBytes);
  return concatBytes(textToBytes("beiakte lockbox v1"), Uint8Array.of(0), ...fields);
}
