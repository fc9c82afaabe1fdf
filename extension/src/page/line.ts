import type { Labels } from "@beiakte/shared/portal/labels";

/** A text of a line. `isBroken`: an element began or ended between it and the text before. */
export type Piece = { readonly node: Node; readonly text: string; readonly isBroken: boolean };

export type PlaceInText = { readonly node: Node; readonly offset: number };

/** One line or block of a page as its reader sees it, put together from the texts inside it. */
export type Line = {
  readonly text: string;
  /** The text and the place in it where the character stands, or the next one's. */
  readonly placeOf: (index: number) => PlaceInText | undefined;
};

export function lineOf(pieces: readonly Piece[], labels: Labels): Line {
  let line = "";
  const placed = pieces.map(({ isBroken, node, text }) => {
    if (isBroken && needsGap(line, text, labels)) line += " ";
    const start = line.length;
    line += text;
    return { node, start, end: line.length };
  });
  return {
    text: line,
    placeOf(index) {
      const piece = placed.find((one) => index < one.end);
      return piece && { node: piece.node, offset: Math.max(0, index - piece.start) };
    },
  };
}

/**
 * `<b>Kundennummer</b><span>123A456789</span>` is kept apart by its style, `<b>123</b>A456789` is
 * one number: only where a word ends or begins is there a gap that the source does not show.
 */
function needsGap(before: string, after: string, labels: Labels): boolean {
  const tail = before.slice(-40);
  if (!/[\p{L}\d]$/u.test(tail) || !/^[\p{L}\d]/u.test(after)) return false;
  if (
    /\d$/.test(tail) ? /^\p{Lu}?\p{Ll}/u.test(after) : /\p{Ll}{2}$/u.test(tail) && /^\d/.test(after)
  ) {
    return true;
  }
  return labels.within(tail).at(-1)?.end === tail.length;
}
