import { AREA_CHOICES, type AreaId } from "@beiakte/shared/model/choices";
import type { IsoDate } from "@beiakte/shared/model/iso-date";
import { addOwnStep, setDeadline } from "@beiakte/shared/model/plan";
import type { StepView } from "@beiakte/shared/model/plan-view";
import { useState } from "react";
import { type SelectChoice, SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import { writtenDay } from "../text/dates";
import type { CaseDesk } from "./case-desk";
import { stepWords } from "./case-words";
import { useText } from "./context";
import { FormDialog } from "./form-dialog";

const NEW = "new";

/** A day becomes the deadline of an open step, or of a new one. */
export function DeadlineDialog(props: {
  readonly desk: CaseDesk;
  readonly date: IsoDate;
  readonly onSet: () => void;
  readonly onClose: () => void;
}) {
  const { date, desk } = props;
  const text = useText();
  const steps = openSteps(desk);
  const [chosen, setChosen] = useState<string>(steps.length === 0 ? NEW : "");
  const [words, setWords] = useState("");
  const [area, setArea] = useState<AreaId | undefined>(desk.file.plan.areas[0]?.areaId);
  const [wasTried, setTried] = useState(false);
  const choices: readonly SelectChoice<string>[] = [
    ...steps.map((step) => ({
      id: step.stepId,
      label:
        step.deadline === undefined
          ? stepWords(step.label, text)
          : text.say("clip.step-with-deadline", {
              step: stepWords(step.label, text),
              day: writtenDay(step.deadline, text.language),
            }),
    })),
    { id: NEW, label: text.say("clip.new-step") },
  ];
  const set = (): boolean => {
    const step = steps.find(({ stepId }) => stepId === chosen);
    if (step !== undefined) {
      desk.act((doc, actor) => {
        setDeadline(doc, actor, step.stepId, date);
      });
      return true;
    }
    if (chosen !== NEW || words.trim() === "" || area === undefined) return false;
    desk.act((doc, actor) => {
      const added = addOwnStep(doc, actor, area, words)?.added[0];
      if (added !== undefined) setDeadline(doc, actor, added.stepId, date);
    });
    return true;
  };
  return (
    <FormDialog
      title={text.say("clip.deadline-title", { day: writtenDay(date, text.language) })}
      act={text.say("clip.set-deadline")}
      onClose={props.onClose}
      onSubmit={() => {
        setTried(true);
        if (!set()) return;
        props.onSet();
        props.onClose();
      }}
    >
      <SelectInput
        label={text.say("clip.step")}
        value={chosen === "" ? undefined : chosen}
        onChange={setChosen}
        choices={choices}
      />
      {chosen === NEW && (
        <>
          <TextInput
            label={text.say("plan.step-words")}
            value={words}
            onChange={setWords}
            error={wasTried && words.trim() === "" ? text.say("field.missing") : undefined}
          />
          <SelectInput
            label={text.say("plan.area")}
            value={area}
            onChange={setArea}
            choices={AREA_CHOICES.map(({ id, label }) => ({ id, label: label[text.language] }))}
          />
        </>
      )}
      {wasTried && (chosen === "" || (chosen === NEW && area === undefined)) && (
        <p className="field-error" role="alert">
          {text.say("field.choose")}
        </p>
      )}
    </FormDialog>
  );
}

/** What is agreed and not done. */
function openSteps(desk: CaseDesk): readonly StepView[] {
  return desk.file.plan.areas.flatMap(({ steps }) =>
    steps.filter(({ state, tick }) => state === "taken-up" && tick === undefined),
  );
}
