import { digitsIn } from "@beiakte/shared/portal/characters";
import type { DomReads } from "./dom-reads";
import { ELEMENT, TEXT } from "./node-sorts";
import { columnHead, isCell } from "./column-head";
import type { Reading } from "./reading";
import { shortText } from "./short-text";

/** Beyond them begins another row, another entry, another part of the page. */
const ROW = /^(tr|li|dl|table|[uo]l|section|article|form|main|body|html|thead|tbody)$/;

const MOST_STEPS = 60;
const LONGEST_LABEL = 60;

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
    if (before !== undefined) {
      const isWords = /\p{L}{2}|\d/u.test(before.text);
      if (isLabel(reading, before.text)) return before.text;
      // An icon or a colon is skipped; other words say that the label is not here.
      if (isWords && !isSameTerm(dom, node, before.node)) return cellLabel(reading, from);
      node = before.node;
      continue;
    }
    const parent = dom.parent(node);
    if (parent === null) return "";
    const around = dom.type(parent) === ELEMENT ? parent : dom.host(parent);
    if (around === null) return "";
    const named = ownLabel(reading, around) || shadowLabel(reading, around, parent);
    if (named !== "") return named;
    if (
      isCell(dom, node) ||
      ROW.test(dom.name(around)) ||
      dom.attribute(around, "role") === "row"
    ) {
      return cellLabel(reading, from);
    }
    node = around;
  }
  return "";
}

/** Words that name what stands beside them, and hold no number of their own. */
export function isLabel({ labels }: Reading, text: string): boolean {
  const words = text.trim();
  return (
    words.length <= LONGEST_LABEL && digitsIn(words) < 3 && labels.meaningOf(words) !== undefined
  );
}

/** By its attributes. Responsive tables keep the column's head in `data-label`. */
export function ownLabel(reading: Reading, element: Node): string {
  const { dom } = reading;
  for (const name of ["aria-label", "data-label", "label", "data-title", "data-th", "title"]) {
    const text = dom.attribute(element, name).slice(0, LONGEST_LABEL);
    if (text !== "" && isLabel(reading, text)) return text;
  }
  const ids = dom.attribute(element, "aria-labelledby");
  if (ids === "") return "";
  const root = dom.rootOf(element);
  const texts = ids
    .slice(0, 200)
    .split(/\s/)
    .slice(0, 4)
    .map((id) => {
      const named = id === "" ? null : dom.byId(root, id);
      return named === null ? "" : (shortText(dom, named) ?? "");
    });
  const text = texts.join(" ");
  return isLabel(reading, text) ? text : "";
}

/** A component may keep the label in its shadow, and the value in a slot. */
function shadowLabel(reading: Reading, around: Node, parent: Node): string {
  const { dom } = reading;
  const shadow = dom.shadowOf(around);
  if (shadow === null || shadow === parent) return "";
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
  for (let step = 0; node !== null && step < 20; step += 1) {
    const isBlock = !dom.isInline(node) && dom.type(node) === ELEMENT;
    if (isBlock && text.trim() !== "") break;
    // `Kopieren` beside a number is no label.
    const words = dom.name(node) === "button" ? "" : shortText(dom, node);
    // Too much to be a label: nothing before it is one either.
    if (words === undefined) return { text: `00000 ${text}`, node };
    text = `${dom.type(node) === TEXT ? "" : " "}${words}${text}`;
    first = node;
    if (isBlock && text.trim() !== "") break;
    node = dom.lastBefore(node);
  }
  return first === undefined || text.trim() === "" ? undefined : { text, node: first };
}

/** Several descriptions may follow one term: the ones between are no labels. */
function isSameTerm(dom: DomReads, node: Node, before: Node): boolean {
  return dom.name(node) === "dd" && dom.name(before) === "dd";
}

function cellLabel(reading: Reading, from: Node): string {
  const { dom } = reading;
  let node: Node | null = from;
  for (let step = 0; node !== null && step < 6; step += 1) {
    if (isCell(dom, node)) return columnHead(reading, node);
    node = dom.parent(node);
  }
  return "";
}
