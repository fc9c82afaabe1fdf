// oxlint-disable-next-line no-unassigned-import -- it makes the globals of IndexedDB
import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { Random } from "@beiakte/shared/base/ports";
import { START } from "@beiakte/shared/protocol/cursor";
import { forceCloseDatabase } from "fake-indexeddb";
import { openDB } from "idb";
import type { EntryStore } from "../../../extension/src/workspace/entry-store";
import { openEntryStore } from "../../../extension/src/workspace/indexed-entry-store";
import {
  createFirstTables,
  STORE_VERSION,
  type StoreSchema,
} from "../../../extension/src/workspace/store-schema";
import { fullDisk, nothingOpens } from "../../support/full-disk";
import { headOf, numberedId, plainEntry, type PlainEntry } from "../../support/plain-entries";

const SPACE = numberedId("SpaceId", 1);
const NOTE = numberedId("DocumentId", 1);
const SELF = numberedId("DeviceId", 1);

const CLIP = { clip: numberedId("ClipId", 1), arrivedAt: 5, bytes: Uint8Array.of(8) };

let made = 0;
const random: Random = { bytes: (length) => new Uint8Array(length).fill((made += 1) % 256) };
const newName = () => `beiakte-test-${(made += 1)}`;

async function opened(name = newName()): Promise<EntryStore> {
  const store = await openEntryStore({ name, random });
  if (!store.ok) throw new Error(store.error.type);
  return store.value;
}

async function own(store: EntryStore, seq: number): Promise<PlainEntry> {
  const writer = await store.writer();
  return plainEntry({ space: SPACE, document: NOTE, device: SELF, writer, seq });
}

function their(seq: number): Promise<PlainEntry> {
  const place = { device: numberedId("DeviceId", 2), writer: numberedId("WriterId", 2), seq };
  return plainEntry({ space: SPACE, document: NOTE, ...place });
}

/** As the browser does it: nobody here has asked for it. */
function closeByBrowser(name: string): void {
  const { _databases } = indexedDB as unknown as {
    readonly _databases: Map<string, { readonly connections: readonly IDBDatabase[] }>;
  };
  for (const connection of _databases.get(name)?.connections ?? []) {
    forceCloseDatabase(connection as never);
  }
}

/** Everything that a write could have changed. */
async function everything(store: EntryStore): Promise<unknown> {
  return Promise.all([
    store.writer(),
    store.entriesOf(SPACE, NOTE, 0),
    store.draftsOf(SPACE, NOTE),
    store.outbox(SPACE),
    store.cursor(SPACE),
    store.records(SPACE),
    store.lockboxes(SPACE),
    store.progressOf(SPACE),
    store.projections.all(SPACE),
    store.vault.read(),
    store.spaces.all(),
    store.clips.all(),
  ]);
}

/** A store in use, and each kind of write that could follow. */
async function inUse() {
  const store = await opened();
  const first = await own(store, 1);
  const sealed = { ...first, drafts: [], rejected: [] };
  await store.addDraft({ space: SPACE, document: NOTE, context: "a", bytes: Uint8Array.of(1) });
  await store.insertSealed(sealed);
  const theirs = await Promise.all([their(1), their(2)]);
  await store.receive(SPACE, SELF, theirs.slice(0, 1), { ...START, number: 1 });
  const forgotten = await plainEntry({ ...first.header, content: 9 });
  const second = await own(store, 2);
  const draft = { space: SPACE, document: NOTE, context: "b", bytes: Uint8Array.of(2) };
  const box = { device: SELF, epoch: first.header.epoch, bytes: Uint8Array.of(3) };
  const row = { space: SPACE, document: NOTE, order: 1, bytes: Uint8Array.of(4) };
  const space = {
    space: SPACE,
    relay: "wss://relay.example/",
    joinRequest: undefined,
    voucher: "",
  };
  const writes = {
    addDraft: () => store.addDraft(draft),
    insertSealed: () => store.insertSealed({ ...second, drafts: [1], rejected: [] }),
    markCovered: () => store.markCovered(SPACE, NOTE, first.id, theirs.map(headOf)),
    receive: () =>
      store.receive(SPACE, SELF, [first, ...theirs, forgotten], { ...START, number: 4 }),
    acknowledge: () => store.acknowledge(SPACE, [first.id]),
    reject: () => store.reject(SPACE, first.id),
    unconfirm: () => store.unconfirm(SPACE),
    addRecords: () => store.addRecords(SPACE, 0, [Uint8Array.of(5), Uint8Array.of(6)]),
    addLockboxes: () => store.addLockboxes(SPACE, [box]),
    markSeen: () => store.markSeen(SPACE, [{ document: NOTE, order: 2 }]),
    projection: () => store.projections.put(row),
    vault: () => store.vault.write(Uint8Array.of(7)),
    space: () => store.spaces.put(space),
    clip: () => store.clips.put(CLIP),
  };
  return { store, writes };
}

