/** What the sealed logs ask of the store (see the port in `shared/log/entry-store`). */
import { assert } from "@beiakte/shared/base/assert";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { type Chain, chainKey, type Head } from "@beiakte/shared/log/entry";
import type {
  Arrived,
  LogStore,
  SealedInsert,
  StoredEntry,
  StoreFault,
} from "@beiakte/shared/log/entry-store";
import type { DocumentId } from "@beiakte/shared/base/ids";
import { beginArrivals } from "./store-arrivals";
import { beginningWith, type EntryKey, type PlaceKey, type StoreDatabase } from "./store-schema";
import { lastly, write } from "./store-transaction";
import { currentWriter } from "./store-writer";

export function logStore(db: StoreDatabase): LogStore {
  return {
    async writer() {
      return currentWriter(db.transaction("writer").store);
    },

    async entriesOf(space, document, afterOrder) {
      const transaction = db.transaction(["entries", "outbox"]);
      const live = IDBKeyRange.bound(
        [space, document, 0, afterOrder + 1],
        [space, document, 1],
        false,
        true,
      );
      const [rows, unacknowledged] = await Promise.all([
        transaction.objectStore("entries").getAll(live),
        transaction.objectStore("outbox").index("document").getAll([space, document]),
      ]);
      const places = new Map(unacknowledged.map(({ id, place }) => [id, place]));
      return rows.map(({ order, id, bytes }): StoredEntry => {
        return { order, id, bytes, place: places.get(id) ?? "acknowledged" };
      });
    },

    async chainHead(document, chain) {
      return newestOf(db.transaction("entries").store.index("place"), document, chain);
    },

    async draftsOf(space, document) {
      const rows = await db.getAllFromIndex("drafts", "document", [space, document]);
      return rows.flatMap(({ id, context, bytes }) =>
        id === undefined ? [] : { id, context, bytes },
      );
    },

    addDraft: (draft) =>
      write(db, ["drafts"], (transaction) => {
        const { space, document, context, bytes } = draft;
        return transaction.objectStore("drafts").add({ space, document, context, bytes });
      }),

    async insertSealed(insert) {
      const written = await insertSealed(db, insert);
      return written.ok ? written.value : written;
    },

    markCovered: (space, document, snapshot, covers) =>
      write(db, ["entries", "outbox"], async (transaction) => {
        const entries = transaction.objectStore("entries");
        const outbox = transaction.objectStore("outbox").index("document");
        const [here, live, unacknowledged] = await Promise.all([
          entries.index("id").get(snapshot),
          entries.getAll(beginningWith(space, document, 0)),
          outbox.getAll([space, document]),
        ]);
        assert(here?.space === space, "a snapshot is in the store before it covers anything");
        const seqs = new Map(covers.map((head) => [chainKey(head), head.seq]));
        const covered = live.filter(
          (row) => row.id !== snapshot && row.seq <= (seqs.get(chainKey(row)) ?? 0),
        );
        // The relay has another entry at a rejected one's place: that is the one that is covered.
        const kept = new Set(
          unacknowledged.filter(({ place }) => place === "rejected").map(({ id }) => id),
        );
        await Promise.all(
          covered
            .filter(({ id }) => !kept.has(id))
            .flatMap((row) => [
              entries.delete([row.space, row.document, 0, row.order, row.id]),
              entries.put({ ...row, covered: 1 }),
            ]),
        );
      }),
  };
}

function insertSealed(
  db: StoreDatabase,
  insert: SealedInsert,
): Promise<Result<Result<Arrived, { readonly type: "place-taken" }>, StoreFault>> {
  const { header, id, bytes, drafts, rejected } = insert;
  const { document, device, writer, seq, space } = header;
  const tables = ["entries", "outbox", "drafts", "writer", "order", "progress"] as const;
  return write(db, [...tables], async (transaction) => {
    const entries = transaction.objectStore("entries");
    const outbox = transaction.objectStore("outbox");
    const [current, head, arrivals, resealed] = await Promise.all([
      currentWriter(transaction.objectStore("writer")),
      newestOf(entries.index("place"), document, header),
      beginArrivals(transaction, space, [document]),
      Promise.all(rejected.map((old) => outbox.get([space, old]))),
    ]);
    if (writer !== current || seq !== (head?.seq ?? 0) + 1) {
      return err({ type: "place-taken" } as const);
    }
    const after = arrivals.after(document);
    const order = arrivals.next(document, "self");
    const replaced = resealed.filter((row) => row?.place === "rejected");
    await lastly(transaction, [
      entries.add({ space, document, covered: 0, order, id, device, writer, seq, bytes }),
      outbox.put({ space, id, document, order, place: "outbox", isReturned: false }),
      arrivals.keep(),
      ...drafts.map((draft) => transaction.objectStore("drafts").delete(draft)),
      ...replaced.flatMap((row) => {
        if (row === undefined) return [];
        // Never covered: see `markCovered` and `reject`.
        const key: EntryKey = [space, row.document, 0, row.order, row.id];
        return [outbox.delete([space, row.id]), entries.delete(key)];
      }),
    ]);
    return ok({ document, after, entries: [{ order, id, bytes, place: "outbox" }] });
  });
}

type PlaceIndex = {
  readonly openKeyCursor: (
    range: IDBKeyRange,
    direction: "prev",
  ) => Promise<{ readonly key: PlaceKey; readonly primaryKey: EntryKey } | null>;
};

/** The newest of a chain: by its keys alone, without reading a single entry. */
async function newestOf(
  index: PlaceIndex,
  document: DocumentId,
  { device, writer }: Chain,
): Promise<Head | undefined> {
  const newest = await index.openKeyCursor(beginningWith(document, device, writer), "prev");
  if (newest === null) return undefined;
  const [, , , seq] = newest.key;
  const [, , , , id] = newest.primaryKey;
  return { device, writer, seq, id };
}
