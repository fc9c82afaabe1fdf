/**
 * A note made of a clip: the quote, the line that says where it is from, and room to write. What
 * finds the quote again stands in the root map `note` under `clip`, as one value: the text may be
 * written on, the place where it was taken from stays.
 */
import * as Y from "yjs";
import type { CaseId, ClipId } from "../base/ids";
import { ACTION, type Actor } from "./action";
import type { Instant } from "./iso-date";
import { createNote, NOTE_TEXT } from "./note";
import { documentAccess } from "./document-format";
import { fieldsOf, idOf, instantOf, textOf } from "./stored-value";

export type NoteClip = {
  readonly clip: ClipId;
  /** The case that it was filed to; it settles where a filing goes on that was cut short. */
  readonly caseId: CaseId;
  /** W3C TextQuoteSelector's `exact`, `prefix` and `suffix`. */
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Characters of the page before it, blanks not counted: a hint. */
  readonly start: number;
  readonly origin: string;
  readonly path: string;
  readonly title: string;
  readonly at: Instant;
};

/** What the page said is a quote between these paragraphs, which say where it is from. */
export function createClipNote(
  doc: Y.Doc,
  actor: Actor,
  clip: NoteClip,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): void {
  doc.transact(() => {
    const paragraphs = [...before, ...after, ""];
    createNote(doc, actor, { kind: "other", occurredAt: clip.at, paragraphs });
    doc.getMap<unknown>("note").set("clip", { ...clip });
    const quote = new Y.XmlElement("blockquote");
    quote.insert(0, clip.text.split("\n").map(paragraph));
    doc.getXmlFragment(NOTE_TEXT).insert(before.length, [quote]);
  }, ACTION);
}

/** Nothing where the note was not made of a clip. */
export function viewNoteClip(doc: Y.Doc): NoteClip | undefined {
  if (documentAccess(doc) === "absent") return undefined;
  const fields = fieldsOf(doc.getMap<unknown>("note").get("clip"));
  const clip = idOf("ClipId", fields.get("clip"));
  const caseId = idOf("CaseId", fields.get("caseId"));
  const text = textOf(fields.get("text"));
  const origin = textOf(fields.get("origin"));
  const at = instantOf(fields.get("at"));
  if (clip === undefined || caseId === undefined || text === undefined) return undefined;
  if (origin === undefined || at === undefined) return undefined;
  return {
    clip,
    caseId,
    text,
    origin,
    at,
    prefix: textOf(fields.get("prefix")) ?? "",
    suffix: textOf(fields.get("suffix")) ?? "",
    start: instantOf(fields.get("start")) ?? 0,
    path: textOf(fields.get("path")) ?? "/",
    title: textOf(fields.get("title")) ?? "",
  };
}

/** As the editor writes it. */
function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}
