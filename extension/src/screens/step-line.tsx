import { AREA_CHOICES } from "@beiakte/shared/model/choices";
import { moveStep } from "@beiakte/shared/model/place";
import { removeStep } from "@beiakte/shared/model/plan";
import type { AreaView, StepView } from "@beiakte/shared/model/plan-view";
import { tick, untick } from "@beiakte/shared/model/tick";
import { useId, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { MenuButton } from "../components/menu-button";
import { TickBox } from "../components/tick-box";
import { isoDayOf, shortDay } from "../text/dates";
import { type CaseDesk, memberName, responsibleWords } from "./case-desk";
import { dueWords, stepWords } from "./case-words";
import { useText } from "./context";
import { StepDetails } from "./step-details";
import { useToday } from "./today";

/** One agreed step: what, who, until when. One click ticks; its words open what can be changed. */
export function StepLine(props: {
  readonly step: StepView;
  readonly area: AreaView;
  readonly desk: CaseDesk;
}) {
  const { step, desk } = props;
  const text = useText();
  const wordsId = useId();
  const [isOpen, setOpen] = useState(false);
  const words = stepWords(step.label, text);
  return (
    <li className={step.tick === undefined ? "step" : "step step-done"}>
      <TickBox
        labelledBy={wordsId}
        isTicked={step.tick !== undefined}
        isReadOnly={!desk.mayChange}
        onChange={(isTicked) => {
          desk.act(
            (doc, actor) => (isTicked ? tick : untick)(doc, actor, step.stepId),
            text.say(isTicked ? "undo.ticked" : "undo.unticked"),
          );
        }}
      />
      <div className="step-words">
        {desk.mayChange ? (
          <AriaButton
            className="step-text"
            id={wordsId}
            aria-expanded={isOpen}
            onPress={() => {
              setOpen(!isOpen);
            }}
          >
            {words}
          </AriaButton>
        ) : (
          <span className="step-text" id={wordsId}>
            {words}
          </span>
        )}
        <StepFacts step={step} desk={desk} />
      </div>
      {desk.mayChange && <StepMenu {...props} words={words} />}
      {isOpen && desk.mayChange && (
        <StepDetails
          step={step}
          desk={desk}
          words={words}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </li>
  );
}

function StepFacts(props: { readonly step: StepView; readonly desk: CaseDesk }) {
  const { step, desk } = props;
  const text = useText();
  const today = useToday();
  if (step.tick !== undefined) {
    return (
      <p className="step-facts">
        {text.say("plan.done-by", {
          day: shortDay(isoDayOf(step.tick.at), today, text.language),
          name: memberName(desk.team.members, step.tick.by, text),
        })}
      </p>
    );
  }
  const who = responsibleWords(step.responsible, desk, text);
  const due = dueWords(step.deadline, today, text);
  if (who === undefined && due === undefined) return null;
  const until =
    step.deadline === undefined
      ? undefined
      : text.say("plan.until", { day: shortDay(step.deadline, today, text.language) });
  return (
    <p className="step-facts">
      {[who, until].filter((fact) => fact !== undefined).join(" · ")}
      {due !== undefined && due.tone !== "later" && (
        <>
          {" "}
          <span className={`tag tag-${due.tone}`}>{due.words}</span>
        </>
      )}
    </p>
  );
}

function StepMenu(props: {
  readonly step: StepView;
  readonly area: AreaView;
  readonly desk: CaseDesk;
  readonly words: string;
}) {
  const { step, area, desk } = props;
  const text = useText();
  const agreed = area.steps.filter((each) => each.state === "taken-up");
  const place = agreed.findIndex((each) => each.stepId === step.stepId);
  const before = agreed[place - 1];
  const after = agreed[place + 1];
  const positionOf = (other: StepView) =>
    area.steps.findIndex((each) => each.stepId === other.stepId);
  const move = (areaId: AreaView["areaId"], index: number) => {
    desk.act(
      (doc, actor) => moveStep(doc, actor, step.stepId, { areaId, index }),
      text.say("undo.moved"),
    );
  };
  return (
    <MenuButton
      name={text.say("plan.step-menu", { step: props.words })}
      entries={[
        {
          id: "up",
          label: text.say("plan.move-up"),
          isDisabled: before === undefined,
          act: () => {
            if (before !== undefined) move(area.areaId, positionOf(before));
          },
        },
        {
          id: "down",
          label: text.say("plan.move-down"),
          isDisabled: after === undefined,
          act: () => {
            // The model counts the other steps: behind `after` is where `after` stands now.
            if (after !== undefined) move(area.areaId, positionOf(after));
          },
        },
        ...AREA_CHOICES.filter((other) => other.id !== area.areaId).map((other) => ({
          id: `to-${other.id}`,
          label: text.say("plan.move-to", { area: other.label[text.language] }),
          act: () => {
            const target = desk.file.plan.areas.find((each) => each.areaId === other.id);
            move(other.id, target?.steps.length ?? 0);
          },
        })),
        {
          id: "remove",
          label: text.say("plan.remove"),
          tone: "danger",
          act: () => {
            desk.act((doc, actor) => removeStep(doc, actor, step.stepId), text.say("undo.removed"));
          },
        },
      ]}
    />
  );
}
