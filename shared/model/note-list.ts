import type { DocumentId, MemberId } from "../base/ids";
import type { NoteKind } from "../catalogue/note-kinds";
import type { Instant } from "./iso-date";

/** What the case file knows of a note without opening it. The note's own document is the truth. */
export type NoteListItem = {
  readonly noteId: DocumentId;
  readonly kind: NoteKind;
  readonly occurredAt: Instant;
  readonly createdAt: Instant;
  readonly author: MemberId;
  readonly closed: boolean;
};
