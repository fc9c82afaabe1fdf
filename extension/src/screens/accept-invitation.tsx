import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../components/button";
import { Alert } from "../components/notice";
import { TextInput } from "../components/text-input";
import type { AcceptFault } from "../workspace/workspace";
import { useApp, useText } from "./context";
import { Entrance } from "./entrance";
import { NO_PASSPHRASE, PassphraseFields } from "./passphrase-fields";
import { useRequest } from "./use-request";
import { useRequired } from "./use-required";

export function AcceptInvitation(props: { readonly onBack: () => void }) {
  const text = useText();
  const { workspace } = useApp();
  const request = useRequest<AcceptFault>();
  const [invitation, setInvitation] = useState("");
  const [organisation, setOrganisation] = useState("");
  const [memberName, setMemberName] = useState("");
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const required = useRequired();
  const isDifferent = passphrase.once !== passphrase.again;
  const fault = request.fault;

  function accept() {
    if (!required.areFilled(invitation, organisation, memberName, passphrase.once) || isDifferent)
      return;
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
            fault !== undefined && isOfInvitation(fault)
              ? text.say(`fault.${fault}`)
              : required.errorOf(invitation)
          }
        />
        <TextInput
          label={text.say("person.own-name")}
          hint={text.say("person.own-name-hint")}
          value={memberName}
          onChange={setMemberName}
          error={required.errorOf(memberName)}
        />
        <TextInput
          label={text.say("person.organisation")}
          value={organisation}
          onChange={setOrganisation}
          error={required.errorOf(organisation)}
        />
        <PassphraseFields
          value={passphrase}
          onChange={setPassphrase}
          isTooShort={
            fault === "passphrase-too-short" || required.errorOf(passphrase.once) !== undefined
          }
          isDifferent={required.wasTried && isDifferent}
        />
        {fault !== undefined && !isAtField(fault) && <Alert words={text.say(`fault.${fault}`)} />}
        <Button tone="primary" type="submit" isPending={request.isRunning}>
          {request.isRunning ? text.say("accept.running") : text.say("accept.act")}
        </Button>
      </Form>
    </Entrance>
  );
}

function isOfInvitation(fault: AcceptFault): boolean {
  return fault.startsWith("invitation-");
}

function isAtField(fault: AcceptFault): boolean {
  return isOfInvitation(fault) || fault === "passphrase-too-short";
}
