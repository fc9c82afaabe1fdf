import type * as Y from "yjs";
import type { MemberId } from "../base/ids";
import { TEMPLATE, templateStep, type TemplateArea, vocabulary } from "../catalogue/template";
import type { Actor } from "../model/action";
import type { PersonView } from "../model/household";
import { addDays, daysBetween, type IsoDate } from "../model/iso-date";
import type { StepId } from "../model/local-id";
import { moveStep } from "../model/place";
import {
  addArea,
  addOwnStep,
  removeStep,
  setDeadline,
  setStepResponsible,
  takeUp,
} from "../model/plan";
import { type StepView, viewPlan } from "../model/plan-view";
import type { Responsible } from "../model/responsible";
import { tick } from "../model/tick";
import type { Outline, Stage } from "./outline";
import type { Seeded } from "./seeded";
import { VOLUNTEERS } from "./team";
import { onWorkday } from "./workday";

export type PlanSetting = {
  readonly outline: Outline;
  readonly household: readonly PersonView[];
  readonly colleagues: readonly MemberId[];
  /** Who acts on which day. */
  readonly actor: (member: MemberId, day: string) => Actor;
};

/** Of 100 steps: how many are taken up, and of those how many are done. */
const PROGRESS: Readonly<Record<Stage, { readonly takenUp: number; readonly done: number }>> = {
  new: { takenUp: 0, done: 0 },
  proposed: { takenUp: 0, done: 0 },
  begun: { takenUp: 45, done: 18 },
  "under-way": { takenUp: 70, done: 52 },
  "nearly-done": { takenUp: 85, done: 90 },
  closed: { takenUp: 85, done: 88 },
  archived: { takenUp: 85, done: 92 },
};

const OWN_STEPS: readonly (readonly [area: string, text: string])[] = [
  ["status", "Führerschein umschreiben lassen, Übersetzung besorgen"],
  ["status", "Ordner für Bescheide gemeinsam anlegen"],
  ["participation", "Fahrrad in der Fahrradwerkstatt abholen"],
  ["housing", "Waschmaschine über das Sozialkaufhaus beantragen"],
  ["children", "Sommerferienprogramm anmelden"],
  ["language", "Sprachcafé am Donnerstag besuchen"],
  ["work", "Bewerbungsfoto machen lassen"],
  ["schooling", "Schulweg mit dem Bus einmal gemeinsam fahren"],
];

/** Fills the plan of an open case file as far as its stage says; returns the areas it has. */
export function writeSamplePlan(
  doc: Y.Doc,
  chance: Seeded,
  setting: PlanSetting,
): readonly string[] {
  const { outline, actor } = setting;
  if (outline.stage === "new") return [];
  const made = actor(outline.responsible, onWorkday(outline.openedOn, 7));
  const areas = areasFor(chance, setting.household, outline.openedOn);
  for (const area of areas) addArea(doc, made, area.id);
  for (const [areaId, text] of chance.percent(45) ? chance.some(OWN_STEPS, 1) : []) {
    const area = areas.find((each) => each.id === areaId);
    if (area !== undefined && outline.stage !== "proposed") addOwnStep(doc, made, area.id, text);
  }
  const steps = viewPlan(doc).areas.flatMap((area) => area.steps);
  for (const step of steps) writeStep(doc, chance, setting, step);
  if (chance.percent(15)) moveOne(doc, chance, made);
  return areas.map((area) => area.id);
}

function areasFor(
  chance: Seeded,
  household: readonly PersonView[],
  openedOn: IsoDate,
): readonly TemplateArea[] {
  const has = (role: PersonView["role"]): boolean =>
    household.some((person) => person.role === role);
  const atSchool = addDays(openedOn, -6 * 365);
  const hasPupil = household.some(
    (person) => person.role !== "adult" && (person.birthDate ?? "") < atSchool,
  );
  const share = new Map([
    ["language", 95],
    ["status", 80],
    ["work", 60],
    ["training", has("youth") ? 60 : 12],
    ["schooling", hasPupil ? 60 : 4],
    ["qualification", 15],
    ["housing", 65],
    ["children", has("child") ? 75 : 0],
    ["health", 20],
    ["participation", 30],
  ]);
  const wanted = TEMPLATE.areas.filter((area) => chance.percent(share.get(area.id) ?? 0));
  // Plans with more areas than five are not read by anybody.
  const chosen = chance.some(wanted.length > 0 ? wanted : TEMPLATE.areas.slice(0, 1), 5);
  return TEMPLATE.areas.filter((area) => chosen.includes(area));
}

function writeStep(doc: Y.Doc, chance: Seeded, setting: PlanSetting, step: StepView): void {
  const { outline, actor } = setting;
  const { takenUp, done } = PROGRESS[outline.stage];
  const { stepId } = step;
  const span = Math.max(1, daysBetween(outline.openedOn, outline.lastDay));
  const day = onWorkday(outline.openedOn, Math.floor(span * (0.1 + chance.below(80) / 100)));
  const acts = actor(
    chance.percent(85) ? outline.responsible : chance.pick(setting.colleagues),
    day,
  );
  if (step.label.type === "template" && !fits(stepId, setting.household)) {
    if (chance.percent(60)) removeStep(doc, acts, stepId);
    return;
  }
  if (step.state === "proposed" && !chance.percent(takenUp)) return;
  if (step.state === "proposed") takeUp(doc, acts, [stepId]);
  if (chance.percent(70)) {
    setStepResponsible(doc, acts, stepId, responsibleFor(chance, setting, stepId));
  }
  if (chance.percent(done)) {
    tick(doc, acts, stepId);
    if (chance.percent(40)) setDeadline(doc, acts, stepId, addDays(day, chance.between(-5, 25)));
  } else if (chance.percent(60)) {
    // Most lie ahead; a few are late, as they are.
    setDeadline(doc, acts, stepId, onWorkday(outline.lastDay, chance.between(-9, 80)));
  }
}

/** Steps for children in a household of adults are not agreed on. */
function fits(stepId: StepId, household: readonly PersonView[]): boolean {
  const appliesTo = templateStep(stepId)?.step.appliesTo ?? [];
  return appliesTo.some((group) =>
    group === "family" ? household.length > 1 : household.some((person) => person.role === group),
  );
}

function responsibleFor(chance: Seeded, setting: PlanSetting, stepId: StepId): Responsible {
  const step = templateStep(stepId)?.step;
  const offices = step?.referralTo.filter((target) => target !== "volunteer") ?? [];
  const sort = chance.below(100);
  if (sort < 8) return { type: "volunteer", name: chance.pick(VOLUNTEERS) };
  if (sort < 22 && offices.length > 0) {
    return { type: "office", name: officeName(chance.pick(offices)) };
  }
  const adults = setting.household.filter((person) => person.role === "adult");
  if ((step?.responsible !== "caseworker" || sort < 45) && adults.length > 0) {
    return { type: "person", personId: chance.pick(adults).personId };
  }
  return { type: "member", memberId: setting.outline.responsible };
}

function officeName(target: string): string {
  return vocabulary("referralTarget").find((office) => office.id === target)?.label.de ?? target;
}

function moveOne(doc: Y.Doc, chance: Seeded, actor: Actor): void {
  const areas = viewPlan(doc).areas.filter((area) => area.steps.length > 2);
  if (areas.length === 0) return;
  const { areaId, steps } = chance.pick(areas);
  moveStep(doc, actor, chance.pick(steps).stepId, { areaId, index: 0 });
}
