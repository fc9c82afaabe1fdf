/**
 * Numbers entries in order of their arrival, and keeps how far each document has come. Part of the
 * transaction that stores them: an order is never given out twice, nor without its entry.
 */
import { assert } from "@beiakte/shared/base/assert";
import type { DocumentId, SpaceId } from "@beiakte/shared/base/ids";
import type { ProgressRow } from "./store-schema";
import type { WriteTransaction } from "./store-transaction";

export type Arrivals = {
  /** The order of a document's newest entry as it was before; 0 where it has none. */
  readonly after: (document: DocumentId) => number;
  /** The order of the next entry, which is then to be stored. */
  readonly next: (document: DocumentId, author: "self" | "other") => number;
  /** Writes what `next` has changed. */
  readonly keep: () => Promise<void>;
};

/** The transaction must span `order` and `progress`. */
export async function beginArrivals(
  transaction: WriteTransaction,
  space: SpaceId,
  documents: readonly DocumentId[],
): Promise<Arrivals> {
  const order = transaction.objectStore("order");
  const table = transaction.objectStore("progress");
  const [lastOrder, rows] = await Promise.all([
    order.get("order"),
    Promise.all(
      documents.map(async (document): Promise<ProgressRow> => {
        const held = await table.get([space, document]);
        return held ?? { space, document, newest: 0, newestByOthers: 0, seen: 0 };
      }),
    ),
  ]);
  let last = lastOrder ?? 0;
  const progress = new Map(rows.map((row) => [row.document, row]));
  const before = new Map(rows.map((row) => [row.document, row.newest]));

  return {
    after: (document) => before.get(document) ?? 0,
    next(document, author) {
      last += 1;
      const row = progress.get(document);
      assert(row !== undefined, "the documents of the entries are named at the beginning");
      const newestByOthers = author === "other" ? last : row.newestByOthers;
      progress.set(document, { ...row, newest: last, newestByOthers });
      return last;
    },
    async keep() {
      if (last === lastOrder) return;
      const changed = [...progress.values()].filter((row) => row.newest > (lastOrder ?? 0));
      await Promise.all([order.put(last, "order"), ...changed.map((row) => table.put(row))]);
    },
  };
}
