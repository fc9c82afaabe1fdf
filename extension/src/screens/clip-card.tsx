import type { CaseId } from "@beiakte/shared/base/ids";
import { Button } from "../components/button";
import { isoDayOf, writtenDay, writtenTime } from "../text/dates";
import type { ClipView } from "../workspace/workspace";
import { useText } from "./context";

/** Characters. Enough to know it again; the note will show all of it. */
const EXCERPT_LENGTH = 280;

/** One clip that waits: where it is from, how it begins, and what can become of it. */
export function ClipCard(props: {
  readonly clip: ClipView;
  readonly nameOf: (id: CaseId) => string;
  readonly onFile: (id: CaseId) => void;
  readonly onChoose: () => void;
  readonly onDiscard: () => void;
}) {
  const { clip, nameOf } = props;
  const text = useText();
  const time = writtenTime(clip.at, text.language);
  const day = writtenDay(isoDayOf(clip.at), text.language);
  const name = text.say("inbox.clip", { host: new URL(clip.origin).host, day, time });
  const isCut = clip.text.length > EXCERPT_LENGTH;
  return (
    <article className="card note clip" aria-label={name}>
      <p className="small quiet">{name}</p>
      {clip.title !== "" && <p className="small">{clip.title}</p>}
      <blockquote className="clip-text">
        {isCut ? `${clip.text.slice(0, EXCERPT_LENGTH)}…` : clip.text}
      </blockquote>
      {clip.cases.length > 0 && (
        <p className="small">{text.say(clip.cases.length === 1 ? "inbox.one" : "inbox.several")}</p>
      )}
      <div className="clip-acts">
        {clip.cases.map((id) => (
          <Button
            key={id}
            size="small"
            onPress={() => {
              props.onFile(id);
            }}
          >
            {text.say("inbox.file-to", { case: nameOf(id) })}
          </Button>
        ))}
        <Button
          size="small"
          name={text.say("inbox.choose-name", { time })}
          onPress={props.onChoose}
        >
          {text.say("inbox.choose")}
        </Button>
        <Button
          size="small"
          tone="plain"
          name={text.say("inbox.discard-name", { time })}
          onPress={props.onDiscard}
        >
          {text.say("inbox.discard")}
        </Button>
      </div>
    </article>
  );
}
