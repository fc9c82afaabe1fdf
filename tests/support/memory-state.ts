/** What the store in memory holds, and what each of its larger transactions does to it. */
import { assert } from "@beiakte/shared/base/assert";
import type { Bytes } from "@beiakte/shared/base/bytes";
import {
  bytesToId,
  type ClipId,
  type DeviceId,
  type DocumentId,
  type EntryId,
  type SpaceId,
  type WriterId,
} from "@beiakte/shared/base/ids";
import type { Random } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import {
  type Chain,
  chainKey,
  type EntryHeader,
  type Head,
  type ReceivedEntry,
} from "@beiakte/shared/log/entry";
import type { Arrived, NewDraft, SealedInsert, StoredEntry } from "@beiakte/shared/log/entry-store";
import type { Cursor } from "@beiakte/shared/protocol/cursor";
import type { SealedLockbox } from "@beiakte/shared/protocol/frames";
import type { Received } from "@beiakte/shared/sync/ports";
import type {
  ClipRow,
  DeviceRow,
  DocumentProgress,
  ProjectionRow,
  SpaceRow,
} from "../../extension/src/workspace/entry-store";

export type EntryRow = StoredEntry & {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly chain: Chain;
  readonly seq: number;
  readonly isCovered: boolean;
  readonly isOwn: boolean;
  readonly isSnapshot: boolean;
  /** Acknowledged once: it waits for a relay that lost it. */
  readonly isReturned: boolean;
};

export type MemoryState = {
  writer: WriterId;
  lastOrder: number;
  lastDraft: number;
  /** In order of arrival. */
  readonly entries: Map<EntryId, EntryRow>;
  /** The newest of each chain of a document. */
  readonly heads: Map<string, Head>;
  drafts: (NewDraft & { readonly id: number })[];
  readonly cursors: Map<SpaceId, Cursor>;
  readonly records: Map<SpaceId, Bytes[]>;
  readonly lockboxes: Map<SpaceId, SealedLockbox[]>;
  readonly projections: Map<string, ProjectionRow>;
  readonly seen: Map<string, number>;
  readonly bytes: Map<"vault" | "session-key", Bytes>;
  device: DeviceRow | undefined;
  readonly spaces: Map<SpaceId, SpaceRow>;
  readonly clips: Map<ClipId, ClipRow>;
};

export function emptyState(random: Random): MemoryState {
  return {
    writer: newWriter(random),
    lastOrder: 0,
    lastDraft: 0,
    entries: new Map(),
    heads: new Map(),
    drafts: [],
    cursors: new Map(),
    records: new Map(),
    lockboxes: new Map(),
    projections: new Map(),
    seen: new Map(),
    bytes: new Map(),
    device: undefined,
    spaces: new Map(),
    clips: new Map(),
  };
}

export function documentKey(space: SpaceId, document: DocumentId): string {
  return `${space}/${document}`;
}

export function chainHead(
  state: MemoryState,
  document: DocumentId,
  chain: Chain,
): Head | undefined {
  return state.heads.get(headKey(document, chain));
}

export function insertSealed(
  state: MemoryState,
  { header, id, bytes, drafts, rejected }: SealedInsert,
): Result<Arrived, { readonly type: "place-taken" }> {
  const head = chainHead(state, header.document, header);
  if (header.writer !== state.writer || header.seq !== (head?.seq ?? 0) + 1) {
    return err({ type: "place-taken" });
  }
  for (const old of rejected) removeRejected(state, header.space, old);
  state.drafts = state.drafts.filter((draft) => !drafts.includes(draft.id));
  const { document } = header;
  const after = newestOf(state, header.space, document);
  const order = addRow(state, header, { id, bytes, place: "outbox", isOwn: true });
  return ok({ document, after, entries: [{ order, id, bytes, place: "outbox" }] });
}

export function receive(
  state: MemoryState,
  random: Random,
  space: SpaceId,
  self: DeviceId,
  entries: readonly ReceivedEntry[],
  cursor: Cursor,
): Received {
  const before = new Map(
    entries.map(({ entry }) => {
      const { document } = entry.header;
      return [document, newestOf(state, space, document)];
    }),
  );
  const fresh: { readonly document: DocumentId; readonly stored: StoredEntry }[] = [];
  let hasNewWriter = false;
  for (const { id, entry } of entries) {
    const { header } = entry;
    if (header.space !== space) continue;
    const isOwn = header.device === self;
    if (state.entries.has(id)) {
      acknowledge(state, space, id);
      continue;
    }
    const stored = { id, bytes: entry.bytes, place: "acknowledged" } as const;
    const order = addRow(state, header, { ...stored, isOwn });
    fresh.push({ document: header.document, stored: { ...stored, order } });
    if (isOwn && header.writer === state.writer) {
      state.writer = newWriter(random);
      hasNewWriter = true;
    }
  }
  state.cursors.set(space, cursor);
  const arrived = [...before].flatMap(([document, after]): readonly Arrived[] => {
    const own = fresh.filter((one) => one.document === document).map(({ stored }) => stored);
    return own.length === 0 ? [] : [{ document, after, entries: own }];
  });
  return { arrived, hasNewWriter };
}

