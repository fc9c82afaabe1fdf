/** What the sync engine asks of the store (see the port in `shared/sync/ports`). */
import { assert } from "@beiakte/shared/base/assert";
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { DeviceId, EntryId, SpaceId } from "@beiakte/shared/base/ids";
import type { Random } from "@beiakte/shared/base/ports";
import type { Result } from "@beiakte/shared/base/result";
import { parseEntry, type ReceivedEntry } from "@beiakte/shared/log/entry";
import type { Arrived, StoredEntry, StoreFault } from "@beiakte/shared/log/entry-store";
import { type Cursor, START } from "@beiakte/shared/protocol/cursor";
import type { OutboxEntry, Received, SyncStore } from "@beiakte/shared/sync/ports";
import { beginArrivals } from "./store-arrivals";
import { beginningWith, type StoreDatabase } from "./store-schema";
import { lastly, write } from "./store-transaction";
import { currentWriter, renewWriter } from "./store-writer";

export function syncStore(db: StoreDatabase, random: Random): SyncStore {
  return {
    async cursor(space) {
      return (await db.get("cursors", space)) ?? START;
    },

    receive: (space, self, entries, cursor) => receive(db, random, space, self, entries, cursor),

    acknowledge: (space, ids) =>
      write(db, ["outbox"], async (transaction) => {
        const outbox = transaction.objectStore("outbox");
        await Promise.all(ids.map((id) => outbox.delete([space, id])));
      }),

    reject: (space, id) => reject(db, random, space, id),

    async outbox(space) {
      const transaction = db.transaction(["outbox", "entries"]);
      const waiting = await transaction
        .objectStore("outbox")
        .index("place")
        .getAll(beginningWith(space, "outbox"));
      const byId = transaction.objectStore("entries").index("id");
      const rows = await Promise.all(waiting.map((row) => byId.get(row.id)));
      return waiting.flatMap(({ id, isReturned }, i): readonly OutboxEntry[] => {
        const bytes = rows[i]?.bytes;
        return bytes === undefined ? [] : [{ id, bytes, isReturned }];
      });
    },

    unconfirm: (space) =>
      write(db, ["entries", "outbox", "cursors"], async (transaction) => {
        const outbox = transaction.objectStore("outbox");
        const [keys, unacknowledged] = await Promise.all([
          transaction.objectStore("entries").getAllKeys(beginningWith(space)),
          outbox.getAllKeys(beginningWith(space)),
        ]);
        const kept = new Set(unacknowledged.map(([, id]) => id));
        const gone = keys.filter(([, , , , id]) => !kept.has(id));
        await Promise.all([
          transaction.objectStore("cursors").delete(space),
          ...gone.map(([, document, , order, id]) =>
            outbox.put({ space, id, document, order, place: "outbox", isReturned: true }),
          ),
        ]);
      }),

    records: (space) => db.getAll("records", beginningWith(space)),

    addRecords: (space, from, records) =>
      write(db, ["records"], async (transaction) => {
        const table = transaction.objectStore("records");
        const length = await table.count(beginningWith(space));
        assert(from <= length, "records of a roster have no holes");
        const fresh = records.slice(length - from);
        await Promise.all(fresh.map((record, i) => table.put(record, [space, length + i])));
      }),

    async lockboxes(space) {
      const rows = await db.getAll("lockboxes", beginningWith(space));
      return rows.map(({ device, epoch, bytes }) => ({ device, epoch, bytes }));
    },

    addLockboxes: (space, lockboxes) =>
      write(db, ["lockboxes"], async (transaction) => {
        const table = transaction.objectStore("lockboxes");
        await Promise.all(
          lockboxes.map(({ device, epoch, bytes }) => table.put({ space, device, epoch, bytes })),
        );
      }),
  };
}

