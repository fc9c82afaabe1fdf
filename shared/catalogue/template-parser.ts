import type { Result } from "../base/result";
import { type DataFault, type DataReader, readData } from "./data-reader";
import type { Choice, Label } from "./label";

declare const brand: unique symbol;
/** An area of a plan; a newer catalogue may know more of them. */
export type AreaId = string & { readonly [brand]: "AreaId" };

/** Who vouches: statute read, source named, known, or our proposal. */
export type Basis = "L" | "S" | "K" | "P";

/** A date in a client's life from which deadlines can be computed. */
export type Fact = { readonly id: string; readonly label: Label; readonly type: "date" };

/** A deadline as days after a fact; negative before it. */
export type DueRule = {
  readonly anchor: string;
  readonly offsetDays: number;
  readonly repeatDays: number | undefined;
  /** A hint in German, shown and not computed. */
  readonly legalLimit: string | undefined;
};

export type TemplateStep = {
  readonly id: string;
  readonly label: Label;
  readonly kind: "task" | "application" | "milestone" | "document" | "appointment" | "referral";
  readonly responsible: "caseworker" | "client";
  readonly appliesTo: readonly ("child" | "youth" | "adult" | "family")[];
  readonly due: DueRule | undefined;
  readonly law: string | undefined;
  /** Ids of the vocabulary `referralTarget`. */
  readonly referralTo: readonly string[];
  readonly evidence: readonly string[];
  readonly milestone: boolean;
  readonly sensitive: boolean;
  readonly basis: Basis;
};

export type TemplateArea = {
  readonly id: AreaId;
  readonly order: number;
  readonly label: Label;
  readonly description: Label;
  /** The area's name in the state's reports; none for a working area. */
  readonly reportingArea: string | undefined;
  readonly sensitive: boolean;
  readonly goals: readonly Choice[];
  readonly steps: readonly TemplateStep[];
};

export type Indicator = {
  readonly id: string;
  readonly label: Label;
  readonly definition: Label;
  readonly formula: string;
  readonly unit: string;
  readonly use: "report" | "internal";
  readonly basis: Basis;
  readonly breakdowns: readonly string[];
};

export type Template = {
  readonly schema: "integrationsplan-template/1";
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly statusNote: Label;
  readonly asOf: string;
  readonly title: Label;
  readonly basisLegend: ReadonlyMap<string, string>;
  readonly dueRule: string;
  readonly review: { readonly everyDays: number; readonly label: Label; readonly note: string };
  readonly adviceLimit: {
    readonly years: number;
    readonly extendedYears: number;
    readonly extendedNeedsReason: boolean;
    readonly source: string;
  };
  /** Counts below this are not shown: they could point at a person. */
  readonly smallCellThreshold: number;
  readonly facts: readonly Fact[];
  readonly areas: readonly TemplateArea[];
  readonly vocabularies: ReadonlyMap<string, readonly Choice[]>;
  readonly indicators: readonly Indicator[];
};

/** The template, or where it is wrong: each field read, each id unique, each reference known. */
export function parseTemplate(data: unknown): Result<Template, DataFault> {
  return readData(data, (root) => {
    const template = root.fields((field): Template => {
      const [id, version, status] = [field("id"), field("version"), field("status")];
      return {
        schema: field("schema").one("integrationsplan-template/1"),
        id: id.text(),
        version: version.text(),
        status: status.text(),
        statusNote: field("statusNote").label(),
        asOf: field("asOf").text(),
        title: field("title").label(),
        basisLegend: field("basisLegend").record((legend) => legend.text()),
        dueRule: field("dueRule").text(),
        review: field("review").fields((part) => ({
          everyDays: part("everyDays").number(),
          label: part("label").label(),
          note: part("note").text(),
        })),
        adviceLimit: field("adviceLimit").fields((part) => ({
          years: part("years").number(),
          extendedYears: part("extendedYears").number(),
          extendedNeedsReason: part("extendedNeedsReason").flag(),
          source: part("source").text(),
        })),
        smallCellThreshold: field("smallCellThreshold").number(),
        facts: field("facts").list((fact) =>
          fact.fields((part) => ({
            id: part("id").text(),
            label: part("label").label(),
            type: part("type").one("date"),
          })),
        ),
        areas: field("areas").list(readArea),
        vocabularies: field("vocabularies").record((words) => words.list(readChoice)),
        indicators: field("indicators").list((indicator) =>
          indicator.fields((part) => ({
            id: part("id").text(),
            label: part("label").label(),
            definition: part("definition").label(),
            formula: part("formula").text(),
            unit: part("unit").text(),
            use: part("use").one("report", "internal"),
            basis: readBasis(part("basis")),
            breakdowns:
              part("breakdowns").optional((list) => list.list((item) => item.text())) ?? [],
          })),
        ),
      };
    });
    checkReferences(template, root);
    return template;
  });
}

