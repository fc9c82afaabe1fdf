import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../components/button";
import { Notice } from "../components/notice";
import { TextInput } from "../components/text-input";
import type { AcceptFault } from "../workspace/workspace";
import { useApp, useText } from "./context";
import { Entrance } from "./entrance";
import { NO_PASSPHRASE, PassphraseFields } from "./passphrase-fields";
import { useRequest } from "./use-request";

export function AcceptInvitation(props: { readonly onBack: () => void }) {
  const text = useText();
  const { workspace } = useApp();
  const request = useRequest<AcceptFault>();
  const [invitation, setInvitation] = useState("");
  const [organisation, setOrganisation] = useState("");
  const [memberName, setMemberName] = useState("");
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const [wasTried, setTried] = useState(false);
  const isDifferent = passphrase.once !== passphrase.again;
  const missing = (value: string) =>
    wasTried && value.trim() === "" ? text.say("field.missing") : undefined;
  const fault = request.fault;

  function accept() {
    setTried(true);
    if (isDifferent) return;
    const said = [invitation, organisation, memberName, passphrase.once];
    if (said.some((value) => value.trim() === "")) return;
    request.run(() =>
      workspace.acceptInvitation({
        invitation: invitation.trim(),
        memberName: memberName.trim(),
        organisation: organisation.trim(),
        passphrase: passphrase.once,
      }),
    );
  }

  return (
    <Entrance title={text.say("accept.title")} onBack={props.onBack}>
      <p className="quiet">{text.say("accept.what")}</p>
      <Form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          accept();
        }}
      >
        <TextInput
          kind="lines"
          label={text.say("accept.invitation")}
          hint={text.say("accept.invitation-hint")}
          placeholder="beiakte-1-…"
          value={invitation}
          onChange={setInvitation}
          error={
            fault?.startsWith("invitation-") === true
              ? text.say(`fault.${fault}`)
              : missing(invitation)
          }
        />
        <TextInput
          label={text.say("person.own-name")}
          hint={text.say("person.own-name-hint")}
          value={memberName}
          onChange={setMemberName}
          error={missing(memberName)}
        />
        <TextInput
          label={text.say("person.organisation")}
          value={organisation}
          onChange={setOrganisation}
          error={missing(organisation)}
        />
        <PassphraseFields
          value={passphrase}
          onChange={setPassphrase}
          isTooShort={fault === "passphrase-too-short" || (wasTried && passphrase.once === "")}
          isDifferent={wasTried && isDifferent}
        />
        {fault !== undefined && (
          <Notice tone="bad" role="alert">
            <p>{text.say(`fault.${fault}`)}</p>
          </Notice>
        )}
        <Button tone="primary" type="submit" isPending={request.isRunning}>
          {request.isRunning ? text.say("accept.running") : text.say("accept.act")}
        </Button>
      </Form>
    </Entrance>
  );
}
