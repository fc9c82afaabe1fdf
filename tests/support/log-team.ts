/** A space with its members' devices, as it is when the first of them have been admitted. */
import { bytesToId, type DocumentId, type SpaceId } from "@beiakte/shared/base/ids";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { admitRecord, inviteRecord } from "@beiakte/shared/space/admitting";
import { foundSpace } from "@beiakte/shared/space/founding";
import { newInvitation } from "@beiakte/shared/space/invitation";
import { makeJoinRequest } from "@beiakte/shared/space/join";
import { parseJoinRequest } from "@beiakte/shared/space/join-request";
import { realClock } from "./colleague";
import { must, newMember } from "./devices";
import { type DeviceVault, newVault, type RecordToSend } from "./log-device";
import { memoryEntryStore, type MemoryEntryStore } from "./memory-entry-store";

export type LogTeam = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly anna: DeviceVault;
  readonly ben: DeviceVault;
  readonly carol: DeviceVault;
  /** What Anna sends to the relay to admit Carol, in this order. */
  readonly admission: readonly RecordToSend[];
  /** A store that holds what Anna's or Ben's device has of the space before anything is written. */
  readonly newStore: (vault: DeviceVault) => Promise<MemoryEntryStore>;
};

/** Anna has founded it and admitted Ben; Carol is still at the door. */
export async function newLogTeam(): Promise<LogTeam> {
  const [anna, ben, carol] = [await newVault(), await newVault(), await newVault()];
  const now = realClock.now();
  const founded = await foundSpace(cryptoRandom, anna.own, newMember(cryptoRandom), now);
  const { keyring, lockboxes, record } = founded;
  const { space } = founded.roster;
  let { roster } = founded;
  const admit = async (newcomer: DeviceVault): Promise<readonly RecordToSend[]> => {
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
    return [{ record: invited.record, lockboxes: [] }, admitted];
  };
  const founding = [{ record, lockboxes }, ...(await admit(ben))];
  return {
    space,
    document: bytesToId("DocumentId", cryptoRandom.bytes(16)),
    anna,
    ben,
    carol,
    admission: await admit(carol),
    async newStore({ own }) {
      const store = memoryEntryStore(cryptoRandom);
      const boxes = founding.flatMap((sent) => sent.lockboxes);
      const held = own === anna.own ? boxes : boxes.filter(({ device }) => device === own.device);
      must(
        await store.addRecords(
          space,
          0,
          founding.map((sent) => sent.record),
        ),
      );
      must(await store.addLockboxes(space, held));
      return store;
    },
  };
}
