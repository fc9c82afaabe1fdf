/** One durable write, and what can become of it. */
import { err, ok, type Result } from "@beiakte/shared/base/result";
import type { StoreFault } from "@beiakte/shared/log/entry-store";
import type { IDBPTransaction, StoreNames } from "idb";
import type { StoreDatabase, StoreSchema } from "./store-schema";

export type Table = StoreNames<StoreSchema>;

export type WriteTransaction = IDBPTransaction<StoreSchema, Table[], "readwrite">;

/**
 * All of it or nothing, and on the disk when the promise is fulfilled: the browser's own default
 * says "done" before that. Whatever the browser refuses is a fault; only a bug is thrown.
 */
export async function write<Value>(
  db: StoreDatabase,
  tables: Table[],
  run: (transaction: WriteTransaction) => Promise<Value>,
): Promise<Result<Value, StoreFault>> {
  let transaction: WriteTransaction;
  try {
    transaction = db.transaction(tables, "readwrite", { durability: "strict" });
  } catch (thrown) {
    // Closed under us, by a newer version or by the browser.
    return err(faultOf(thrown));
  }
  // Listened to from the start: it is rejected while `run` still waits for a request.
  const done = transaction.done.then(
    () => undefined,
    (thrown: unknown) => ({ thrown }),
  );
  try {
    const value = await run(transaction);
    const aborted = await done;
    return aborted === undefined ? ok(value) : err(faultOf(transaction.error ?? aborted.thrown));
  } catch (thrown) {
    abort(transaction);
    await done;
    return err(faultOf(transaction.error ?? thrown));
  }
}

/**
 * The last requests of a transaction: it is told to commit behind them, instead of after the answer
 * to each has come back here. One that fails still takes all of it back.
 */
export async function lastly(
  transaction: WriteTransaction,
  requests: readonly unknown[],
): Promise<void> {
  transaction.commit();
  await Promise.all(requests);
}

/** What the browser threw, as a value. What it did not throw is a bug, and goes on. */
export function faultOf(thrown: unknown): StoreFault {
  if (!(thrown instanceof DOMException)) throw thrown;
  return { type: isFull(thrown) ? "store-full" : "store-failed" };
}

/** Chromium says by name only that its own quota is used up; of a full disk it speaks in the text. */
export function isFull(thrown: DOMException | null): boolean {
  return thrown?.name === "QuotaExceededError" || /NO_SPACE/u.test(thrown?.message ?? "");
}

function abort(transaction: { readonly abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}
