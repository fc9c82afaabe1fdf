import type { Found } from "@beiakte/shared/portal/identifier-scan";
import type { DomReads } from "./dom-reads";
import type { PlaceInText } from "./line";

/** Where on the page something was found: between two places in its texts, or in a field. */
export type SightingPlace =
  | { readonly type: "text"; readonly start: PlaceInText; readonly end: PlaceInText }
  | { readonly type: "field"; readonly field: Node };

export type Sighting = Pick<Found, "kind" | "value"> & {
  /** Whether it may be kept: else it is worth a mark only where it names a case. */
  readonly isOffered: boolean;
  readonly place: SightingPlace;
};

/** A page that shows more is a list: marks beside all would help nobody. */
export const MOST_SIGHTINGS = 200;

/** What was seen, by the text or field where it begins. */
export class Sightings {
  readonly #byNode = new Map<Node, readonly Sighting[]>();
  #count = 0;
  #told: readonly Sighting[] = [];

  /** What was seen in these places before is seen no more, or again. */
  replace(places: readonly { readonly node: Node }[], seen: readonly Sighting[]): void {
    if (this.#count > 0) for (const { node } of places) this.#forget(node);
    for (const sighting of seen) {
      if (this.#count >= MOST_SIGHTINGS) return;
      const node = anchorOf(sighting);
      this.#byNode.set(node, [...(this.#byNode.get(node) ?? []), sighting]);
      this.#count += 1;
    }
  }

  /** What is still on the page and visible, if that is other than what was told last. */
  news(dom: DomReads): readonly Sighting[] | undefined {
    for (const node of [...this.#byNode.keys()]) if (!dom.isOnPage(node)) this.#forget(node);
    const seen = [...this.#byNode].flatMap(([node, all]) => (isShown(dom, node) ? all : []));
    const told = this.#told;
    if (seen.length === told.length && seen.every((one, at) => isSame(one, told[at]))) {
      return undefined;
    }
    this.#told = seen;
    return seen;
  }

  #forget(node: Node): void {
    this.#count -= this.#byNode.get(node)?.length ?? 0;
    this.#byNode.delete(node);
  }
}

function anchorOf(sighting: Sighting): Node {
  return sighting.place.type === "text" ? sighting.place.start.node : sighting.place.field;
}

function isSame(a: Sighting, b: Sighting | undefined): boolean {
  return !!b && anchorOf(a) === anchorOf(b) && wordsOf(a) === wordsOf(b);
}

function wordsOf({ kind, place, value }: Sighting): string {
  const offsets = place.type === "text" ? [place.start.offset, place.end.offset] : [];
  return [kind, value, ...offsets].join();
}

/** Asked only of what was found, at most so many: styles are worked out for nothing else. */
function isShown(dom: DomReads, from: Node): boolean {
  let node: Node | null = from;
  let visible: boolean | undefined;
  // A text cannot be asked, nor can a shadow root.
  for (let step = 0; node && visible === undefined && step < 4; step += 1) {
    visible = dom.isDrawn(node);
    node = dom.parent(node) ?? dom.host(node);
  }
  return visible !== false;
}
