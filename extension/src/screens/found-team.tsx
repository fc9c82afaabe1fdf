import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../components/button";
import { Alert } from "../components/notice";
import { TextInput } from "../components/text-input";
import { useView } from "../components/use-view";
import type { FoundFault } from "../workspace/workspace";
import { SetByAdministration } from "./administration-part";
import { useApp, useText } from "./context";
import { Entrance } from "./entrance";
import { NO_PASSPHRASE, PassphraseFields } from "./passphrase-fields";
import { useRequest } from "./use-request";
import { useRequired } from "./use-required";

export function FoundTeam(props: { readonly onBack: () => void }) {
  const text = useText();
  const { surroundings, workspace } = useApp();
  const { policy } = useView(surroundings.settings.policy);
  const request = useRequest<FoundFault>();
  const [teamName, setTeamName] = useState("");
  const [organisation, setOrganisation] = useState("");
  const [memberName, setMemberName] = useState("");
  const [typedRelay, setRelay] = useState("");
  const relay = policy.relay ?? typedRelay;
  const [voucher, setVoucher] = useState("");
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const required = useRequired();
  const isDifferent = passphrase.once !== passphrase.again;
  const fault = request.fault;

  function found() {
    if (
      !required.areFilled(teamName, organisation, memberName, relay, passphrase.once) ||
      isDifferent
    )
      return;
    request.run(() =>
      workspace.foundTeam({
        teamName: teamName.trim(),
        organisation: organisation.trim(),
        memberName: memberName.trim(),
        passphrase: passphrase.once,
        relay: relay.trim(),
        voucher: voucher.trim(),
      }),
    );
  }

  return (
    <Entrance title={text.say("found.title")} onBack={props.onBack}>
      <p className="quiet">{text.say("found.what")}</p>
      <Form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          found();
        }}
      >
        <TextInput
          label={text.say("found.team-name")}
          hint={text.say("found.team-name-hint")}
          value={teamName}
          onChange={setTeamName}
          error={required.errorOf(teamName)}
        />
        <TextInput
          label={text.say("person.organisation")}
          value={organisation}
          onChange={setOrganisation}
          error={required.errorOf(organisation)}
        />
        <TextInput
          label={text.say("person.own-name")}
          hint={text.say("person.own-name-hint")}
          value={memberName}
          onChange={setMemberName}
          error={required.errorOf(memberName)}
        />
        {policy.relay === undefined ? (
          <TextInput
            kind="url"
            label={text.say("found.relay")}
            hint={text.say("found.relay-hint")}
            value={relay}
            onChange={setRelay}
            error={
              fault === "relay-address-malformed"
                ? text.say(`fault.${fault}`)
                : required.errorOf(relay)
            }
          />
        ) : (
          <div>
            <p>{text.say("policy.relay", { relay })}</p>
            <SetByAdministration />
          </div>
        )}
        <TextInput
          label={text.say("found.voucher")}
          hint={text.say("found.voucher-hint")}
          value={voucher}
          onChange={setVoucher}
          error={fault !== undefined && isOfVoucher(fault) ? text.say(`fault.${fault}`) : undefined}
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
          {request.isRunning ? text.say("found.running") : text.say("found.act")}
        </Button>
      </Form>
    </Entrance>
  );
}

function isOfVoucher(fault: FoundFault): boolean {
  return fault === "voucher-needed" || fault === "voucher-invalid";
}

function isAtField(fault: FoundFault): boolean {
  return (
    isOfVoucher(fault) || fault === "relay-address-malformed" || fault === "passphrase-too-short"
  );
}
