import { unreachable } from "@beiakte/shared/base/assert";
import type { Undo } from "@beiakte/shared/model/action";
import { closeCase, reopenCase } from "@beiakte/shared/model/case-status";
import { addPerson, changePerson, removePerson } from "@beiakte/shared/model/household";
import { addIdentifier } from "@beiakte/shared/model/identifiers";
import { moveStep } from "@beiakte/shared/model/place";
import {
  addArea,
  addOwnStep,
  putBack,
  removeStep,
  setDeadline,
  setStepResponsible,
  takeUp,
} from "@beiakte/shared/model/plan";
import { tick, untick } from "@beiakte/shared/model/tick";
import { takeBack } from "@beiakte/shared/model/undo";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { area, day, meet, type Replica, replicas, steps, view } from "./replicas";

type Deed =
  | { readonly type: "area"; readonly area: number }
  | { readonly type: "own"; readonly area: number }
  | { readonly type: "tick" | "untick" | "remove" | "take-up" | "put-back"; readonly step: number }
  | { readonly type: "move"; readonly step: number; readonly area: number; readonly index: number }
  | { readonly type: "deadline" | "responsible"; readonly step: number }
  | { readonly type: "person" | "rename-person" | "remove-person"; readonly person: number }
  | { readonly type: "identifier" | "close" | "reopen" | "undo" | "wait" }
  | { readonly type: "send"; readonly to: number };

const AREAS = ["language", "work", "housing"];

const number = fc.nat({ max: 30 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ type: fc.constant("area" as const), area: number }),
  fc.record({ type: fc.constant("own" as const), area: number }),
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constantFrom(
        "tick" as const,
        "untick" as const,
        "remove" as const,
        "take-up" as const,
        "put-back" as const,
      ),
      step: number,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("move" as const),
      step: number,
      area: number,
      index: number,
    }),
  },
  fc.record({ type: fc.constantFrom("deadline" as const, "responsible" as const), step: number }),
  fc.record({
    type: fc.constantFrom("person" as const, "rename-person" as const, "remove-person" as const),
    person: number,
  }),
  fc.record({
    type: fc.constantFrom(
      "identifier" as const,
      "close" as const,
      "reopen" as const,
      "undo" as const,
      "wait" as const,
    ),
  }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant("send" as const), to: number }) },
);

const story = fc.array(fc.record({ who: fc.nat({ max: 2 }), deed }), { maxLength: 60 });

test("[CA4] devices that hold the same changes show equal views, in whatever order they came", () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), story, fc.nat(), (seed, deeds, shuffle) => {
      const all = replicas(3, seed + 1);
      const updates = all.map((replica) => recorded(replica.doc));
      const undos = all.map((): Undo[] => []);
      for (const { who, deed: each } of deeds) {
        const [replica, own] = [all[who], undos[who]];
        if (replica !== undefined && own !== undefined) perform(each, replica, all, own);
      }
      meet(...all);
      const [a, b, c] = all;
      expect(view(b)).toEqual(view(a));
      expect(view(c)).toEqual(view(a));
      nothingTwiceOrNested(a);

      // A fourth device gets every single update, of all of them, in a shuffled order.
      const late = { ...a, doc: new Y.Doc() };
      for (const update of shuffled(updates.flat(), shuffle)) Y.applyUpdate(late.doc, update);
      meet(a, late);
      expect(view(late)).toEqual(view(a));
    }),
    { numRuns: 60 },
  );
});

