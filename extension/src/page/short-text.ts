import type { DomReads } from "./dom-reads";
import { FIELD, SILENT, TEXT } from "./node-sorts";

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
    if (node.nodeType === TEXT) text += (node.nodeValue ?? "").slice(0, LONGEST + 20);
    else if (dom.name(node) !== "wbr") text += " ";
    if (text.length > LONGEST && text.replaceAll(/\s+/g, " ").length > LONGEST) return undefined;
    // A row with its own field is named already.
    const sort = dom.sortOf(node);
    if (sort === FIELD) return undefined;
    const child = sort === SILENT ? null : dom.firstIn(node);
    if (child) {
      node = child;
      continue;
    }
    for (;;) {
      if (node === root) return text;
      const next = dom.nextTo(node);
      if (next) {
        node = next;
        break;
      }
      node = dom.parent(node) ?? root;
    }
  }
  return undefined;
}
