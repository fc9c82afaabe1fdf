/**
 * Actions on a plan. Steps are records in the root map `plan`: the template's under their template
 * id, so that an area added twice, even by two people offline, is there once; own ones under a
 * random id. See `records.ts` for what happens when somebody writes while somebody removes.
 */
import type * as Y from "yjs";
import { type AreaId, areaOf, templateStep } from "../catalogue/template";
import { type Actor, change, type Undo } from "./action";
import type { IsoDate } from "./iso-date";
import { newLocalId, parseLocalId, type RevisionId, type StepId } from "./local-id";
import { orderAt } from "./order-key";
import { orderAtEnd } from "./place";
import { readRecord, readRecords, removeRecord, revise, writeFields } from "./records";
import type { Responsible } from "./responsible";

/** Proposes the area's template steps that the plan does not hold; the others stay as they are. */
export function addArea(doc: Y.Doc, actor: Actor, areaId: AreaId): Undo | undefined {
  return change(doc, () => {
    const plan = doc.getMap<unknown>("plan");
    const present = readRecords(plan);
    const added: { stepId: StepId; revision: RevisionId }[] = [];
    for (const [index, step] of (areaOf(areaId)?.steps ?? []).entries()) {
      const stepId: StepId | undefined = parseLocalId(step.id);
      if (stepId === undefined || present.has(stepId)) continue;
      const home = { area: areaId, order: orderAt(index) };
      // A step that was removed before comes back as new: nobody agreed its old deadline again. A
      // step that never was here gets no state at all, which reads as proposed: a colleague may
      // add the same area offline and take the step up, and nothing written here can beat that.
      writeFields(plan, stepId, { state: null, home, deadline: null, responsible: null });
      for (const key of pastOf(plan, stepId)) plan.delete(key);
      added.push({ stepId, revision: revise(plan, stepId, actor.random) });
    }
    return added.length > 0 ? { type: "take-back-added", added } : undefined;
  });
}

/** A step in the team's own words, taken up, at the end of the area. */
export function addOwnStep(
  doc: Y.Doc,
  actor: Actor,
  areaId: AreaId,
  text: string,
): Extract<Undo, { type: "take-back-added" }> | undefined {
  const label = text.trim();
  if (label === "") return undefined;
  return change(doc, () => {
    const plan = doc.getMap<unknown>("plan");
    const stepId: StepId = newLocalId(actor.random);
    const home = { area: areaId, order: orderAtEnd(readRecords(plan), areaId, actor) };
    writeFields(plan, stepId, { state: "taken-up", label, home });
    const revision = revise(plan, stepId, actor.random);
    return { type: "take-back-added", added: [{ stepId, revision }] };
  });
}

/** For own steps: a template's words belong to the template. */
export function renameStep(doc: Y.Doc, actor: Actor, stepId: StepId, text: string): void {
  const label = text.trim();
  if (label === "" || templateStep(stepId) !== undefined) return;
  writeStep(doc, actor, stepId, { label });
}

export function takeUp(doc: Y.Doc, actor: Actor, stepIds: readonly StepId[]): void {
  change(doc, () => {
    for (const stepId of stepIds) writeStep(doc, actor, stepId, { state: "taken-up" });
  });
}

/** The reverse of taking up: the step is a proposal again, with its deadline and responsible. */
export function putBack(doc: Y.Doc, actor: Actor, stepId: StepId): void {
  writeStep(doc, actor, stepId, { state: "proposed" });
}

export function setDeadline(
  doc: Y.Doc,
  actor: Actor,
  stepId: StepId,
  deadline: IsoDate | undefined,
): void {
  writeStep(doc, actor, stepId, { deadline: deadline ?? null });
}

export function setStepResponsible(
  doc: Y.Doc,
  actor: Actor,
  stepId: StepId,
  responsible: Responsible | undefined,
): void {
  writeStep(doc, actor, stepId, { responsible: responsible ?? null });
}

export function removeStep(doc: Y.Doc, actor: Actor, stepId: StepId): Undo | undefined {
  return change(doc, () => {
    const plan = doc.getMap<unknown>("plan");
    if (readRecord(plan, stepId) === undefined) return undefined;
    const removal = removeRecord(plan, stepId, actor);
    return { type: "take-back-removal", root: "plan", id: stepId, removal };
  });
}

/** A step that is not there any more is not written: its removal had been seen. */
function writeStep(
  doc: Y.Doc,
  actor: Actor,
  stepId: StepId,
  fields: Readonly<Record<string, unknown>>,
): void {
  change(doc, () => {
    const plan = doc.getMap<unknown>("plan");
    if (readRecord(plan, stepId) === undefined) return;
    if (writeFields(plan, stepId, fields)) revise(plan, stepId, actor.random);
  });
}

/** Ticks and moves of a step's earlier life. A tick made elsewhere meanwhile is not among them. */
function pastOf(plan: Y.Map<unknown>, stepId: StepId): readonly string[] {
  return [...plan.keys()].filter(
    (key) => key.startsWith(`${stepId}/tick/`) || key.startsWith(`${stepId}/move/`),
  );
}
