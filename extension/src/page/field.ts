import type { DomReads } from "./dom-reads";

/** Types whose value is a person's words; `tel` is read so that it may be called something else. */
const READABLE = new Set(["", "text", "search", "number", "tel"]);

/** What a field shows, or nothing where it is secret, no text, or just being typed in. */
export function fieldText(dom: DomReads, field: Node): string {
  const type = dom.attribute(field, "type").toLowerCase();
  if (dom.name(field) === "input" && !READABLE.has(type)) return "";
  // A password that is shown is still one.
  if (/password|one-time|cc-/.test(dom.attribute(field, "autocomplete"))) return "";
  return isTypedIn(dom, field) ? "" : dom.fieldText(field).slice(0, 2000);
}

/** Whether the caret is in it, or in the page's editor around it: half a number is another's. */
export function isTypedIn(dom: DomReads, node: Node): boolean {
  const active = dom.activeIn(dom.rootOf(node));
  if (!active || dom.name(node) === "select") return false;
  if (active === node) return true;
  if (!dom.has(active, "contenteditable")) return false;
  let around = dom.parent(node);
  for (let step = 0; around && step < 50; step += 1) {
    if (around === active) return true;
    around = dom.parent(around);
  }
  return false;
}
