import type { Bytes } from "../base/bytes";
import type { Random } from "../base/ports";

/** The platform's generator: the only one that the product uses. */
export const cryptoRandom: Random = {
  bytes: (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length)),
};
