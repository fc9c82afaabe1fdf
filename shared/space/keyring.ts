/** The epoch keys of one space that this device holds. */
import { equalBytes, type Bytes } from "../base/bytes";
import type { Reader, Writer } from "../base/codec";
import type { DeviceId, RecordId, SpaceId } from "../base/ids";
import { err, ok, type Result } from "../base/result";
import { deriveBytes } from "../crypto/derive";
import { closeLockbox, openLockbox } from "../crypto/lockbox";
import { type EpochKey, readSecret, writeSecret } from "../crypto/secret";
import type { OwnDevice } from "./own-device";
import type { Roster, RosterDevice } from "./roster";

export type Keyring = {
  readonly space: SpaceId;
  readonly keys: ReadonlyMap<RecordId, EpochKey>;
};

/** An epoch's key on its way to a device, as the relay holds it. */
export type Lockbox = {
  readonly device: DeviceId;
  readonly epoch: RecordId;
  readonly bytes: Bytes;
};

export type LockboxFault = {
  readonly type: "foreign" | "unknown-epoch" | "unreadable" | "too-new" | "wrong-key";
  readonly epoch: RecordId;
};

export type OpenedLockboxes = {
  readonly keyring: Keyring;
  readonly faults: readonly LockboxFault[];
};

// A space that renews its key each week reaches this after 190 years.
const EPOCHS_MOST = 10_000;

export function emptyKeyring(space: SpaceId): Keyring {
  return { space, keys: new Map() };
}

export function keyFor(keyring: Keyring, epoch: RecordId): EpochKey | undefined {
  return keyring.keys.get(epoch);
}

/** The key to seal with. Missing until the lockbox of the current epoch has come. */
export function currentKey(keyring: Keyring, roster: Roster): EpochKey | undefined {
  return keyFor(keyring, roster.currentEpoch.id);
}

/** Published in the record that makes the epoch; it binds the key and does not tell it. */
export function epochCommitment(key: EpochKey): Promise<Bytes> {
  return deriveBytes(key, "beiakte epoch commitment v1", 32);
}

/**
 * The keyring with all that these lockboxes give. They come from the relay, and anyone can seal to
 * a public key: a key that is not the one its epoch's record is committed to is refused, or
 * somebody could make one device write under a key that they know.
 */
export async function openLockboxes(
  keyring: Keyring,
  roster: Roster,
  own: OwnDevice,
  lockboxes: readonly Lockbox[],
): Promise<OpenedLockboxes> {
  const results = await Promise.all(
    lockboxes
      .filter((lockbox) => !keyring.keys.has(lockbox.epoch))
      .map((lockbox) => opened(roster, own, lockbox)),
  );
  const keys = new Map(keyring.keys);
  const faults: LockboxFault[] = [];
  for (const result of results) {
    if (result.ok) keys.set(result.value.epoch, result.value.key);
    else faults.push(result.error);
  }
  return { keyring: { space: keyring.space, keys }, faults };
}

async function opened(
  roster: Roster,
  own: OwnDevice,
  lockbox: Lockbox,
): Promise<Result<{ readonly epoch: RecordId; readonly key: EpochKey }, LockboxFault>> {
  const { epoch: id } = lockbox;
  if (lockbox.device !== own.device) return err({ type: "foreign", epoch: id });
  const epoch = roster.epochs.find((known) => known.id === id);
  if (epoch === undefined) return err({ type: "unknown-epoch", epoch: id });
  const place = { space: roster.space, epoch: id, device: own.device };
  const key = await openLockbox(own.sealingPair, place, lockbox.bytes);
  if (!key.ok) return err({ type: key.error, epoch: id });
  const isGenuine = equalBytes(await epochCommitment(key.value), epoch.commitment);
  return isGenuine ? ok({ epoch: id, key: key.value }) : err({ type: "wrong-key", epoch: id });
}

/** One lockbox for each key that we hold, so that a newcomer reads what was written before. */
export async function lockboxesFor(
  keyring: Keyring,
  recipient: Pick<RosterDevice, "device" | "sealingKey">,
): Promise<Result<readonly Lockbox[], "unusable-key">> {
  const lockboxes: Lockbox[] = [];
  for (const [epoch, key] of keyring.keys) {
    const { device, sealingKey } = recipient;
    const place = { space: keyring.space, epoch, device };
    // oxlint-disable-next-line no-await-in-loop -- one or a few epochs, and the first fault ends it
    const bytes = await closeLockbox(sealingKey, place, key);
    if (!bytes.ok) return bytes;
    lockboxes.push({ device, epoch, bytes: bytes.value });
  }
  return ok(lockboxes);
}

/** Only into the vault. */
export function writeKeyring(writer: Writer, keyring: Keyring): Writer {
  return writer
    .id(keyring.space)
    .list([...keyring.keys], (to, [epoch, key]) => writeSecret(to.id(epoch), key));
}

export function readKeyring(reader: Reader): Keyring {
  const space = reader.id("SpaceId");
  const keys = reader.list(EPOCHS_MOST, (from): readonly [RecordId, EpochKey] => [
    from.id("RecordId"),
    readSecret(from, "epoch"),
  ]);
  return { space, keys: new Map(keys) };
}
