/**
 * What a log sees of its store while the latency of a recorded session is played back: entries of
 * colleagues have come, and are not read before they are let in. Nothing else is touched.
 */
import { assert } from "@beiakte/shared/base/assert";
import type { DeviceId, EntryId } from "@beiakte/shared/base/ids";
import { type Head, parseEntry } from "@beiakte/shared/log/entry";
import type { LogStore, StoredEntry } from "@beiakte/shared/log/entry-store";

/** An entry sealed here, in the order of sealing. */
export type Sealed = { readonly kind: "update" | "snapshot"; readonly head: Head };

export type HeldEntries = {
  readonly store: LogStore;
  readonly sealed: readonly Sealed[];
  readonly letIn: (ids: readonly EntryId[]) => void;
  /** From now on, or not any more: everything as it comes. */
  readonly open: (way: "for-all" | "for-those-let-in") => void;
};

export function heldEntries(store: LogStore, self: DeviceId): HeldEntries {
  const sealed: Sealed[] = [];
  const isIn = new Set<EntryId>();
  const seen = new Map<EntryId, DeviceId>();
  let isOpen = false;
  let heldFrom = Number.POSITIVE_INFINITY;
  const isVisible = ({ bytes, id }: StoredEntry): boolean => {
    if (isOpen || isIn.has(id)) return true;
    const device = seen.get(id) ?? authorOf(bytes);
    seen.set(id, device);
    return device === self;
  };
  return {
    sealed,
    letIn: (ids) => {
      for (const id of ids) isIn.add(id);
    },
    open(way) {
      isOpen = way === "for-all";
    },
    store: {
      ...store,
      async entriesOf(space, document, afterOrder) {
        // What was held back once stands before what was read since.
        const entries = await store.entriesOf(space, document, Math.min(afterOrder, heldFrom - 1));
        const visible = entries.filter(isVisible);
        const shown = new Set(visible);
        heldFrom = entries.find((entry) => !shown.has(entry))?.order ?? Number.POSITIVE_INFINITY;
        // Opened for all, it stays so for what has been shown.
        for (const { id } of visible) isIn.add(id);
        return visible;
      },
      async insertSealed(insert) {
        const inserted = await store.insertSealed(insert);
        const { kind, device, writer, seq } = insert.header;
        if (inserted.ok) sealed.push({ kind, head: { device, writer, seq, id: insert.id } });
        return inserted;
      },
    },
  };
}

function authorOf(bytes: StoredEntry["bytes"]): DeviceId {
  const entry = parseEntry(bytes);
  assert(entry.ok, "the store holds entries");
  return entry.value.header.device;
}
