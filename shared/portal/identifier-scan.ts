import { digitsIn, isDigit, isWordCharacter } from "./characters";
import { FEWEST_DIGITS, LABEL_REACH, referenceAfter, referenceAt } from "./file-reference";
import { fold } from "./fold";
import type { Label, Labels } from "./labels";
import type { PortalKind } from "./portal-kind";
import {
  endOfForm,
  formAt,
  formsAt,
  type Match,
  MOST_SHAPES_DIGITS,
  normalForm,
  POLICE_FORM,
  SHAPES,
} from "./shapes";
import { isOverlapped, type Span } from "./span";

export type Found = {
  readonly kind: PortalKind;
  /** Normal form: no spaces, capitals, as the catalogue writes it. */
  readonly value: string;
  /** Places in the text that was given. */
  readonly start: number;
  readonly end: number;
};

/** A page that shows more is a list to look through, and no case on screen. */
export const MOST_FOUND = 100;

/**
 * The identifiers in one piece of a page's text: a cell, a paragraph, a field's value. Anyone may
 * have written it. `labelBeside` is what the page says beside it, a column's head or a field's label:
 * it is asked only where something looks like a number that it could name. Each character is looked
 * at a bounded number of times, whatever the text.
 *
 * Kinds that are `off` are among the results, so that nothing else is made of them.
 */
export function scanIdentifiers(
  page: string,
  labelBeside: () => string | readonly PortalKind[],
  words: Labels,
): readonly Found[] {
  const { text, placeOf } = fold(page);
  const digits = digitsIn(text);
  const part: Part = {
    text,
    digits,
    labels: once(() => words.within(text)),
    beside: once(() => {
      const said = labelBeside();
      return typeof said === "string" ? words.meaningOf(fold(said).text) : said;
    }),
    words,
  };
  const police = digits < 12 ? [] : policeNumbers(text);
  // With fewer digits there is a card's serial at most, in which letters and digits touch.
  const isShaped = digits >= MOST_SHAPES_DIGITS || /[A-Z]\d|\d[A-Z]/i.test(text);
  const shaped = isShaped ? shapedNumbers(part, police) : [];
  const others = digits < FEWEST_DIGITS ? [] : references(part, police, shaped);
  if (shaped.length + others.length === 0) return shaped;
  return [...shaped, ...others]
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_FOUND)
    .map((one) => ({ ...one, start: placeOf(one.start), end: placeOf(one.end - 1) + 1 }));
}

/** A text, and what is asked of it at most once. */
type Part = {
  readonly text: string;
  readonly digits: number;
  readonly labels: () => readonly Label[];
  readonly beside: () => readonly PortalKind[] | undefined;
  readonly words: Labels;
};

/** Most texts hold no number that could be named: their labels are not looked for. */
function once<Answer>(ask: () => Answer): () => Answer {
  let answer: { readonly value: Answer } | undefined;
  return () => (answer ??= { value: ask() }).value;
}

/** Never taken, and nothing that touches them is. */
function policeNumbers(text: string): readonly Span[] {
  const police: Span[] = [];
  for (const start of starts(text)) {
    const end = endOfForm(text, start, POLICE_FORM);
    if (end > 0 && !isDigit(text, end)) police.push({ start, end });
  }
  return police;
}

function shapedNumbers(
  { text, digits, labels: labelsOf, beside, words }: Part,
  police: readonly Span[],
): readonly Found[] {
  const found: Found[] = [];
  let before = 0;
  let last: (Span & { readonly says: readonly PortalKind[] | undefined }) | undefined;
  for (const start of starts(text)) {
    if (found.length === MOST_FOUND) break;
    if (last && start < last.end) continue;
    const matches = formsAt(text, start, digits);
    if (matches.length === 0) continue;
    const labels = labelsOf();
    while ((labels[before]?.end ?? Infinity) <= start) before += 1;
    const own = namedBefore(text, start, labels.slice(Math.max(0, before - 4), before), last);
    const isListed =
      last &&
      /^[ ,;/&+]*(und|and|sowie|bzw\.?)? ?$/.test(
        text.slice(last.end, Math.min(start, last.end + 12)),
      );
    const kinds = own ?? (isListed ? last?.says : beside());
    const match = matches.find((one) => isBelieved(text, one, kinds, words));
    if (!match || isOverlapped(police, match)) continue;
    const { shape, value, end } = match;
    found.push({ kind: shape.kind, value, start, end });
    last = { start, end, says: kinds };
  }
  return found;
}

/**
 * What the labels before a number call it: none of ours where the nearest one belongs to something
 * else. A label that another number has already answered says nothing more.
 */
