import { useState } from "react";
import { Button } from "../components/button";
import { DialogBox } from "../components/dialog-box";
import { Alert } from "../components/notice";
import { QrCode } from "../components/qr-code";
import { SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import type { Invitation, InvitationView, OpenTeam } from "../workspace/workspace";
import { useApp, useText } from "./context";
import { FormDialog } from "./form-dialog";
import { useRequest } from "./use-request";

type Role = InvitationView["role"];

export function InviteDialog(props: { readonly team: OpenTeam; readonly onClose: () => void }) {
  const text = useText();
  const request = useRequest<"offline" | "refused">();
  const [label, setLabel] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [wasTried, setTried] = useState(false);
  const [invitation, setInvitation] = useState<Invitation | undefined>(undefined);
  if (invitation !== undefined) {
    return <InvitationDialog invitation={invitation} label={label} onClose={props.onClose} />;
  }
  return (
    <FormDialog
      title={text.say("invite.title")}
      act={text.say("invite.act")}
      isPending={request.isRunning}
      onClose={props.onClose}
      onSubmit={() => {
        setTried(true);
        if (label.trim() === "") return;
        request.run(() => props.team.invite(label.trim(), role), setInvitation);
      }}
    >
      <TextInput
        label={text.say("invite.label")}
        hint={text.say("invite.label-hint")}
        value={label}
        onChange={setLabel}
        autoFocus
        error={wasTried && label.trim() === "" ? text.say("field.missing") : undefined}
      />
      <SelectInput
        label={text.say("invite.role")}
        value={role}
        onChange={setRole}
        choices={[
          { id: "member", label: text.say("role.member") },
          { id: "admin", label: text.say("role.admin") },
        ]}
      />
      {request.fault !== undefined && <Alert words={text.say(`fault.invite-${request.fault}`)} />}
    </FormDialog>
  );
}

/** Shown once: the text holds a secret, so it is not kept where it could be read again. */
function InvitationDialog(props: {
  readonly invitation: Invitation;
  readonly label: string;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { copy } = useApp().surroundings;
  const [copied, setCopied] = useState<"yes" | "no" | undefined>(undefined);
  return (
    <DialogBox title={text.say("invite.made", { name: props.label })} onClose={props.onClose}>
      <p>{text.say("invite.how")}</p>
      <p className="invitation-text" translate="no">
        {props.invitation.text}
      </p>
      <Button
        tone="primary"
        onPress={() => {
          void copy(props.invitation.text).then((isCopied) => {
            setCopied(isCopied ? "yes" : "no");
          });
        }}
      >
        {text.say("invite.copy")}
      </Button>
      <p className="small quiet" role="status">
        {copied === undefined ? "" : text.say(`invite.copied-${copied}`)}
      </p>
      <QrCode rows={props.invitation.qr} name={text.say("invite.qr")} />
      <p className="small quiet">{text.say("invite.next")}</p>
      <div className="dialog-acts">
        <Button onPress={props.onClose}>{text.say("app.done")}</Button>
      </div>
    </DialogBox>
  );
}
