/**
 * Durability does not wait for sealing: each local change is committed as a draft first. One write
 * is under way at a time and takes all that came since, so a fast typist is never behind a disk.
 */
import type { Bytes } from "../base/bytes";
import type { DocumentId, SpaceId } from "../base/ids";
import type { Random } from "../base/ports";
import { openBox, sealBox } from "../crypto/seal";
import type { SealingKey } from "../crypto/seal";
import { textToBytes } from "../base/bytes";
import type { Locks, LogStore, StoredDraft, StoreFault } from "./entry-store";
import { mergedUpdates } from "./snapshot";

/** A local change that no entry holds yet; `draft` once it is on the disk. */
export type Unsealed = { readonly update: Uint8Array; draft: number | undefined };

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

/** Commits what has no draft yet. The drafts' ids land in `unsealed`. */
export async function writeDrafts(
  unsealed: readonly Unsealed[],
  context: DraftsContext,
): Promise<StoreFault | undefined> {
  const missing = unsealed.filter(({ draft }) => draft === undefined);
  if (missing.length === 0) return undefined;
  const update = mergedUpdates(missing.map((change) => change.update));
  const { space, document, random, draftKey } = context;
  const bytes = await sealBox(draftKey, random, new Uint8Array(update), associated(context));
  const added = await context.store.addDraft({ space, document, context: context.context, bytes });
  if (!added.ok) return added.error;
  for (const change of missing) change.draft = added.value;
  return undefined;
}

/** What dead contexts left behind, opened. Those of living ones are theirs to seal. */
export async function orphanedDrafts(
  context: DraftsContext,
): Promise<{ readonly orphans: readonly Unsealed[]; readonly living: readonly string[] }> {
  const drafts = await context.store.draftsOf(context.space, context.document);
  const living = new Set<string>();
  const orphans: Unsealed[] = [];
  for (const draft of drafts) {
    if (draft.context === context.context || living.has(draft.context)) continue;
    // In order: a later draft may refer to an earlier one.
    // oxlint-disable-next-line no-await-in-loop
    if (await context.locks.isHeld(lockOf(draft.context))) living.add(draft.context);
    // oxlint-disable-next-line no-await-in-loop
    else orphans.push(...(await openDraft(draft, context)));
  }
  return { orphans, living: [...living] };
}

export function lockOf(context: string): string {
  return `context/${context}`;
}

async function openDraft(draft: StoredDraft, context: DraftsContext): Promise<Unsealed[]> {
  const opened = await openBox(context.draftKey, draft.bytes, associated(context));
  // A draft of another vault or a damaged row: it stays where it is, for whoever can open it.
  if (!opened.ok) return [];
  const update: Bytes = opened.value;
  return [{ update, draft: draft.id }];
}

function associated({ space, document }: DraftsContext): Bytes {
  return textToBytes(`draft/${space}/${document}`);
}
