import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../components/button";
import { TextInput } from "../components/text-input";
import { useApp, useText } from "./context";
import { Entrance } from "./entrance";
import { useRequest } from "./use-request";

export function Unlock(props: {
  readonly because: "start" | "button" | "idle";
  readonly onForgotten: () => void;
}) {
  const text = useText();
  const { workspace } = useApp();
  const request = useRequest<"wrong-passphrase" | "store-failed">();
  const [passphrase, setPassphrase] = useState("");
  return (
    <Entrance title={text.say("unlock.title")}>
      <p className="quiet">{text.say(`unlock.${props.because}`)}</p>
      <Form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase === "" || request.isRunning) return;
          request.run(
            () => workspace.unlock(passphrase),
            () => {
              setPassphrase("");
            },
          );
        }}
      >
        <TextInput
          kind="password"
          label={text.say("unlock.passphrase")}
          value={passphrase}
          autoFocus
          onChange={(value) => {
            setPassphrase(value);
            request.forget();
          }}
          error={request.fault === undefined ? undefined : text.say(`fault.${request.fault}`)}
        />
        <Button tone="primary" type="submit" isPending={request.isRunning}>
          {request.isRunning ? text.say("unlock.running") : text.say("unlock.act")}
        </Button>
        <Button tone="plain" onPress={props.onForgotten}>
          {text.say("unlock.forgotten")}
        </Button>
      </Form>
    </Entrance>
  );
}
