/**
 * The plan template: areas, steps, goals, facts, indicators and vocabularies as versioned data.
 * Labels of the trade change with the law, so they stand in `plan-template.json` and never in code.
 * Ids stand in documents: they are never changed and never used again for something else.
 */
import { assert } from "../base/assert";
import type { Choice } from "./label";
import data from "./plan-template.json";
import {
  type AreaId,
  parseTemplate,
  type Template,
  type TemplateArea,
  type TemplateStep,
} from "./template-parser";

export { type AreaId, parseAreaId, type TemplateArea, type TemplateStep } from "./template-parser";

const parsed = parseTemplate(data);
assert(parsed.ok, "the plan template is well formed");

export const TEMPLATE: Template = parsed.value;

const areasById = new Map(TEMPLATE.areas.map((area) => [area.id, area]));
const stepsById = new Map(
  TEMPLATE.areas.flatMap((area) =>
    area.steps.map((step, index) => [step.id, { area, step, index }]),
  ),
);

export function areaOf(id: AreaId): TemplateArea | undefined {
  return areasById.get(id);
}

/** The step with its area and its place there, or nothing for an own step. */
export function templateStep(
  id: string,
):
  { readonly area: TemplateArea; readonly step: TemplateStep; readonly index: number } | undefined {
  return stepsById.get(id);
}

/** The choices of one vocabulary, in the order in which they are offered. */
export function vocabulary(name: string): readonly Choice[] {
  const choices = TEMPLATE.vocabularies.get(name);
  assert(choices !== undefined, "a vocabulary of the template");
  return choices;
}
