import type { NoteClip } from "@beiakte/shared/model/clip-note";
import { datesInText } from "@beiakte/shared/model/dates-in-text";
import type { IsoDate } from "@beiakte/shared/model/iso-date";
import { useState } from "react";
import { Button } from "../components/button";
import { writtenDay } from "../text/dates";
import type { ShownPlace } from "../workspace/browser-places";
import type { CaseDesk } from "./case-desk";
import { useApp, useText } from "./context";
import { DeadlineDialog } from "./deadline-dialog";
import { useToday } from "./today";

/** Of a note that was made of a clip: the way back to its place, and its days as deadlines. */
export function NoteClipPart(props: { readonly clip: NoteClip; readonly desk: CaseDesk }) {
  const { clip, desk } = props;
  const text = useText();
  const today = useToday();
  const { places } = useApp().surroundings;
  const [shown, setShown] = useState<ShownPlace | "looking" | undefined>(undefined);
  const [date, setDate] = useState<IsoDate | undefined>(undefined);
  const [isSet, setSet] = useState<IsoDate | undefined>(undefined);
  // A day that has passed is most often a birthday or the letter's own.
  const dates = desk.mayChange ? datesInText(clip.text).filter((day) => day >= today) : [];
  const written = (day: IsoDate) => writtenDay(day, text.language);
  return (
    <div className="note-clip" role="group" aria-label={text.say("clip.source")}>
      <div className="clip-acts">
        <Button
          size="small"
          isPending={shown === "looking"}
          onPress={() => {
            if (shown === "looking") return;
            setShown("looking");
            void places.show(clip).then(setShown);
          }}
        >
          {text.say("clip.show")}
        </Button>
        {dates.map((day) => (
          <Button
            key={day}
            size="small"
            onPress={() => {
              setDate(day);
            }}
          >
            {text.say("clip.deadline", { day: written(day) })}
          </Button>
        ))}
      </div>
      <p className="small" role="status">
        {shown === "missing" && text.say("clip.missing")}
        {shown === "not-allowed" && text.say("clip.not-allowed", { origin: clip.origin })}
        {isSet !== undefined && text.say("clip.deadline-set", { day: written(isSet) })}
      </p>
      {date !== undefined && (
        <DeadlineDialog
          desk={desk}
          date={date}
          onSet={() => {
            setSet(date);
          }}
          onClose={() => {
            setDate(undefined);
          }}
        />
      )}
    </div>
  );
}
