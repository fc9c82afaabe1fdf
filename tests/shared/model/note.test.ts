import { bytesToId, type DocumentId } from "@beiakte/shared/base/ids";
import { listNote } from "@beiakte/shared/model/note-list";
import {
  closeNote,
  createNote,
  NOTE_TEXT,
  setNoteKind,
  setNoteOccurredAt,
  viewNote,
} from "@beiakte/shared/model/note";
import type { NoteView } from "@beiakte/shared/model/note";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { memberOf, replicas, START, view } from "./replicas";

const NOTE_ID: DocumentId = bytesToId("DocumentId", new Uint8Array(16).fill(9));
const [A] = replicas(1);

function newNote(...paragraphs: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  createNote(doc, A.actor, { kind: "home-visit", occurredAt: START - 3_600_000, paragraphs });
  return doc;
}

function viewOf(doc: Y.Doc, id = NOTE_ID): NoteView {
  const viewed = viewNote(doc, id);
  if (!viewed.ok) throw new Error(viewed.error.type);
  return viewed.value;
}

test("[CA1] a note says its kind, its author, when it was written and when it happened", () => {
  expect(viewOf(newNote("Erster Besuch."))).toEqual({
    noteId: NOTE_ID,
    access: "writable",
    kind: "home-visit",
    occurredAt: START - 3_600_000,
    createdAt: START,
    author: memberOf(1),
    closed: undefined,
    text: "Erster Besuch.",
    excerpt: "Erster Besuch.",
  });
  expect(viewNote(new Y.Doc(), NOTE_ID)).toEqual({ ok: false, error: { type: "absent" } });
});

test("[CA9] a closed note says by whom and when, and is not written by actions any more", () => {
  const doc = newNote();
  setNoteKind(doc, "phone");
  closeNote(doc, A.actor);
  setNoteKind(doc, "letter");
  setNoteOccurredAt(doc, 0);
  closeNote(doc, { ...A.actor, member: memberOf(3) });
  expect(viewOf(doc)).toMatchObject({
    access: "closed",
    kind: "phone",
    occurredAt: START - 3_600_000,
    closed: { by: memberOf(1), at: START },
  });
});

test("[CA2] a note of a newer format is not written", () => {
  const doc = newNote();
  doc.getMap("document").set("format", 2);
  setNoteKind(doc, "phone");
  expect(viewOf(doc)).toMatchObject({ access: "too-new", kind: "home-visit" });
});

test("[CA10] the text is the words without marks, one line per paragraph and list item", () => {
  const doc = newNote("Frau Haddad war da.");
  const fragment = doc.getXmlFragment(NOTE_TEXT);
  const marked = new Y.XmlText();
  marked.insert(0, "Frist: ");
  marked.insert(7, "01.12.2026", { bold: {} });
  const paragraph = new Y.XmlElement("paragraph");
  const items = ["Fahrtkosten", "Kita"].map((text) => {
    const inner = new Y.XmlElement("paragraph");
    inner.insert(0, [new Y.XmlText(text)]);
    const item = new Y.XmlElement("listItem");
    item.insert(0, [inner]);
    return item;
  });
  const list = new Y.XmlElement("bulletList");
  const broken = new Y.XmlElement("paragraph");
  fragment.push([paragraph, list, broken]);
  paragraph.push([marked]);
  list.push(items);
  broken.push([new Y.XmlText("Zeile 1"), new Y.XmlElement("hardBreak"), new Y.XmlText("Zeile 2")]);
  expect(viewOf(doc).text).toBe(
    "Frau Haddad war da.\nFrist: 01.12.2026\nFahrtkosten\nKita\nZeile 1\nZeile 2",
  );
});

test("[CA10] the excerpt is one line, cut between words", () => {
  const { excerpt } = viewOf(newNote("Der Bescheid vom Jobcenter liegt vor.", "Wort ".repeat(60)));
  expect(excerpt.startsWith("Der Bescheid vom Jobcenter liegt vor. Wort")).toBe(true);
  expect(excerpt.endsWith("Wort…")).toBe(true);
  expect(excerpt.length).toBeLessThanOrEqual(121);
});

test("[CA10] two people who write into one note both find their words", () => {
  const a = newNote("Anfang.");
  const b = new Y.Doc();
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  for (const [doc, word] of [
    [a, "Eins."],
    [b, "Zwei."],
  ] as const) {
    const paragraph = doc.getXmlFragment(NOTE_TEXT).get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
    if (text instanceof Y.XmlText) text.insert(7, ` ${word}`);
  }
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  expect(viewOf(a).text).toBe(viewOf(b).text);
  expect(viewOf(a).text).toContain("Eins.");
  expect(viewOf(a).text).toContain("Zwei.");
});

test("[CA11] the case file lists its notes, the newest first, and follows their changes", () => {
  const [a] = replicas(1);
  const ids = [1, 2, 3].map((each) => bytesToId("DocumentId", new Uint8Array(16).fill(each)));
  const notes = ids.map((id, i) => {
    const doc = new Y.Doc();
    const occurredAt = START + ([0, 2000, 1000][i] ?? 0);
    createNote(doc, a.actor, { kind: "talk", occurredAt, paragraphs: [] });
    return { id, doc };
  });
  for (const { id, doc } of notes) listNote(a.doc, viewOf(doc, id));
  expect(view(a).notes.map((note) => note.noteId)).toEqual([ids[1], ids[2], ids[0]]);
  const [first] = notes;
  if (first === undefined) throw new Error("no note");
  setNoteKind(first.doc, "letter");
  setNoteOccurredAt(first.doc, START + 3000);
  closeNote(first.doc, a.actor);
  listNote(a.doc, viewOf(first.doc, first.id));
  expect(view(a).notes[0]).toEqual({
    noteId: first.id,
    kind: "letter",
    occurredAt: START + 3000,
    createdAt: START,
    author: memberOf(1),
    closed: true,
  });
  const before = Y.encodeStateVector(a.doc);
  listNote(a.doc, viewOf(first.doc, first.id));
  expect(Y.encodeStateVector(a.doc)).toEqual(before);
});
