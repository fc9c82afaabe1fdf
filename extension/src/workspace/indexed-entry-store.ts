/**
 * The device's store in IndexedDB. One database for all spaces; the practice caseload has one of
 * its own, so that it can be removed in one step and never meets real data.
 */
import { bytesToId } from "@beiakte/shared/base/ids";
import { type Variable, variable } from "@beiakte/shared/base/live";
import type { Random } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import type { StoreFault } from "@beiakte/shared/log/entry-store";
import { deleteDB, openDB } from "idb";
import { hasNoSpace } from "./disk-space";
import type { EntryStore, StoreTrouble } from "./entry-store";
import { beginFreshLog } from "./fresh-log";
import { LastingConnection } from "./lasting-connection";
import { logStore } from "./store-log";
import { storeRows } from "./store-rows";
import {
  createTables,
  STORE_VERSION,
  type StoreDatabase,
  type StoreSchema,
  TABLES,
} from "./store-schema";
import { syncStore } from "./store-sync";
import { faultOf, write } from "./store-transaction";

export type StoreOptions = {
  /** `beiakte`; another caseload on the same device has another name, as `beiakte-practice`. */
  readonly name: string;
  readonly random: Random;
};

export type OpenStoreFault =
  | StoreFault
  /** A newer version of the extension has been here. */
  | { readonly type: "store-newer" }
  /** Another context holds an older version open; closing the other panels helps. */
  | { readonly type: "store-blocked" };

type Trouble = Variable<StoreTrouble | undefined>;
type Opened = { readonly db: StoreDatabase; readonly isNew: boolean };

export async function openEntryStore(
  options: StoreOptions,
): Promise<Result<EntryStore, OpenStoreFault>> {
  const trouble: Trouble = variable<StoreTrouble | undefined>(undefined);
  const opened = await openDatabase(options, trouble);
  if (!opened.ok) return opened;
  const { isNew } = opened.value;
  const connection = new LastingConnection(opened.value.db, async () => {
    const again = await openDatabase(options, trouble);
    if (!again.ok) return again;
    // The person may have cleared the data: an empty database is not the one that is open here.
    if (again.value.isNew || !(await beginFreshLog())) {
      again.value.db.close();
      return err({ type: "store-failed" });
    }
    trouble.set(undefined);
    return ok(again.value.db);
  });
  trouble.subscribe(() => {
    if (trouble.get()?.type === "terminated") connection.lost();
  });
  const { db } = connection;
  return ok({
    ...logStore(db),
    ...syncStore(db, options.random),
    ...storeRows(db),
    isNew,
    trouble,
    erase: () => erase(connection, options.name, trouble),
    close: () => connection.close(),
  });
}

function openDatabase(
  { name, random }: StoreOptions,
  trouble: Trouble,
): Promise<Result<Opened, OpenStoreFault>> {
  return new Promise((resolve, reject) => {
    let isNew = false;
    let isGivenUp = false;
    const opening = openDB<StoreSchema>(name, STORE_VERSION, {
      upgrade(db, from, _to, transaction) {
        createTables(db, from);
        if (from > 0) return;
        isNew = true;
        // Failing requests abort the upgrade, and that is what `openDB` then says.
        const writer = bytesToId("WriterId", random.bytes(8));
        transaction
          .objectStore("writer")
          .put(writer, "writer")
          .catch(() => undefined);
      },
      blocked() {
        isGivenUp = true;
        resolve(err({ type: "store-blocked" }));
      },
      // Whoever upgrades or erases waits until all have closed: a panel left open in another window
      // must not stop them, and must not write under them either.
      blocking(_current, wanted, event) {
        trouble.set({ type: wanted === null ? "erased" : "superseded" });
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: () => trouble.set({ type: "terminated" }),
    });
    opening.then(
      (db) => {
        if (isGivenUp) db.close();
        else resolve(ok({ db, isNew }));
      },
      (thrown: unknown) => {
        openFaultOf(thrown).then((fault) => resolve(err(fault)), reject);
      },
    );
  });
}

async function openFaultOf(thrown: unknown): Promise<OpenStoreFault> {
  const isNewer = thrown instanceof DOMException && thrown.name === "VersionError";
  if (isNewer) return { type: "store-newer" };
  const fault = faultOf(thrown);
  return (await hasNoSpace()) ? { type: "store-full" } : fault;
}

/**
 * Emptied first, in one transaction: removing the database itself may have to wait for a frozen
 * tab, and the person who removes this device must not leave anything behind meanwhile.
 */
async function erase(
  connection: LastingConnection,
  name: string,
  trouble: Trouble,
): Promise<Result<void, StoreFault>> {
  const emptied = await write(connection.db, [...TABLES], async (transaction) => {
    await Promise.all(TABLES.map((table) => transaction.objectStore(table).clear()));
  });
  if (!emptied.ok) return emptied;
  connection.close();
  trouble.set({ type: "erased" });
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => resolve(ok(undefined)) }).then(
      () => resolve(ok(undefined)),
      (thrown: unknown) => {
        try {
          resolve(err(faultOf(thrown)));
        } catch (bug) {
          reject(bug);
        }
      },
    );
  });
}
