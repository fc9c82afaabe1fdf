import { readFileSync } from "node:fs";
import { IDENTIFIER_KINDS, parseIdentifiers } from "@beiakte/shared/catalogue/identifiers";
import { LANGUAGES, languageLabel } from "@beiakte/shared/catalogue/languages";
import { NOTE_KINDS, noteKindLabel, noteKindOf } from "@beiakte/shared/catalogue/note-kinds";
import { areaOf, TEMPLATE, templateStep, vocabulary } from "@beiakte/shared/catalogue/template";
import { parseAreaId, parseTemplate } from "@beiakte/shared/catalogue/template-parser";
import { parseLocalId } from "@beiakte/shared/model/local-id";
import { expect, test } from "vitest";

const TEMPLATE_FILE = readJson("plan-template.json");
const IDENTIFIERS_FILE = readJson("identifiers.json");
const STEPS = TEMPLATE.areas.flatMap((area) => area.steps);

test("[CT1] the template holds its areas, steps, goals, facts and indicators", () => {
  expect(TEMPLATE.areas).toHaveLength(10);
  expect(STEPS).toHaveLength(72);
  expect(TEMPLATE.areas.flatMap((area) => area.goals)).toHaveLength(26);
  expect(TEMPLATE.facts).toHaveLength(19);
  expect(TEMPLATE.indicators).toHaveLength(28);
  expect(vocabulary("residenceTitle")).toHaveLength(26);
  expect(templateStep("language.entitlement")).toMatchObject({
    index: 1,
    area: { id: "language" },
    step: { kind: "application", due: { anchor: "planStart", offsetDays: 28 } },
  });
});

test("[CT1] what is read is what stands in the file", () => {
  const plain = JSON.parse(JSON.stringify(TEMPLATE.areas)) as readonly unknown[];
  expect(plain).toMatchObject((at(TEMPLATE_FILE, "areas") as readonly unknown[]).map(withoutNull));
});

test("[CT2] every id is unique among its like", () => {
  for (const things of [
    TEMPLATE.facts,
    TEMPLATE.areas,
    STEPS,
    TEMPLATE.areas.flatMap((area) => area.goals),
    TEMPLATE.indicators,
    IDENTIFIER_KINDS,
    LANGUAGES,
    NOTE_KINDS,
    ...TEMPLATE.vocabularies.values(),
  ]) {
    const ids = things.map((thing) => thing.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test("[CT2] every reference leads somewhere, and every id can stand in a key", () => {
  const facts = new Set(TEMPLATE.facts.map((fact) => fact.id));
  const targets = new Set(vocabulary("referralTarget").map((target) => target.id));
  for (const area of TEMPLATE.areas) {
    expect(areaOf(area.id)).toBe(area);
    expect(parseAreaId(area.id)).toBe(area.id);
  }
  for (const step of STEPS) {
    expect(templateStep(step.id)?.step).toBe(step);
    expect(parseLocalId(step.id)).toBe(step.id);
    if (step.due !== undefined) expect(facts).toContain(step.due.anchor);
    for (const target of step.referralTo) expect(targets).toContain(target);
  }
});

test("[CT3] everything shown has words in German and in English", () => {
  for (const { label } of [
    ...TEMPLATE.areas,
    ...STEPS,
    ...TEMPLATE.facts,
    ...TEMPLATE.indicators,
    ...TEMPLATE.areas.flatMap((area) => area.goals),
    ...[...TEMPLATE.vocabularies.values()].flat(),
    ...IDENTIFIER_KINDS,
    ...LANGUAGES,
    ...NOTE_KINDS,
  ]) {
    expect(label.de.trim()).not.toBe("");
    expect(label.en.trim()).not.toBe("");
  }
  expect(languageLabel("xx")).toEqual({ de: "xx", en: "xx" });
  expect(noteKindLabel("phone").de).toBe("Telefonat");
  expect(noteKindOf("of-tomorrow")).toBe("other");
});

test("[CT4] a template with a wrong shape is refused with the place of the fault", () => {
  const spoilt: readonly (readonly [path: string, value: unknown, fault: string])[] = [
    ["areas.0.label.en", "", ".areas[0].label.en"],
    ["areas.1.steps.0.kind", "errand", ".areas[1].steps[0].kind"],
    ["areas.2.colour", "red", ".areas[2]"],
    ["facts.0.id", "adviceEnd", ""],
    ["areas.0.steps.0.due.anchor", "moonrise", ""],
    ["areas.0.steps.0.id", "work.assess", ""],
  ];
  for (const [path, value, fault] of spoilt) {
    const copy = structuredClone(TEMPLATE_FILE);
    const names = path.split(".");
    const last = names.pop() ?? "";
    Object.assign(at(copy, ...names) as object, { [last]: value });
    const parsed = parseTemplate(copy);
    expect([path, parsed.ok ? "accepted" : parsed.error.at]).toEqual([path, fault]);
  }
  expect(parseTemplate(undefined).ok).toBe(false);
  expect(parseIdentifiers([]).ok).toBe(false);
});

test("[CT5] each identifier's example fits its pattern, and its normal form is one of it", () => {
  expect(at(IDENTIFIERS_FILE, "identifiers")).toHaveLength(IDENTIFIER_KINDS.length);
  for (const kind of IDENTIFIER_KINDS) {
    if (kind.regex === undefined || kind.example === undefined) continue;
    const pattern = new RegExp(kind.regex, "u");
    expect([kind.id, pattern.test(kind.example)]).toEqual([kind.id, true]);
  }
});

test("[CT5] nothing sensitive is proposed for keeping", () => {
  expect(IDENTIFIER_KINDS.filter((kind) => kind.keeps && kind.sensitive)).toEqual([]);
  expect(IDENTIFIER_KINDS.filter((kind) => kind.keeps).map((kind) => kind.id)).not.toContain(
    "d_number",
  );
});

function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutNull(each)]));
}

function readJson(name: string): unknown {
  const file = new URL(`../../../shared/catalogue/${name}`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

function at(json: unknown, ...names: readonly string[]): unknown {
  return names.reduce((value, name) => new Map(Object.entries(value as object)).get(name), json);
}
