/** The first record of a space: its founder, and the commitment to its first epoch's key. */
import { assert } from "../base/assert";
import type { Bytes } from "../base/bytes";
import type { MemberId } from "../base/ids";
import type { Random } from "../base/ports";
import { newSecret } from "../crypto/secret";
import { epochCommitment, type Keyring, type Lockbox, lockboxesFor } from "./keyring";
import type { OwnDevice } from "./own-device";
import { NO_RECORD, signRecord } from "./record";
import { extendRoster, type Roster } from "./roster";

export type Founded = {
  readonly record: Bytes;
  readonly roster: Roster;
  readonly keyring: Keyring;
  /** For the founder's own device too: a vault set back to an older copy finds its key again. */
  readonly lockboxes: readonly Lockbox[];
};

/** `time`: milliseconds since 1970, by this device's clock. */
export async function foundSpace(
  random: Random,
  own: OwnDevice,
  member: MemberId,
  time: number,
): Promise<Founded> {
  const key = newSecret("epoch", random);
  const commitment = await epochCommitment(key);
  const nonce = random.bytes(16);
  const body = { type: "found", nonce, keys: own.keys, member, commitment } as const;
  const record = await signRecord(
    { previous: NO_RECORD, author: own.device, time, body },
    own.signingKey,
  );
  const roster = await extendRoster(undefined, record);
  assert(roster.ok, "a record made here founds a space");
  const { space, currentEpoch } = roster.value;
  const keyring = { space, keys: new Map([[currentEpoch.id, key]]) };
  const lockboxes = await lockboxesFor(keyring, { device: own.device, ...own.keys });
  assert(lockboxes.ok, "our own key can be sealed to");
  return { record, roster: roster.value, keyring, lockboxes: lockboxes.value };
}
