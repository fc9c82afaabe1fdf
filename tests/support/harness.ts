/** A team with real keys, its devices on fakes, and logs that are open on them. */
import { assert } from "@beiakte/shared/base/assert";
import { type Bytes, bytesToHex } from "@beiakte/shared/base/bytes";
import { bytesToId, type DocumentId, type SpaceId } from "@beiakte/shared/base/ids";
import type { Random } from "@beiakte/shared/base/ports";
import { draftKey } from "@beiakte/shared/crypto/keys";
import type { SealingKey } from "@beiakte/shared/crypto/seal";
import { newSecret } from "@beiakte/shared/crypto/secret";
import { sign } from "@beiakte/shared/crypto/signature";
import type { News } from "@beiakte/shared/log/entry-store";
import { SealedLog, type SealedLogContext } from "@beiakte/shared/log/sealed-log";
import { admitRecord, inviteRecord } from "@beiakte/shared/space/admitting";
import { newInvitation } from "@beiakte/shared/space/invitation";
import { makeJoinRequest } from "@beiakte/shared/space/join";
import { parseJoinRequest } from "@beiakte/shared/space/join-request";
import { keyFor, type Keyring } from "@beiakte/shared/space/keyring";
import type { OwnDevice } from "@beiakte/shared/space/own-device";
import type { Roster } from "@beiakte/shared/space/roster";
import { SyncEngine } from "@beiakte/shared/sync/sync-engine";
import * as Y from "yjs";
import type { EntryStore } from "../../extension/src/workspace/entry-store";
import { testClock, type TestClock } from "./clock";
import { makeContexts, type Contexts } from "./contexts";
import { must, newDevice, newMember, newSpace, NOON } from "./devices";
import { memoryEntryStore, type MemoryEntryStore } from "./memory-entry-store";
import { seeded } from "./seeded";
import type { Switchboard } from "./switchboard";

export type Member = { readonly own: OwnDevice; readonly draftKey: SealingKey };

export type Team = {
  readonly space: SpaceId;
  readonly records: readonly Bytes[];
  readonly roster: Roster;
  readonly keyring: Keyring;
  readonly members: ReadonlyMap<string, Member>;
};

/** The origin that stands for single actions. */
export const ACTION = Symbol("action");

/** The first founds the space and admits the others. */
export async function setupTeam(...names: readonly string[]): Promise<Team> {
  const random = seeded(names.join("+"));
  const { anna: founder, keyring, record, roster: first } = await newSpace(random);
  const [name = "anna", ...others] = names;
  const member = async (own: OwnDevice): Promise<Member> => {
    return { own, draftKey: await draftKey(newSecret("draft", random)) };
  };
  const members = new Map([[name, await member(founder)]]);
  const records = [record];
  let roster = first;
  for (const other of others) {
    // One after another: each record extends the one before.
    const own = await newDevice(random);
    const invitation = newInvitation(random, "wss://relay.invalid", roster.space, NOON);
    const invited = must(await inviteRecord(roster, founder, invitation, "member", NOON));
    const newcomer = { name: other, organisation: "" };
    const request = await makeJoinRequest(random, invitation.secret, own, newcomer);
    const parsed = must(parseJoinRequest(request));
    const admitted = must(
      await admitRecord(invited.roster, keyring, founder, parsed, newMember(random), NOON),
    );
    records.push(invited.record, admitted.record);
    roster = admitted.roster;
    members.set(other, await member(own));
  }
  return { space: roster.space, records, roster, keyring, members };
}

export function memberOf(team: Team, name: string): Member {
  const member = team.members.get(name);
  assert(member !== undefined, "the team has such a member");
  return member;
}

export type TestDevice = {
  readonly team: Team;
  readonly name: string;
  readonly own: OwnDevice;
  readonly store: MemoryEntryStore;
  readonly contexts: Contexts;
  readonly clock: TestClock;
  readonly random: Random;
};

export function testDevice(
  team: Team,
  name: string,
  parts: Partial<Pick<TestDevice, "clock" | "contexts" | "random" | "store">> = {},
): TestDevice {
  const random = parts.random ?? seeded(`device ${name}`);
  const clock = parts.clock ?? testClock();
  const contexts = parts.contexts ?? makeContexts();
  const store = parts.store ?? memoryEntryStore(random);
  const { own } = memberOf(team, name);
  return { team, name, own, store, contexts, clock, random };
}

export type OpenLog = {
  readonly doc: Y.Doc;
  readonly log: SealedLog;
  readonly context: SealedLogContext;
  /** The context dies: what is not committed by now never is. */
  readonly kill: () => void;
};

/** A context of the device with a log that is not open yet. `over`: what a test needs otherwise. */
export function makeLog(
  device: TestDevice,
  document: DocumentId,
  over: Partial<SealedLogContext> & { readonly wrap?: (store: EntryStore) => EntryStore } = {},
): OpenLog {
  const { contexts, own, random, store, team } = device;
  const { wrap = (inner: EntryStore) => inner, ...rest } = over;
  const { kill: killContext, locks, news } = contexts.context();
  const connection = store.connect();
  const life = device.clock.mortal();
  const doc = new Y.Doc({ gc: true });
  doc.clientID = new DataView(random.bytes(4).buffer).getUint32(0);
  const context: SealedLogContext = {
    space: team.space,
    document,
    doc,
    device: own.device,
    signingKey: own.signingKey,
    roster: () => team.roster,
    keys: { keyFor: (epoch) => keyFor(team.keyring, epoch) },
    draftKey: memberOf(team, device.name).draftKey,
    store: wrap(connection.store),
    locks,
    news,
    clock: life.clock,
    random,
    context: bytesToHex(random.bytes(8)),
    actionOrigin: ACTION,
    ...rest,
  };
  const kill = (): void => {
    killContext();
    connection.kill();
    life.kill();
  };
  return { doc, log: new SealedLog(context), context, kill };
}

export async function openLog(...args: Parameters<typeof makeLog>): Promise<OpenLog> {
  const made = makeLog(...args);
  await made.log.open();
  return made;
}

export type TestEngine = {
  readonly engine: SyncEngine;
  /** For a log that is open in the same context. */
  readonly news: News;
  readonly kill: () => void;
};

/** The context that holds the device's line to the relay. */
export function openEngine(
  device: TestDevice,
  switchboard: Switchboard,
  rejected: () => void = () => {},
  wrap: (store: EntryStore) => EntryStore = (inner) => inner,
): TestEngine {
  const { contexts, name, own, random, store, team } = device;
  const { kill: killContext, news } = contexts.context();
  const connection = store.connect();
  const life = device.clock.mortal();
  let isAlive = true;
  const engine = new SyncEngine({
    url: "wss://relay.invalid",
    host: "relay.invalid",
    device: own.device,
    keys: own.keys,
    sign: (challenge) => sign(own.signingKey, "beiakte challenge v1", challenge),
    connect: switchboard.connector(name, own.device, () => isAlive),
    store: wrap(connection.store),
    news,
    clock: life.clock,
    random,
    rejected: () => isAlive && rejected(),
  });
  engine.follow({ space: team.space, joinRequest: undefined, voucher: "" });
  const kill = (): void => {
    isAlive = false;
    killContext();
    connection.kill();
    life.kill();
    switchboard.cut(name);
  };
  return { engine, news, kill };
}

export function numberedDocument(number: number): DocumentId {
  return bytesToId("DocumentId", new Uint8Array(16).fill(number));
}
