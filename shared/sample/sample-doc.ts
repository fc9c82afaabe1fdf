import * as Y from "yjs";
import type { Seeded } from "./seeded";

/**
 * A document whose bytes depend on the seed only: Yjs draws its client id by itself otherwise. The
 * guid is in no byte of it; drawing thousands of them costs a tenth of the whole time.
 */
export function sampleDoc(chance: Seeded): Y.Doc {
  const doc = new Y.Doc({ guid: "sample" });
  doc.clientID = chance.between(1, 2 ** 32 - 1);
  return doc;
}
