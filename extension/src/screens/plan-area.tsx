import { takeUp } from "@beiakte/shared/model/plan";
import type { AreaView } from "@beiakte/shared/model/plan-view";
import { useId, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Button } from "../components/button";
import { Icon } from "../components/icon";
import type { CaseDesk } from "./case-desk";
import { useText } from "./context";
import { ProposedStep } from "./proposed-step";
import { StepLine } from "./step-line";

/** One area as a card: what was agreed, then, folded, what the template proposes. */
export function PlanArea(props: { readonly area: AreaView; readonly desk: CaseDesk }) {
  const { area, desk } = props;
  const text = useText();
  const headId = useId();
  const listId = useId();
  const label = area.label[text.language];
  const takenUp = area.steps.filter((step) => step.state === "taken-up");
  const proposed = area.steps.filter((step) => step.state === "proposed");
  const [choice, setChoice] = useState<"open" | "folded" | undefined>(undefined);
  // An area just added has proposals only: they are what one came for.
  const isOpen = choice === undefined ? takenUp.length === 0 : choice === "open";
  return (
    <section className="card area" aria-labelledby={headId}>
      <div className="area-head">
        <h3 id={headId}>{label}</h3>
        <span className="small quiet">{text.say("plan.area-progress", area.progress)}</span>
      </div>
      {takenUp.length > 0 && (
        <ul>
          {takenUp.map((step) => (
            <StepLine key={step.stepId} step={step} area={area} desk={desk} />
          ))}
        </ul>
      )}
      {proposed.length > 0 && (
        <div className="proposals">
          <AriaButton
            className="fold"
            aria-expanded={isOpen}
            aria-controls={listId}
            onPress={() => {
              setChoice(isOpen ? "folded" : "open");
            }}
          >
            <Icon name="chevron" />
            <span>{text.say("plan.proposed", { count: proposed.length })}</span>
          </AriaButton>
          {isOpen && (
            <>
              <ul id={listId}>
                {proposed.map((step) => (
                  <ProposedStep key={step.stepId} step={step} desk={desk} />
                ))}
              </ul>
              {desk.mayChange && proposed.length > 1 && (
                <div className="proposals-all">
                  <Button
                    size="small"
                    name={text.say("plan.take-up-all-name", { area: label })}
                    onPress={() => {
                      const ids = proposed.map((step) => step.stepId);
                      desk.act((doc, actor) => {
                        takeUp(doc, actor, ids);
                      });
                    }}
                  >
                    {text.say("plan.take-up-all")}
                  </Button>
                </div>
              )}
            </>
          )}
        </div>
      )}
    </section>
  );
}