test("[CA4] taking back everything that one did alone leads back to the plan as it was", () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), fc.array(deed, { maxLength: 25 }), (seed, deeds) => {
      const [a] = replicas(1, seed + 1);
      addArea(a.doc, a.actor, area("language"));
      const before = view(a).plan;
      const undos: Undo[] = [];
      for (const each of deeds) if (isReversible(each)) perform(each, a, [a], undos);
      for (const undo of undos.reverse()) takeBack(a.doc, a.actor, undo);
      expect(view(a).plan).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

function isReversible({ type }: Deed): boolean {
  return ["tick", "untick", "move", "remove"].includes(type);
}

function perform(each: Deed, replica: Replica, all: readonly Replica[], undos: Undo[]): void {
  const { doc, actor, time } = replica;
  const planned = steps(replica);
  const stepOf = (index: number) => planned[index % Math.max(1, planned.length)]?.stepId;
  const areaAt = (index: number) => area(AREAS[index % AREAS.length] ?? "");
  const keep = (undo: Undo | undefined) => {
    if (undo !== undefined) undos.push(undo);
  };
  switch (each.type) {
    case "area":
      return keep(addArea(doc, actor, areaAt(each.area)));
    case "own":
      return keep(addOwnStep(doc, actor, areaAt(each.area), "Eigener Schritt"));
    case "send": {
      const to = all[each.to % all.length];
      if (to !== undefined && to !== replica) {
        Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(to.doc)));
      }
      return;
    }
    case "undo": {
      const undo = undos.pop();
      return undo && takeBack(doc, actor, undo);
    }
    case "wait":
      time.now += 1000;
      return;
    case "close":
      return closeCase(doc, actor, day("2026-11-22"), "moved");
    case "reopen":
      return reopenCase(doc);
    case "identifier":
      addIdentifier(doc, actor, { kind: "file_number", value: "50.2-1", personId: undefined });
      return;
    case "person":
    case "rename-person":
    case "remove-person": {
      const household = view(replica).household;
      const person = household[each.person % Math.max(1, household.length)];
      if (each.type === "person" || person === undefined) {
        const [givenName, familyName] = ["Samir", "Haddad"];
        const [birthDate, languages, role] = [undefined, ["ar"], "adult" as const];
        addPerson(doc, actor, { givenName, familyName, birthDate, languages, role });
      } else if (each.type === "rename-person") {
        changePerson(doc, actor, person.personId, { givenName: `Nour ${each.person}` });
      } else keep(removePerson(doc, actor, person.personId));
      return;
    }
    case "tick":
    case "untick":
    case "remove":
    case "take-up":
    case "put-back":
    case "deadline":
    case "responsible":
    case "move": {
      const id = stepOf(each.step);
      if (id === undefined) return;
      if (each.type === "tick") return keep(tick(doc, actor, id));
      if (each.type === "untick") return keep(untick(doc, actor, id));
      if (each.type === "remove") return keep(removeStep(doc, actor, id));
      if (each.type === "take-up") return takeUp(doc, actor, [id]);
      if (each.type === "put-back") return putBack(doc, actor, id);
      if (each.type === "deadline") return setDeadline(doc, actor, id, day("2026-12-01"));
      if (each.type === "responsible") {
        return setStepResponsible(doc, actor, id, { type: "office", name: `Amt ${each.step}` });
      }
      if (each.type === "move") {
        const target = { areaId: areaAt(each.area), index: each.index % 10 };
        return keep(moveStep(doc, actor, id, target));
      }
      return unreachable(each.type);
    }
    default:
      return unreachable(each);
  }
}

/** [PL13] and [CA3], after every story. */
function nothingTwiceOrNested(replica: Replica): void {
  const ids = steps(replica).map((each) => each.stepId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const root of ["document", "case", "household", "identifiers", "plan", "notes"]) {
    for (const value of replica.doc.getMap(root).values()) {
      expect(value instanceof Y.AbstractType).toBe(false);
    }
  }
}

function recorded(doc: Y.Doc): Uint8Array[] {
  const updates = [Y.encodeStateAsUpdate(doc)];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  return updates;
}

function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const rest = [...items];
  const order: Item[] = [];
  let state = seed;
  while (rest.length > 0) {
    state = (Math.imul(state, 48271) + 11) >>> 0;
    order.push(...rest.splice(state % rest.length, 1));
  }
  return order;
}
