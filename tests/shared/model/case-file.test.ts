import { accommodationOf } from "@beiakte/shared/model/accommodation";
import { ACTION } from "@beiakte/shared/model/action";
import {
  createCaseFile,
  setAccommodation,
  setCaseResponsible,
  viewCaseFile,
} from "@beiakte/shared/model/case-file";
import { archiveCase, closeCase, reopenCase } from "@beiakte/shared/model/case-status";
import { addPerson, changePerson, removePerson } from "@beiakte/shared/model/household";
import {
  addIdentifier,
  changeIdentifier,
  identifierKey,
  removeIdentifier,
} from "@beiakte/shared/model/identifiers";
import { HOUSING_CHOICES } from "@beiakte/shared/model/choices";
import { addArea } from "@beiakte/shared/model/plan";
import { takeBack } from "@beiakte/shared/model/undo";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { area, CASE, CASE_ID, day, meet, memberOf, replicas, START, view } from "./replicas";

const SAMIR = {
  givenName: "Samir",
  familyName: "Haddad",
  birthDate: undefined,
  languages: ["ar"],
  role: "adult",
} as const;

test("[CA1] a new case file says who made it, when, and for whom", () => {
  const [, b] = replicas(2);
  expect(view(b)).toMatchObject({
    access: "writable",
    caseId: CASE_ID,
    createdAt: START,
    createdBy: memberOf(1),
    responsible: undefined,
    status: { type: "active" },
    household: [{ givenName: "Rania", familyName: "Haddad", languages: ["ar", "de"] }],
    identifiers: [],
    notes: [],
  });
});

test("[CA1] a case file of which nothing has arrived is absent, and another document is refused", () => {
  const doc = new Y.Doc();
  expect(viewCaseFile(doc)).toEqual({ ok: false, error: { type: "absent" } });
  doc.getMap("document").set("format", 1);
  doc.getMap("document").set("type", "note");
  expect(viewCaseFile(doc)).toEqual({ ok: false, error: { type: "other-document" } });
});

test("[CA1] a case file is created once", () => {
  const [a] = replicas(1);
  expect(() => createCaseFile(a.doc, a.actor, CASE_ID, CASE)).toThrow("created once");
});

test("[CA2] no action writes a case file of a newer format, and its view says so", () => {
  const [a] = replicas(1);
  a.doc.getMap("document").set("format", 2);
  const before = Y.encodeStateAsUpdate(a.doc);
  addArea(a.doc, a.actor, area("work"));
  addPerson(a.doc, a.actor, SAMIR);
  closeCase(a.doc, a.actor, day("2026-11-22"), "moved");
  setCaseResponsible(a.doc, memberOf(2));
  expect(Y.encodeStateAsUpdate(a.doc)).toEqual(before);
  expect(view(a).access).toBe("too-new");
  expect(view(a).household).toHaveLength(1);
});

test("[CA3] each action is one transaction with the origin of actions", () => {
  const [a] = replicas(1);
  const origins: unknown[] = [];
  a.doc.on("update", (_update: Uint8Array, origin: unknown) => origins.push(origin));
  addArea(a.doc, a.actor, area("work"));
  addPerson(a.doc, a.actor, SAMIR);
  setCaseResponsible(a.doc, memberOf(2));
  expect(origins).toEqual([ACTION, ACTION, ACTION]);
});

test("[CA5] no value, whatever it is, makes a view throw", () => {
  const value = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.double());
  const keys = [
    ["case", "status"],
    ["case", "accommodation"],
    ["household", "p/languages"],
    ["household", "p/removal/1"],
    ["identifiers", "i/value"],
    ["plan", "language.assess/tick/1"],
    ["plan", "language.assess/untick/1"],
    ["plan", "language.assess/move/1"],
    ["plan", "language.assess/home"],
    ["plan", "language.assess/deadline"],
    ["plan", "language.assess/responsible"],
    ["notes", `${"0".repeat(32)}/author`],
  ] as const;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), value)), (writes) => {
      const [a] = replicas(1);
      for (const root of ["household", "identifiers", "plan"]) {
        for (const id of ["p", "i", "language.assess"]) {
          a.doc.getMap(root).set(`${id}/revision/1`, 1);
        }
      }
      for (const [[root, key], each] of writes) a.doc.getMap(root).set(key, each);
      expect(viewCaseFile(a.doc).ok).toBe(true);
    }),
  );
});

