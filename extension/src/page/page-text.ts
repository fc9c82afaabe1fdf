import { type DomReads, ELEMENT, TEXT } from "./dom-reads";

/** They stand inside a line: a number may be broken over them. All others end the line. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr output slot".split(
    " ",
  ),
);

/** They show no words, or words that are nobody's. */
const SILENT = new Set(
  "script style noscript template svg math canvas video audio object embed head title meta link datalist option".split(
    " ",
  ),
);

export const FIELDS: ReadonlySet<string> = new Set(["input", "textarea", "select"]);

export function isInline(dom: DomReads, node: Node): boolean {
  return dom.type(node) === TEXT || INLINE.has(dom.name(node));
}

export function isSilent(dom: DomReads, node: Node): boolean {
  const type = dom.type(node);
  return type === ELEMENT ? SILENT.has(dom.name(node)) : type === 8 || type === 7;
}

const MOST_NODES = 40;
const LONGEST = 80;

/**
 * The words of a small part of the page, as a label has them; undefined where it is too large to be
 * one. Its work is bounded whatever stands below it.
 */
export function shortText(dom: DomReads, root: Node): string | undefined {
  let text = "";
  let node: Node = root;
  for (let looked = 0; looked < MOST_NODES; looked += 1) {
    if (dom.type(node) === TEXT) text += dom.text(node).slice(0, LONGEST + 20);
    else text += " ";
    if (text.length > LONGEST && text.replaceAll(/\s+/g, " ").length > LONGEST) return undefined;
    // A row with its own field is named already.
    if (FIELDS.has(dom.name(node))) return undefined;
    const child = isSilent(dom, node) ? null : dom.firstChild(node);
    if (child !== null) {
      node = child;
      continue;
    }
    for (;;) {
      if (node === root) return text;
      const next = dom.nextSibling(node);
      if (next !== null) {
        node = next;
        break;
      }
      node = dom.parent(node) ?? root;
    }
  }
  return undefined;
}
