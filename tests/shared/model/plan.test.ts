import {
  addArea,
  addOwnStep,
  putBack,
  removeStep,
  renameStep,
  setDeadline,
  setStepResponsible,
  takeUp,
} from "@beiakte/shared/model/plan";
import { overdueDays } from "@beiakte/shared/model/plan-view";
import { tick } from "@beiakte/shared/model/tick";
import { takeBack } from "@beiakte/shared/model/undo";
import { expect, test } from "vitest";
import { area, day, meet, memberOf, replicas, step, stepId, steps, view } from "./replicas";

const ASSESS = stepId("language.assess");
const NO_STEP = { deadline: undefined, state: "proposed", tick: undefined } as const;

test("[PL1] an added area brings its template steps as proposed, in the template's order", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  const [language] = view(a).plan.areas;
  expect(language?.label.de).toBe("Sprache");
  expect(language?.steps.map((each) => each.stepId).slice(0, 3)).toEqual([
    "language.assess",
    "language.entitlement",
    "language.placement",
  ]);
  expect(new Set(steps(a).map((each) => each.state))).toEqual(new Set(["proposed"]));
});

test("[PL2] an area that is added twice, even by two people offline, is there once", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("work"));
  addArea(b.doc, b.actor, area("work"));
  meet(a, b);
  expect(addArea(a.doc, a.actor, area("work"))).toBeUndefined();
  expect(view(a).plan.areas).toHaveLength(1);
  expect(steps(a)).toHaveLength(8);
  expect(view(b)).toEqual(view(a));
});

test.each([
  ["first", 0, 1],
  ["second", 1, 0],
] as const)(
  "[PL2] what the %s of two takes up in an area that both add offline stays taken up",
  (_, busy, idle) => {
    const both = replicas(2);
    const [a, b] = [both[busy], both[idle]];
    addArea(a.doc, a.actor, area("language"));
    takeUp(a.doc, a.actor, [ASSESS]);
    setDeadline(a.doc, a.actor, ASSESS, day("2026-12-01"));
    setStepResponsible(a.doc, a.actor, ASSESS, { type: "office", name: "Jobcenter" });
    addArea(b.doc, b.actor, area("language"));
    meet(a, b);
    expect(step(b, ASSESS)).toMatchObject({
      state: "taken-up",
      deadline: "2026-12-01",
      responsible: { type: "office", name: "Jobcenter" },
    });
  },
);

test("[PL2] adding an area again leaves its steps as they are and brings back removed ones as new", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  const entitlement = stepId("language.entitlement");
  takeUp(a.doc, a.actor, [ASSESS, entitlement]);
  setDeadline(a.doc, a.actor, entitlement, day("2026-12-01"));
  tick(a.doc, a.actor, entitlement);
  removeStep(a.doc, a.actor, entitlement);
  addArea(a.doc, a.actor, area("language"));
  expect(step(a, ASSESS)?.state).toBe("taken-up");
  expect(step(a, entitlement)).toMatchObject({
    state: "proposed",
    deadline: undefined,
    tick: undefined,
  });
});

test("[PL3] a removed step is gone for everybody who had seen no more of it", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("language"));
  meet(a, b);
  removeStep(b.doc, b.actor, ASSESS);
  meet(a, b);
  expect(step(a, ASSESS)).toBeUndefined();
  expect(steps(a)).toHaveLength(7);
});

test("[PL3] an edit that the removal has not seen brings the step back, with that edit", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("language"));
  meet(a, b);
  removeStep(a.doc, a.actor, ASSESS);
  setDeadline(b.doc, b.actor, ASSESS, day("2026-12-01"));
  meet(a, b);
  expect(step(a, ASSESS)?.deadline).toBe("2026-12-01");
  expect(view(b)).toEqual(view(a));
});

test("[PL3] a tick is an edit: it keeps a step that a colleague removes meanwhile", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("language"));
  meet(a, b);
  removeStep(a.doc, a.actor, ASSESS);
  tick(b.doc, b.actor, ASSESS);
  meet(a, b);
  expect(step(a, ASSESS)?.tick?.by).toBe(memberOf(2));
});

test("[PL3] two removals of one step, and an edit seen by one of them only, remove it", () => {
  const [a, b, c] = replicas(3);
  addArea(a.doc, a.actor, area("language"));
  meet(a, b, c);
  removeStep(a.doc, a.actor, ASSESS);
  setDeadline(b.doc, b.actor, ASSESS, day("2026-12-01"));
  meet(b, c);
  removeStep(c.doc, c.actor, ASSESS);
  meet(a, b, c);
  expect(step(a, ASSESS)).toBeUndefined();
  expect(step(b, ASSESS)).toBeUndefined();
});

