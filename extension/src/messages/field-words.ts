/**
 * What the panel asks of a page's field, and what it is answered. The answer comes from a page that
 * may be in a stranger's hands: it is parsed into this and nothing else.
 */
import { portalOriginOf } from "./portal-origin";
import { isOneOf, isRecord, wholeNumber } from "./reading";

export type FieldRequest =
  /** Where the caret is: asked in every frame, changes nothing. */
  | { readonly type: "survey" }
  /** Remembers the field in which the caret is, and marks it. */
  | { readonly type: "mark"; readonly token: string }
  | { readonly type: "insert"; readonly token: string; readonly text: string }
  | { readonly type: "undo"; readonly token: string }
  /** Takes the mark away. */
  | { readonly type: "leave"; readonly token: string };

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
  /** `isExact`: the field holds it letter for letter. */
  | { readonly type: "inserted"; readonly isExact: boolean }
  | { readonly type: "undone" }
  | { readonly type: "left" }
  | { readonly type: "refused"; readonly reason: FieldRefusal };

const DEEPEST = 20;
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
  const path = data["path"];
  if (active === undefined || frame === undefined || !Array.isArray(path)) return undefined;
  if (path.length > DEEPEST) return undefined;
  const places = path.map((place: unknown) => wholeNumber(place, -1));
  if (!places.every((place) => place !== undefined)) return undefined;
  return { type: "surveyed", path: places, active, frame };
}

function parseField(data: unknown): FieldView | undefined {
  if (!isRecord(data)) return undefined;
  const kind = isOneOf(FIELD_KINDS, data["kind"]);
  const content = isOneOf(FIELD_CONTENTS, data["content"]);
  const name = data["name"];
  // What goes from a page to us is made JSON: what is missing there may be null here.
  const room = wholeNumber(data["room"] ?? undefined, 0);
  if (room === undefined && (data["room"] ?? undefined) !== undefined) return undefined;
  if (kind === undefined || content === undefined || typeof name !== "string") return undefined;
  return { kind, name: plainName(name), room, content };
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
