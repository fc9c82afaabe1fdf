import { scanIdentifiers } from "@beiakte/shared/portal/identifier-scan";
import { makeLabels } from "@beiakte/shared/portal/labels";
import { PORTAL_KINDS, type PortalKind } from "@beiakte/shared/portal/portal-kind";
import { parsePageBrief } from "../messages/page-brief";
import { labelBeside } from "./beside";
import type { DomReads } from "./dom-reads";
import { fieldLabel, labelsById } from "./field-label";
import { lineOf, type Piece } from "./line";
import type { Reading } from "./reading";
import { wholeText } from "./split-field";
import type { Sighting, SightingPlace } from "./sightings";

/** Says what a page's texts and fields mean. What is not to be looked for is not among the answers. */
export type PageReader = {
  readonly readLine: (pieces: readonly Piece[]) => readonly Sighting[];
  readonly readField: (field: Node, text: string) => readonly Sighting[];
  /** The page may have other labels than before. */
  readonly forget: () => void;
};

/** `brief`: what the background has said of this page; without one nothing is read. */
export type MakePageReader = (dom: DomReads, brief: unknown) => PageReader | undefined;

export const makePageReader: MakePageReader = (dom, data) => {
  const brief = parsePageBrief(data);
  if (!brief) return undefined;
  const reading: Reading = { dom, labels: makeLabels(brief.words) };
  let labels = labelsById(dom);
  const { places } = brief;
  const placed = PORTAL_KINDS.filter((kind) => places[kind]);
  /** A place that the portal's profile names says more than what stands beside it. */
  const kindAt = (node: Node | null): readonly PortalKind[] | undefined => {
    const kind = placed.find((one) => node && dom.nearest(node, places[one] ?? ""));
    return kind && [kind];
  };
  const read = (
    text: string,
    label: () => string | readonly PortalKind[],
    placeOf: (start: number, end: number) => SightingPlace | undefined,
  ): readonly Sighting[] =>
    scanIdentifiers(text, label, reading.labels).flatMap(({ kind, value, start, end }) => {
      const place = brief.kinds.includes(kind) ? placeOf(start, end) : undefined;
      return !place ? [] : [{ kind, value, isOffered: brief.offered.includes(kind), place }];
    });
  return {
    readLine(pieces) {
      const [first] = pieces;
      if (!first) return [];
      const line = lineOf(pieces, reading.labels);
      const label = () => kindAt(dom.parent(first.node)) ?? labelBeside(reading, first.node);
      return read(line.text, label, (from, until) => {
        const start = line.placeOf(from);
        const last = line.placeOf(until - 1);
        if (!start || !last) return undefined;
        return { type: "text", start, end: { node: last.node, offset: last.offset + 1 } };
      });
    },
    readField(field, shown) {
      const whole = wholeText(dom, field, shown);
      return read(
        whole.text,
        () => kindAt(field) ?? fieldLabel(reading, whole.field, labels),
        () => ({ type: "field", field }),
      );
    },
    forget() {
      labels = labelsById(dom);
    },
  };
};
