/**
 * Numbers by which a case may be recognised and which nobody may keep: AZR, tax, pension and health
 * numbers, IBAN, serials of cards. Of each stands here what an HMAC under a key of the space makes
 * of it, in the root map `attached`; the number itself is nowhere.
 */
import type * as Y from "yjs";
import { type Actor, change, type Undo } from "./action";
import { type AttachedId, parseLocalId } from "./local-id";
import { readRecord, readRecords, removeRecord, revise, writeFields } from "./records";
import { textOf } from "./stored-value";

export type Attached = {
  /** An id of the catalogue's identifiers, such as `azr`: what a screen says of it. */
  readonly kind: string;
  /** Under which of the space's identifier keys. */
  readonly keyId: string;
  /** 64 hexadecimal digits. */
  readonly mac: string;
};

export type AttachedView = Attached & { readonly attachedId: AttachedId };

/** Two colleagues who attach the same number make one record. */
export function attachNumber(doc: Y.Doc, actor: Actor, attached: Attached): Undo | undefined {
  return change(doc, () => {
    const root = doc.getMap<unknown>("attached");
    const id: AttachedId | undefined = parseLocalId(
      `${attached.keyId}.${attached.mac.slice(0, 32)}`,
    );
    if (id === undefined || readRecord(root, id) !== undefined) return undefined;
    writeFields(root, id, attached);
    const revision = revise(root, id, actor.random);
    return { type: "take-back-record", root: "attached", id, revision };
  });
}

export function removeAttached(doc: Y.Doc, actor: Actor, id: AttachedId): Undo | undefined {
  return change(doc, () => {
    const root = doc.getMap<unknown>("attached");
    if (readRecord(root, id) === undefined) return undefined;
    const removal = removeRecord(root, id, actor);
    return { type: "take-back-removal", root: "attached", id, removal };
  });
}

/** By kind. */
export function viewAttached(doc: Y.Doc): readonly AttachedView[] {
  const all: AttachedView[] = [];
  for (const [id, { fields }] of readRecords(doc.getMap<unknown>("attached"))) {
    const attachedId: AttachedId | undefined = parseLocalId(id);
    const kind = textOf(fields.get("kind"));
    const keyId = textOf(fields.get("keyId"));
    const mac = textOf(fields.get("mac"));
    if (attachedId === undefined || kind === undefined || keyId === undefined) continue;
    if (mac === undefined || !/^[0-9a-f]{64}$/u.test(mac)) continue;
    all.push({ attachedId, kind, keyId, mac });
  }
  const keyOf = ({ kind, attachedId }: AttachedView): string => `${kind}\n${attachedId}`;
  return all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