type WriteName = keyof Awaited<ReturnType<typeof inUse>>["writes"];
const WRITES: readonly WriteName[] = [
  "addDraft",
  "insertSealed",
  "markCovered",
  "receive",
  "acknowledge",
  "reject",
  "unconfirm",
  "addRecords",
  "addLockboxes",
  "markSeen",
  "projection",
  "vault",
  "space",
  "clip",
];

test.each(WRITES)("[ES20] %s: a disk full at any place leaves nothing behind", async (name) => {
  const { store, writes } = await inUse();
  const before = await everything(store);
  let place = 1;
  for (;;) {
    const disk = fullDisk(place);
    const written = await writes[name]();
    disk.restore();
    if (disk.places() < place) {
      expect(written.ok).toBe(true);
      break;
    }
    expect(written).toEqual({ ok: false, error: { type: "store-full" } });
    expect(await everything(store)).toEqual(before);
    place += 1;
  }
  // A request at least, and the commit.
  expect(place).toBeGreaterThan(2);
});

test("[ES20] what is no full disk is a failed one", async () => {
  const { writes } = await inUse();
  const disk = fullDisk(2, "UnknownError");
  const written = await writes.insertSealed();
  disk.restore();
  expect(written).toEqual({ ok: false, error: { type: "store-failed" } });
});

test("[ES21] every write waits for the disk, not for the browser's memory", async () => {
  const { writes } = await inUse();
  const asked: unknown[] = [];
  // oxlint-disable-next-line unbound-method -- it is called with the database below
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
    if (mode === "readwrite") asked.push(options?.durability);
    return transaction.call(this, names, mode, options);
  };
  for (const name of WRITES) await writes[name]();
  IDBDatabase.prototype.transaction = transaction;
  expect(new Set(asked)).toEqual(new Set(["strict"]));
});

test("[ES22] a newer version takes over at once; the old store says so and takes no edit", async () => {
  const name = newName();
  const store = await opened(name);
  const newer = await openDB(name, STORE_VERSION + 1);
  expect(store.trouble.get()).toEqual({ type: "superseded" });
  const draft = { space: SPACE, document: NOTE, context: "a", bytes: Uint8Array.of(1) };
  expect(await store.addDraft(draft)).toEqual({ ok: false, error: { type: "store-failed" } });
  newer.close();
  expect(await openEntryStore({ name, random })).toEqual({
    ok: false,
    error: { type: "store-newer" },
  });
});

test("[CL10] a store of version 1 gets the table of clips, and keeps what lies in it", async () => {
  const name = newName();
  const old = await openDB<StoreSchema>(name, 1, {
    upgrade: (db) => createFirstTables(db),
  });
  expect([...old.objectStoreNames]).not.toContain("clips");
  await old.put("bytes", Uint8Array.of(7), "vault");
  await old.put("writer", numberedId("WriterId", 9), "writer");
  old.close();
  const store = await opened(name);
  expect(store.isNew).toBe(false);
  expect(await store.vault.read()).toEqual(Uint8Array.of(7));
  expect(await store.writer()).toBe(numberedId("WriterId", 9));
  expect(await store.clips.put(CLIP)).toEqual({ ok: true, value: undefined });
  expect(await store.clips.all()).toEqual([CLIP]);
});

test("[ES22] a store that the browser closes says so", async () => {
  const name = newName();
  const store = await opened(name);
  closeByBrowser(name);
  await new Promise((resolve) => setImmediate(resolve));
  expect(store.trouble.get()).toEqual({ type: "terminated" });
  expect(await store.vault.write(Uint8Array.of(1))).toEqual({
    ok: false,
    error: { type: "store-failed" },
  });
});

test("[ES27] a disk that another context has filled is told as full, until there is space again", async () => {
  const name = newName();
  const store = await opened(name);
  const disk = nothingOpens({ bytes: 0 });
  closeByBrowser(name);
  const written = () => store.vault.write(Uint8Array.of(1));
  await expect.poll(written).toEqual({ ok: false, error: { type: "store-full" } });
  expect(await openEntryStore({ name, random })).toEqual({
    ok: false,
    error: { type: "store-full" },
  });
  disk.restore();
  await expect.poll(written).toEqual({ ok: true, value: undefined });
});

test("[ES27] with space left a database that does not open is a failed one", async () => {
  const disk = nothingOpens({ bytes: 1e9 });
  const failed = await openEntryStore({ name: newName(), random });
  disk.restore();
  expect(failed).toEqual({ ok: false, error: { type: "store-failed" } });
});

test("[ES18] a frozen tab cannot keep what was erased", async () => {
  const name = newName();
  const store = await opened(name);
  const { bytes, header, id } = await own(store, 1);
  await store.insertSealed({ header, id, bytes, drafts: [], rejected: [] });
  // Hears that it should close, and does not.
  const frozen = await openDB(name, STORE_VERSION);
  expect(await store.erase()).toEqual({ ok: true, value: undefined });
  expect(await frozen.getAll("entries")).toEqual([]);
  expect(await frozen.getAll("writer")).toEqual([]);
  frozen.close();
  const again = await opened(name);
  expect(again.isNew).toBe(true);
});
