import { AREA_CHOICES, type AreaId } from "@beiakte/shared/model/choices";
import { addOwnStep } from "@beiakte/shared/model/plan";
import { useState } from "react";
import { SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import type { CaseDesk } from "./case-desk";
import { useText } from "./context";
import { FormDialog } from "./form-dialog";

/** A step in the team's own words; it is agreed at once. */
export function AddStepDialog(props: { readonly desk: CaseDesk; readonly onClose: () => void }) {
  const { desk } = props;
  const text = useText();
  const [words, setWords] = useState("");
  const [area, setArea] = useState<AreaId | undefined>(desk.file.plan.areas[0]?.areaId);
  const [wasTried, setTried] = useState(false);
  return (
    <FormDialog
      title={text.say("plan.add-step")}
      act={text.say("plan.add")}
      onClose={props.onClose}
      onSubmit={() => {
        setTried(true);
        if (words.trim() === "" || area === undefined) return;
        desk.act((doc, actor) => addOwnStep(doc, actor, area, words), text.say("undo.step-added"));
        props.onClose();
      }}
    >
      <TextInput
        label={text.say("plan.step-words")}
        value={words}
        onChange={setWords}
        autoFocus
        error={wasTried && words.trim() === "" ? text.say("field.missing") : undefined}
      />
      <SelectInput
        label={text.say("plan.area")}
        value={area}
        onChange={setArea}
        choices={AREA_CHOICES.map((choice) => ({
          id: choice.id,
          label: choice.label[text.language],
        }))}
      />
    </FormDialog>
  );
}
