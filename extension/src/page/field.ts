import { meaningOf } from "@beiakte/shared/portal/labels";
import { isLabel, labelBeside, ownLabel } from "./beside";
import type { DomReads } from "./dom-reads";
import { shortText } from "./page-text";

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
  const active = dom.activeElement(dom.rootOf(node));
  if (active === null || dom.name(node) === "select") return false;
  if (active === node) return true;
  if (!dom.has(active, "contenteditable")) return false;
  let around = dom.parent(node);
  for (let step = 0; around !== null && step < 50; step += 1) {
    if (around === active) return true;
    around = dom.parent(around);
  }
  return false;
}

/** The labels of a root by the ids that they are for; made once for each slice of work. */
export type LabelsById = (root: Node) => ReadonlyMap<string, Node>;

export function labelsById(dom: DomReads): LabelsById {
  const known = new Map<Node, ReadonlyMap<string, Node>>();
  return (root) => {
    let labels = known.get(root);
    if (labels === undefined) {
      labels = new Map(
        Array.from(dom.labelsOf(root), (label) => [dom.attribute(label, "for"), label]),
      );
      known.set(root, labels);
    }
    return labels;
  };
}

/** The first that says anything: its own words, its label, what stands beside it, its name. */
export function fieldLabel(dom: DomReads, field: Node, labels: LabelsById): string {
  if (dom.attribute(field, "type").toLowerCase() === "tel") return "Tel";
  const own = ownLabel(dom, field);
  if (own !== "") return own;
  const id = dom.attribute(field, "id");
  const label = id === "" ? undefined : labels(dom.rootOf(field)).get(id);
  const words = label === undefined ? "" : (shortText(dom, label) ?? "");
  const said = [
    words,
    ...["placeholder", "title"].map((name) => dom.attribute(field, name).slice(0, 60)),
  ];
  // A field that is named otherwise takes no name from its neighbours.
  const isNamed = /\p{L}/u.test(words + dom.attribute(field, "aria-label"));
  const told = said.find(isLabel) ?? (isNamed ? "" : labelBeside(dom, field));
  if (told !== "") return told;
  const names = ["name", "id", "data-field", "formcontrolname"].map((name) =>
    dom.attribute(field, name).slice(0, 40),
  );
  return names.find((name) => meaningOf(name) !== undefined) ?? "";
}
