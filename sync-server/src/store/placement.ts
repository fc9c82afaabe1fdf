/**
 * Whether an entry may stand where its header says. The rules are the same for every store, and
 * are asked inside the transaction that stores it.
 */
import type { EntryId } from "@beiakte/shared/base/ids";
import {
  type Chain,
  chainKey,
  type EntryHeader,
  FIRST_PREVIOUS,
  type Head,
} from "@beiakte/shared/log/entry";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import type { Offer } from "./store";

/** What a store holds of the document that an entry belongs to. */
export type Shelf = {
  readonly at: (
    chain: Chain,
    seq: number,
  ) => { readonly id: EntryId; readonly number: number } | undefined;
  readonly head: (chain: Chain) => Pick<Head, "seq" | "id"> | undefined;
  /** What the leading snapshot stands for. */
  readonly covers: () => readonly Head[] | undefined;
};

export type Placement =
  /** `leads`: a snapshot that stands for all that the one before stood for. */
  | { readonly type: "free"; readonly leads: boolean }
  | { readonly type: "held"; readonly number: number }
  | { readonly type: "refused"; readonly reason: Refusal };

export function placementOf(shelf: Shelf, { entry, id, way }: Offer): Placement {
  const { header } = entry;
  const held = shelf.at(header, header.seq);
  if (held !== undefined) {
    return held.id === id ? { type: "held", number: held.number } : refused("seq-taken");
  }
  if (way === "append") {
    const refusal = refusalOfLink(shelf, header);
    if (refusal !== undefined) return refused(refusal);
  }
  if (header.kind === "update") return { type: "free", leads: false };
  const newest = shelf.covers();
  const leads = standsForAll(header.covers, newest ?? []);
  // A wiped relay gets its snapshots back one by one, the older after the newer, and what they
  // stand for may be gone for good: such a one is kept, and leads only if it may.
  if (way === "restore") return { type: "free", leads };
  if (!leads) return refused("covers-too-little");
  if (!header.covers.every((head) => isKnown(shelf, newest ?? [], head))) {
    return refused("covers-unknown");
  }
  return { type: "free", leads };
}

/**
 * A chain goes on from the last entry that is stored, or from the one that the leading snapshot
 * names: after a loss the covered part of a chain may never come back.
 */
function refusalOfLink(shelf: Shelf, header: EntryHeader): Refusal | undefined {
  const stored = shelf.head(header) ?? { seq: 0, id: FIRST_PREVIOUS };
  if (header.seq === stored.seq + 1) {
    return header.previous === stored.id ? undefined : "seq-taken";
  }
  const covered = shelf.covers()?.find((head) => chainKey(head) === chainKey(header));
  if (covered === undefined || header.seq !== covered.seq + 1) return "gap";
  return header.previous === covered.id ? undefined : "seq-taken";
}

function standsForAll(covers: readonly Head[], older: readonly Head[]): boolean {
  const seqs = new Map(covers.map((head) => [chainKey(head), head.seq]));
  return older.every((head) => (seqs.get(chainKey(head)) ?? 0) >= head.seq);
}

function isKnown(shelf: Shelf, newest: readonly Head[], head: Head): boolean {
  if (shelf.at(head, head.seq)?.id === head.id) return true;
  return newest.some(
    (known) => chainKey(known) === chainKey(head) && known.seq === head.seq && known.id === head.id,
  );
}

function refused(reason: Refusal): Placement {
  return { type: "refused", reason };
}
