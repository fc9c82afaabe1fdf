// @vitest-environment jsdom
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { takeDomReads } from "../../../extension/src/page/dom-reads";
import { placeOf } from "../../../extension/src/page/sighting-place";

class Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  constructor(x = 0, y = 0, width = 0, height = 0) {
    Object.assign(this, { x, y, width, height });
    [this.x, this.y, this.width, this.height] = [x, y, width, height];
  }
}

vi.stubGlobal("DOMRect", Box);

// jsdom lays nothing out: an element says in its attribute where it is.
const boxes = vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (
  this: Element,
) {
  return new Box(...(this.getAttribute("data-box") ?? "").split(" ").map(Number)) as DOMRect;
});
const borders = vi.spyOn(Element.prototype, "clientLeft", "get").mockReturnValue(2);
const tops = vi.spyOn(Element.prototype, "clientTop", "get").mockReturnValue(3);
const dom = takeDomReads(globalThis);

afterAll(() => {
  for (const spy of [boxes, borders, tops]) spy.mockRestore();
  vi.unstubAllGlobals();
});

afterEach(() => document.body.replaceChildren());

/** A field in a frame in a frame, and where its mark belongs. */
function fieldInFrames(box: string): object {
  document.body.innerHTML = '<iframe data-box="100 200 400 300"></iframe>';
  let inner = document.querySelector("iframe")?.contentDocument as Document;
  inner.body.innerHTML = '<iframe data-box="10 20 300 200"></iframe>';
  inner = inner.querySelector("iframe")?.contentDocument as Document;
  inner.body.innerHTML = `<input data-box="${box}">`;
  const field = inner.querySelector("input") as Node;
  const { x, y, width, height } = placeOf(dom, { type: "field", field }).getBoundingClientRect();
  return { x, y, width, height };
}

test("[DT16] what is in frames has the place that it has on the screen", () => {
  expect(fieldInFrames("5 6 70 16")).toEqual({ x: 119, y: 232, width: 70, height: 16 });
});

test("[DT16] what is scrolled out of its frame is nowhere", () => {
  const nowhere = { x: 0, y: 0, width: 0, height: 0 };
  expect(fieldInFrames("5 -40 70 16")).toEqual(nowhere);
  expect(fieldInFrames("5 190 70 40")).toEqual(nowhere);
});
