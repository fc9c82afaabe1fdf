/**
 * A write that a full disk cuts short leaves half a record in the browser's log file, and Chromium
 * goes on writing behind it. At its next start it takes the file for damaged and removes everything
 * that the extension has stored (tried with Chromium 156). A new log file heals that: LevelDB begins
 * one when more than 4 MiB have been written since the last, and drops the old one.
 */
import { deleteDB, openDB } from "idb";

// All databases of the extension lie in one log: this one can be removed again.
const NAME = "beiakte-fresh-log";

const ROWS = 200;
// Above 64 KiB Chromium puts a value into a file beside the log, where it would move nothing.
const ROW_BYTES = 32 * 1024;

/** Whether there is a new log file now; not where the disk is still too full for it. */
export async function beginFreshLog(): Promise<boolean> {
  try {
    const db = await openDB(NAME, 1, {
      upgrade: (fresh) => void fresh.createObjectStore("rows", { autoIncrement: true }),
    });
    const transaction = db.transaction("rows", "readwrite", { durability: "strict" });
    const rows = Array.from({ length: ROWS }, () =>
      transaction.store.add(new Uint8Array(ROW_BYTES)),
    );
    await Promise.all([...rows, transaction.done]).finally(() => db.close());
    await deleteDB(NAME);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
    return false;
  }
}
