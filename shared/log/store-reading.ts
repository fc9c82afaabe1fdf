import { err, ok, type Result } from "../base/result";
import type { StoreFault } from "./entry-store";

/**
 * A read of a store that is gone (closed by the browser, erased in another panel) rejects. Here
 * that becomes a fault, so that it is told like a failed write and never breaks what comes after.
 */
export async function readOf<Value>(reading: Promise<Value>): Promise<Result<Value, StoreFault>> {
  try {
    return ok(await reading);
  } catch {
    return err({ type: "store-failed" });
  }
}
