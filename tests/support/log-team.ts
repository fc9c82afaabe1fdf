/** A space with its members' devices, as it is after all have been admitted. */
import { bytesToId, type DocumentId, type SpaceId } from "@beiakte/shared/base/ids";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { admitRecord, inviteRecord } from "@beiakte/shared/space/admitting";
import { foundSpace } from "@beiakte/shared/space/founding";
import { newInvitation } from "@beiakte/shared/space/invitation";
import { makeJoinRequest } from "@beiakte/shared/space/join";
import { parseJoinRequest } from "@beiakte/shared/space/join-request";
import type { Lockbox } from "@beiakte/shared/space/keyring";
import type { Bytes } from "@beiakte/shared/base/bytes";
import { realClock } from "./colleague";
import { must, newMember } from "./devices";
import { type DeviceVault, newVault } from "./log-device";
import { memoryEntryStore, type MemoryEntryStore } from "./memory-entry-store";

export type LogTeam = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly anna: DeviceVault;
  readonly ben: DeviceVault;
  readonly carol: DeviceVault;
  /** A store that holds what a device has of the space before anything is written. */
  readonly newStore: (vault: DeviceVault) => Promise<MemoryEntryStore>;
  /** One that has not heard of the space yet. */
  readonly emptyStore: () => MemoryEntryStore;
};

/** Anna founds it and admits Ben and Carol. Their keys lie with her, as with every admin. */
export async function newLogTeam(): Promise<LogTeam> {
  const [anna, ben, carol] = [await newVault(), await newVault(), await newVault()];
  const now = realClock.now();
  const founded = await foundSpace(cryptoRandom, anna.own, newMember(cryptoRandom), now);
  const { keyring } = founded;
  let { roster } = founded;
  const { space } = roster;
  const records: Bytes[] = [founded.record];
  const lockboxes: Lockbox[] = [...founded.lockboxes];
  for (const newcomer of [ben, carol]) {
    const invitation = newInvitation(cryptoRandom, "ws://127.0.0.1", space, now);
    const invited = must(await inviteRecord(roster, anna.own, invitation, "member", now));
    const name = { name: "Ben", organisation: "Stadt" };
    const bytes = await makeJoinRequest(cryptoRandom, invitation.secret, newcomer.own, name);
    const request = must(parseJoinRequest(bytes));
    const member = newMember(cryptoRandom);
    const admitted = must(
      await admitRecord(invited.roster, keyring, anna.own, request, member, now),
    );
    ({ roster } = admitted);
    records.push(invited.record, admitted.record);
    lockboxes.push(...admitted.lockboxes);
  }
  const document = bytesToId("DocumentId", cryptoRandom.bytes(16));
  return {
    space,
    document,
    anna,
    ben,
    carol,
    emptyStore: () => memoryEntryStore(cryptoRandom),
    async newStore({ own }) {
      const store = memoryEntryStore(cryptoRandom);
      const isAdmin = own.device === anna.own.device;
      const held = lockboxes.filter(({ device }) => isAdmin || device === own.device);
      must(await store.addRecords(space, 0, records));
      must(await store.addLockboxes(space, held));
      return store;
    },
  };
}
