/**
 * What a person has marked on a page, as our function in that page tells it. The page's own scripts
 * cannot answer in its place, but everything that it read was theirs to write.
 */
import { CLIP_MOST } from "@beiakte/shared/portal/clip";
import { isRecord, wholeNumber } from "./reading";

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
  if (!isRecord(data) || data["type"] !== "selection") return undefined;
  const text = textOf(data["text"], CLIP_MOST.text);
  const prefix = textOf(data["prefix"], CLIP_MOST.context);
  const suffix = textOf(data["suffix"], CLIP_MOST.context);
  const start = wholeNumber(data["start"], 0);
  const isWhole = prefix !== undefined && suffix !== undefined && start !== undefined;
  if (text === undefined || text === "" || !isWhole) return undefined;
  const title = data["title"];
  return {
    text,
    prefix,
    suffix,
    start,
    isCut: data["isCut"] === true,
    isFocused: data["isFocused"] === true,
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
