/** On the hot path of every entry: Node's own hash, because WebCrypto's costs a thread hop each. */
import { createHash } from "node:crypto";
import { assert } from "@beiakte/shared/base/assert";
import type { Bytes } from "@beiakte/shared/base/bytes";
import { bytesToId, type EntryId, idToBytes } from "@beiakte/shared/base/ids";

/** h(n) = SHA-256(h(n - 1), id): a cursor names all entries before it, not only their count. */
export function runningHash(before: Bytes, id: EntryId): Bytes {
  assert(before.length === 32, "a running hash has 32 bytes");
  return plain(createHash("sha256").update(before).update(idToBytes(id)).digest());
}

/** The same as `entryId` of the log, at once. */
export function entryIdNow(bytes: Bytes): EntryId {
  return bytesToId("EntryId", createHash("sha256").update(bytes).digest());
}

export function sha256(bytes: Uint8Array): Bytes {
  return plain(createHash("sha256").update(bytes).digest());
}

// Small Buffers share one pool, and their `slice` does not copy: nothing but plain bytes leaves here.
function plain(buffer: Uint8Array): Bytes {
  return Uint8Array.from(buffer);
}
