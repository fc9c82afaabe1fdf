import type * as Y from "yjs";
import type { MemberId } from "../base/ids";
import type { Label } from "../catalogue/label";
import { type AreaId, areaOf, templateStep } from "../catalogue/template";
import { daysBetween, type Instant, type IsoDate } from "./iso-date";
import { parseLocalId, type StepId } from "./local-id";
import { byPlace, type PlacedStep, placeOf } from "./place";
import { readRecords, type StoredRecord } from "./records";
import { type Responsible, responsibleOf } from "./responsible";
import { isoDateOf, textOf } from "./stored-value";
import { standingTicks } from "./tick";

/** What the screen says for a step: the template's words in its language, or the team's own. */
export type StepLabel =
  | { readonly type: "template"; readonly label: Label }
  | { readonly type: "own"; readonly text: string };

export type TickView = { readonly by: MemberId; readonly at: Instant };

export type StepView = {
  readonly stepId: StepId;
  readonly areaId: AreaId;
  readonly label: StepLabel;
  /** A ticked step is taken up, whatever it was before. */
  readonly state: "proposed" | "taken-up";
  /** The earliest tick that nobody took away. */
  readonly tick: TickView | undefined;
  readonly responsible: Responsible | undefined;
  /** Set by hand. */
  readonly deadline: IsoDate | undefined;
};

/** Counts steps that are taken up; what is only proposed counts for nobody and against nobody. */
export type Progress = { readonly done: number; readonly total: number };

export type AreaView = {
  readonly areaId: AreaId;
  readonly label: Label;
  /** In the order in which they are shown, taken up and proposed ones together. */
  readonly steps: readonly StepView[];
  readonly progress: Progress;
};

export type PlanView = {
  /** Only areas that hold a step, in the template's order. */
  readonly areas: readonly AreaView[];
  readonly progress: Progress;
};

/** The plan as it stands: a step is in one area at one place, and in no other. */
export function viewPlan(doc: Y.Doc): PlanView {
  const placed = new Map<AreaId, { readonly step: StepView; readonly order: PlacedStep }[]>();
  for (const [id, record] of readRecords(doc.getMap<unknown>("plan"))) {
    const stepId: StepId | undefined = parseLocalId(id);
    const place = placeOf(id, record);
    if (stepId === undefined || place === undefined) continue;
    const entry = {
      step: viewStep(stepId, place.areaId, record),
      order: { stepId: id, place },
    };
    const steps = placed.get(place.areaId);
    if (steps === undefined) placed.set(place.areaId, [entry]);
    else steps.push(entry);
  }
  const areas: AreaView[] = [];
  for (const [areaId, entries] of placed) {
    const steps = entries.sort((a, b) => byPlace(a.order, b.order)).map((entry) => entry.step);
    const label = areaOf(areaId)?.label ?? { de: areaId, en: areaId };
    areas.push({ areaId, label, steps, progress: progressOf(steps) });
  }
  areas.sort((a, b) => rankOf(a.areaId) - rankOf(b.areaId) || (a.areaId < b.areaId ? -1 : 1));
  return { areas, progress: progressOf(areas.flatMap((area) => area.steps)) };
}

/** By how many days an open step is late on this day; 0 where it is not. */
export function overdueDays(
  step: Pick<StepView, "deadline" | "state" | "tick">,
  today: IsoDate,
): number {
  if (step.deadline === undefined || step.tick !== undefined || step.state === "proposed") return 0;
  return Math.max(0, daysBetween(step.deadline, today));
}

function viewStep(stepId: StepId, areaId: AreaId, record: StoredRecord): StepView {
  const first = standingTicks(record)[0];
  const template = templateStep(stepId);
  return {
    stepId,
    areaId,
    label:
      template === undefined
        ? { type: "own", text: textOf(record.fields.get("label")) ?? stepId }
        : { type: "template", label: template.step.label },
    state:
      first !== undefined || record.fields.get("state") === "taken-up" ? "taken-up" : "proposed",
    tick: first && { by: first.by, at: first.at },
    responsible: responsibleOf(record.fields.get("responsible")),
    deadline: isoDateOf(record.fields.get("deadline")),
  };
}

function progressOf(steps: readonly StepView[]): Progress {
  const takenUp = steps.filter((step) => step.state === "taken-up");
  return { done: takenUp.filter((step) => step.tick !== undefined).length, total: takenUp.length };
}

/** Areas that only a newer catalogue knows come last. */
function rankOf(areaId: AreaId): number {
  return areaOf(areaId)?.order ?? Number.MAX_SAFE_INTEGER;
}
