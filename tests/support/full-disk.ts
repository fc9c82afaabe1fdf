/**
 * Makes the IndexedDB in memory refuse as a full disk does: at a request of a writing transaction,
 * or only when it commits. It reaches into `fake-indexeddb`, which knows no quota.
 */
/* oxlint-disable no-underscore-dangle -- the names are those of `fake-indexeddb` */
import { IDBTransaction as Transaction } from "fake-indexeddb";

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
