import { labelsIn } from "@beiakte/shared/portal/labels";

type Piece = { readonly node: Node; readonly start: number; readonly end: number };

export type PlaceInText = { readonly node: Node; readonly offset: number };

/** One line or block of a page as its reader sees it, put together from the texts inside it. */
export class Line {
  text = "";
  readonly #pieces: Piece[] = [];
  /** An element began or ended since the last text. */
  #isBroken = false;

  get first(): Node | undefined {
    return this.#pieces[0]?.node;
  }

  get nodes(): readonly Node[] {
    return this.#pieces.map((piece) => piece.node);
  }

  breakElement(): void {
    this.#isBroken = true;
  }

  add(node: Node, text: string): void {
    if (this.#isBroken && needsGap(this.text, text)) this.text += " ";
    this.#isBroken = false;
    const start = this.text.length;
    this.text += text;
    this.#pieces.push({ node, start, end: this.text.length });
  }

  /** The text and the place in it where the character stands, or the next one's. */
  placeOf(index: number): PlaceInText | undefined {
    const piece = this.#pieces.find((one) => index < one.end);
    return piece && { node: piece.node, offset: Math.max(0, index - piece.start) };
  }
}

/**
 * `<b>Kundennummer</b><span>123A456789</span>` is kept apart by its style, `<b>123</b>A456789` is
 * one number: only where a word ends or begins is there a gap that the source does not show.
 */
function needsGap(before: string, after: string): boolean {
  const tail = before.slice(-40);
  if (!/[\p{L}\d]$/u.test(tail) || !/^[\p{L}\d]/u.test(after)) return false;
  if (
    /\d$/.test(tail) ? /^\p{Lu}?\p{Ll}/u.test(after) : /\p{Ll}{2}$/u.test(tail) && /^\d/.test(after)
  ) {
    return true;
  }
  return labelsIn(tail).at(-1)?.end === tail.length;
}
