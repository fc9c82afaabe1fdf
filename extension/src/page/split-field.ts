import { isPromising } from "@beiakte/shared/portal/promising";
import type { DomReads } from "./dom-reads";
import { FIELD } from "./node-sorts";
import { shortText } from "./short-text";

/** What is to be read of a field, and the field that its label stands beside. */
export type Whole = { readonly text: string; readonly field: Node };

/** A form's row has fewer. */
const MOST_NODES = 60;

/**
 * `[12345] BG [0012345]` is one number in several fields, through which the caret jumps: each takes
 * a few signs, and only signs stand between them. What they show together is told at the first of
 * them that can be a number; at the others nothing is, nor while someone types in one of them: half
 * a number is another's.
 */
export function wholeText(dom: DomReads, field: Node, text: string): Whole {
  const parent = isPart(dom, field) && dom.parent(field);
  const active = dom.activeIn(dom.rootOf(field));
  let whole = "";
  let first = field;
  let teller: Node | null = null;
  let isWithin = false;
  let node = parent ? dom.firstIn(parent) : null;
  for (let step = 0; node && step < MOST_NODES; step += 1) {
    if (isPart(dom, node)) {
      const part = dom.fieldText(node);
      if (!whole) first = node;
      whole += part;
      isWithin ||= node === field;
      if (node === active || (!teller && isPromising(part))) teller = node;
    } else if (whole) {
      const between = (shortText(dom, node) ?? "...").trim();
      if (between.length < 3) whole += between;
      else if (isWithin) break;
      else {
        whole = "";
        teller = null;
      }
    }
    node = dom.nextTo(node);
  }
  if (!isWithin) return { text, field };
  return { text: teller === field ? whole : "", field: first };
}

/** Of type `text` or `tel`. Single-use codes and the like say what they are. */
function isPart(dom: DomReads, node: Node): boolean {
  return (
    dom.sortOf(node) === FIELD &&
    /^[1-7]$/.test(dom.attribute(node, "maxlength")) &&
    /^(te|$)/.test(dom.attribute(node, "type")) &&
    !dom.has(node, "autocomplete")
  );
}
