import { useEffect, useRef, useState } from "react";
import { Button } from "../components/button";
import { DialogBox } from "../components/dialog-box";
import { Notice } from "../components/notice";
import { useView } from "../components/use-view";
import type { Text } from "../text/text";
import type { Inserted, InsertPreview, InsertRefusal, InsertWish } from "../workspace/insert";
import type { Fact } from "./case-desk";
import { useApp, useText } from "./context";
import { factWords } from "./fact-words";
import { useRequest } from "./use-request";

/** What would go where. Nothing of it is in the page until *Einfügen* is pressed. */
export function InsertDialog(props: {
  readonly fact: Fact;
  readonly fieldsAt: InsertWish["fieldsAt"];
  /** The page beside names cases, and not this one. */
  readonly isOtherCase: boolean;
  readonly onClose: () => void;
  readonly onInserted: (inserted: Inserted) => void;
}) {
  const { fact } = props;
  const text = useText();
  const { clipboard, inserting } = useApp().surroundings;
  const [preview, setPreview] = useState<InsertPreview | undefined>(undefined);
  const [copied, setCopied] = useState<boolean | undefined>(undefined);
  const copiedWords = useView(clipboard.mayRead) ? "copy.done-reading" : "copy.done";
  const request = useRequest<InsertRefusal>();
  const look = () => {
    setPreview(undefined);
    const wish = { text: fact.text, fact: fact.portalFact, fieldsAt: props.fieldsAt };
    request.run(() => inserting.preview(wish), setPreview);
  };
  const lookOnce = useRef(look);
  // The field in the portal is marked exactly as long as it is shown here, locking included.
  useEffect(() => {
    lookOnce.current();
  }, []);
  useEffect(() => () => preview?.leave(), [preview]);
  return (
    <DialogBox title={text.say("insert.title")} onClose={props.onClose}>
      <div role="status">
        {request.isRunning && preview === undefined && (
          <p className="quiet">{text.say("insert.looking")}</p>
        )}
        {preview !== undefined && <p>{placeWords(preview, text)}</p>}
      </div>
      <p className="insert-text">{preview?.text ?? fact.text}</p>
      {props.isOtherCase && (
        <Notice tone="warn" role="alert">
          <p>{text.say("insert.other-case")}</p>
        </Notice>
      )}
      {preview?.isFor !== undefined && (
        <Notice tone="warn" role="alert">
          <p>{text.say("insert.is-for", { fact: factWords(preview.isFor, text) })}</p>
        </Notice>
      )}
      {preview !== undefined && <Consequences preview={preview} fact={fact} />}
      {request.fault !== undefined && (
        <Notice tone="warn" role="alert">
          <p>{refusalWords(request.fault, text)}</p>
          <Button size="small" onPress={look}>
            {text.say("insert.again")}
          </Button>
        </Notice>
      )}
      <p className="small quiet" role="status">
        {copied === undefined ? "" : text.say(copied ? copiedWords : "copy.refused")}
      </p>
      <div className="dialog-acts">
        <Button
          onPress={() => {
            void clipboard.copy(fact.text).then(setCopied);
          }}
        >
          {text.say("copy.act")}
        </Button>
        <Button onPress={props.onClose}>{text.say("app.cancel")}</Button>
        <Button
          tone="primary"
          isDisabled={preview === undefined}
          isPending={request.isRunning}
          onPress={() => {
            if (preview === undefined) return;
            request.run(async () => {
              const inserted = await preview.insert();
              // What was shown is no longer true.
              if (!inserted.ok) setPreview(undefined);
              return inserted;
            }, props.onInserted);
          }}
        >
          {text.say("insert.act")}
        </Button>
      </div>
    </DialogBox>
  );
}

function Consequences(props: { readonly preview: InsertPreview; readonly fact: Fact }) {
  const { content, kind } = props.preview.field;
  const text = useText();
  const isJoined = kind === "line" && props.fact.text.trim().includes("\n");
  const words = [
    content === "empty" ? undefined : text.say(`insert.is-${content}`),
    isJoined ? text.say("insert.one-line") : undefined,
  ].filter((each) => each !== undefined);
  return words.length === 0 ? null : <p className="small quiet">{words.join(" ")}</p>;
}

function placeWords({ field, origin }: InsertPreview, text: Text): string {
  return field.name === ""
    ? text.say("insert.into-unnamed", { origin })
    : text.say("insert.into", { field: field.name, origin });
}

function refusalWords(refusal: InsertRefusal, text: Text): string {
  if (refusal.type !== "no-room") return text.say(`insert.${refusal.type}`);
  const { length, room } = refusal;
  return text.say("insert.no-room", { room, length });
}
