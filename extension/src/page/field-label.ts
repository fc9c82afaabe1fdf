import { labelBeside, ownLabel } from "./beside";
import { isLabel } from "./column-head";
import type { DomReads } from "./dom-reads";
import type { Reading } from "./reading";
import { shortText } from "./short-text";

/** The labels of a root by the ids that they are for; made once for each slice of work. */
export type LabelsById = (root: Node) => ReadonlyMap<string, Node>;

export function labelsById(dom: DomReads): LabelsById {
  const known = new Map<Node, ReadonlyMap<string, Node>>();
  return (root) => {
    let labels = known.get(root);
    if (!labels) {
      labels = new Map(
        Array.from(dom.labelsOf(root), (label) => [dom.attribute(label, "for"), label]),
      );
      known.set(root, labels);
    }
    return labels;
  };
}

/** The first that says anything: its own words, its label, what stands beside it, its name. */
export function fieldLabel(reading: Reading, field: Node, byId: LabelsById): string {
  const { dom } = reading;
  if (dom.attribute(field, "type").toLowerCase() === "tel") return "Tel";
  const id = dom.attribute(field, "id");
  const label = id && byId(dom.rootOf(field)).get(id);
  const words = (label && shortText(dom, label)) || "";
  // A field that is named otherwise takes no name from its neighbours.
  const isNamed = /\p{L}/u.test(words + dom.attribute(field, "aria-label"));
  return (
    ownLabel(reading, field) ||
    [words, dom.attribute(field, "placeholder")].find((one) => isLabel(reading, one)) ||
    (!isNamed && labelBeside(reading, field)) ||
    ["name", "id", "data-field", "formcontrolname"]
      .map((name) => dom.attribute(field, name).slice(0, 40))
      .find((name) => reading.labels.meaningOf(name)) ||
    ""
  );
}
