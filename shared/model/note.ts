import type { MemberId } from "../base/ids";
import type { NoteKind } from "../catalogue/note-kinds";
import type { Instant } from "./iso-date";

export type { NoteKind };

export type NoteView = {
  /** Only a `writable` note may be bound to an editor that writes. */
  readonly access: "writable" | "closed" | "too-new";
  readonly kind: NoteKind;
  readonly occurredAt: Instant;
  readonly createdAt: Instant;
  readonly author: MemberId;
  readonly closed: { readonly by: MemberId; readonly at: Instant } | undefined;
  /** The whole text without marks, one line per paragraph. */
  readonly text: string;
  /** The beginning of the text on one line, for lists. */
  readonly excerpt: string;
};
