/** What workspace and vault ask of the store beside the logs: rows that are read and put whole. */
import type { DocumentId } from "@beiakte/shared/base/ids";
import type { BytesRow, DocumentProgress, EntryStore } from "./entry-store";
import {
  beginningWith,
  type ProgressRow,
  type StoreDatabase,
  type StoreSchema,
} from "./store-schema";
import { write } from "./store-transaction";

export type StoreRows = Pick<
  EntryStore,
  | "projections"
  | "vault"
  | "sessionKey"
  | "device"
  | "spaces"
  | "clips"
  | "waiting"
  | "draftedDocuments"
  | "rejectedDocuments"
  | "progressOf"
  | "progressAt"
  | "markSeen"
>;

export function storeRows(db: StoreDatabase): StoreRows {
  return {
    projections: {
      all: (space) => db.getAll("projections", beginningWith(space)),
      put: (...rows) =>
        write(db, ["projections"], async (transaction) => {
          const table = transaction.objectStore("projections");
          await Promise.all(rows.map((row) => table.put(row)));
        }),
      remove: (space, document) =>
        write(db, ["projections"], (transaction) =>
          transaction.objectStore("projections").delete([space, document]),
        ),
    },
    vault: bytesRow(db, "vault"),
    sessionKey: bytesRow(db, "session-key"),
    device: {
      get: () => db.get("device", "device"),
      put: (row) =>
        write(db, ["device"], async (transaction) => {
          await transaction.objectStore("device").put(row, "device");
        }),
    },
    spaces: {
      all: () => db.getAll("spaces"),
      put: (row) =>
        write(db, ["spaces"], async (transaction) => {
          await transaction.objectStore("spaces").put(row);
        }),
      remove: (space) =>
        write(db, ["spaces"], (transaction) => transaction.objectStore("spaces").delete(space)),
    },
    clips: {
      async all() {
        const rows = await db.getAll("clips");
        return rows.toSorted((a, b) => a.arrivedAt - b.arrivedAt);
      },
      put: (row) =>
        write(db, ["clips"], async (transaction) => {
          await transaction.objectStore("clips").put(row);
        }),
      remove: (clip) =>
        write(db, ["clips"], (transaction) => transaction.objectStore("clips").delete(clip)),
    },
    async waiting(space) {
      const rows = await db.getAllFromIndex("outbox", "place", beginningWith(space, "outbox"));
      return rows.map(({ document, id }) => ({ document, id }));
    },
    async draftedDocuments(space) {
      const drafts = await db.getAllFromIndex("drafts", "document", beginningWith(space));
      return [...new Set(drafts.map(({ document }) => document))];
    },
    async rejectedDocuments(space) {
      const rejected = await db.getAllFromIndex(
        "outbox",
        "place",
        beginningWith(space, "rejected"),
      );
      return [...new Set(rejected.map(({ document }) => document))];
    },
    async progressOf(space) {
      const rows = await db.getAll("progress", beginningWith(space));
      return rows.map(progressIn);
    },
    async progressAt(space, document) {
      const row = await db.get("progress", [space, document]);
      return row === undefined ? undefined : progressIn(row);
    },
    markSeen: (space, seen) =>
      write(db, ["progress"], async (transaction) => {
        const table = transaction.objectStore("progress");
        const orders = new Map<DocumentId, number>();
        for (const { document, order } of seen) {
          orders.set(document, Math.max(order, orders.get(document) ?? 0));
        }
        await Promise.all(
          [...orders].map(async ([document, order]) => {
            const row = await table.get([space, document]);
            if (row !== undefined && row.seen < order) await table.put({ ...row, seen: order });
          }),
        );
      }),
  };
}

function progressIn({ document, newest, newestByOthers, seen }: ProgressRow): DocumentProgress {
  return { document, newest, newestByOthers, seen };
}

function bytesRow(db: StoreDatabase, key: StoreSchema["bytes"]["key"]): BytesRow {
  return {
    read: () => db.get("bytes", key),
    write: (bytes) =>
      write(db, ["bytes"], async (transaction) => {
        await transaction.objectStore("bytes").put(bytes, key);
      }),
    remove: () =>
      write(db, ["bytes"], (transaction) => transaction.objectStore("bytes").delete(key)),
  };
}
