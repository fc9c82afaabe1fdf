/** Short words for what tests do with a device's store: one space, two documents, two devices. */
import type { DocumentId, EntryId, SpaceId } from "@beiakte/shared/base/ids";
import type { Random } from "@beiakte/shared/base/ports";
import type { Result } from "@beiakte/shared/base/result";
import type { SealedInsert } from "@beiakte/shared/log/entry-store";
import { START } from "@beiakte/shared/protocol/cursor";
import type { Received } from "@beiakte/shared/sync/ports";
import type { EntryStore } from "../../extension/src/workspace/entry-store";
import { type EntryPlan, numberedId, plainEntry, type PlainEntry } from "./plain-entries";

/** One device's store, and further connections to it as other contexts have them. */
export type DeviceUnderTest = {
  readonly store: EntryStore;
  readonly another: () => Promise<EntryStore>;
};

export const SPACE = numberedId("SpaceId", 1);
export const OTHER_SPACE = numberedId("SpaceId", 2);
export const NOTE = numberedId("DocumentId", 1);
export const OTHER_NOTE = numberedId("DocumentId", 2);
export const SELF = numberedId("DeviceId", 1);
const COLLEAGUE = numberedId("DeviceId", 2);
const THEIR_WRITER = numberedId("WriterId", 200);
export const RECORD = numberedId("RecordId", 7);

type OwnPlan = Pick<EntryPlan, "seq"> & Partial<EntryPlan>;

export async function own(store: EntryStore, plan: OwnPlan): Promise<PlainEntry> {
  const writer = plan.writer ?? (await store.writer());
  return plainEntry({ space: SPACE, document: NOTE, device: SELF, ...plan, writer });
}

export function their(plan: OwnPlan): Promise<PlainEntry> {
  const place = { space: SPACE, document: NOTE, device: COLLEAGUE, writer: THEIR_WRITER };
  return plainEntry({ ...place, ...plan });
}

export async function insertOwn(
  store: EntryStore,
  seq: number,
  plan: Partial<EntryPlan> = {},
): Promise<PlainEntry> {
  const entry = await own(store, { ...plan, seq });
  must(await store.insertSealed(sealed(entry)));
  return entry;
}

export function sealed({ bytes, header, id }: PlainEntry): SealedInsert {
  return { header, id, bytes, drafts: [], rejected: [] };
}

export async function bring(
  store: EntryStore,
  ...entries: readonly PlainEntry[]
): Promise<Received> {
  return must(await store.receive(SPACE, SELF, entries, START));
}

export function addDraft(
  store: EntryStore,
  context = "panel",
  byte = 1,
  document: DocumentId = NOTE,
) {
  return store.addDraft({ space: SPACE, document, context, bytes: Uint8Array.of(byte) });
}

export async function idsIn(store: EntryStore): Promise<readonly EntryId[]> {
  return (await store.entriesOf(SPACE, NOTE, 0)).map(({ id }) => id);
}

export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`unexpected fault ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Never the same bytes twice. */
export function countingRandom(): Random {
  let calls = 0;
  return {
    bytes(length) {
      calls += 1;
      return new Uint8Array(length).fill(calls);
    },
  };
}

export async function countWaiting(store: EntryStore, space: SpaceId): Promise<number> {
  return (await store.waiting(space)).length;
}

export async function waitingInNote(store: EntryStore): Promise<readonly EntryId[]> {
  const waiting = await store.waiting(SPACE);
  return waiting.flatMap(({ document, id }) => (document === NOTE ? id : []));
}
