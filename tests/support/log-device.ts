/**
 * One device with one document open, without any screen: its store, its sealed log and its sync
 * engine over a real socket. As in the browser, log and engine live in contexts of their own and
 * share nothing but the store and the news.
 */
import { type Bytes, bytesToHex } from "@beiakte/shared/base/bytes";
import type { DocumentId, SpaceId } from "@beiakte/shared/base/ids";
import type { Live } from "@beiakte/shared/base/live";
import { draftKey } from "@beiakte/shared/crypto/keys";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import type { SealingKey } from "@beiakte/shared/crypto/seal";
import { newSecret } from "@beiakte/shared/crypto/secret";
import { sign } from "@beiakte/shared/crypto/signature";
import type { Coverage } from "@beiakte/shared/log/coverage";
import { type Head, parseEntry } from "@beiakte/shared/log/entry";
import type { LogStore, StoredEntry } from "@beiakte/shared/log/entry-store";
import { SealedLog } from "@beiakte/shared/log/sealed-log";
import {
  currentKey,
  emptyKeyring,
  keyFor,
  type Lockbox,
  openLockboxes,
} from "@beiakte/shared/space/keyring";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import type { OwnDevice } from "@beiakte/shared/space/own-device";
import type { Roster } from "@beiakte/shared/space/roster";
import type { ConnectSocket } from "@beiakte/shared/sync/ports";
import { SyncEngine } from "@beiakte/shared/sync/sync-engine";
import * as Y from "yjs";
import type { EntryStore } from "../../extension/src/workspace/entry-store";
import { connectNodeSocket, realClock, until } from "./colleague";
import { makeContexts } from "./contexts";
import { newDevice } from "./devices";

/** A record, and the lockboxes that go beside it. */
export type RecordToSend = { readonly record: Bytes; readonly lockboxes: readonly Lockbox[] };

/** What lies in a device's vault. */
export type DeviceVault = { readonly own: OwnDevice; readonly draftKey: SealingKey };

export async function newVault(): Promise<DeviceVault> {
  const own = await newDevice(cryptoRandom);
  return { own, draftKey: await draftKey(newSecret("draft", cryptoRandom)) };
}

export type LogDeviceContext = {
  readonly vault: DeviceVault;
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly url: string;
  readonly store: EntryStore;
  /** What the log sees of the store, where that is not all of it. */
  readonly logStore?: LogStore;
  readonly connect?: ConnectSocket;
  /** Yjs's client id of the document, where a test cannot take any. */
  readonly client?: number;
};

export type LogDevice = {
  readonly store: EntryStore;
  readonly text: Y.Text;
  readonly log: SealedLog;
  /** One transaction, as a keystroke makes it. */
  readonly write: (change: (text: Y.Text) => void) => void;
  /** Done when the log has taken these entries in, and nothing is missing. */
  readonly reaches: (heads: readonly Head[]) => Promise<void>;
  /** Done when the relay has acknowledged all that was written here. */
  readonly delivers: () => Promise<void>;
  /** How many entries wait for the relay's acknowledgement. */
  readonly waiting: () => Promise<number>;
  /** How often the relay would not have what was sealed here, and it was sealed again. */
  readonly resealings: () => number;
  /** Sends records to the relay, one after another; what it refused one with. */
  readonly send: (records: readonly RecordToSend[]) => Promise<Refusal | undefined>;
  readonly goOffline: () => void;
  readonly goOnline: () => void;
  readonly close: () => Promise<void>;
};