function receive(
  db: StoreDatabase,
  random: Random,
  space: SpaceId,
  self: DeviceId,
  entries: readonly ReceivedEntry[],
  cursor: Cursor,
): Promise<Result<Received, StoreFault>> {
  const tables = ["entries", "outbox", "cursors", "writer", "order", "progress"] as const;
  // An entry of another space can only come from a hostile relay: it must not take the place of
  // the true one, which the other space's relay will bring.
  const here = new Map(
    entries.filter(({ entry }) => entry.header.space === space).map((one) => [one.id, one]),
  );
  return write(db, [...tables], async (transaction) => {
    const table = transaction.objectStore("entries");
    const outbox = transaction.objectStore("outbox");
    const byId = table.index("id");
    const known = new Set<EntryId>();
    const documents = [...new Set([...here.values()].map(({ entry }) => entry.header.document))];
    const [writer, arrivals] = await Promise.all([
      currentWriter(transaction.objectStore("writer")),
      beginArrivals(transaction, space, documents),
      ...[...here.keys()].map(async (id) => {
        if ((await byId.getKey(id)) !== undefined) known.add(id);
      }),
    ]);
    const fresh = [...here.values()].filter(({ id }) => !known.has(id));
    const rows = fresh.map(({ entry, id }) => {
      const { device, document, seq, writer: author } = entry.header;
      const order = arrivals.next(document, device === self ? "self" : "other");
      const { bytes } = entry;
      return {
        space,
        document,
        covered: 0,
        order,
        id,
        device,
        writer: author,
        seq,
        bytes,
      } as const;
    });
    // Something of ours that we do not remember: this profile was set back, and the numbers that
    // it would give out next may be taken already.
    const hasNewWriter = rows.some((row) => row.device === self && row.writer === writer);
    await lastly(transaction, [
      transaction.objectStore("cursors").put(cursor, space),
      arrivals.keep(),
      hasNewWriter ? renewWriter(transaction, random) : undefined,
      ...rows.map((row) => table.add(row)),
      ...[...known].map((id) => outbox.delete([space, id])),
    ]);
    const arrived = documents.flatMap((document): readonly Arrived[] => {
      const stored = rows
        .filter((row) => row.document === document)
        .map(({ bytes, id, order }): StoredEntry => {
          return { order, id, bytes, place: "acknowledged" };
        });
      const after = arrivals.after(document);
      return stored.length === 0 ? [] : [{ document, after, entries: stored }];
    });
    return { arrived, hasNewWriter };
  });
}

function reject(
  db: StoreDatabase,
  random: Random,
  space: SpaceId,
  id: EntryId,
): Promise<Result<void, StoreFault>> {
  return write(db, ["entries", "outbox", "writer"], async (transaction) => {
    const entries = transaction.objectStore("entries");
    const outbox = transaction.objectStore("outbox");
    const [waiting, row, writer] = await Promise.all([
      outbox.get([space, id]),
      entries.index("id").get(id),
      currentWriter(transaction.objectStore("writer")),
    ]);
    if (waiting?.place !== "outbox" || row === undefined) return;
    const { device, document, seq, writer: author } = row;
    const behind = IDBKeyRange.bound(
      [document, device, author, seq],
      [document, device, author, []],
    );
    const [chain, unacknowledged] = await Promise.all([
      entries.index("place").getAll(behind),
      outbox.index("document").getAll([space, document]),
    ]);
    const held = new Map(unacknowledged.map((one) => [one.id, one]));
    const refused = chain.filter((one) => held.get(one.id)?.place === "outbox");
    // What a snapshot covers at these places are the other entries: these are to be read again. And
    // where one is a snapshot itself, all that it covered may be covered by no other.
    const readAgain = refused.some((one) => isSnapshot(one.bytes))
      ? await entries.getAll(beginningWith(space, document, 1))
      : refused.filter((one) => one.covered === 1);
    await Promise.all([
      ...refused.flatMap((one) => {
        const there = held.get(one.id);
        return there === undefined ? [] : [outbox.put({ ...there, place: "rejected" })];
      }),
      ...readAgain.flatMap((one) => [
        entries.delete([space, document, 1, one.order, one.id]),
        entries.put({ ...one, covered: 0 }),
      ]),
      author === writer ? renewWriter(transaction, random) : undefined,
    ]);
  });
}

function isSnapshot(bytes: Bytes): boolean {
  const entry = parseEntry(bytes);
  return entry.ok && entry.value.header.kind === "snapshot";
}
