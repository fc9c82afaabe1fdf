import { archiveCase, closeCase, reopenCase } from "@beiakte/shared/model/case-status";
import { CLOSE_REASON_CHOICES, labelOf } from "@beiakte/shared/model/choices";
import { parseIsoDate } from "@beiakte/shared/model/iso-date";
import { useState } from "react";
import { Button } from "../components/button";
import { SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import { typedDay, writtenDay } from "../text/dates";
import { type CaseDesk, memberName } from "./case-desk";
import { useText } from "./context";
import { FormDialog } from "./form-dialog";
import { useToday } from "./today";

export function CaseStatusPart(props: { readonly desk: CaseDesk }) {
  const { desk } = props;
  const text = useText();
  const [isClosing, setClosing] = useState(false);
  const { status } = desk.file;
  const mayChange = desk.file.access === "writable";
  return (
    <section className="form" aria-labelledby="file-status">
      <h2 id="file-status">{text.say("file.status")}</h2>
      {status.type === "active" ? (
        <>
          <p className="small quiet">{text.say("file.close-what")}</p>
          {mayChange && (
            <div>
              <Button
                size="small"
                onPress={() => {
                  setClosing(true);
                }}
              >
                {text.say("file.close")}
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <p>
            {text.say(`file.was-${status.type}`, {
              day: writtenDay(status.date, text.language),
              reason: labelOf(CLOSE_REASON_CHOICES, status.reason)[text.language],
              name: memberName(desk.team.members, status.by, text),
            })}
          </p>
          {mayChange && (
            <div className="acts-row">
              <Button
                size="small"
                onPress={() => {
                  desk.act((doc) => {
                    reopenCase(doc);
                  });
                }}
              >
                {text.say("file.reopen")}
              </Button>
              {status.type === "closed" && (
                <Button
                  size="small"
                  onPress={() => {
                    desk.act((doc, actor) => {
                      archiveCase(doc, actor);
                    });
                  }}
                >
                  {text.say("file.archive")}
                </Button>
              )}
            </div>
          )}
        </>
      )}
      {isClosing && (
        <CloseCaseDialog
          desk={desk}
          onClose={() => {
            setClosing(false);
          }}
        />
      )}
    </section>
  );
}

function CloseCaseDialog(props: { readonly desk: CaseDesk; readonly onClose: () => void }) {
  const text = useText();
  const today = useToday();
  const [reason, setReason] = useState<string | undefined>(undefined);
  const [day, setDay] = useState(writtenDay(today, text.language));
  const [wasTried, setTried] = useState(false);
  const date = parseIsoDate(typedDay(day, today) ?? "");
  return (
    <FormDialog
      title={text.say("file.close")}
      act={text.say("file.close")}
      onClose={props.onClose}
      onSubmit={() => {
        setTried(true);
        if (!date.ok || reason === undefined) return;
        props.desk.act((doc, actor) => {
          closeCase(doc, actor, date.value, reason);
        });
        props.onClose();
      }}
    >
      <SelectInput
        label={text.say("file.close-reason")}
        value={reason}
        onChange={setReason}
        placeholder={text.say("field.choose")}
        choices={CLOSE_REASON_CHOICES.map((choice) => ({
          id: choice.id,
          label: choice.label[text.language],
        }))}
      />
      {wasTried && reason === undefined && (
        <p className="field-error" role="alert">
          {text.say("field.choose")}
        </p>
      )}
      <TextInput
        label={text.say("file.close-day")}
        value={day}
        onChange={setDay}
        error={wasTried && !date.ok ? text.say("field.no-day") : undefined}
      />
    </FormDialog>
  );
}