export async function openLogDevice(context: LogDeviceContext): Promise<LogDevice> {
  const { document, space, store, url, vault } = context;
  const { own } = vault;
  const contexts = makeContexts();
  const background = contexts.context();
  const panel = contexts.context();
  const network = networkSwitch(context.connect ?? connectNodeSocket);
  // oxlint-disable-next-line prefer-const -- the engine may ask for it before it is there
  let log: SealedLog | undefined;
  let resealings = 0;
  const engine = new SyncEngine({
    url,
    host: new URL(url).host,
    device: own.device,
    keys: own.keys,
    sign: (challenge) => sign(own.signingKey, "beiakte challenge v1", challenge),
    connect: network.connect,
    store,
    news: background.news,
    clock: realClock,
    random: cryptoRandom,
    rejected() {
      resealings += 1;
      void log?.reseal();
    },
  });
  const followed = engine.follow({ space, joinRequest: undefined, voucher: "" });
  const isMember = (roster: Roster | undefined): roster is Roster =>
    roster?.devices.has(own.device) === true;
  const roster = await until(followed.roster, isMember);
  let keyring = emptyKeyring(space);
  while (currentKey(keyring, roster) === undefined) {
    const came = changed(followed.arrivals);
    const lockboxes = await store.lockboxes(space);
    ({ keyring } = await openLockboxes(keyring, roster, own, lockboxes));
    if (currentKey(keyring, roster) === undefined) await came;
  }
  const doc = new Y.Doc();
  doc.clientID = context.client ?? doc.clientID;
  const text = doc.getText("text");
  log = new SealedLog({
    space,
    document,
    doc,
    device: own.device,
    signingKey: own.signingKey,
    roster: () => followed.roster.get() ?? roster,
    keys: { keyFor: (epoch) => keyFor(keyring, epoch) },
    draftKey: vault.draftKey,
    store: context.logStore ?? store,
    locks: panel.locks,
    news: panel.news,
    clock: realClock,
    random: cryptoRandom,
    context: bytesToHex(cryptoRandom.bytes(8)),
    actionOrigin: undefined,
  });
  await log.open();
  const opened = log;
  return {
    store,
    text,
    log: opened,
    write: (change) => doc.transact(() => change(text), "typed"),
    async reaches(heads) {
      await until(opened.state, ({ isComplete }) => isComplete && holdsAll(opened.coverage, heads));
    },
    async delivers() {
      await opened.settle();
      for (;;) {
        const came = Promise.race([changed(followed.activity), changed(opened.state)]);
        const waiting = await store.waiting(space);
        const entries = await store.entriesOf(space, document, 0);
        const { isUnsealed } = opened.state.get();
        if (waiting.length === 0 && !entries.some(isToSealAgain) && !isUnsealed) return;
        await came;
      }
    },
    waiting: async () => (await store.waiting(space)).length,
    resealings: () => resealings,
    async send(records) {
      await until(followed.state, ({ type }) => type === "live");
      for (const { lockboxes, record } of records) {
        const refusal = await engine.record(space, record, lockboxes);
        if (refusal !== undefined) return refusal;
      }
      return undefined;
    },
    goOffline: () => network.turn("off"),
    goOnline() {
      network.turn("on");
      engine.wake();
    },
    async close() {
      await opened.close();
      engine.close();
      doc.destroy();
    },
  };
}

/** A refused snapshot is not: it goes with the next entry. */
function isToSealAgain({ bytes, place }: StoredEntry): boolean {
  if (place !== "rejected") return false;
  const entry = parseEntry(bytes);
  return entry.ok && entry.value.header.kind === "update";
}

export function holdsAll(coverage: Coverage, heads: readonly Head[]): boolean {
  return heads.every((head) => coverage.holds(head));
}

export function changed(live: Live<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const stop = live.subscribe(() => {
      stop();
      resolve();
    });
  });
}

/** Off: what is connected is cut, and every attempt fails. */
function networkSwitch(connect: ConnectSocket): {
  readonly connect: ConnectSocket;
  readonly turn: (way: "on" | "off") => void;
} {
  let isOn = true;
  const cuts = new Set<() => void>();
  return {
    connect(url, events) {
      if (!isOn) {
        queueMicrotask(() => events.closed(1006));
        return { send: () => undefined, close: () => undefined };
      }
      let isCut = false;
      const socket = connect(url, {
        opened: () => (isCut ? undefined : events.opened()),
        received: (message) => (isCut ? undefined : events.received(message)),
        closed(code) {
          cuts.delete(cut);
          if (!isCut) events.closed(code);
        },
      });
      const cut = (): void => {
        isCut = true;
        socket.close();
        events.closed(1006);
      };
      cuts.add(cut);
      return {
        send: (message) => (isCut ? undefined : socket.send(message)),
        close: () => socket.close(),
      };
    },
    turn(way) {
      isOn = way === "on";
      if (isOn) return;
      for (const cut of [...cuts]) cut();
      cuts.clear();
    },
  };
}
