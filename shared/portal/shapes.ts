import { isDigit, isWordCharacter } from "./characters";
import { isHealthNumber, isIban, isPensionNumber, isTaxId } from "./check-digits";
import type { PortalKind } from "./portal-kind";
import type { Span } from "./span";

/** What the numbers of one kind look like, as far as one can tell without its label. */
export type Shape = {
  readonly kind: PortalKind;
  /**
   * `9` a digit, `A` a letter, `S` and `X` a letter, or letter or digit, of German document
   * numbers; `_` nothing or a space, `~` nothing, a space or a hyphen; all else stands for itself.
   */
  readonly forms: readonly string[];
  readonly needsLabel: boolean;
  /** Asked of the normal form. */
  readonly fits?: (value: string) => boolean;
};

const grouped = (form: string, gap: string): string => [...form].join(gap);

/** Long ones first: what is an IBAN is nothing shorter. */
export const SHAPES: readonly Shape[] = [
  {
    kind: "iban_de",
    forms: [grouped(`DE${"9".repeat(20)}`, "_")],
    needsLabel: false,
    fits: isIban,
  },
  { kind: "bg_number", forms: ["99999_//_9999999", "99999_BG_9999999"], needsLabel: false },
  {
    kind: "pension_no",
    forms: [grouped("99999999A999", "~")],
    needsLabel: true,
    fits: isPensionNumber,
  },
  { kind: "azr", forms: [grouped("999999999999", "_")], needsLabel: true, fits: isAzr },
  { kind: "bamf_file", forms: ["9999999_-_999"], needsLabel: true },
  { kind: "tax_id", forms: [grouped("99999999999", "~")], needsLabel: true, fits: isTaxId },
  { kind: "child_benefit_no", forms: ["999_FK_999999"], needsLabel: false },
  { kind: "ba_customer", forms: [grouped("999A999999", "_")], needsLabel: false },
  {
    kind: "health_no",
    forms: [grouped("A999999999", "_")],
    needsLabel: true,
    fits: isHealthNumber,
  },
  {
    kind: "eat_serial",
    forms: [grouped("SXXXXXXXX", "_")],
    needsLabel: true,
    // A word of nine capitals is no serial.
    fits: (value) => /\d/.test(value),
  },
];

/** Police data: one letter and twelve digits, however they are grouped. */
export const POLICE_FORM = grouped(`A${"9".repeat(12)}`, "~");

/** Where the form that begins here ends, or -1. As many steps as the form is long. */
export function endOfForm(text: string, start: number, form: string): number {
  let at = start;
  for (let place = 0; place < form.length; place += 1) {
    const sign = form.charCodeAt(place);
    if (sign === GAP || sign === GAP_OR_HYPHEN) {
      const gap = text.charCodeAt(at);
      if (gap === SPACE || (sign === GAP_OR_HYPHEN && gap === HYPHEN)) at += 1;
    } else {
      if (!isSign(text, at, sign)) return -1;
      at += 1;
    }
  }
  return at;
}

const [GAP, GAP_OR_HYPHEN, SPACE, HYPHEN, NINE, ANY_LETTER, FIRST, LATER] = Array.from(
  "_~ -9ASX",
  (sign) => sign.charCodeAt(0),
);

const NONE: readonly Match[] = [];

export type Match = { readonly shape: Shape; readonly value: string } & Span;

/** The number of this shape that begins here, if what stands around it does not belong to it. */
export function formAt(text: string, start: number, shape: Shape): readonly Match[] {
  for (const form of shape.forms) {
    const end = endOfForm(text, start, form);
    if (end < 0 || !isApart(text, start, end)) continue;
    const value = normalForm(shape.kind, text.slice(start, end));
    if (shape.fits?.(value) !== false) return [{ shape, value, start, end }];
  }
  return NONE;
}

const AFTER_DIGIT = SHAPES.filter((shape) => shape.forms.some((form) => form.startsWith("9")));
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
  if ("-/.".includes(before) && before !== "" && isDigit(text, start - 2)) return false;
  if ("-/.,".includes(after) && after !== "" && isDigit(text, end + 1)) return false;
  const isGrouped = text.slice(start, end).includes(" ");
  const goesOn = after === " " && isDigit(text, end + 1);
  const wentOn = before === " " && isDigit(text, start) && isDigit(text, start - 2);
  return !isGrouped || !(goesOn || wentOn);
}

/** Capitals without spaces; hyphens only where they belong to the number. */
export function normalForm(kind: PortalKind, written: string): string {
  const value = written.replaceAll(" ", "").toUpperCase();
  if (kind === "pension_no" || kind === "tax_id") return value.replaceAll("-", "");
  return kind === "bg_number" ? value.replace("BG", "//") : value;
}

function isSign(text: string, at: number, sign: number): boolean {
  const code = text.charCodeAt(at);
  if (sign === NINE) return code > 47 && code < 58;
  const capital = code > 96 && code < 123 ? code - 32 : code;
  if (sign === ANY_LETTER) return capital > 64 && capital < 91;
  if (sign === FIRST || sign === LATER) {
    return (
      (sign === LATER && isDigit(text, at)) ||
      "CFGHJKLMNPRTVWXYZ".includes(String.fromCharCode(capital))
    );
  }
  return capital === sign;
}

/** Year, month and day of its making, and six more; how its check digit is made is not public. */
function isAzr(value: string): boolean {
  const month = Number(value.slice(2, 4));
  const day = Number(value.slice(4, 6));
  return month > 0 && month < 13 && day > 0 && day < 32;
}
