import type { NoteView } from "@beiakte/shared/model/note";
import { Button } from "react-aria-components/Button";
import { noteKindLabel } from "@beiakte/shared/model/choices";
import { writtenTime } from "../text/dates";
import type { CaseDesk } from "./case-desk";
import { useText } from "./context";
import { NoteHead } from "./note-head";

/** A note at rest. All of it is the button that opens it, so there is nothing small to hit. */
export function NoteCard(props: {
  readonly note: NoteView;
  readonly desk: CaseDesk;
  readonly onOpen: () => void;
}) {
  const { note, desk } = props;
  const text = useText();
  return (
    <article className="card note">
      <NoteHead note={note} desk={desk} />
      <div className={note.text === "" ? "note-text quiet" : "note-text"}>
        {note.text === "" ? text.say("notes.no-text") : note.text}
      </div>
      <Button
        className="note-open"
        aria-label={text.say("notes.open", {
          kind: noteKindLabel(note.kind)[text.language],
          time: writtenTime(note.occurredAt, text.language),
        })}
        onPress={props.onOpen}
      />
    </article>
  );
}
