/**
 * Waits until nothing is under way. WebCrypto works in other threads, and which of two operations
 * ends first is chance: here they are told in the order in which they were asked for, one at a
 * time, so that a seed gives the same run each time. The operations themselves are the real ones.
 */
const real = crypto.subtle;
const underWay = { count: 0 };
let last: Promise<unknown> = Promise.resolve();

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function inOrder(operation: Promise<unknown>): Promise<unknown> {
  underWay.count += 1;
  const before = last;
  const told = (async () => {
    await Promise.allSettled([before, operation]);
    // What the one before has set in motion comes first.
    await turn();
    underWay.count -= 1;
    return operation;
  })();
  last = told;
  return told;
}

Object.defineProperty(crypto, "subtle", {
  configurable: true,
  value: new Proxy(real, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return (...args: readonly unknown[]) => {
        const result: unknown = Reflect.apply(member, target, args);
        return result instanceof Promise ? inOrder(result) : result;
      };
    },
  }),
});

export async function idle(): Promise<void> {
  do {
    await turn();
  } while (underWay.count > 0);
}
