import * as Y from "yjs";
import type { Seeded } from "./seeded";

/** A document whose bytes depend on the seed only: Yjs draws its client id by itself otherwise. */
export function sampleDoc(chance: Seeded): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = chance.between(1, 2 ** 32 - 1);
  return doc;
}
