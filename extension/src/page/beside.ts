import type { DomReads } from "./dom-reads";
import { ELEMENT } from "./node-sorts";
import { headOf, isCell, isLabel } from "./column-head";
import type { Reading } from "./reading";
import { shortText } from "./short-text";

/** Beyond them begins another row, another entry, another part of the page. */
const ROW = /^(tr|li|dl|table|[uo]l|section|article|form|main|body|html|thead|tbody)$/;

const MOST_STEPS = 60;

/**
 * What the page says beside this node: the words before it in its row, the head of its column, or
 * an element around it that names itself. Empty where nothing is a label. It is looked for only
 * where there is a number to be named, and in a bounded number of steps.
 */
export function labelBeside(reading: Reading, from: Node): string {
  const { dom } = reading;
  let node = from;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const before = lineBefore(dom, node);
    if (before) {
      const isWords = /\p{L}{2}|\d/u.test(before.text);
      if (isLabel(reading, before.text)) return before.text;
      // An icon or a colon is skipped; other words say that the label is not here.
      if (isWords && !isSameTerm(dom, node, before.node)) return headOf(reading, from);
      node = before.node;
      continue;
    }
    const parent = dom.parent(node);
    if (!parent) return "";
    const around = dom.type(parent) === ELEMENT ? parent : dom.host(parent);
    if (!around) return "";
    const named = ownLabel(reading, around) || shadowLabel(reading, around, parent);
    if (named) return named;
    if (
      isCell(dom, node) ||
      ROW.test(dom.name(around)) ||
      dom.attribute(around, "role") === "row"
    ) {
      return headOf(reading, from);
    }
    const below = nameBelow(reading, node);
    if (below) return below;
    node = around;
  }
  return "";
}

/** A name may stand below its number in the same box. With a colon it names what follows. */
function nameBelow(reading: Reading, node: Node): string {
  const { dom } = reading;
  let text = "";
  let after = dom.nextTo(node);
  for (let step = 0; after && step < 5; step += 1) {
    text += ` ${shortText(dom, after) ?? ":"}`;
    after = dom.nextTo(after);
  }
  return !after && !text.includes(":") && isLabel(reading, text) ? text : "";
}

/** By its attributes. Responsive tables keep the column's head in `data-label`. */
export function ownLabel(reading: Reading, element: Node): string {
  const { dom } = reading;
  for (const name of ["aria-label", "data-label", "label", "data-title", "data-th", "title"]) {
    const text = dom.attribute(element, name);
    if (text && isLabel(reading, text)) return text;
  }
  const ids = dom.attribute(element, "aria-labelledby");
  if (!ids) return "";
  const root = dom.rootOf(element);
  const texts = ids.split(/\s/, 4).map((id) => {
    const named = dom.byId(root, id);
    return (named && shortText(dom, named)) ?? "";
  });
  const text = texts.join(" ");
  return isLabel(reading, text) ? text : "";
}

/** A component may keep the label in its shadow, and the value in a slot. */
function shadowLabel(reading: Reading, around: Node, parent: Node): string {
  const { dom } = reading;
  const shadow = dom.shadowOf(around);
  if (!shadow || shadow === parent) return "";
  const text = shortText(dom, shadow) ?? "";
  return isLabel(reading, text) ? text : "";
}

/** The words before a node among its siblings, up to where their line or block begins. */
function lineBefore(
  dom: DomReads,
  from: Node,
): { readonly text: string; readonly node: Node } | undefined {
  let text = "";
  let first: Node | undefined;
  let node = dom.lastBefore(from);
  for (let step = 0; node && step < 20; step += 1) {
    const isBlock = !dom.isInline(node) && dom.type(node) === ELEMENT;
    if (isBlock && text.trim()) break;
    // `Kopieren` beside a number is no label.
    const words = dom.name(node) === "button" ? "" : shortText(dom, node);
    // Too much to be a label: nothing before it is one either.
    if (words === undefined) return { text: `00000 ${text}`, node };
    text = words + text;
    first = node;
    if (isBlock && text.trim()) break;
    node = dom.lastBefore(node);
  }
  return !first || !text.trim() ? undefined : { text, node: first };
}

/** Several descriptions may follow one term: the ones between are no labels. */
function isSameTerm(dom: DomReads, node: Node, before: Node): boolean {
  return dom.name(node) === "dd" && dom.name(before) === "dd";
}
