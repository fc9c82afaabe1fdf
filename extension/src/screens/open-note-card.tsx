import { closeNote, type NoteView, viewNote } from "@beiakte/shared/model/note";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { IconButton } from "../components/button";
import { MenuButton } from "../components/menu-button";
import { PresenceDots } from "../components/presence-dots";
import { useView } from "../components/use-view";
import type { OpenCase, OpenNote } from "../workspace/workspace";
import type { CaseDesk } from "./case-desk";
import { useText } from "./context";
import { DocumentFaults } from "./document-faults";
import { DocumentSaved } from "./document-saved";
import { NoteClipPart } from "./note-clip-part";
import { NoteHead } from "./note-head";
import { useActor } from "./use-actor";

/** The editor is as large as all the rest: it comes when the first note is opened. */
const NoteEditor = lazy(() =>
  import("./note-editor").then((module) => ({ default: module.NoteEditor })),
);

/** Holds the note open exactly as long as it is on screen. */
export function OpenNoteCard(props: {
  readonly note: NoteView;
  readonly openCase: OpenCase;
  readonly desk: CaseDesk;
  readonly onClose: () => void;
}) {
  const { note, openCase, desk } = props;
  const [open, setOpen] = useState<OpenNote | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    const opening = openCase.openNote(note.noteId);
    void opening.then((opened) => {
      if (!isGone) setOpen(opened);
    });
    return () => {
      isGone = true;
      void opening.then((opened) => opened.close());
    };
  }, [openCase, note.noteId]);
  return (
    <article className="card note note-opened">
      {open === undefined ? (
        <>
          <NoteHead note={note} desk={desk} />
          <div className="note-text">{note.text}</div>
        </>
      ) : (
        <OpenedNote openNote={open} desk={desk} onClose={props.onClose} />
      )}
    </article>
  );
}

function OpenedNote(props: {
  readonly openNote: OpenNote;
  readonly desk: CaseDesk;
  readonly onClose: () => void;
}) {
  const { openNote, desk } = props;
  const text = useText();
  const note = useView(openNote.view);
  const clip = useView(openNote.clip);
  const presence = useView(openNote.presence);
  const actor = useActor(desk.team.self);
  const card = useRef<HTMLDivElement>(null);
  const mayWrite = note.access === "writable" && desk.mayChange;
  return (
    <>
      <NoteHead note={note} desk={desk}>
        <span className="note-state">
          <PresenceDots
            people={presence}
            words={text.say("case.here", { names: presence.map((each) => each.name).join(", ") })}
          />
          <DocumentSaved state={openNote.state} />
          <IconButton
            icon="insert"
            name={text.say("insert.note")}
            onPress={() => {
              const part = selectedText(card.current);
              desk.give({
                label: text.say(part === "" ? "insert.fact-note" : "insert.fact-note-part"),
                // The view keeps still while the editor shows the text.
                text: part === "" ? wholeText(openNote) : part,
                portalFact: "note",
              });
            }}
          />
          {mayWrite && (
            <MenuButton
              name={text.say("notes.menu")}
              entries={[
                {
                  id: "close-note",
                  label: text.say("notes.close"),
                  act: () => {
                    openNote.settle();
                    openNote.act((doc) => {
                      closeNote(doc, actor);
                      return undefined;
                    });
                  },
                },
              ]}
            />
          )}
          <IconButton icon="fold" name={text.say("notes.fold")} onPress={props.onClose} />
        </span>
      </NoteHead>
      <DocumentFaults state={openNote.state} access={note.access} />
      {clip !== undefined && <NoteClipPart clip={clip} desk={desk} />}
      <div ref={card}>
        {mayWrite ? (
          <Suspense fallback={<div className="note-text">{note.text}</div>}>
            <NoteEditor openNote={openNote} />
          </Suspense>
        ) : (
          <div className="note-text note-text-whole">{note.text}</div>
        )}
      </div>
    </>
  );
}

/** What the person has marked of the note: a press on a button leaves it marked. */
function wholeText({ doc, id }: OpenNote): string {
  const viewed = viewNote(doc, id);
  return viewed.ok ? viewed.value.text : "";
}

function selectedText(within: HTMLElement | null): string {
  const selection = document.getSelection();
  if (selection === null || within === null) return "";
  const { anchorNode, focusNode } = selection;
  const isInside = within.contains(anchorNode) && within.contains(focusNode);
  return isInside ? selection.toString().trim() : "";
}
