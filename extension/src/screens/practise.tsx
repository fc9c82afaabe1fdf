import { useState } from "react";
import { Button } from "../components/button";
import { Alert } from "../components/notice";
import { ProgressBar } from "../components/progress-bar";
import { useApp, useText } from "./context";
import { Entrance } from "./entrance";
import { useRequest } from "./use-request";

/** The sample caseload is written to this device; no real person is in it, nothing is sent. */
export function Practise(props: { readonly onBack: () => void }) {
  const text = useText();
  const { workspace } = useApp();
  const request = useRequest<"store-full" | "store-failed">();
  const [made, setMade] = useState({ done: 0, all: 0 });
  return (
    <Entrance
      title={text.say("practise.title")}
      onBack={request.isRunning ? undefined : props.onBack}
    >
      <p>{text.say("practise.what")}</p>
      {request.fault !== undefined && <Alert words={text.say(`fault.${request.fault}`)} />}
      {request.isRunning ? (
        <div role="status" className="form">
          <p>{text.say("practise.running", made)}</p>
          <ProgressBar done={made.done} total={made.all} />
        </div>
      ) : (
        <div>
          <Button
            tone="primary"
            onPress={() => {
              request.run(() =>
                workspace.practise((done, all) => {
                  setMade({ done, all });
                }),
              );
            }}
          >
            {text.say("practise.act")}
          </Button>
        </div>
      )}
    </Entrance>
  );
}
