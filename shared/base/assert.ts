/**
 * For bugs only: what a person or a stranger can cause is a `Result`. The text must hold no case
 * word, it may end in a log.
 */
export function assert(condition: unknown, because: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${because}`);
}

/** The end of a `switch` over a closed union: a new member stops the compiler here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${typeof value}`);
}
