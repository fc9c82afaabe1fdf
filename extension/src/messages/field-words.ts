/**
 * What the panel asks of a page's field, and what it is answered. The answer comes from a page that
 * may be in a stranger's hands: it is parsed into this and nothing else.
 */
import { portalOriginOf } from "./portal-origin";
import { isOneOf, isRecord, wholeNumber } from "./reading";

export type FieldRequest =
  /** Where the caret is: asked in every frame, changes nothing. */
  | { readonly type: "survey" }
  /** Remembers the field in which the caret is, and marks it; without one the only one of `wanted`. */
  | ({ readonly type: "mark"; readonly token: string } & FieldUses)
  /** How many fields of this frame each of these fits: changes nothing. */
  | { readonly type: "count"; readonly uses: FieldUses["uses"] }
  | { readonly type: "insert"; readonly token: string; readonly text: string }
  | { readonly type: "undo"; readonly token: string }
  /** Takes the mark away. */
  | { readonly type: "leave"; readonly token: string };

/** What the portal's fields are for, without a word of what that is: CSS selectors. */
export type FieldUses = {
  readonly uses: readonly string[];
  /** The place among them of what is to be inserted; -1 where none is for it. */
  readonly wanted: number;
};

/** Of a frame: which of its fields, or which frame inside it, has the caret. */
export type Survey = {
  readonly type: "surveyed";
  /** From the top: the how-manieth frame in each; -1 where that cannot be said. */
  readonly path: readonly number[];
  readonly active: "nothing" | "field" | "frame";
  /** The how-manieth frame inside has the caret. */
  readonly frame: number;
};

/** `line` has no line breaks; `rich` is a page's own editor; the others take one form only. */
export const FIELD_KINDS = ["line", "lines", "rich", "number", "date", "choice"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export type FieldView = {
  readonly kind: FieldKind;
  /** As the page calls it; empty where it has no name. */
  readonly name: string;
  /** So many characters more; none where the page sets no bound. */
  readonly room: number | undefined;
  readonly content: FieldContent;
  /** The place among the uses that it is for; `wanted` before others, -1 where none fits. */
  readonly use: number;
};

/** What stands there now, and what becomes of it: text goes to the caret, as if it were typed. */
export const FIELD_CONTENTS = ["empty", "kept", "selection-replaced", "all-replaced"] as const;
export type FieldContent = (typeof FIELD_CONTENTS)[number];

export const FIELD_REFUSALS = [
  /** The caret is in no field. */
  "no-field",
  /** A password, a card, or something that nobody may write to. */
  "not-allowed-field",
  /** It cannot be seen: too small, transparent, or covered. */
  "hidden",
  /** Page, frame or field is not what was shown. */
  "changed",
  "too-long",
  /** A number, a day or a choice that this text is not. */
  "does-not-fit",
  /** The page has put back what was there. */
  "not-taken",
] as const;
export type FieldRefusal = (typeof FIELD_REFUSALS)[number];

export type FieldAnswer =
  | Survey
  | {
      readonly type: "marked";
      readonly field: FieldView;
      /** Of the frame that it stands in; none where a frame has no address of its own. */
      readonly origin: string | undefined;
    }
  | { readonly type: "counted"; readonly counts: readonly number[] }
  /** `isExact`: the field holds it letter for letter. */
  | { readonly type: "inserted"; readonly isExact: boolean }
  | { readonly type: "undone" }
  | { readonly type: "left" }
  | { readonly type: "refused"; readonly reason: FieldRefusal };

const DEEPEST = 20;
const MOST_USES = 20;
const NAME_MOST = 60;

export function parseFieldAnswer(data: unknown): FieldAnswer | undefined {
  if (!isRecord(data)) return undefined;
  switch (data["type"]) {
    case "surveyed":
      return parseSurvey(data);
    case "marked": {
      const field = parseField(data["field"]);
      const address = data["origin"];
      const origin = typeof address === "string" ? portalOriginOf(address) : undefined;
      return field === undefined ? undefined : { type: "marked", field, origin };
    }
    case "counted": {
      const counts = wholeNumbers(data["counts"], 0, MOST_USES);
      return counts === undefined ? undefined : { type: "counted", counts };
    }
    case "inserted": {
      const isExact = data["isExact"];
      return typeof isExact === "boolean" ? { type: "inserted", isExact } : undefined;
    }
    case "undone":
      return { type: "undone" };
    case "left":
      return { type: "left" };
    case "refused": {
      const reason = isOneOf(FIELD_REFUSALS, data["reason"]);
      return reason === undefined ? undefined : { type: "refused", reason };
    }
    default:
      return undefined;
  }
}

function parseSurvey(data: Readonly<Record<string, unknown>>): Survey | undefined {
  const active = isOneOf(["nothing", "field", "frame"] as const, data["active"]);
  const frame = wholeNumber(data["frame"], -1);
  const path = wholeNumbers(data["path"], -1, DEEPEST);
  if (active === undefined || frame === undefined || path === undefined) return undefined;
  return { type: "surveyed", path, active, frame };
}

function wholeNumbers(data: unknown, least: number, most: number): readonly number[] | undefined {
  if (!Array.isArray(data) || data.length > most) return undefined;
  const numbers = data.map((one: unknown) => wholeNumber(one, least));
  return numbers.every((one) => one !== undefined) ? numbers : undefined;
}

function parseField(data: unknown): FieldView | undefined {
  if (!isRecord(data)) return undefined;
  const kind = isOneOf(FIELD_KINDS, data["kind"]);
  const content = isOneOf(FIELD_CONTENTS, data["content"]);
  const name = data["name"];
  const use = wholeNumber(data["use"], -1);
  // What goes from a page to us is made JSON: what is missing there may be null here.
  const room = wholeNumber(data["room"] ?? undefined, 0);
  if (room === undefined && (data["room"] ?? undefined) !== undefined) return undefined;
  if (kind === undefined || content === undefined || use === undefined) return undefined;
  return typeof name !== "string" ? undefined : { kind, name: plainName(name), room, content, use };
}

/** On one line, without what turns the direction of writing: it is shown inside our sentence. */
function plainName(name: string): string {
  return name
    .slice(0, 4 * NAME_MOST)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .slice(0, NAME_MOST);
}
