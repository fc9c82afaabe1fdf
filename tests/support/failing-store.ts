/**
 * A device's store whose disk is full, or fails, just when a test wants it: the chosen write says
 * so and leaves nothing behind. Reads go on, as they do in the browser.
 */
import { err, type Result } from "@beiakte/shared/base/result";
import type { StoreFault } from "@beiakte/shared/log/entry-store";
import type { EntryStore } from "../../extension/src/workspace/entry-store";

export type FailingStore = {
  readonly store: EntryStore;
  /** How many writes were asked for so far, those that failed included. */
  readonly writes: () => number;
  /** The write of this number (counting from 1) fails, alone. */
  readonly failAt: (number: number, fault?: StoreFault["type"]) => void;
  /** Every write fails from now on, until `heal`. */
  readonly fill: (fault?: StoreFault["type"]) => void;
  readonly heal: () => void;
};

export function failingStore(inner: EntryStore): FailingStore {
  let count = 0;
  let faultOf: (number: number) => StoreFault["type"] | undefined = () => undefined;

  const guarded =
    <Args extends readonly unknown[], Value, Fault>(
      run: (...args: Args) => Promise<Result<Value, Fault | StoreFault>>,
    ) =>
    (...args: Args): Promise<Result<Value, Fault | StoreFault>> => {
      count += 1;
      const type = faultOf(count);
      return type === undefined ? run(...args) : Promise.resolve(err({ type }));
    };

  const bytesRow = (row: EntryStore["vault"]): EntryStore["vault"] => ({
    read: row.read,
    write: guarded(row.write),
    remove: guarded(row.remove),
  });

  const store: EntryStore = {
    ...inner,
    addDraft: guarded(inner.addDraft),
    insertSealed: guarded(inner.insertSealed),
    markCovered: guarded(inner.markCovered),
    receive: guarded(inner.receive),
    acknowledge: guarded(inner.acknowledge),
    reject: guarded(inner.reject),
    unconfirm: guarded(inner.unconfirm),
    addRecords: guarded(inner.addRecords),
    addLockboxes: guarded(inner.addLockboxes),
    projections: {
      all: inner.projections.all,
      put: guarded(inner.projections.put),
      remove: guarded(inner.projections.remove),
    },
    vault: bytesRow(inner.vault),
    sessionKey: bytesRow(inner.sessionKey),
    device: { get: inner.device.get, put: guarded(inner.device.put) },
    spaces: {
      all: inner.spaces.all,
      put: guarded(inner.spaces.put),
      remove: guarded(inner.spaces.remove),
    },
    clips: {
      all: inner.clips.all,
      put: guarded(inner.clips.put),
      remove: guarded(inner.clips.remove),
    },
    markSeen: guarded(inner.markSeen),
    erase: guarded(inner.erase),
  };

  return {
    store,
    writes: () => count,
    failAt(number, fault = "store-full") {
      faultOf = (current) => (current === number ? fault : undefined);
    },
    fill(fault = "store-full") {
      faultOf = () => fault;
    },
    heal() {
      faultOf = () => undefined;
    },
  };
}
