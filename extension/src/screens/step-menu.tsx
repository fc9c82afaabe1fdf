import { AREA_CHOICES, type AreaId } from "@beiakte/shared/model/choices";
import { moveStep } from "@beiakte/shared/model/place";
import { removeStep } from "@beiakte/shared/model/plan";
import type { AreaView, StepView } from "@beiakte/shared/model/plan-view";
import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../components/button";
import { DialogBox } from "../components/dialog-box";
import { MenuButton } from "../components/menu-button";
import { SelectInput } from "../components/select-input";
import type { CaseDesk } from "./case-desk";
import { useText } from "./context";

/** What is done seldom with a step: all of it by keyboard, all of it to be taken back. */
export function StepMenu(props: {
  readonly step: StepView;
  readonly area: AreaView;
  readonly desk: CaseDesk;
  readonly words: string;
}) {
  const { step, area, desk } = props;
  const text = useText();
  const [isMoving, setMoving] = useState(false);
  const agreed = area.steps.filter((each) => each.state === "taken-up");
  const place = agreed.findIndex((each) => each.stepId === step.stepId);
  const before = agreed[place - 1];
  const after = agreed[place + 1];
  const move = (areaId: AreaId, index: number) => {
    desk.act(
      (doc, actor) => moveStep(doc, actor, step.stepId, { areaId, index }),
      text.say("undo.moved"),
    );
  };
  // The model counts the other steps, so in either direction the place is where the other stands.
  const moveTo = (other: StepView | undefined) => {
    if (other !== undefined) {
      move(
        area.areaId,
        area.steps.findIndex((each) => each.stepId === other.stepId),
      );
    }
  };
  return (
    <>
      <MenuButton
        name={text.say("plan.step-menu", { step: props.words })}
        entries={[
          {
            id: "up",
            label: text.say("plan.move-up"),
            isDisabled: before === undefined,
            act: () => {
              moveTo(before);
            },
          },
          {
            id: "down",
            label: text.say("plan.move-down"),
            isDisabled: after === undefined,
            act: () => {
              moveTo(after);
            },
          },
          {
            id: "area",
            label: text.say("plan.move-to-area"),
            act: () => {
              setMoving(true);
            },
          },
          {
            id: "insert",
            label: text.say("insert.step"),
            act: () => {
              desk.give({ label: text.say("insert.fact-step"), text: props.words });
            },
          },
          {
            id: "remove",
            label: text.say("plan.remove"),
            tone: "danger",
            act: () => {
              desk.act(
                (doc, actor) => removeStep(doc, actor, step.stepId),
                text.say("undo.removed"),
              );
            },
          },
        ]}
      />
      {isMoving && (
        <MoveDialog
          from={area.areaId}
          words={props.words}
          onClose={() => {
            setMoving(false);
          }}
          onMove={(areaId) => {
            const target = desk.file.plan.areas.find((each) => each.areaId === areaId);
            move(areaId, target?.steps.length ?? 0);
          }}
        />
      )}
    </>
  );
}

function MoveDialog(props: {
  readonly from: AreaId;
  readonly words: string;
  readonly onClose: () => void;
  readonly onMove: (area: AreaId) => void;
}) {
  const text = useText();
  const others = AREA_CHOICES.filter((area) => area.id !== props.from);
  const [area, setArea] = useState(others[0]?.id);
  return (
    <DialogBox title={text.say("plan.move")} onClose={props.onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (area !== undefined) props.onMove(area);
          props.onClose();
        }}
      >
        <p>{props.words}</p>
        <SelectInput
          label={text.say("plan.move-where")}
          value={area}
          onChange={setArea}
          choices={others.map((other) => ({ id: other.id, label: other.label[text.language] }))}
        />
        <div className="dialog-acts">
          <Button onPress={props.onClose}>{text.say("app.cancel")}</Button>
          <Button tone="primary" type="submit">
            {text.say("plan.move")}
          </Button>
        </div>
      </Form>
    </DialogBox>
  );
}
