import { useState } from "react";
import { Button } from "../components/button";
import { DialogBox } from "../components/dialog-box";
import { Notice } from "../components/notice";
import { useApp, useText } from "./context";
import { Entrance } from "./entrance";

/** Says plainly that nobody can restore it, what is lost by that, and what is not. */
export function ForgottenPassphrase(props: { readonly onBack: () => void }) {
  const text = useText();
  const { workspace } = useApp();
  const [isAsking, setAsking] = useState(false);
  return (
    <Entrance title={text.say("forgotten.title")} onBack={props.onBack}>
      <Notice tone="warn">
        <p>{text.say("forgotten.nobody")}</p>
      </Notice>
      <p>{text.say("forgotten.kept")}</p>
      <p>{text.say("forgotten.lost")}</p>
      <h2>{text.say("forgotten.what-to-do")}</h2>
      <ol className="numbered">
        <li>{text.say("forgotten.step-1")}</li>
        <li>{text.say("forgotten.step-2")}</li>
        <li>{text.say("forgotten.step-3")}</li>
      </ol>
      <div>
        <Button
          tone="danger"
          onPress={() => {
            setAsking(true);
          }}
        >
          {text.say("forgotten.remove")}
        </Button>
      </div>
      {isAsking && (
        <DialogBox
          role="alertdialog"
          title={text.say("forgotten.sure")}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>{text.say("forgotten.sure-what")}</p>
          <div className="dialog-acts">
            <Button
              onPress={() => {
                setAsking(false);
              }}
            >
              {text.say("app.cancel")}
            </Button>
            <Button
              tone="danger"
              onPress={() => {
                setAsking(false);
                void workspace.removeDevice();
              }}
            >
              {text.say("forgotten.remove")}
            </Button>
          </div>
        </DialogBox>
      )}
    </Entrance>
  );
}
