/**
 * The notes of a case: flat keys `<note's document id>/<field>` in the root map `notes`. They
 * repeat what a list needs, so that it can be shown without opening each note.
 */
import type * as Y from "yjs";
import type { DocumentId, MemberId } from "../base/ids";
import { type NoteKind, noteKindOf } from "../catalogue/note-kinds";
import { change } from "./action";
import type { Instant } from "./iso-date";
import type { NoteView } from "./note";
import { idOf, instantOf } from "./stored-value";

/** What the case file knows of a note. The note's own document is the truth. */
export type NoteListItem = {
  readonly noteId: DocumentId;
  readonly kind: NoteKind;
  readonly occurredAt: Instant;
  readonly createdAt: Instant;
  readonly author: MemberId;
  readonly closed: boolean;
};

/** Writes what differs: after a note was created, dated, named another kind, or closed. */
export function listNote(doc: Y.Doc, note: NoteView): void {
  const { noteId, kind, occurredAt, createdAt, author } = note;
  const fields = { kind, occurredAt, createdAt, author, closed: note.closed !== undefined };
  const notes = doc.getMap<unknown>("notes");
  const differing = Object.entries(fields).filter(
    ([name, value]) => notes.get(`${noteId}/${name}`) !== value,
  );
  if (differing.length === 0) return;
  change(doc, () => {
    for (const [name, value] of differing) notes.set(`${noteId}/${name}`, value);
  });
}

/** Newest first, by when it happened. */
export function viewNoteList(doc: Y.Doc): readonly NoteListItem[] {
  const notes = doc.getMap<unknown>("notes");
  const items: NoteListItem[] = [];
  for (const [key, value] of notes.entries()) {
    const [id, name] = key.split("/");
    if (name !== "author") continue;
    const noteId = idOf("DocumentId", id);
    const author = idOf("MemberId", value);
    const createdAt = instantOf(notes.get(`${id}/createdAt`));
    if (noteId === undefined || author === undefined || createdAt === undefined) continue;
    items.push({
      noteId,
      kind: noteKindOf(notes.get(`${id}/kind`)),
      occurredAt: instantOf(notes.get(`${id}/occurredAt`)) ?? createdAt,
      createdAt,
      author,
      closed: notes.get(`${id}/closed`) === true,
    });
  }
  return items.sort(newestFirst);
}

/** By when it happened, then by when it was written down, then by id: the same for everybody. */
export function newestFirst(
  a: Pick<NoteListItem, "noteId" | "occurredAt" | "createdAt">,
  b: Pick<NoteListItem, "noteId" | "occurredAt" | "createdAt">,
): number {
  return b.occurredAt - a.occurredAt || b.createdAt - a.createdAt || (a.noteId < b.noteId ? -1 : 1);
}
