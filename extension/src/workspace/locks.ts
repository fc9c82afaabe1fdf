/**
 * Mutual exclusion between panels, tabs and background by Web Locks: the browser gives a lock back
 * when its context dies, however it dies.
 */
import type { Locks } from "@beiakte/shared/log/entry-store";

/** What of `navigator.locks` is used. */
export type LockTable = {
  readonly request: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
  readonly query: () => Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
};

export function webLocks(table: LockTable): Locks {
  return {
    alone: (name, run) => table.request(name, run),
    hold: (name) =>
      new Promise((resolve, reject) => {
        const holding = table.request(
          name,
          () => new Promise<void>((letGo) => resolve(() => letGo())),
        );
        // A context that is going away is refused; one that holds has been answered already.
        holding.catch(reject);
      }),
    async isHeld(name) {
      const { held = [] } = await table.query();
      return held.some((lock) => lock.name === name);
    },
  };
}
