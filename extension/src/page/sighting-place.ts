import type { DomReads } from "./dom-reads";
import type { Place } from "./marks";
import type { SightingPlace } from "./sightings";

/** As deep as frames are looked into. */
const DEEPEST = 5;

/** Where something that was seen stands on the screen; an empty box where nobody sees it. */
export function placeOf(dom: DomReads, place: SightingPlace): Place {
  return {
    getBoundingClientRect() {
      const [node, box] =
        place.type === "field"
          ? [place.field, dom.boxOf(place.field)]
          : [place.start.node, lastBoxOf(place)];
      return (box && withinTop(dom, node, box)) ?? new DOMRect();
    },
  };
}

/** Broken over two lines, the mark stands at its end. */
function lastBoxOf({ start, end }: SightingPlace & { readonly type: "text" }): DOMRect | undefined {
  const range = new Range();
  try {
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
  } catch {
    // The page has shortened its text since.
    return undefined;
  }
  return Array.from(range.getClientRects()).at(-1);
}

/** A box in a frame counts from the frame's corner; what is scrolled out of the frame is not seen. */
function withinTop(dom: DomReads, from: Node, box: DOMRect): DOMRect | undefined {
  let { x, y } = box;
  let frame = dom.frameOf(from);
  for (let depth = 0; frame && depth < DEEPEST; depth += 1) {
    const outer = dom.boxOf(frame);
    if (!outer) return undefined;
    const { left, top } = dom.borderOf(frame);
    const right = x + box.width;
    const middle = y + box.height / 2;
    if (right < 0 || middle < 0 || right > outer.width || middle > outer.height) return undefined;
    x += outer.x + left;
    y += outer.y + top;
    frame = dom.frameOf(frame);
  }
  return new DOMRect(x, y, box.width, box.height);
}
