/** How offices and portals name a case: records in the root map `identifiers`. */
import type * as Y from "yjs";
import { type Actor, change, type Undo } from "./action";
import { type IdentifierId, newLocalId, parseLocalId, type PersonId } from "./local-id";
import { readRecord, readRecords, removeRecord, revise, writeFields } from "./records";
import { textOf } from "./stored-value";

export type NewIdentifier = {
  /** An id of the catalogue's identifiers, such as `file_number`. */
  readonly kind: string;
  /** As a person wrote it; compare by `identifierKey`. */
  readonly value: string;
  /** Whom it belongs to, where it is not the whole household's. */
  readonly personId: PersonId | undefined;
};

export type IdentifierView = NewIdentifier & { readonly identifierId: IdentifierId };

export function addIdentifier(
  doc: Y.Doc,
  actor: Actor,
  identifier: NewIdentifier,
): IdentifierId | undefined {
  return change(doc, () => {
    const root = doc.getMap<unknown>("identifiers");
    const identifierId: IdentifierId = newLocalId(actor.random);
    writeFields(root, identifierId, { ...identifier, value: identifier.value.trim() });
    revise(root, identifierId, actor.random);
    return identifierId;
  });
}

/** A number found on a page, unless the case bears it already; it can be taken back. */
export function keepIdentifier(
  doc: Y.Doc,
  actor: Actor,
  identifier: Omit<NewIdentifier, "personId">,
): Undo | undefined {
  const key = identifierKey(identifier.value);
  if (viewIdentifiers(doc).some(({ value }) => identifierKey(value) === key)) return undefined;
  return change(doc, () => {
    const root = doc.getMap<unknown>("identifiers");
    const id: IdentifierId = newLocalId(actor.random);
    writeFields(root, id, { ...identifier, value: identifier.value.trim(), personId: undefined });
    const revision = revise(root, id, actor.random);
    return { type: "take-back-record", root: "identifiers", id, revision };
  });
}

export function changeIdentifier(
  doc: Y.Doc,
  actor: Actor,
  identifierId: IdentifierId,
  identifier: NewIdentifier,
): void {
  change(doc, () => {
    const root = doc.getMap<unknown>("identifiers");
    if (readRecord(root, identifierId) === undefined) return;
    const fields = { ...identifier, value: identifier.value.trim() };
    if (writeFields(root, identifierId, fields)) revise(root, identifierId, actor.random);
  });
}

export function removeIdentifier(
  doc: Y.Doc,
  actor: Actor,
  identifierId: IdentifierId,
): Undo | undefined {
  return change(doc, () => {
    const root = doc.getMap<unknown>("identifiers");
    if (readRecord(root, identifierId) === undefined) return undefined;
    const removal = removeRecord(root, identifierId, actor);
    return { type: "take-back-removal", root: "identifiers", id: identifierId, removal };
  });
}

/** By kind and value. */
export function viewIdentifiers(doc: Y.Doc): readonly IdentifierView[] {
  const identifiers: IdentifierView[] = [];
  for (const [id, { fields }] of readRecords(doc.getMap<unknown>("identifiers"))) {
    const identifierId: IdentifierId | undefined = parseLocalId(id);
    const kind = textOf(fields.get("kind"));
    const value = textOf(fields.get("value"));
    if (identifierId === undefined || kind === undefined || value === undefined) continue;
    const personId: PersonId | undefined = parseLocalId(textOf(fields.get("personId")) ?? "");
    identifiers.push({ identifierId, kind, value, personId });
  }
  const keyOf = (identifier: IdentifierView) =>
    `${identifier.kind}\n${identifier.value}\n${identifier.identifierId}`;
  return identifiers.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** What two spellings of one identifier share: letters and digits, in capitals. */
export function identifierKey(value: string): string {
  return value.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
