/** The writer of this store's own chains: 64 random bits, made with the store. */
import { assert } from "@beiakte/shared/base/assert";
import { bytesToId, type WriterId } from "@beiakte/shared/base/ids";
import type { Random } from "@beiakte/shared/base/ports";
import type { WriteTransaction } from "./store-transaction";

export async function currentWriter(table: {
  readonly get: (key: "writer") => Promise<WriterId | undefined>;
}): Promise<WriterId> {
  const writer = await table.get("writer");
  assert(writer !== undefined, "a store is made with its writer");
  return writer;
}

/** The transaction must span `writer`. */
export async function renewWriter(transaction: WriteTransaction, random: Random): Promise<void> {
  const writer = bytesToId("WriterId", random.bytes(8));
  await transaction.objectStore("writer").put(writer, "writer");
}
