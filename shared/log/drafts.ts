/**
 * Durability does not wait for sealing: each local change is committed as a draft first. One write
 * is under way at a time and takes all that came since, so a fast typist is never behind a disk.
 */
import type { Bytes } from "../base/bytes";
import { textToBytes } from "../base/bytes";
import type { DocumentId, EntryId, SpaceId } from "../base/ids";
import type { Random } from "../base/ports";
import { ok, type Result } from "../base/result";
import { openBox, sealBox } from "../crypto/seal";
import type { SealingKey } from "../crypto/seal";
import type { Locks, LogStore, StoredDraft, StoreFault } from "./entry-store";
import { mergedUpdates } from "./snapshot";
import { readOf } from "./store-reading";

/** A local change that no entry holds yet. */
export type Unsealed = {
  readonly update: Uint8Array;
  /** Once it is on the disk. */
  draft: number | undefined;
  /**
   * `orphan`: a dead context's draft; `rejected`: of an own entry that the relay refused. Other
   * contexts of the device see these too, and whoever is first seals them.
   */
  readonly from:
    | { readonly type: "here" }
    | { readonly type: "orphan" }
    | { readonly type: "rejected"; readonly entry: EntryId };
};

export type DraftsContext = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  /** Names this context among those of the device; its lock is held while it lives. */
  readonly context: string;
  readonly store: LogStore;
  readonly locks: Locks;
  readonly draftKey: SealingKey;
  readonly random: Random;
};

/** Nothing of it is on the disk yet, in any form. */
export function isVolatile({ draft, from }: Unsealed): boolean {
  return draft === undefined && from.type === "here";
}

/** Commits what has no draft yet. The drafts' ids land in `unsealed`. */
export async function writeDrafts(
  unsealed: readonly Unsealed[],
  context: DraftsContext,
): Promise<StoreFault | undefined> {
  const missing = unsealed.filter(isVolatile);
  if (missing.length === 0) return undefined;
  const update = mergedUpdates(missing.map((change) => change.update));
  const { space, document, random, draftKey } = context;
  const bytes = await sealBox(draftKey, random, new Uint8Array(update), associated(context));
  const added = await context.store.addDraft({ space, document, context: context.context, bytes });
  if (!added.ok) return added.error;
  for (const change of missing) change.draft = added.value;
  return undefined;
}

/**
 * What dead contexts left behind, opened. Those of living ones are theirs to seal. `dead`: the one
 * whose lock the caller holds, which therefore is not alive.
 */
export async function orphanedDrafts(
  context: DraftsContext,
  dead?: string,
): Promise<{ readonly orphans: readonly Unsealed[]; readonly living: readonly string[] }> {
  const drafts = await readOf(context.store.draftsOf(context.space, context.document));
  const living = new Set<string>();
  const orphans: Unsealed[] = [];
  for (const draft of drafts.ok ? drafts.value : []) {
    if (draft.context === context.context || living.has(draft.context)) continue;
    const isAlive =
      draft.context !== dead &&
      // In order: a later draft may refer to an earlier one.
      // oxlint-disable-next-line no-await-in-loop
      (await context.locks.isHeld(lockOf(draft.context)));
    if (isAlive) living.add(draft.context);
    // oxlint-disable-next-line no-await-in-loop
    else orphans.push(...(await openDraft(draft, context)));
  }
  return { orphans, living: [...living] };
}

/** Of what other contexts may have sealed, that which none has. */
export async function stillUnsealed(
  unsealed: readonly Unsealed[],
  { document, space, store }: DraftsContext,
): Promise<Result<readonly Unsealed[], StoreFault>> {
  const drafts = new Set<number>();
  const rejected = new Set<EntryId>();
  if (unsealed.some(({ from }) => from.type === "orphan")) {
    const held = await readOf(store.draftsOf(space, document));
    if (!held.ok) return held;
    for (const { id } of held.value) drafts.add(id);
  }
  if (unsealed.some(({ from }) => from.type === "rejected")) {
    const held = await readOf(store.entriesOf(space, document, 0));
    if (!held.ok) return held;
    for (const { id, place } of held.value) if (place === "rejected") rejected.add(id);
  }
  return ok(
    unsealed.filter(({ draft, from }) => {
      if (from.type === "orphan") return draft !== undefined && drafts.has(draft);
      return from.type === "here" || rejected.has(from.entry);
    }),
  );
}

export function lockOf(context: string): string {
  return `context/${context}`;
}

async function openDraft(draft: StoredDraft, context: DraftsContext): Promise<Unsealed[]> {
  const opened = await openBox(context.draftKey, draft.bytes, associated(context));
  // A draft of another vault or a damaged row: it stays where it is, for whoever can open it.
  if (!opened.ok) return [];
  const update: Bytes = opened.value;
  return [{ update, draft: draft.id, from: { type: "orphan" } }];
}

function associated({ space, document }: DraftsContext): Bytes {
  return textToBytes(`draft/${space}/${document}`);
}
