import { AREA_CHOICES, type AreaId, type Label } from "@beiakte/shared/model/choices";
import { addArea } from "@beiakte/shared/model/plan";
import { Button } from "../components/button";
import { useText } from "./context";
import type { CaseDesk } from "./case-desk";
import { PlanArea } from "./plan-area";

export function PlanTab(props: { readonly desk: CaseDesk }) {
  const { desk } = props;
  const text = useText();
  const { plan } = desk.file;
  if (plan.areas.length === 0) return <EmptyPlan desk={desk} />;
  return (
    <>
      <h2 className="plan-head">
        <span>{text.say("plan.title")}</span>
        <span>{text.say("plan.progress", plan.progress)}</span>
      </h2>
      {plan.areas.map((area) => (
        <PlanArea key={area.areaId} area={area} desk={desk} />
      ))}
    </>
  );
}

/** With nothing there yet, the areas themselves are the first thing to press. */
function EmptyPlan(props: { readonly desk: CaseDesk }) {
  const { desk } = props;
  const text = useText();
  return (
    <div className="card empty">
      <p>{text.say("plan.empty")}</p>
      {desk.mayChange && (
        <ul className="area-choices" aria-label={text.say("plan.add-area")}>
          {AREA_CHOICES.map((area) => (
            <li key={area.id}>
              <Button
                size="small"
                onPress={() => {
                  desk.act((doc, actor) => addArea(doc, actor, area.id));
                }}
              >
                {area.label[text.language]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The template's areas that the plan does not show yet. */
export function missingAreas(
  desk: CaseDesk,
): readonly { readonly id: AreaId; readonly label: Label }[] {
  const present = new Set(desk.file.plan.areas.map((area) => area.areaId));
  return AREA_CHOICES.filter((area) => !present.has(area.id));
}
