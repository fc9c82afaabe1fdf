/**
 * A note is a document of its own: the root fragment `text` that the editor binds to, and the root
 * map `note` with what stands above it.
 */
import * as Y from "yjs";
import type { DocumentId, MemberId } from "../base/ids";
import { err, ok, type Result } from "../base/result";
import { type NoteKind, noteKindOf } from "../catalogue/note-kinds";
import { ACTION, type Actor, change } from "./action";
import { checkType, type ViewFault, writeFormat } from "./document-format";
import type { Instant } from "./iso-date";
import { fieldsOf, idOf, instantOf } from "./stored-value";

export type { NoteKind } from "../catalogue/note-kinds";

/** The name of the root fragment that the editor binds to. */
export const NOTE_TEXT = "text";

export type NoteView = {
  readonly noteId: DocumentId;
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

/** Characters. Two lines of the panel at 360 px. */
const EXCERPT_LENGTH = 120;

export type NewNote = {
  readonly kind: NoteKind;
  /** When it happened, which may be long before it was written down. */
  readonly occurredAt: Instant;
  /** What the note begins with; the editor adds the first paragraph where there is none. */
  readonly paragraphs: readonly string[];
};

export function createNote(doc: Y.Doc, actor: Actor, note: NewNote): void {
  doc.transact(() => {
    writeFormat(doc, "note");
    const root = doc.getMap<unknown>("note");
    root.set("kind", note.kind);
    root.set("occurredAt", note.occurredAt);
    root.set("createdAt", actor.clock.now());
    root.set("author", actor.member);
    doc.getXmlFragment(NOTE_TEXT).push(note.paragraphs.map(paragraph));
  }, ACTION);
}

export function setNoteKind(doc: Y.Doc, kind: NoteKind): void {
  writeNote(doc, "kind", kind);
}

export function setNoteOccurredAt(doc: Y.Doc, occurredAt: Instant): void {
  writeNote(doc, "occurredAt", occurredAt);
}

/** A closed note stays closed; what a colleague typed before it heard of that is not lost. */
export function closeNote(doc: Y.Doc, actor: Actor): void {
  writeNote(doc, "closed", { by: actor.member, at: actor.clock.now() });
}

export function viewNote(doc: Y.Doc, noteId: DocumentId): Result<NoteView, ViewFault> {
  const format = checkType(doc, "note");
  if (!format.ok) return format;
  const root = doc.getMap<unknown>("note");
  const author = idOf("MemberId", root.get("author"));
  const createdAt = instantOf(root.get("createdAt"));
  if (author === undefined || createdAt === undefined) return err({ type: "absent" });
  const closed = closedOf(root);
  const text = noteText(doc);
  return ok({
    noteId,
    access: format.value === "writable" && closed !== undefined ? "closed" : format.value,
    kind: noteKindOf(root.get("kind")),
    occurredAt: instantOf(root.get("occurredAt")) ?? createdAt,
    createdAt,
    author,
    closed,
    text,
    excerpt: excerptOf(text),
  });
}

/** The text without marks, one line per paragraph, list item or heading. */
export function noteText(doc: Y.Doc): string {
  const lines: string[] = [];
  for (const block of doc.getXmlFragment(NOTE_TEXT).toArray()) collectLines(block, lines);
  return lines.join("\n").trim();
}

/** A block with text in it is one line; a block of blocks is their lines. */
function collectLines(node: unknown, lines: string[]): void {
  if (node instanceof Y.XmlText) {
    lines.push(plainText(node));
    return;
  }
  if (!(node instanceof Y.XmlElement)) return;
  const children = node.toArray();
  const holdsBlocks = children.some(
    (child) => child instanceof Y.XmlElement && child.nodeName !== "hardBreak",
  );
  if (holdsBlocks) {
    for (const child of children) collectLines(child, lines);
    return;
  }
  lines.push(
    children.map((child) => (child instanceof Y.XmlText ? plainText(child) : "\n")).join(""),
  );
}

/** As the editor writes it; made together with its text, by the note's creator. */
function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function plainText(text: Y.XmlText): string {
  let plain = "";
  for (const part of text.toDelta()) {
    const insert: unknown = fieldsOf(part).get("insert");
    if (typeof insert === "string") plain += insert;
  }
  return plain;
}

function excerptOf(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ");
  if (line.length <= EXCERPT_LENGTH) return line;
  const cut = line.slice(0, EXCERPT_LENGTH);
  const end = cut.lastIndexOf(" ");
  return `${end > EXCERPT_LENGTH / 2 ? cut.slice(0, end) : cut}…`;
}

function closedOf(root: Y.Map<unknown>): NoteView["closed"] {
  const fields = fieldsOf(root.get("closed"));
  const by = idOf("MemberId", fields.get("by"));
  const at = instantOf(fields.get("at"));
  return by === undefined || at === undefined ? undefined : { by, at };
}

function writeNote(doc: Y.Doc, name: string, value: unknown): void {
  change(doc, () => {
    const root = doc.getMap<unknown>("note");
    if (closedOf(root) === undefined && root.get(name) !== value) root.set(name, value);
  });
}
