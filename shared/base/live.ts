/** A value that changes, and says so. `get` gives the same object until something changed. */
export type Live<Value> = {
  readonly get: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
};

/** A `Live` with its pen: kept by the owner, handed out as `Live`. */
export type Variable<Value> = Live<Value> & { readonly set: (value: Value) => void };

export function variable<Value>(first: Value): Variable<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
