import type { AreaView, StepView } from "@beiakte/shared/model/plan-view";
import { tick, untick } from "@beiakte/shared/model/tick";
import { useId, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { TickBox } from "../components/tick-box";
import { isoDayOf, shortDay } from "../text/dates";
import { type CaseDesk, memberName, responsibleWords } from "./case-desk";
import { dueWords, stepWords } from "./case-words";
import { useText } from "./context";
import { StepDetails } from "./step-details";
import { StepMenu } from "./step-menu";
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
