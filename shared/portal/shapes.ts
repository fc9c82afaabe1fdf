import { isDigit, isWordCharacter } from "./characters";
import { isHealthNumber, isIban, isPensionNumber, isTaxId } from "./check-digits";
import type { PortalKind } from "./portal-kind";
import type { Span } from "./span";

/** What the numbers of one kind look like, as far as one can tell without its label. */
export type Shape = {
  readonly kind: PortalKind;
  /** Tried where a word begins. Each step takes one sign or a gap before it: none can explode. */
  readonly form: RegExp;
  /** Found without a label, too. */
  readonly standsAlone?: true;
  /** Asked of the normal form. */
  readonly fits?: (value: string) => boolean;
};

/** Long ones first: what is an IBAN is nothing shorter. */
export const SHAPES: readonly Shape[] = [
  { kind: "iban_de", form: /D ?E(?: ?\d){20}/iy, standsAlone: true, fits: isIban },
  { kind: "bg_number", form: /\d{5} ?(?:\/\/|BG) ?\d{7}/iy, standsAlone: true },
  {
    kind: "pension_no",
    form: /\d(?:[ -]?\d){7}[ -]?[A-Z](?:[ -]?\d){3}/iy,
    fits: isPensionNumber,
  },
  { kind: "azr", form: /\d(?: ?\d){11}/y, fits: isAzr },
  { kind: "bamf_file", form: /\d{7} ?- ?\d{3}/y },
  { kind: "tax_id", form: /\d(?:[ -]?\d){10}/y, fits: isTaxId },
  { kind: "child_benefit_no", form: /\d{3} ?FK ?\d{6}/iy, standsAlone: true },
  { kind: "ba_customer", form: /\d(?: ?\d){2} ?[A-Z](?: ?\d){6}/iy, standsAlone: true },
  { kind: "health_no", form: /[A-Z](?: ?\d){9}/iy, fits: isHealthNumber },
  {
    kind: "eat_serial",
    // The letters of German documents: no vowel, nothing that is read as a digit.
    form: /[CFGHJKLMNPRTVWXYZ](?: ?[\dCFGHJKLMNPRTVWXYZ]){8}/iy,
    // A word of nine capitals is no serial.
    fits: (value) => /\d/.test(value),
  },
];

/** Police data: one letter and twelve digits, however they are grouped. */
export const POLICE_FORM = /[A-Z](?:[ -]?\d){12}/iy;

/** Where the form that begins here ends, or -1. As many steps as the form is long. */
export function endOfForm(text: string, start: number, form: RegExp): number {
  form.lastIndex = start;
  return form.test(text) ? form.lastIndex : -1;
}

const NONE: readonly Match[] = [];

export type Match = { readonly shape: Shape; readonly value: string } & Span;

/** The number of this shape that begins here, if what stands around it does not belong to it. */
export function formAt(text: string, start: number, shape: Shape): readonly Match[] {
  const end = endOfForm(text, start, shape.form);
  if (end < 0 || !isApart(text, start, end)) return NONE;
  const value = normalForm(shape.kind, text.slice(start, end));
  return shape.fits?.(value) === false ? NONE : [{ shape, value, start, end }];
}

const AFTER_DIGIT = SHAPES.filter(({ form }) => form.source.startsWith("\\d"));
const AFTER_LETTER = SHAPES.filter((shape) => !AFTER_DIGIT.includes(shape));
const WITH_FEW_DIGITS = SHAPES.filter((shape) => shape.kind === "eat_serial");

/** All shapes but the card's serial have as many. */
export const MOST_SHAPES_DIGITS = 9;

/** All that the number which begins here can be, in a text that has so many digits. */
export function formsAt(text: string, start: number, digits: number): readonly Match[] {
  const shapes = isDigit(text, start) ? AFTER_DIGIT : AFTER_LETTER;
  let matches = NONE;
  for (const shape of digits < MOST_SHAPES_DIGITS ? WITH_FEW_DIGITS : shapes) {
    const found = formAt(text, start, shape);
    if (found !== NONE) matches = matches === NONE ? found : matches.concat(found);
  }
  return matches;
}

/** A part of a longer number is no number, nor is what a `+` makes a telephone's. */
function isApart(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before === "+" || isWordCharacter(text, start - 1) || isWordCharacter(text, end))
    return false;
  if (/[-/.]/.test(before) && isDigit(text, start - 2)) return false;
  if (/[-/.,]/.test(after) && isDigit(text, end + 1)) return false;
  const isGrouped = text.slice(start, end).includes(" ");
  const goesOn = after === " " && isDigit(text, end + 1);
  const wentOn = before === " " && isDigit(text, start) && isDigit(text, start - 2);
  return !isGrouped || !(goesOn || wentOn);
}

/** Capitals without spaces; hyphens only where they belong to the number. */
export function normalForm(kind: PortalKind, written: string): string {
  const value = written.replaceAll(" ", "").toUpperCase();
  if (kind === "pension_no" || kind === "tax_id") return value.replaceAll("-", "");
  return kind === "bg_number" ? value.replace(/^(\d+)BG/, "$1//") : value;
}

/** Year, month and day of its making, and six more; how its check digit is made is not public. */
function isAzr(value: string): boolean {
  const month = Number(value.slice(2, 4));
  const day = Number(value.slice(4, 6));
  return month > 0 && month < 13 && day > 0 && day < 32;
}
