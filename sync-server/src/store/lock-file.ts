/**
 * Two relays on one file would number past each other. SQLite's own lock on a file beside it ends
 * with the process, however that ends.
 */
import Database from "libsql";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { causeOf } from "./sqlite-file";

/** Gives the way to let go; or `held`, or the system's cause. */
export function lockFile(path: string): Result<() => void, string> {
  try {
    const database = new Database(path, { timeout: 0 });
    database.exec("BEGIN EXCLUSIVE");
    return ok(() => database.close());
  } catch (thrown) {
    const cause = causeOf(thrown);
    return err(cause === "SQLITE_BUSY" ? "held" : cause);
  }
}
