/**
 * Ticks. Each is a value of its own: who and when. Unticking names the ticks that it takes away,
 * so a colleague's tick that it has not seen stands. Nothing of what happened is overwritten.
 */
import type * as Y from "yjs";
import type { MemberId } from "../base/ids";
import { type Actor, change, type Undo } from "./action";
import type { Instant } from "./iso-date";
import { newLocalId, type StepId, type TickId, type UntickId } from "./local-id";
import { groupOf, readRecord, revise, type StoredRecord } from "./records";
import { fieldsOf, idOf, instantOf, textsOf } from "./stored-value";

type Tick = { readonly id: string; readonly by: MemberId; readonly at: Instant };

/** The ticks that nobody took away, the earliest first. */
export function standingTicks(record: StoredRecord): readonly Tick[] {
  const taken = new Set<string>();
  for (const value of groupOf(record, "untick").values()) {
    for (const id of textsOf(fieldsOf(value).get("ticks"))) taken.add(id);
  }
  const ticks: Tick[] = [];
  for (const [id, value] of groupOf(record, "tick")) {
    const by = idOf("MemberId", fieldsOf(value).get("by"));
    const at = instantOf(fieldsOf(value).get("at"));
    if (by !== undefined && at !== undefined && !taken.has(id)) ticks.push({ id, by, at });
  }
  return ticks.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export function tick(doc: Y.Doc, actor: Actor, stepId: StepId): Undo | undefined {
  return change(doc, () => {
    const plan = doc.getMap<unknown>("plan");
    const record = readRecord(plan, stepId);
    if (record === undefined || standingTicks(record).length > 0) return undefined;
    const id: TickId = newLocalId(actor.random);
    plan.set(`${stepId}/tick/${id}`, { by: actor.member, at: actor.clock.now() });
    revise(plan, stepId, actor.random);
    return { type: "take-back-tick", stepId, tick: id };
  });
}

export function untick(doc: Y.Doc, actor: Actor, stepId: StepId): Undo | undefined {
  return change(doc, () => {
    const record = readRecord(doc.getMap<unknown>("plan"), stepId);
    const ticks = record === undefined ? [] : standingTicks(record).map((standing) => standing.id);
    if (ticks.length === 0) return undefined;
    return { type: "take-back-untick", stepId, untick: takeAway(doc, actor, stepId, ticks) };
  });
}

/** Takes away this tick and no other: a colleague who ticked meanwhile keeps the step ticked. */
export function takeBackTick(doc: Y.Doc, actor: Actor, stepId: StepId, id: TickId): void {
  change(doc, () => {
    const record = readRecord(doc.getMap<unknown>("plan"), stepId);
    const standing = record === undefined ? [] : standingTicks(record);
    if (standing.some((other) => other.id === id)) takeAway(doc, actor, stepId, [id]);
  });
}

/** The ticks stand again with their own names and times, unless a colleague unticked them too. */
export function takeBackUntick(doc: Y.Doc, actor: Actor, stepId: StepId, id: UntickId): void {
  change(doc, () => {
    const plan = doc.getMap<unknown>("plan");
    const key = `${stepId}/untick/${id}`;
    if (!plan.has(key)) return;
    plan.delete(key);
    if (readRecord(plan, stepId) !== undefined) revise(plan, stepId, actor.random);
  });
}

function takeAway(doc: Y.Doc, actor: Actor, stepId: StepId, ticks: readonly string[]): UntickId {
  const plan = doc.getMap<unknown>("plan");
  const id: UntickId = newLocalId(actor.random);
  const value = { ticks: [...ticks], by: actor.member, at: actor.clock.now() };
  plan.set(`${stepId}/untick/${id}`, value);
  revise(plan, stepId, actor.random);
  return id;
}
