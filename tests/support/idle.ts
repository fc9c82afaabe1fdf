/**
 * Waits until nothing is under way. WebCrypto works in other threads, and which of two operations
 * ends first is chance: here they are told in the order in which they were asked for, one at a
 * time, so that a seed gives the same run each time. The operations themselves are the real ones.
 */
const real = crypto.subtle;
let underWay = 0;
let last: Promise<unknown> = Promise.resolve();

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function inOrder(operation: Promise<unknown>): Promise<unknown> {
  underWay += 1;
  const before = last;
  const told = (async () => {
    await Promise.allSettled([before, operation]);
    // What the one before has set in motion comes first.
    await turn();
    underWay -= 1;
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
    // oxlint-disable-next-line no-await-in-loop -- it waits until there is nothing to wait for
    await turn();
  } while (underWay > 0);
}
