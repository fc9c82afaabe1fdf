/** What a person can choose from, with the words for it: the catalogue's data for screens. */
import { IDENTIFIER_KINDS } from "../catalogue/identifiers";
import type { Choice } from "../catalogue/label";
import { LANGUAGES } from "../catalogue/languages";
import { NOTE_KINDS } from "../catalogue/note-kinds";
import { type AreaId, TEMPLATE, vocabulary } from "../catalogue/template";

export type { Choice, Label } from "../catalogue/label";
export type { AreaId } from "../catalogue/template";
export { languageLabel } from "../catalogue/languages";
export { noteKindLabel } from "../catalogue/note-kinds";

/** Areas with what they are about and how many steps their template has, in their order. */
export const AREA_CHOICES: readonly (Choice<AreaId> & {
  readonly description: Choice["label"];
  readonly steps: number;
})[] = TEMPLATE.areas
  .toSorted((a, b) => a.order - b.order)
  .map(({ id, label, description, steps }) => ({ id, label, description, steps: steps.length }));

export const NOTE_KIND_CHOICES = NOTE_KINDS;
export const LANGUAGE_CHOICES = LANGUAGES;

/** Only identifiers that may be kept with a case. */
export const IDENTIFIER_CHOICES: readonly Choice[] = IDENTIFIER_KINDS.filter((kind) => kind.keeps);

/** § 51a SGB II: a Kundennummer is offered where the team keeps them, and where one stands already. */
export function identifierChoices(
  keepsCustomerNumbers: boolean,
  chosen: string | undefined,
): readonly Choice[] {
  return IDENTIFIER_CHOICES.filter(
    ({ id }) => id !== "ba_customer" || keepsCustomerNumbers || chosen === id,
  );
}

/** What each kind is called, whether it may be kept or not. */
export const IDENTIFIER_LABELS: readonly Choice[] = IDENTIFIER_KINDS;

/** The types of `Accommodation`. */
export const HOUSING_CHOICES: readonly Choice[] = vocabulary("housingType");
export const CLOSE_REASON_CHOICES: readonly Choice[] = vocabulary("closeReason");

/** An id that only a newer version knows is shown as it is. */
export function labelOf(choices: readonly Choice[], id: string): Choice["label"] {
  return choices.find((choice) => choice.id === id)?.label ?? { de: id, en: id };
}