test("[PL3] a step that is gone is not written any more", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  removeStep(a.doc, a.actor, ASSESS);
  setDeadline(a.doc, a.actor, ASSESS, day("2026-12-01"));
  expect(tick(a.doc, a.actor, ASSESS)).toBeUndefined();
  expect(removeStep(a.doc, a.actor, ASSESS)).toBeUndefined();
  expect(step(a, ASSESS)).toBeUndefined();
});

test("[PL4] an own step is taken up, stands at the end of its area, and can be renamed", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("work"));
  const added = addOwnStep(a.doc, a.actor, area("work"), "  Führerschein umschreiben ");
  const own = added?.added[0]?.stepId ?? stepId("none");
  expect(steps(a).at(-1)).toMatchObject({
    stepId: own,
    state: "taken-up",
    label: { type: "own", text: "Führerschein umschreiben" },
  });
  renameStep(a.doc, a.actor, own, "Führerschein beantragen");
  expect(step(a, own)?.label).toEqual({ type: "own", text: "Führerschein beantragen" });
  expect(addOwnStep(a.doc, a.actor, area("work"), "  ")).toBeUndefined();
});

test("[PL4] a template's words are not renamed", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  renameStep(a.doc, a.actor, ASSESS, "Anders");
  expect(step(a, ASSESS)?.label.type).toBe("template");
});

test("[PL5] a step is the work of a member, a person of the household, a volunteer or an office", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("language"));
  const [person] = view(a).household;
  for (const responsible of [
    { type: "member", memberId: memberOf(2) },
    { type: "person", personId: person?.personId ?? ("" as never) },
    { type: "volunteer", name: "Frau Vogel" },
    { type: "office", name: "Jobcenter" },
  ] as const) {
    setStepResponsible(a.doc, a.actor, ASSESS, responsible);
    meet(a, b);
    expect(step(b, ASSESS)?.responsible).toEqual(responsible);
  }
  setStepResponsible(a.doc, a.actor, ASSESS, undefined);
  expect(step(a, ASSESS)?.responsible).toBeUndefined();
});

test("[PL6] an open step that is taken up is late by the days since its deadline", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  setDeadline(a.doc, a.actor, ASSESS, day("2026-11-20"));
  const late = () => overdueDays(step(a, ASSESS) ?? NO_STEP, day("2026-11-22"));
  expect(late()).toBe(0);
  takeUp(a.doc, a.actor, [ASSESS]);
  expect(late()).toBe(2);
  expect(overdueDays(step(a, ASSESS) ?? NO_STEP, day("2026-11-20"))).toBe(0);
  tick(a.doc, a.actor, ASSESS);
  expect(late()).toBe(0);
});

test("[PL6] a deadline is set by hand and can be taken away", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  expect(step(a, ASSESS)?.deadline).toBeUndefined();
  setDeadline(a.doc, a.actor, ASSESS, day("2026-12-01"));
  expect(step(a, ASSESS)?.deadline).toBe("2026-12-01");
  setDeadline(a.doc, a.actor, ASSESS, undefined);
  expect(step(a, ASSESS)?.deadline).toBeUndefined();
});

test("[PL7] progress counts the steps taken up, and of the proposed ones none", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  addArea(a.doc, a.actor, area("work"));
  expect(view(a).plan.progress).toEqual({ done: 0, total: 0 });
  takeUp(a.doc, a.actor, [ASSESS, stepId("work.jobcenter"), stepId("language.enrol")]);
  tick(a.doc, a.actor, ASSESS);
  expect(view(a).plan.progress.done).toBe(1);
  expect(view(a).plan.areas[0]?.progress).toEqual({ done: 1, total: 2 });
  putBack(a.doc, a.actor, stepId("language.enrol"));
  expect(view(a).plan.areas[0]?.progress).toEqual({ done: 1, total: 1 });
});

test("[PL7] a proposed step that is ticked counts as taken up while the tick stands", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  const undo = tick(a.doc, a.actor, ASSESS);
  expect(view(a).plan.progress).toEqual({ done: 1, total: 1 });
  if (undo !== undefined) takeBack(a.doc, a.actor, undo);
  expect(step(a, ASSESS)).toMatchObject({ state: "proposed", tick: undefined });
});

test("[PL11] a step of a newer catalogue is shown by its id, in its area, and not lost", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  const plan = a.doc.getMap("plan");
  plan.set("leisure.hike/home", { area: "leisure", order: "1" });
  plan.set("leisure.hike/revision/1", 1);
  const areas = view(a).plan.areas;
  expect(areas.at(-1)?.areaId).toBe("leisure");
  expect(areas.at(-1)?.steps[0]?.label).toEqual({ type: "own", text: "leisure.hike" });
});