function readArea(area: DataReader): TemplateArea {
  return area.fields((field) => ({
    id: parseAreaId(field("id").text()) ?? field("id").refuse("not an area id"),
    order: field("order").number(),
    label: field("label").label(),
    description: field("description").label(),
    reportingArea: field("reportingArea").optional((name) => name.text()),
    sensitive: field("sensitive").flag(),
    goals: field("goals").list(readChoice),
    steps: field("steps").list(readStep),
  }));
}

function readStep(step: DataReader): TemplateStep {
  return step.fields((field) => ({
    id: field("id").text(),
    label: field("label").label(),
    kind: field("kind").one(
      "task",
      "application",
      "milestone",
      "document",
      "appointment",
      "referral",
    ),
    responsible: field("responsible").one("caseworker", "client"),
    appliesTo: field("appliesTo").list((item) => item.one("child", "youth", "adult", "family")),
    due: field("due").optional((due) =>
      due.fields((part) => ({
        anchor: part("anchor").text(),
        offsetDays: part("offsetDays").number(),
        repeatDays: part("repeatDays").optional((days) => days.number()),
        legalLimit: part("legalLimit").optional((limit) => limit.text()),
      })),
    ),
    law: field("law").optional((law) => law.text()),
    referralTo: field("referralTo").optional((list) => list.list((item) => item.text())) ?? [],
    evidence: field("evidence").optional((list) => list.list((item) => item.text())) ?? [],
    milestone: field("milestone").flag(),
    sensitive: field("sensitive").flag(),
    basis: readBasis(field("basis")),
  }));
}

function readChoice(choice: DataReader): Choice {
  return choice.fields((field) => ({ id: field("id").text(), label: field("label").label() }));
}

function readBasis(basis: DataReader): Basis {
  return basis.one("L", "S", "K", "P");
}

function checkReferences(template: Template, root: DataReader): void {
  const steps = template.areas.flatMap((area) => area.steps);
  const facts = new Set(template.facts.map((fact) => fact.id));
  const targets = new Set(template.vocabularies.get("referralTarget")?.map((target) => target.id));
  for (const things of [
    template.facts,
    template.areas,
    template.indicators,
    steps,
    template.areas.flatMap((area) => area.goals),
    ...template.vocabularies.values(),
  ]) {
    if (new Set(things.map((thing) => thing.id)).size !== things.length) root.refuse("an id twice");
  }
  for (const area of template.areas) {
    for (const part of [...area.steps, ...area.goals]) {
      // A step's id names its area, so own steps (hexadecimal) can never meet a template's id.
      if (!part.id.startsWith(`${area.id}.`)) root.refuse(`${part.id} is not of ${area.id}`);
    }
  }
  for (const step of steps) {
    if (step.due !== undefined && !facts.has(step.due.anchor)) root.refuse(`${step.id}: no fact`);
    if (!step.referralTo.every((id) => targets.has(id))) root.refuse(`${step.id}: no such target`);
  }
}

/** Any word can be an area of a newer catalogue: it is kept and shown, not lost. */
export function parseAreaId(text: unknown): AreaId | undefined {
  return typeof text === "string" && /^[a-z][a-z0-9_-]{0,39}$/u.test(text)
    ? (text as AreaId)
    : undefined;
}
