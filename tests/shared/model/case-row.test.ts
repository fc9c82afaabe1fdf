import { caseRow, titleOf } from "@beiakte/shared/model/case-row";
import { addPerson } from "@beiakte/shared/model/household";
import { parseBirthDate, parseIsoDate, addDays, daysBetween } from "@beiakte/shared/model/iso-date";
import { addArea, setDeadline, takeUp } from "@beiakte/shared/model/plan";
import { tick } from "@beiakte/shared/model/tick";
import fc from "fast-check";
import { expect, test } from "vitest";
import { area, day, replicas, stepId, view } from "./replicas";

function person(givenName: string, familyName: string) {
  return { givenName, familyName };
}

test("[CA13] a household of two or more is a family by the name that most bear", () => {
  expect(titleOf([person("Rania", "Haddad"), person("Samir", "Haddad")])).toEqual({
    type: "family",
    name: "Haddad",
  });
  const mixed = [person("Amna", "Osman"), person("Ali", "Warsame"), person("Ayan", "Warsame")];
  expect(titleOf(mixed)).toEqual({ type: "family", name: "Warsame" });
  expect(titleOf([person("Amna", "Osman"), person("Ali", "Warsame")])).toEqual({
    type: "family",
    name: "Osman",
  });
});

test("[CA13] one person, or persons without a family name, are titled by the first person", () => {
  expect(titleOf([person("Yonas", "Tesfay")])).toEqual({ type: "single", name: "Yonas Tesfay" });
  expect(titleOf([person("Zahra", ""), person("Amir", "")])).toEqual({
    type: "single",
    name: "Zahra",
  });
  expect(titleOf([])).toEqual({ type: "nameless" });
  expect(titleOf([person("", "")])).toEqual({ type: "nameless" });
});

test("[CA14] the next deadline is the earliest of the open steps that are taken up", () => {
  const [a] = replicas(1);
  addArea(a.doc, a.actor, area("language"));
  const [assess, entitlement, placement] = ["assess", "entitlement", "placement"].map((name) =>
    stepId(`language.${name}`),
  );
  if (assess === undefined || entitlement === undefined || placement === undefined) return;
  setDeadline(a.doc, a.actor, assess, day("2026-11-01"));
  setDeadline(a.doc, a.actor, entitlement, day("2026-12-01"));
  setDeadline(a.doc, a.actor, placement, day("2026-10-01"));
  expect(caseRow(view(a)).nextDeadline).toBeUndefined();
  takeUp(a.doc, a.actor, [assess, entitlement]);
  expect(caseRow(view(a)).nextDeadline?.date).toBe("2026-11-01");
  tick(a.doc, a.actor, assess);
  expect(caseRow(view(a)).nextDeadline?.date).toBe("2026-12-01");
  expect(caseRow(view(a)).progress).toEqual({ done: 1, total: 2 });
});

test("[CA14] a row is plain data that JSON gives back unchanged", () => {
  const [a] = replicas(1);
  const languages = ["ar"];
  const birthDate = parseBirthDate("1985");
  if (!birthDate.ok) throw new Error("a year");
  addPerson(a.doc, a.actor, {
    givenName: "Samir",
    familyName: "Haddad",
    birthDate: birthDate.value,
    languages,
    role: "adult",
  });
  const row = caseRow(view(a));
  expect(row.persons).toHaveLength(2);
  expect(JSON.parse(JSON.stringify(row))).toEqual(JSON.parse(JSON.stringify(row)));
  expect({ ...row, ...JSON.parse(JSON.stringify(row)) }).toEqual(row);
});

test("[CA17] a date is a day that exists", () => {
  for (const text of ["2026-02-29", "2026-13-01", "2026-1-1", "22.11.2026", "", "2026-11-22T00"]) {
    expect(parseIsoDate(text).ok).toBe(false);
  }
  expect(parseIsoDate("2024-02-29").ok).toBe(true);
});

test("[CA17] of a birth the year is enough", () => {
  expect(parseBirthDate("1988")).toEqual({ ok: true, value: "1988" });
  expect(parseBirthDate("1988-04-01").ok).toBe(true);
  for (const text of ["88", "1788", "1988-04", "1988-04-31"]) {
    expect(parseBirthDate(text).ok).toBe(false);
  }
});

test("[CA17] days are counted across months, years and the change of the clocks", () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => {
      expect(daysBetween(day("2026-03-28"), addDays(day("2026-03-28"), days))).toBe(days);
    }),
  );
  expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
});