function namedBefore(
  text: string,
  start: number,
  labels: readonly Label[],
  last: Span | undefined,
): readonly PortalKind[] | undefined {
  let kinds: PortalKind[] | undefined;
  for (const label of labels.toReversed()) {
    const gap = start - label.end;
    if (gap > LABEL_REACH || label.end <= (last?.start ?? 0)) break;
    const between = text.slice(label.end, start).replace(/\d\d?\.\d\d?\.\d{2,4}/g, "");
    if (/\d{5}/.test(between)) break;
    if (label.says.length === 0) return kinds ?? [];
    kinds = [...(kinds ?? []), ...label.says];
  }
  return kinds;
}

/** Labels whose numbers may also be one of another office's. */
const SAYS_CASE: ReadonlySet<PortalKind> = new Set([
  "file_number",
  "jobcenter_number",
  "ba_customer",
  "bg_number",
]);

function isBelieved(
  text: string,
  { shape, value, start, end }: Match,
  kinds: readonly PortalKind[] | undefined,
  words: Labels,
): boolean {
  if (kinds?.includes(shape.kind) === true) return true;
  if (isNamedAfter(text, end, shape.kind, words)) return true;
  if (shape.standsAlone !== true) return false;
  // Alone it has to be written exactly: `123 a 456789` is anything.
  const isExact = shape.kind !== "ba_customer" || text.slice(start, end) === value;
  return isExact && (!kinds || kinds.some((kind) => SAYS_CASE.has(kind)));
}

/** `7654321-475 (BAMF)`. */
function isNamedAfter(text: string, end: number, kind: PortalKind, words: Labels): boolean {
  if (!/^ ?\(/.test(text.slice(end, end + 2))) return false;
  const close = text.indexOf(")", end);
  if (close < 0 || close - end > LABEL_REACH) return false;
  return words.meaningOf(text.slice(end, close))?.includes(kind) === true;
}

/** What an office's own label names, and what stands alone beside one. */
function references(
  { text, labels: labelsOf, beside, words }: Part,
  police: readonly Span[],
  shaped: readonly Span[],
): readonly Found[] {
  const found: Found[] = [];
  const labels = labelsOf();
  // `Az. / BG-Nr.: 50.2-471 / 12345//0012345`: what is known ends what is not.
  let open = text;
  for (const { start, end } of shaped) {
    open = open.slice(0, start) + "@".repeat(end - start) + open.slice(end);
  }
  const take = (kinds: readonly PortalKind[], span: Span | undefined): void => {
    const kind = kinds.find(isFree);
    if (!kind || !span || found.length === MOST_FOUND) return;
    if ([police, shaped, found].some((spans) => isOverlapped(spans, span))) return;
    const value = normalForm(kind, text.slice(span.start, span.end));
    if (isPrivate(value) || (kind === "bg_number" && !isOwnHousehold(value))) return;
    found.push({ kind, value, ...span });
  };
  const whole = wholeReference(text, labels);
  if (whole) take(beside() ?? [], whole);
  labels.forEach((label, place) => {
    if (label.says.some(isFree)) {
      take(label.says, referenceAfter(open, label.end, labels.slice(place + 1, place + 6), words));
    }
  });
  return found;
}

/** Whose numbers have no form of their own: a town's own Jobcenter numbers households as it likes. */
function isFree(kind: PortalKind): boolean {
  return kind !== "ba_customer" && SAYS_CASE.has(kind);
}

/** Below five digits it is a count of persons; with `//` it would be the Bundesagentur's, cut off. */
function isOwnHousehold(value: string): boolean {
  return digitsIn(value) >= 5 && !value.includes("//");
}

const LONGEST_WHOLE = 100;

/** Beside a label stands its number and nothing else, or it is a sentence that holds a number. */
function wholeReference(text: string, labels: readonly Label[]): Span | undefined {
  if (text.length > LONGEST_WHOLE) return undefined;
  const [start] = starts(text.slice(0, 20));
  if (start === undefined) return undefined;
  const [label] = labels;
  if (label?.start === start && !/[-/\d]/.test(text.charAt(label.end))) return undefined;
  const span = referenceAt(text, start);
  if (!span) return undefined;
  const rest = text.slice(span.end, span.end + 60).trim();
  if (rest.startsWith("(") || starts(rest).length === 0) return span;
  // `50.2-2024-01234 aktiv`, but not `12345 Berlin`.
  const isLong = /\d[-/.]/.test(text.slice(span.start, span.end));
  return isLong && rest.length < 25 && !/\d/.test(rest) ? span : undefined;
}

/** An AZR number below "Aktenzeichen" is one all the same, and must not be proposed. */
function isPrivate(value: string): boolean {
  return SHAPES.some(
    (shape) =>
      shape.fits &&
      shape.kind !== "eat_serial" &&
      formAt(value, 0, shape).some((match) => match.end === value.length),
  );
}

/** Where words of letters and digits begin. */
function starts(text: string): readonly number[] {
  const found: number[] = [];
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const isWord = isWordCharacter(text, at);
    if (isWord && !isInside) found.push(at);
    isInside = isWord;
  }
  return found;
}
