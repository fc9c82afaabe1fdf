/** What a document holds and its log does not. */
import * as Y from "yjs";
import type { Bytes } from "../base/bytes";
import type { DeviceId } from "../base/ids";
import type { Span } from "./opening";
import type { Reached } from "./reached";

/**
 * All of this device's changes in the document that the log has not reached. What colleagues wrote
 * is theirs to seal, and what waits for something missing is not there yet: both are left out.
 */
export function missingUpdate(
  doc: Y.Doc,
  reached: Reached,
  device: DeviceId,
): { readonly hasStructs: boolean; readonly update: () => Bytes } {
  const clocks = reached.vector();
  const from = new Map<number, number>();
  let hasStructs = false;
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    const isOurs = reached.isOwnedBy(new Map([[client, { from: 0, to: clock }]]), device);
    const start = isOurs ? Math.min(clock, clocks.get(client) ?? 0) : clock;
    from.set(client, start);
    hasStructs ||= start < clock;
  }
  const pending = doc.store.pendingStructs?.update;
  const waiting: Span = pending === undefined ? new Map() : pendingSpan(pending);
  for (const [client, { to }] of waiting) {
    const start = from.get(client) ?? 0;
    if (start >= Y.getState(doc.store, client)) from.set(client, Math.max(to, start));
  }
  // Even an update without structs names all that was ever removed: made only when it is wanted.
  const update = (): Bytes => new Uint8Array(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(from)));
  return { hasStructs, update };
}

/** Yjs keeps what waits in its second format. */
function pendingSpan(update: Uint8Array): Span {
  const { from, to } = Y.parseUpdateMetaV2(update);
  return new Map(
    [...to].map(([client, end]) => [client, { from: from.get(client) ?? 0, to: end }]),
  );
}
