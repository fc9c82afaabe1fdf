import { noteKindLabel } from "@beiakte/shared/model/choices";
import type { NoteView } from "@beiakte/shared/model/note";
import type { ReactNode } from "react";
import { writtenTime } from "../text/dates";
import { type CaseDesk, memberName } from "./case-desk";
import { useText } from "./context";

/** Kind, time, author; the day stands above. */
export function NoteHead(props: {
  readonly note: NoteView;
  readonly desk: CaseDesk;
  readonly children?: ReactNode;
}) {
  const { note, desk } = props;
  const text = useText();
  return (
    <div className="note-head">
      <p>
        <b>{noteKindLabel(note.kind)[text.language]}</b>
        {` · ${writtenTime(note.occurredAt, text.language)} · `}
        {memberName(desk.team.members, note.author, text)}
        {note.closed !== undefined && (
          <>
            {" "}
            <span className="tag tag-good">{text.say("notes.closed")}</span>
          </>
        )}
      </p>
      {props.children}
    </div>
  );
}
