/**
 * Makes the IndexedDB in memory refuse as a full disk does: at a request of a writing transaction,
 * or only when it commits. It reaches into `fake-indexeddb`, which knows no quota.
 */
/* oxlint-disable no-underscore-dangle -- the names are those of `fake-indexeddb` */
import {
  IDBFactory as Factory,
  IDBOpenDBRequest as OpenRequest,
  IDBTransaction as Transaction,
} from "fake-indexeddb";

type Inside = {
  readonly mode: IDBTransactionMode;
  _execRequestAsync: (request: { operation: () => unknown }) => unknown;
  _abort: (name: string) => void;
  dispatchEvent: (event: { readonly type: string }) => unknown;
};

export type FullDisk = {
  /** Places at which a writing transaction can fail, passed since the disk was watched. */
  readonly places: () => number;
  readonly restore: () => void;
};

/** `failAt`: the place (counting from 1) that fails; none where it is 0. */
export function fullDisk(failAt: number, name = "QuotaExceededError"): FullDisk {
  const inside = Transaction.prototype as unknown as Inside;
  const { _execRequestAsync: execute, dispatchEvent } = inside;
  let passed = 0;

  inside._execRequestAsync = function (this: Inside, request) {
    if (this.mode !== "readwrite") return execute.call(this, request);
    const operation = () => {
      passed += 1;
      if (passed === failAt) throw new DOMException("", name);
      return request.operation();
    };
    return execute.call(this, { ...request, operation });
  };

  inside.dispatchEvent = function (this: Inside, event) {
    if (event.type !== "complete" || this.mode !== "readwrite") {
      return dispatchEvent.call(this, event);
    }
    passed += 1;
    if (passed !== failAt) return dispatchEvent.call(this, event);
    return this._abort(name);
  };

  return {
    places: () => passed,
    restore() {
      inside._execRequestAsync = execute;
      inside.dispatchEvent = dispatchEvent;
    },
  };
}

/** As Chromium while the disk is full: no database is opened, and nothing says why but the space left. */
export function nothingOpens(left: { readonly bytes: number }): { readonly restore: () => void } {
  // oxlint-disable-next-line unbound-method -- it is put back as it was
  const { open } = Factory.prototype;
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  const estimate = async () => ({ quota: 5000 + left.bytes, usage: 5000 });
  const value = { storage: { estimate } };
  Object.defineProperty(globalThis, "navigator", { value, configurable: true });
  Factory.prototype.open = () => {
    const request = new OpenRequest();
    const error = new DOMException("Internal error opening backing store.", "UnknownError");
    Object.assign(request, { _error: error, readyState: "done" });
    const phases = { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 };
    const event = { ...phases, type: "error", eventPath: [], bubbles: false, initialized: true };
    setImmediate(() => request.dispatchEvent(event as never));
    return request;
  };
  return {
    restore() {
      Factory.prototype.open = open;
      // Node 20 has none.
      if (before === undefined) Reflect.deleteProperty(globalThis, "navigator");
      else Object.defineProperty(globalThis, "navigator", before);
    },
  };
}
