/**
 * Where a step stands: an area and a place in its order. A move is a value of its own under a
 * random id and names the moves that it saw. Of moves that nobody has seen and moved on from, the
 * one with the greatest id counts: the same for everybody, and never the area of one move with the
 * order of another. Taking a move back deletes it, and what it stood over counts again.
 */
import type * as Y from "yjs";
import { type AreaId, parseAreaId, templateStep } from "../catalogue/template";
import { type Actor, change, type Undo } from "./action";
import { type MoveId, newLocalId, type StepId } from "./local-id";
import { isOrderKey, orderAt, orderBetween } from "./order-key";
import { groupOf, readRecords, revise, type StoredRecord } from "./records";
import { fieldsOf, textsOf } from "./stored-value";

export type Place = { readonly areaId: AreaId; readonly order: string };

type Move = Place & { readonly id: string; readonly over: readonly string[] };

/** The place by the moves, else where the step was made, else where the template has it. */
export function placeOf(stepId: string, record: StoredRecord): Place | undefined {
  const heads = headsOf(record);
  let last = heads[0];
  for (const head of heads) if (last === undefined || head.id > last.id) last = head;
  return last ?? placeFrom(record.fields.get("home")) ?? templatePlace(stepId);
}

/** `index` counts the other steps of the area, in the order of the view. */
export type MoveTarget = { readonly areaId: AreaId; readonly index: number };

export function moveStep(
  doc: Y.Doc,
  actor: Actor,
  stepId: StepId,
  target: MoveTarget,
): Undo | undefined {
  return change(doc, () => {
    const plan = doc.getMap<unknown>("plan");
    const records = readRecords(plan);
    const record = records.get(stepId);
    if (record === undefined) return undefined;
    const others = stepsOfArea(records, target.areaId).filter((step) => step.stepId !== stepId);
    const index = Math.max(0, Math.min(target.index, others.length));
    const low = others[index - 1]?.place.order;
    const high = others[index]?.place.order;
    const place = placeOf(stepId, record);
    const stays =
      place?.areaId === target.areaId &&
      (low === undefined || low < place.order) &&
      (high === undefined || place.order < high);
    if (stays) return undefined;
    const move: MoveId = newLocalId(actor.random);
    plan.set(`${stepId}/move/${move}`, {
      area: target.areaId,
      order: orderBetween(low ?? "", high, actor.random),
      over: headsOf(record).map((head) => head.id),
      by: actor.member,
      at: actor.clock.now(),
    });
    revise(plan, stepId, actor.random);
    return { type: "take-back-move", stepId, move };
  });
}

export function takeBackMove(doc: Y.Doc, actor: Actor, stepId: StepId, move: MoveId): void {
  change(doc, () => {
    const plan = doc.getMap<unknown>("plan");
    const key = `${stepId}/move/${move}`;
    if (!plan.has(key)) return;
    plan.delete(key);
    if (readRecords(plan).has(stepId)) revise(plan, stepId, actor.random);
  });
}

export type PlacedStep = { readonly stepId: string; readonly place: Place };

/** The steps of an area in their order. Equal keys are told apart by the step's id. */
export function stepsOfArea(
  records: ReadonlyMap<string, StoredRecord>,
  areaId: AreaId,
): readonly PlacedStep[] {
  const steps: PlacedStep[] = [];
  for (const [stepId, record] of records) {
    const place = placeOf(stepId, record);
    if (place?.areaId === areaId) steps.push({ stepId, place });
  }
  return steps.sort(byPlace);
}

export function byPlace(a: PlacedStep, b: PlacedStep): number {
  if (a.place.order !== b.place.order) return a.place.order < b.place.order ? -1 : 1;
  return a.stepId < b.stepId ? -1 : 1;
}

/** The order key after the last step of an area. */
export function orderAtEnd(
  records: ReadonlyMap<string, StoredRecord>,
  areaId: AreaId,
  actor: Actor,
): string {
  return orderBetween(
    stepsOfArea(records, areaId).at(-1)?.place.order ?? "",
    undefined,
    actor.random,
  );
}

function headsOf(record: StoredRecord): readonly Move[] {
  const moves: Move[] = [];
  for (const [id, value] of groupOf(record, "move")) {
    const place = placeFrom(value);
    if (place !== undefined)
      moves.push({ ...place, id, over: textsOf(fieldsOf(value).get("over")) });
  }
  const passed = new Set(moves.flatMap((move) => move.over));
  return moves.filter((move) => !passed.has(move.id));
}

function placeFrom(value: unknown): Place | undefined {
  const fields = fieldsOf(value);
  const areaId = parseAreaId(fields.get("area"));
  const order = fields.get("order");
  return areaId !== undefined && isOrderKey(order) ? { areaId, order } : undefined;
}

function templatePlace(stepId: string): Place | undefined {
  const found = templateStep(stepId);
  return found && { areaId: found.area.id, order: orderAt(found.index) };
}
