import { isOrderKey, orderAt, orderBetween } from "@beiakte/shared/model/order-key";
import { moveStep } from "@beiakte/shared/model/place";
import { addArea, addOwnStep, removeStep } from "@beiakte/shared/model/plan";
import { takeBack } from "@beiakte/shared/model/undo";
import fc from "fast-check";
import { expect, test } from "vitest";
import { area, meet, replicas, seededRandom, step, stepId, steps, view } from "./replicas";

const [ASSESS, PLACEMENT] = [stepId("language.assess"), stepId("language.placement")];

function order(replica: Parameters<typeof view>[0], id: string): readonly string[] {
  const found = view(replica).plan.areas.find((each) => each.areaId === id);
  return found?.steps.map((each) => each.stepId) ?? [];
}

test("[PL12] a step moves to the place that it is given", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  const before = order(a, "language");
  moveStep(a.doc, a.actor, ASSESS, { areaId: area("language"), index: 2 });
  expect(order(a, "language").slice(0, 3)).toEqual([before[1], before[2], before[0]]);
  moveStep(a.doc, a.actor, ASSESS, { areaId: area("language"), index: 0 });
  expect(order(a, "language")).toEqual(before);
  expect(moveStep(a.doc, a.actor, ASSESS, { areaId: area("language"), index: 0 })).toBeUndefined();
});

test("[PL12] a step moves into another area, which it may be the first of", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  moveStep(a.doc, a.actor, ASSESS, { areaId: area("work"), index: 99 });
  expect(order(a, "work")).toEqual([ASSESS]);
  expect(order(a, "language")).not.toContain(ASSESS);
});

test("[PL13] two people who move one step at once find it in one place, the same for both", () => {
  for (let seed = 1; seed < 20; seed += 1) {
    const [a, b] = replicas(2, seed);
    addArea(a.doc, a.actor, area("language"));
    meet(a, b);
    moveStep(a.doc, a.actor, ASSESS, { areaId: area("work"), index: 0 });
    moveStep(b.doc, b.actor, ASSESS, { areaId: area("housing"), index: 0 });
    meet(a, b);
    expect(steps(a).filter((each) => each.stepId === ASSESS)).toHaveLength(1);
    expect(["work", "housing"]).toContain(step(a, ASSESS)?.areaId);
    expect(view(b)).toEqual(view(a));
  }
});

test("[PL13] two people who move two steps to one place at once keep both, in one order", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("language"));
  meet(a, b);
  moveStep(a.doc, a.actor, ASSESS, { areaId: area("language"), index: 4 });
  moveStep(b.doc, b.actor, PLACEMENT, { areaId: area("language"), index: 4 });
  meet(a, b);
  expect(order(a, "language")).toEqual(order(b, "language"));
  expect(new Set(order(a, "language")).size).toBe(8);
});

test("[PL13] a later move that has seen the first one counts, whatever their ids", () => {
  for (let seed = 1; seed < 20; seed += 1) {
    const [a, b] = replicas(2, seed);
    addArea(a.doc, a.actor, area("language"));
    meet(a, b);
    moveStep(a.doc, a.actor, ASSESS, { areaId: area("work"), index: 0 });
    meet(a, b);
    moveStep(b.doc, b.actor, ASSESS, { areaId: area("housing"), index: 0 });
    meet(a, b);
    expect(step(a, ASSESS)?.areaId).toBe("housing");
  }
});

test("[PL3] a move is an edit: it keeps a step that a colleague removes meanwhile", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("language"));
  meet(a, b);
  removeStep(a.doc, a.actor, ASSESS);
  moveStep(b.doc, b.actor, ASSESS, { areaId: area("work"), index: 0 });
  meet(a, b);
  expect(step(a, ASSESS)?.areaId).toBe("work");
});

test("[PL10] taking a move back leaves a colleague's concurrent move", () => {
  for (let seed = 1; seed < 20; seed += 1) {
    const [a, b] = replicas(2, seed);
    addArea(a.doc, a.actor, area("language"));
    meet(a, b);
    const undo = moveStep(a.doc, a.actor, ASSESS, { areaId: area("work"), index: 0 });
    moveStep(b.doc, b.actor, ASSESS, { areaId: area("housing"), index: 0 });
    if (undo !== undefined) takeBack(a.doc, a.actor, undo);
    meet(a, b);
    expect(step(a, ASSESS)?.areaId).toBe("housing");
    expect(view(b)).toEqual(view(a));
  }
});

test("[PL10] taking a move back puts the step where it stood before", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("language"));
  moveStep(a.doc, a.actor, ASSESS, { areaId: area("work"), index: 0 });
  const before = view(a).plan;
  const undo = moveStep(a.doc, a.actor, ASSESS, { areaId: area("health"), index: 0 });
  if (undo !== undefined) takeBack(a.doc, a.actor, undo);
  meet(a, b);
  expect(view(b).plan).toEqual(before);
});

test("[PL10] taking a removal back keeps what a colleague wrote meanwhile", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("language"));
  meet(a, b);
  const undo = removeStep(a.doc, a.actor, ASSESS);
  moveStep(b.doc, b.actor, ASSESS, { areaId: area("work"), index: 0 });
  if (undo !== undefined) takeBack(a.doc, a.actor, undo);
  meet(a, b);
  expect(step(a, ASSESS)?.areaId).toBe("work");
});

test("[PL10] taking a removal back does not undo a colleague's removal", () => {
  const [a, b] = replicas(2);
  addArea(a.doc, a.actor, area("language"));
  meet(a, b);
  const undo = removeStep(a.doc, a.actor, ASSESS);
  removeStep(b.doc, b.actor, ASSESS);
  meet(a, b);
  if (undo !== undefined) takeBack(a.doc, a.actor, undo);
  meet(a, b);
  expect(step(a, ASSESS)).toBeUndefined();
  expect(step(b, ASSESS)).toBeUndefined();
});

test("[PL10] taking an added area back keeps the steps that somebody wrote meanwhile", () => {
  const [a, b] = replicas(2);
  const undo = addArea(a.doc, a.actor, area("language"));
  meet(a, b);
  moveStep(b.doc, b.actor, ASSESS, { areaId: area("work"), index: 0 });
  if (undo !== undefined) takeBack(a.doc, a.actor, undo);
  meet(a, b);
  expect(steps(a).map((each) => each.stepId)).toEqual([ASSESS]);
});

test("[PL14] between any two order keys there is another one", () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.nat(), { maxLength: 60 }), (seed, places) => {
      const random = seededRandom(seed);
      const keys = [orderAt(0), orderAt(1)];
      for (const place of places) {
        const at = place % (keys.length + 1);
        const key = orderBetween(keys[at - 1] ?? "", keys[at], random);
        expect(isOrderKey(key)).toBe(true);
        keys.splice(at, 0, key);
      }
      expect(keys.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(keys);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test("[PL14] a hundred own steps at the end of an area keep their order and short keys", () => {
  const [a] = replicas(1);
  for (let i = 0; i < 100; i += 1) addOwnStep(a.doc, a.actor, area("work"), `Schritt ${i}`);
  const texts = steps(a).map((each) => (each.label.type === "own" ? each.label.text : ""));
  expect(texts).toEqual(Array.from({ length: 100 }, (_, i) => `Schritt ${i}`));
  for (const value of a.doc.getMap("plan").values()) {
    const { order: key } = Object(value) as { order?: string };
    expect(key?.length ?? 0).toBeLessThan(12);
  }
});
