/** One case, open: its case file, and its notes as they are asked for. */
import { assert } from "@beiakte/shared/base/assert";
import { bytesToId, type CaseId, type DocumentId, type MemberId } from "@beiakte/shared/base/ids";
import { viewNoteClip } from "@beiakte/shared/model/clip-note";
import type { Live } from "@beiakte/shared/base/live";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import type { Undo } from "@beiakte/shared/model/action";
import { type CaseFileView, viewCaseFile } from "@beiakte/shared/model/case-file";
import { createNote, type NoteKind, type NoteView, viewNote } from "@beiakte/shared/model/note";
import { listNote, type NoteListItem } from "@beiakte/shared/model/note-list";
import { caretUser } from "@beiakte/shared/sync/carets";
import type * as Y from "yjs";
import { derived, isSameRows } from "./derived";
import { WeakestState } from "./weakest-state";
import type { Documents, OpenDocument } from "./documents";
import type { Projections } from "./projections";
import { watchSeen } from "./seen-watch";
import type { SpaceSession } from "./space-session";
import type { OpenCase, OpenNote, PresenceView } from "./workspace";

export type CaseContext = {
  readonly session: SpaceSession;
  readonly documents: Documents;
  readonly projections: Projections;
  readonly nameOf: (member: MemberId) => string;
};

export async function openCase(
  context: CaseContext,
  id: CaseId,
  caseFile: DocumentId,
): Promise<Result<OpenCase, "unknown-case">> {
  const { documents, nameOf, projections, session } = context;
  const { clock, random } = session.context;
  const open = await documents.open(caseFile);
  if (!viewCaseFile(open.doc).ok) {
    await open.close();
    return err("unknown-case");
  }
  const file = derived([open.version], () => fileOf(open.doc));
  const notes = derived(
    [file, projections.version],
    () => file.get().notes.map((item) => noteOf(item, projections)),
    isSameRows,
  );
  const presence = presenceOf(open, nameOf);
  const whole = new WeakestState(open.state);
  const stopSeeing = watchSeen(session, caseFile);
  return ok({
    id,
    file,
    notes,
    presence,
    state: whole.state,
    act: (action) => action(open.doc),
    async createNote(kind: NoteKind) {
      const note = bytesToId("DocumentId", random.bytes(16));
      const opened = await documents.open(note);
      const actor = { member: session.member, clock, random };
      createNote(opened.doc, actor, { kind, occurredAt: clock.now(), paragraphs: [] });
      await opened.log.settle();
      const fault = opened.log.state.get().storeFault;
      const view = viewNote(opened.doc, note);
      assert(view.ok, "a note that was just created can be viewed");
      if (fault === undefined) listNote(open.doc, view.value);
      // Opened again by whoever writes in it; meanwhile nothing of it is dropped.
      await opened.close();
      return fault === undefined ? ok(note) : err(fault);
    },
    async openNote(note) {
      const opened = await openNote(context, open, note);
      const leave = whole.add(opened.state);
      return {
        ...opened,
        close: () => {
          leave();
          return opened.close();
        },
      };
    },
    async close() {
      whole.close();
      stopSeeing();
      for (const view of [file, notes, presence]) view.close();
      await open.close();
    },
  });
}

async function openNote(
  { documents, nameOf, session }: CaseContext,
  caseFile: OpenDocument,
  id: DocumentId,
): Promise<OpenNote> {
  const open = await documents.open(id);
  const item = fileOf(caseFile.doc).notes.find(({ noteId }) => noteId === id);
  const view = derived(
    [open.version],
    () => {
      const viewed = viewNote(open.doc, id);
      if (viewed.ok) return viewed.value;
      assert(item !== undefined, "only notes of the list are opened");
      return emptyNote(item);
    },
    isSameHead,
  );
  const clip = derived([open.version], () => viewNoteClip(open.doc), isAlike);
  const presence = presenceOf(open, nameOf);
  const stopSeeing = watchSeen(session, id);
  const { member } = session;
  return {
    id,
    view,
    clip,
    presence,
    doc: open.doc,
    provider: { awareness: open.awareness },
    caret: caretUser({ name: nameOf(member), member }),
    state: open.state,
    act(action: (doc: Y.Doc) => Undo | undefined) {
      const undo = action(open.doc);
      // The case file repeats what the list shows: kind, date, closed.
      const viewed = viewNote(open.doc, id);
      if (viewed.ok) listNote(caseFile.doc, viewed.value);
      return undo;
    },
    settle: () => void open.log.settle(),
    async close() {
      stopSeeing();
      view.close();
      clip.close();
      presence.close();
      await open.close();
    },
  };
}

function isAlike(before: unknown, next: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(next);
}

/** While it is written, the editor shows the text: only what stands around it is of interest. */
function isSameHead(before: NoteView, next: NoteView): boolean {
  const isText = next.access !== "writable";
  const headOf = (note: NoteView): string =>
    JSON.stringify(isText ? note : { ...note, text: "", excerpt: "" });
  return headOf(before) === headOf(next);
}

function fileOf(doc: Y.Doc): CaseFileView {
  const viewed = viewCaseFile(doc);
  assert(viewed.ok, "an open case file stays one");
  return viewed.value;
}

function noteOf(item: NoteListItem, projections: Projections): NoteView {
  const projected = projections.get(item.noteId);
  return projected?.type === "note" ? projected.note : emptyNote(item);
}

/** Its text has not arrived yet, or its row is being computed. */
function emptyNote({ author, createdAt, kind, noteId, occurredAt }: NoteListItem): NoteView {
  const common = { author, createdAt, kind, noteId, occurredAt };
  return { ...common, access: "writable", closed: undefined, text: "", excerpt: "" };
}

function presenceOf(
  open: OpenDocument,
  nameOf: (member: MemberId) => string,
): Live<readonly PresenceView[]> & { readonly close: () => void } {
  return derived([open.presence.others], () =>
    open.presence.others.get().map((member) => ({ member, name: nameOf(member) })),
  );
}
