/**
 * How a clip becomes a note. A template is text of several lines with places to be filled in; what
 * was taken stands as a quote where it says `{text}`, the lines around it are paragraphs.
 */

export type ClipPlaces = {
  /** What the profile, or else the host, is called. */
  readonly portal: string;
  /** The page's own; may be empty. */
  readonly title: string;
  /** Host and path. */
  readonly address: string;
  /** Day and time. */
  readonly time: string;
};

/** No words of any language: colleagues may read in another one. */
export const SOURCED_CLIP = "{text}\n{title}\n{address} · {time}";

export type ClipParagraphs = {
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/** A line that is empty when it is filled in is left out. */
export function clipParagraphs(template: string, places: ClipPlaces): ClipParagraphs {
  const [first = "", ...rest] = template.split("{text}");
  const filled = (part: string): readonly string[] =>
    part
      .split("\n")
      .map((line) => fill(line, places).trim())
      .filter((line) => line !== "");
  return { before: filled(first), after: filled(rest.join("")) };
}

/** In one go: a page's title that looks like a place is not filled in again. */
function fill(line: string, places: ClipPlaces): string {
  return line.replace(/\{(portal|title|address|time)\}/g, (place, name: string) =>
    isPlace(name, places) ? places[name] : place,
  );
}

function isPlace(name: string, places: ClipPlaces): name is keyof ClipPlaces {
  return name in places;
}
