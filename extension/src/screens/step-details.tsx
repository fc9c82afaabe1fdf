import { parseLocalId, type PersonId } from "@beiakte/shared/model/local-id";
import { fullName } from "@beiakte/shared/model/household";
import { parseIsoDate } from "@beiakte/shared/model/iso-date";
import { renameStep, setDeadline, setStepResponsible } from "@beiakte/shared/model/plan";
import type { StepView } from "@beiakte/shared/model/plan-view";
import type { Responsible } from "@beiakte/shared/model/responsible";
import { useState } from "react";
import { Button } from "../components/button";
import { SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import { typedDay, writtenDay } from "../text/dates";
import type { CaseDesk } from "./case-desk";
import { useText } from "./context";
import { useToday } from "./today";

/** What can be changed of a step, in its place. Nothing is saved by a button: leaving a field does. */
export function StepDetails(props: {
  readonly step: StepView;
  readonly desk: CaseDesk;
  readonly words: string;
  readonly onClose: () => void;
}) {
  const { step, desk } = props;
  const text = useText();
  return (
    <div className="step-details" role="group" aria-label={props.words}>
      {step.label.type === "own" && <StepName step={step} desk={desk} name={step.label.text} />}
      <StepResponsible step={step} desk={desk} />
      <StepDeadline step={step} desk={desk} />
      <Button size="small" onPress={props.onClose}>
        {text.say("app.done")}
      </Button>
    </div>
  );
}

function StepName(props: {
  readonly step: StepView;
  readonly desk: CaseDesk;
  readonly name: string;
}) {
  const text = useText();
  const [typed, setTyped] = useState(props.name);
  return (
    <TextInput
      label={text.say("plan.step-words")}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        if (typed.trim() === "" || typed.trim() === props.name) return;
        props.desk.act((doc, actor) => {
          renameStep(doc, actor, props.step.stepId, typed);
        });
      }}
    />
  );
}

function StepResponsible(props: { readonly step: StepView; readonly desk: CaseDesk }) {
  const { step, desk } = props;
  const text = useText();
  const [chosen, setChosen] = useState(choiceOf(step.responsible));
  const [name, setName] = useState(nameOf(step.responsible));
  const set = (responsible: Responsible | undefined) => {
    desk.act((doc, actor) => {
      setStepResponsible(doc, actor, step.stepId, responsible);
    });
  };
  const choices = [
    { id: "nobody", label: text.say("responsible.nobody") },
    ...[...desk.team.members]
      .sort((a, b) => Number(b.isSelf) - Number(a.isSelf))
      .map((member) => ({ id: `member ${member.member}`, label: member.name })),
    ...desk.file.household.map((person) => ({
      id: `person ${person.personId}`,
      label: text.say("responsible.person", { name: fullName(person) }),
    })),
    { id: "volunteer", label: text.say("responsible.volunteer") },
    { id: "office", label: text.say("responsible.office") },
  ];
  const isNamed = chosen === "volunteer" || chosen === "office";
  return (
    <>
      <SelectInput
        label={text.say("plan.responsible")}
        choices={choices}
        value={chosen}
        onChange={(choice) => {
          setChosen(choice);
          if (choice === "volunteer" || choice === "office") {
            if (name.trim() !== "") set({ type: choice, name: name.trim() });
            return;
          }
          set(responsibleFrom(choice, desk));
        }}
      />
      {isNamed && (
        <TextInput
          label={text.say(`responsible.${chosen}-name`)}
          value={name}
          onChange={setName}
          onBlur={() => {
            if (name.trim() !== "" && name.trim() !== nameOf(step.responsible)) {
              set({ type: chosen, name: name.trim() });
            }
          }}
        />
      )}
    </>
  );
}

function StepDeadline(props: { readonly step: StepView; readonly desk: CaseDesk }) {
  const { step, desk } = props;
  const text = useText();
  const today = useToday();
  const written = step.deadline === undefined ? "" : writtenDay(step.deadline, text.language);
  const [typed, setTyped] = useState(written);
  const [isWrong, setWrong] = useState(false);
  return (
    <TextInput
      label={text.say("plan.deadline")}
      hint={text.say("plan.deadline-hint")}
      value={typed}
      error={isWrong ? text.say("field.no-day") : undefined}
      onChange={(value) => {
        setTyped(value);
        setWrong(false);
      }}
      onBlur={() => {
        if (typed.trim() === written) return;
        const day = typed.trim() === "" ? undefined : parseIsoDate(typedDay(typed, today) ?? "");
        if (day?.ok === false) {
          setWrong(true);
          return;
        }
        if (day !== undefined) setTyped(writtenDay(day.value, text.language));
        desk.act((doc, actor) => {
          setDeadline(doc, actor, step.stepId, day?.value);
        });
      }}
    />
  );
}

function choiceOf(responsible: Responsible | undefined): string {
  switch (responsible?.type) {
    case undefined:
      return "nobody";
    case "member":
      return `member ${responsible.memberId}`;
    case "person":
      return `person ${responsible.personId}`;
    case "volunteer":
    case "office":
      return responsible.type;
  }
}

function responsibleFrom(choice: string, desk: CaseDesk): Responsible | undefined {
  const [type, id = ""] = choice.split(" ");
  if (type === "member") {
    const member = desk.team.members.find((each) => each.member === id);
    return member && { type, memberId: member.member };
  }
  if (type === "person") {
    const personId: PersonId | undefined = parseLocalId(id);
    return personId && { type, personId };
  }
  return undefined;
}

function nameOf(responsible: Responsible | undefined): string {
  return responsible?.type === "volunteer" || responsible?.type === "office"
    ? responsible.name
    : "";
}
