import { type Bytes, concatBytes } from "../base/bytes";
import { type EntryId, idToBytes } from "../base/ids";
import { hash } from "../crypto/hash";

/** The running hash of a space's stream after one more entry: SHA-256(before · id). */
export function hashAfter(before: Bytes, id: EntryId): Promise<Bytes> {
  return hash(concatBytes(before, idToBytes(id)));
}
