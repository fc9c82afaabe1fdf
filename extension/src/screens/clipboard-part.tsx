import { useState } from "react";
import { Button } from "../components/button";
import { useView } from "../components/use-view";
import { useApp, useText } from "./context";

/** What becomes of copied text, and what Beiakte cannot reach. */
export function ClipboardPart() {
  const { clipboard } = useApp().surroundings;
  const text = useText();
  const mayRead = useView(clipboard.mayRead);
  const [isDeclined, setDeclined] = useState(false);
  return (
    <section className="form" aria-labelledby="settings-clipboard">
      <h2 id="settings-clipboard">{text.say("clipboard.title")}</h2>
      <p className="quiet small">
        {text.say(mayRead ? "clipboard.what-reading" : "clipboard.what")}
      </p>
      <p className="quiet small">{text.say("clipboard.history")}</p>
      <p className="field-error" role="alert" hidden={!isDeclined}>
        {isDeclined ? text.say("clipboard.declined") : ""}
      </p>
      <div>
        {mayRead ? (
          <Button onPress={() => void clipboard.forbidReading()}>
            {text.say("clipboard.forbid")}
          </Button>
        ) : (
          <Button
            onPress={() => {
              // The browser's question follows this click directly: nothing may be waited for before it.
              void clipboard.allowReading().then((isAllowed) => {
                setDeclined(!isAllowed);
              });
            }}
          >
            {text.say("clipboard.allow")}
          </Button>
        )}
      </div>
    </section>
  );
}
