import { addArea } from "@beiakte/shared/model/plan";
import { tick, untick } from "@beiakte/shared/model/tick";
import { takeBack } from "@beiakte/shared/model/undo";
import { expect, test } from "vitest";
import {
  area,
  meet,
  memberOf,
  type Replica,
  replicas,
  START,
  step,
  stepId,
  view,
} from "./replicas";

const ASSESS = stepId("language.assess");

function planned(count: 1): readonly [Replica];
function planned(count: 2): readonly [Replica, Replica];
function planned(count: number): readonly Replica[] {
  const all = replicas(count);
  const [first] = all;
  if (first !== undefined) addArea(first.doc, first.actor, area("language"));
  meet(...all);
  return all;
}

test("[PL8] a tick says who and when", () => {
  const [a] = planned(1);
  tick(a.doc, a.actor, ASSESS);
  expect(step(a, ASSESS)?.tick).toEqual({ by: memberOf(1), at: START });
});

test("[PL8] of two people's ticks the earliest is shown", () => {
  const [a, b] = planned(2);
  a.time.now = START + 5000;
  b.time.now = START + 1000;
  tick(a.doc, a.actor, ASSESS);
  tick(b.doc, b.actor, ASSESS);
  meet(a, b);
  expect(step(a, ASSESS)?.tick).toEqual({ by: memberOf(2), at: START + 1000 });
  expect(view(b)).toEqual(view(a));
});

test("[PL9] a concurrent tick wins over an unticking", () => {
  const [a, b] = planned(2);
  tick(a.doc, a.actor, ASSESS);
  meet(a, b);
  untick(a.doc, a.actor, ASSESS);
  untick(b.doc, b.actor, ASSESS);
  tick(b.doc, b.actor, ASSESS);
  meet(a, b);
  expect(step(a, ASSESS)?.tick?.by).toBe(memberOf(2));
  expect(view(b)).toEqual(view(a));
});

test("[PL9] unticking takes away every tick that it has seen", () => {
  const [a, b] = planned(2);
  tick(a.doc, a.actor, ASSESS);
  tick(b.doc, b.actor, ASSESS);
  meet(a, b);
  untick(a.doc, a.actor, ASSESS);
  meet(a, b);
  expect(step(b, ASSESS)?.tick).toBeUndefined();
});

test("[PL10] taking a tick back leaves a colleague's concurrent tick", () => {
  const [a, b] = planned(2);
  const undo = tick(a.doc, a.actor, ASSESS);
  tick(b.doc, b.actor, ASSESS);
  meet(a, b);
  if (undo !== undefined) takeBack(a.doc, a.actor, undo);
  meet(a, b);
  expect(step(a, ASSESS)?.tick?.by).toBe(memberOf(2));
});

test("[PL10] taking an unticking back gives the tick back with its own name and time", () => {
  const [a, b] = planned(2);
  tick(a.doc, a.actor, ASSESS);
  meet(a, b);
  b.time.now = START + 60_000;
  const undo = untick(b.doc, b.actor, ASSESS);
  expect(step(b, ASSESS)?.tick).toBeUndefined();
  if (undo !== undefined) takeBack(b.doc, b.actor, undo);
  meet(a, b);
  expect(step(a, ASSESS)?.tick).toEqual({ by: memberOf(1), at: START });
});

test("[PL10] taking an unticking back does not undo a colleague's unticking", () => {
  const [a, b] = planned(2);
  tick(a.doc, a.actor, ASSESS);
  meet(a, b);
  const undo = untick(a.doc, a.actor, ASSESS);
  untick(b.doc, b.actor, ASSESS);
  if (undo !== undefined) takeBack(a.doc, a.actor, undo);
  meet(a, b);
  expect(step(a, ASSESS)?.tick).toBeUndefined();
});

test("[PL8] a tick that no person of ours can have written is not believed", () => {
  const [a] = planned(1);
  const plan = a.doc.getMap("plan");
  plan.set(`${ASSESS}/tick/x`, { by: "nobody", at: START });
  plan.set(`${ASSESS}/tick/y`, { by: memberOf(1), at: Number.NaN });
  plan.set(`${ASSESS}/tick/z`, 17);
  expect(step(a, ASSESS)?.tick).toBeUndefined();
});
