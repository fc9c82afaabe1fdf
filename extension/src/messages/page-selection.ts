/**
 * What a person has marked on a page, as our function in that page tells it. The page's own scripts
 * cannot answer in its place, but everything that it read was theirs to write.
 */
import { CLIP_MOST } from "@beiakte/shared/portal/clip";

export type PageSelection = {
  readonly text: string;
  readonly isCut: boolean;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly isFocused: boolean;
  readonly title: string;
};

/** Nothing where nothing is marked, and for what has another form. */
export function parsePageSelection(data: unknown): PageSelection | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(data));
  if (fields.get("type") !== "selection") return undefined;
  const text = textOf(fields.get("text"), CLIP_MOST.text);
  const prefix = textOf(fields.get("prefix"), CLIP_MOST.context);
  const suffix = textOf(fields.get("suffix"), CLIP_MOST.context);
  const start = fields.get("start");
  if (text === undefined || text === "" || prefix === undefined || suffix === undefined) {
    return undefined;
  }
  if (typeof start !== "number" || !Number.isSafeInteger(start) || start < 0) return undefined;
  const title = fields.get("title");
  return {
    text,
    prefix,
    suffix,
    start,
    isCut: fields.get("isCut") === true,
    isFocused: fields.get("isFocused") === true,
    title: typeof title === "string" ? wellFormed(title.slice(0, CLIP_MOST.title)) : "",
  };
}

function textOf(value: unknown, most: number): string | undefined {
  return typeof value === "string" && value.length <= most ? wellFormed(value) : undefined;
}

/** Half a character, where a text was cut or a page was careless, is none. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\u{FFFD}");
}