export function acknowledge(state: MemoryState, space: SpaceId, id: EntryId): void {
  const row = state.entries.get(id);
  if (row?.space !== space) return;
  state.entries.set(id, { ...row, place: "acknowledged", isReturned: false });
}

export function reject(state: MemoryState, random: Random, space: SpaceId, id: EntryId): void {
  const row = state.entries.get(id);
  if (row?.space !== space || row.place !== "outbox") return;
  const key = headKey(row.document, row.chain);
  let standsForSomething = false;
  for (const [behind, other] of state.entries) {
    if (other.seq < row.seq || other.place !== "outbox") continue;
    if (headKey(other.document, other.chain) !== key) continue;
    state.entries.set(behind, { ...other, place: "rejected", isCovered: false });
    standsForSomething ||= other.isSnapshot;
  }
  if (standsForSomething) readAgain(state, row);
  if (row.chain.writer === state.writer) state.writer = newWriter(random);
}

/** A snapshot is gone: what it covered may be covered by no other. */
function readAgain(state: MemoryState, { document, space }: EntryRow): void {
  for (const [id, row] of state.entries) {
    if (row.space !== space || row.document !== document) continue;
    state.entries.set(id, { ...row, isCovered: false });
  }
}

export function unconfirm(state: MemoryState, space: SpaceId): void {
  for (const [id, row] of state.entries) {
    if (row.space !== space || row.place === "rejected") continue;
    const isReturned = row.isReturned || row.place === "acknowledged";
    state.entries.set(id, { ...row, place: "outbox", isReturned });
  }
  state.cursors.delete(space);
}

export function markCovered(
  state: MemoryState,
  space: SpaceId,
  document: DocumentId,
  snapshot: EntryId,
  covers: readonly Head[],
): void {
  const isHere = state.entries.get(snapshot)?.space === space;
  assert(isHere, "a snapshot is in the store before it covers anything");
  const seqs = new Map(covers.map((head) => [chainKey(head), head.seq]));
  for (const [id, row] of state.entries) {
    if (row.space !== space || row.document !== document) continue;
    if (id === snapshot || row.place === "rejected") continue;
    if (row.seq > (seqs.get(chainKey(row.chain)) ?? 0)) continue;
    state.entries.set(id, { ...row, isCovered: true });
  }
}

export function progressOf(state: MemoryState, space: SpaceId): readonly DocumentProgress[] {
  const progress = new Map<DocumentId, DocumentProgress>();
  for (const row of state.entries.values()) {
    if (row.space !== space) continue;
    const { document, order } = row;
    const before = progress.get(document);
    progress.set(document, {
      document,
      newest: order,
      newestByOthers: row.isOwn ? (before?.newestByOthers ?? 0) : order,
      seen: state.seen.get(documentKey(space, document)) ?? 0,
    });
  }
  return [...progress.values()];
}

function addRow(
  state: MemoryState,
  header: EntryHeader,
  entry: Pick<EntryRow, "id" | "bytes" | "place" | "isOwn">,
): number {
  const { space, document, device, writer, seq } = header;
  const chain = { device, writer };
  state.lastOrder += 1;
  const order = state.lastOrder;
  const bytes = entry.bytes.slice();
  const isSnapshot = header.kind === "snapshot";
  const place = { space, document, chain, seq, isCovered: false, isReturned: false };
  const row = { ...entry, bytes, order, ...place, isSnapshot };
  state.entries.set(entry.id, row);
  const head = state.heads.get(headKey(document, chain));
  if (head === undefined || head.seq <= seq) {
    state.heads.set(headKey(document, chain), { ...chain, seq, id: entry.id });
  }
  return order;
}

export function progressAt(
  state: MemoryState,
  space: SpaceId,
  document: DocumentId,
): DocumentProgress | undefined {
  return progressOf(state, space).find((row) => row.document === document);
}

function newestOf(state: MemoryState, space: SpaceId, document: DocumentId): number {
  return progressAt(state, space, document)?.newest ?? 0;
}

function removeRejected(state: MemoryState, space: SpaceId, id: EntryId): void {
  const row = state.entries.get(id);
  if (row?.space !== space || row.place !== "rejected") return;
  state.entries.delete(id);
  const key = headKey(row.document, row.chain);
  state.heads.delete(key);
  for (const other of state.entries.values()) {
    if (headKey(other.document, other.chain) !== key) continue;
    if (other.seq < (state.heads.get(key)?.seq ?? 0)) continue;
    state.heads.set(key, { ...other.chain, seq: other.seq, id: other.id });
  }
}

function headKey(document: DocumentId, chain: Chain): string {
  return `${document}/${chainKey(chain)}`;
}

function newWriter(random: Random): WriterId {
  return bytesToId("WriterId", random.bytes(8));
}
