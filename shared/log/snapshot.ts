/** When one entry is to stand for many, and what a snapshot is made of. */
import * as Y from "yjs";
import type { Bytes } from "../base/bytes";

// Opening cost follows the tail: 32 KiB of tail are about 200 entries, some 40 ms.
const IN_USE_TAIL_BYTES = 32 << 10;
// When nobody waits, a smaller gain is worth the work: the next opening is by someone in a hurry.
const QUIET_TAIL_BYTES = 4 << 10;

/** `tail`, `snapshot`: sizes in bytes of the entries since, and of the newest snapshot itself. */
export function isSnapshotDue(moment: "in-use" | "quiet", tail: number, snapshot: number): boolean {
  return moment === "in-use"
    ? tail > Math.max(IN_USE_TAIL_BYTES, snapshot / 2)
    : tail > Math.max(QUIET_TAIL_BYTES, snapshot / 8);
}

/** Nothing is waited for: every change that was applied has found what it refers to. */
export function isWhole(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

/**
 * The document as one update, garbage-collected by a pass through a fresh document: removed text
 * is really gone. Nothing where the document has holes: they would be frozen for ever.
 */
export function foldedUpdate(doc: Y.Doc): Bytes | undefined {
  if (!isWhole(doc)) return undefined;
  const folded = new Y.Doc({ gc: true });
  Y.applyUpdate(folded, Y.encodeStateAsUpdate(doc));
  const update = Y.encodeStateAsUpdate(folded);
  folded.destroy();
  return new Uint8Array(update);
}

// Flat merging is quadratic (178 s for 50,000 updates); in groups of 32 it is not.
const FAN_IN = 32;

export function mergedUpdates(updates: readonly Uint8Array[]): Uint8Array {
  let level = [...updates];
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += FAN_IN) {
      next.push(Y.mergeUpdates(level.slice(i, i + FAN_IN)));
    }
    level = next;
  }
  return level[0] ?? Y.encodeStateAsUpdate(new Y.Doc());
}