test("[CA6] two people who change different fields of a person both find their change", () => {
  const [a, b] = replicas(2);
  const [rania] = view(a).household;
  if (rania === undefined) throw new Error("no person");
  changePerson(a.doc, a.actor, rania.personId, { givenName: " Raniah " });
  changePerson(b.doc, b.actor, rania.personId, { languages: ["ar", "de", "en"] });
  meet(a, b);
  expect(view(a).household[0]).toMatchObject({
    givenName: "Raniah",
    familyName: "Haddad",
    languages: ["ar", "de", "en"],
  });
  expect(view(b)).toEqual(view(a));
});

test("[CA6] adults come before youths and children, each in the order of adding", () => {
  const [a] = replicas(1);
  addPerson(a.doc, a.actor, { ...SAMIR, givenName: "Nour", role: "child" });
  addPerson(a.doc, a.actor, { ...SAMIR, givenName: "Laith", role: "youth" });
  addPerson(a.doc, a.actor, SAMIR);
  const names = view(a).household.map((person) => person.givenName);
  expect(names).toEqual(["Rania", "Samir", "Laith", "Nour"]);
});

test("[CA7] a removed person comes back when a colleague wrote her meanwhile", () => {
  const [a, b] = replicas(2);
  const [rania] = view(a).household;
  if (rania === undefined) throw new Error("no person");
  removePerson(a.doc, a.actor, rania.personId);
  changePerson(b.doc, b.actor, rania.personId, { role: "youth" });
  expect(view(a).household).toEqual([]);
  meet(a, b);
  expect(view(a).household).toHaveLength(1);
});

test("[CA7] taking a removal back brings the person and the identifier back as they were", () => {
  const [a] = replicas(1);
  const identifier = { kind: "file_number", value: "50.2-2024-01734", personId: undefined };
  const identifierId = addIdentifier(a.doc, a.actor, identifier);
  const before = view(a);
  const [rania] = before.household;
  if (rania === undefined || identifierId === undefined) throw new Error("not there");
  const undos = [
    removePerson(a.doc, a.actor, rania.personId),
    removeIdentifier(a.doc, a.actor, identifierId),
  ];
  expect(view(a)).toMatchObject({ household: [], identifiers: [] });
  for (const undo of undos) if (undo !== undefined) takeBack(a.doc, a.actor, undo);
  expect(view(a)).toEqual(before);
});

test("[CA7] an identifier is changed as a whole; its key leaves out spaces and punctuation", () => {
  const [a] = replicas(1);
  const value = { kind: "file_number", value: " 50.2-2024-01734 ", personId: undefined };
  const id = addIdentifier(a.doc, a.actor, value);
  if (id === undefined) throw new Error("not there");
  expect(view(a).identifiers[0]?.value).toBe("50.2-2024-01734");
  changeIdentifier(a.doc, a.actor, id, { ...value, kind: "ba_customer", value: "123 a 456789" });
  expect(view(a).identifiers).toHaveLength(1);
  expect(identifierKey(view(a).identifiers[0]?.value ?? "")).toBe("123A456789");
});

test("[CA8] a case is closed with its day and reason, then archived, and can be opened again", () => {
  const [a, b] = replicas(2);
  archiveCase(a.doc, a.actor);
  expect(view(a).status.type).toBe("active");
  closeCase(a.doc, a.actor, day("2026-10-31"), "self_reliant");
  const closed = { date: "2026-10-31", reason: "self_reliant", by: memberOf(1), at: START };
  expect(view(a).status).toEqual({ type: "closed", ...closed });
  meet(a, b);
  archiveCase(b.doc, b.actor);
  meet(a, b);
  expect(view(a).status).toEqual({ type: "archived", ...closed, by: memberOf(2) });
  reopenCase(a.doc);
  expect(view(a).status).toEqual({ type: "active" });
});

test("[CA5] every kind of housing in the catalogue can be stored and read", () => {
  const [a] = replicas(1);
  for (const { id } of HOUSING_CHOICES) {
    const accommodation = accommodationOf({ type: id, name: "Oststadt" });
    expect(accommodation?.type).toBe(id);
    setAccommodation(a.doc, accommodation);
    expect(view(a).accommodation).toEqual(accommodation);
  }
  setAccommodation(a.doc, undefined);
  expect(view(a).accommodation).toBeUndefined();
});
