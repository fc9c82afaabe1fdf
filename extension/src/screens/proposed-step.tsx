import { removeStep, takeUp } from "@beiakte/shared/model/plan";
import type { StepView } from "@beiakte/shared/model/plan-view";
import { Button, IconButton } from "../components/button";
import type { CaseDesk } from "./case-desk";
import { stepWords } from "./case-words";
import { useText } from "./context";

/** Proposed by the template and agreed by nobody: it counts for nothing until it is taken up. */
export function ProposedStep(props: { readonly step: StepView; readonly desk: CaseDesk }) {
  const { step, desk } = props;
  const text = useText();
  const words = stepWords(step.label, text);
  return (
    <li className="proposal">
      <span className="proposal-words">{words}</span>
      {desk.mayChange && (
        <span className="proposal-acts">
          <Button
            size="small"
            name={text.say("plan.take-up-name", { step: words })}
            onPress={() => {
              desk.act((doc, actor) => {
                takeUp(doc, actor, [step.stepId]);
              });
            }}
          >
            {text.say("plan.take-up")}
          </Button>
          <IconButton
            icon="close"
            name={text.say("plan.remove-name", { step: words })}
            onPress={() => {
              desk.act(
                (doc, actor) => removeStep(doc, actor, step.stepId),
                text.say("undo.proposal-removed"),
              );
            }}
          />
        </span>
      )}
    </li>
  );
}
