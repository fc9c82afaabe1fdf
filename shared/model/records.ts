/**
 * Records in a flat root map: persons, identifiers and steps. The keys are
 *
 *   `<id>/<field>`             one value, the last writer's
 *   `<id>/revision/<random>`   somebody wrote something here
 *   `<id>/removal/<random>`    the revisions that somebody saw who took the record away
 *   `<id>/<group>/<random>`    further parts of a record, such as ticks
 *
 * A record is there exactly when it has a revision that no removal has seen. So whoever writes
 * while a colleague removes keeps the record, on every device, in whatever order things arrive.
 */
import type * as Y from "yjs";
import type { Random } from "../base/ports";
import type { Actor } from "./action";
import { newLocalId, type RemovalId, type RevisionId } from "./local-id";
import { fieldsOf, textsOf } from "./stored-value";

export type StoredRecord = {
  readonly fields: ReadonlyMap<string, unknown>;
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
};

type OpenRecord = {
  readonly fields: Map<string, unknown>;
  readonly groups: Map<string, Map<string, unknown>>;
};

const NOTHING: ReadonlyMap<string, unknown> = new Map();

/** All records of a root map that are there, in no order that means anything. */
export function readRecords(root: Y.Map<unknown>): ReadonlyMap<string, StoredRecord> {
  const records = new Map<string, OpenRecord>();
  for (const [key, value] of root.entries()) {
    const [id, name, part] = key.split("/");
    if (id === undefined || name === undefined) continue;
    put(entryOf(records, id, emptyRecord), name, part, value);
  }
  for (const [id, record] of records) if (!isPresent(record)) records.delete(id);
  return records;
}

/**
 * The record, or nothing where it never was or is removed. An action asks for one record of
 * several hundred keys, so the others are not even taken apart.
 */
export function readRecord(root: Y.Map<unknown>, id: string): StoredRecord | undefined {
  const record = emptyRecord();
  for (const key of keysUnder(root, `${id}/`)) {
    const [, name, part] = key.split("/");
    if (name !== undefined) put(record, name, part, root.get(key));
  }
  return isPresent(record) ? record : undefined;
}

export function groupOf(record: StoredRecord, name: string): ReadonlyMap<string, unknown> {
  return record.groups.get(name) ?? NOTHING;
}

/** Written with every change of a record; returned so that an undo can name it. */
export function revise(root: Y.Map<unknown>, id: string, random: Random): RevisionId {
  // Whoever has seen the older revisions sees this one instead; who has not cannot name it. So
  // the older ones may go, and a record keeps one revision for each concurrent writer at most.
  for (const revision of revisionsOf(root, id)) root.delete(`${id}/revision/${revision}`);
  const revision: RevisionId = newLocalId(random);
  root.set(`${id}/revision/${revision}`, 1);
  return revision;
}

/** Takes the record away as it was seen here; returned so that an undo can name the removal. */
export function removeRecord(root: Y.Map<unknown>, id: string, actor: Actor): RemovalId {
  return removeRevisions(root, id, revisionsOf(root, id), actor);
}

/** Takes the record away unless it has other revisions than these. */
export function removeRevisions(
  root: Y.Map<unknown>,
  id: string,
  seen: readonly string[],
  actor: Actor,
): RemovalId {
  const removal: RemovalId = newLocalId(actor.random);
  const { member, clock } = actor;
  root.set(`${id}/removal/${removal}`, { seen: [...seen], by: member, at: clock.now() });
  return removal;
}

/** Sets the fields that differ; true if any did. A field is emptied by `null`, never deleted. */
export function writeFields(
  root: Y.Map<unknown>,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): boolean {
  let changed = false;
  for (const [name, value] of Object.entries(fields)) {
    const key = `${id}/${name}`;
    const before = root.get(key) ?? null;
    if (JSON.stringify(before) === JSON.stringify(value ?? null)) continue;
    root.set(key, value ?? null);
    changed = true;
  }
  return changed;
}

function emptyRecord(): OpenRecord {
  return { fields: new Map(), groups: new Map() };
}

function put(record: OpenRecord, name: string, part: string | undefined, value: unknown): void {
  if (part === undefined) record.fields.set(name, value);
  else entryOf(record.groups, name, () => new Map<string, unknown>()).set(part, value);
}

function isPresent(record: StoredRecord): boolean {
  const seen = new Set<string>();
  for (const removal of groupOf(record, "removal").values()) {
    for (const revision of textsOf(fieldsOf(removal).get("seen"))) seen.add(revision);
  }
  for (const revision of groupOf(record, "revision").keys()) if (!seen.has(revision)) return true;
  return false;
}

function revisionsOf(root: Y.Map<unknown>, id: string): readonly string[] {
  const prefix = `${id}/revision/`;
  return keysUnder(root, prefix).map((key) => key.slice(prefix.length));
}

function keysUnder(root: Y.Map<unknown>, prefix: string): readonly string[] {
  const keys: string[] = [];
  for (const key of root.keys()) if (key.startsWith(prefix)) keys.push(key);
  return keys;
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
