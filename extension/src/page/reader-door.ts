import type { MakePageReader } from "./page-reader";

/** Under this name one script of ours finds the other; a page has other globals and cannot look. */
const NAME = "beiaktePageReader";

export function offerReader(make: MakePageReader): void {
  Object.defineProperty(globalThis, NAME, { value: make, configurable: true });
}

/** A page's element of this name is no own property. */
export function takeReader(): MakePageReader | undefined {
  const made: unknown = Object.getOwnPropertyDescriptor(globalThis, NAME)?.value;
  return isMaker(made) ? made : undefined;
}

function isMaker(made: unknown): made is MakePageReader {
  return typeof made === "function";
}
