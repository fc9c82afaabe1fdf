import type { DocumentId } from "@beiakte/shared/base/ids";
import type { NoteView } from "@beiakte/shared/model/note";
import { useView } from "../components/use-view";
import { isoDayOf, writtenWeekday } from "../text/dates";
import type { OpenCase } from "../workspace/workspace";
import type { CaseDesk } from "./case-desk";
import { useText } from "./context";
import { NoteCard } from "./note-card";
import { OpenNoteCard } from "./open-note-card";
import { useToday } from "./today";

/** Read like a file: by day, newest first. The one that is open is the editor itself. */
export function NotesTab(props: {
  readonly openCase: OpenCase;
  readonly desk: CaseDesk;
  readonly openNote: DocumentId | undefined;
  readonly onOpenNote: (id: DocumentId | undefined) => void;
}) {
  const text = useText();
  const today = useToday();
  const notes = useView(props.openCase.notes);
  if (notes.length === 0) {
    return (
      <div className="card empty">
        <p>{text.say("notes.empty")}</p>
      </div>
    );
  }
  return (
    <>
      {byDay(notes).map(({ day, notes: ofDay, first }) => (
        <section key={day} className="day" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            {day === today ? text.say("notes.today") : writtenWeekday(first, text.language)}
          </h2>
          {ofDay.map((note) =>
            note.noteId === props.openNote ? (
              <OpenNoteCard
                key={note.noteId}
                note={note}
                openCase={props.openCase}
                desk={props.desk}
                onClose={() => {
                  props.onOpenNote(undefined);
                }}
              />
            ) : (
              <NoteCard
                key={note.noteId}
                note={note}
                desk={props.desk}
                onOpen={() => {
                  props.onOpenNote(note.noteId);
                }}
              />
            ),
          )}
        </section>
      ))}
    </>
  );
}

type Day = { readonly day: string; readonly first: number; readonly notes: readonly NoteView[] };

function byDay(notes: readonly NoteView[]): readonly Day[] {
  const days = new Map<string, { first: number; notes: NoteView[] }>();
  for (const note of notes) {
    const day = isoDayOf(note.occurredAt);
    const held = days.get(day);
    if (held === undefined) days.set(day, { first: note.occurredAt, notes: [note] });
    else held.notes.push(note);
  }
  return [...days].map(([day, held]) => ({ day, ...held }));
}
