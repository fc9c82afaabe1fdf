/** A page in jsdom, looked at as the content script does, with a clock that a test turns. */
import { GENERAL_WORDS } from "@beiakte/shared/portal/label-words";
import { PORTAL_KINDS, type PortalKind } from "@beiakte/shared/portal/portal-kind";
import { takeDomReads } from "../../../extension/src/page/dom-reads";
import { makePageReader, type PageReader } from "../../../extension/src/page/page-reader";
import { PortalWatch } from "../../../extension/src/page/portal-watch";
import type { Sighting } from "../../../extension/src/page/sightings";
import { testClock } from "../../support/clock";

// A test says whether the page is hidden: jsdom has one answer only.
let isHidden = false;
Object.defineProperty(Document.prototype, "hidden", { configurable: true, get: () => isHidden });

// Nor does it lay anything out.
Object.defineProperty(Element.prototype, "checkVisibility", {
  configurable: true,
  writable: true,
  value(this: Element): boolean {
    return (
      this.closest("[hidden], [style*='display: none'], [style*='visibility: hidden']") === null
    );
  },
});

export function hidePage(hidden: boolean): void {
  isHidden = hidden;
  document.dispatchEvent(new Event("visibilitychange"));
}

// Once, before any page has its say.
const dom = takeDomReads(globalThis);

export type WatchedPage = {
  readonly watch: PortalWatch;
  /** `kind value`, as told last, in the order of the page's parts. */
  readonly seen: () => readonly string[];
  readonly sightings: () => readonly Sighting[];
  readonly told: () => number;
  readonly moved: () => number;
  /** Lets the page's changes be heard, and the clock go on. */
  readonly pass: (ms?: number) => Promise<void>;
  /** Goes on until nothing is left to do, at once. */
  readonly settle: () => void;
};

export type WatchedOptions = {
  readonly isOurs?: (node: Node) => boolean;
  readonly isWanted?: (kind: PortalKind) => boolean;
  readonly isCutOff?: () => boolean;
  /** Instead of one that is there at once. */
  readonly reader?: () => PageReader | undefined;
};

export function testReader(isWanted: (kind: PortalKind) => boolean = () => true): PageReader {
  const kinds = PORTAL_KINDS.filter(isWanted);
  const reader = makePageReader(dom, { kinds, offered: kinds, words: GENERAL_WORDS, places: {} });
  if (reader === undefined) throw new Error("a whole brief makes a reader");
  return reader;
}

export function watchPage(options: WatchedOptions = {}): WatchedPage {
  const clock = testClock();
  const reader = testReader(options.isWanted);
  let sightings: readonly Sighting[] = [];
  let told = 0;
  let moved = 0;
  const watch = new PortalWatch({
    watched: document,
    dom,
    clock,
    observer: (changed) => new MutationObserver((records) => changed(records)),
    isOurs: options.isOurs ?? (() => false),
    reader: options.reader ?? (() => reader),
    isCutOff: options.isCutOff ?? (() => false),
    onMoved: () => (moved += 1),
    onSeen(all) {
      sightings = all;
      told += 1;
    },
  });
  watch.begin();
  return {
    watch,
    sightings: () => sightings,
    seen: () => sightings.map((one) => `${one.kind} ${one.value}`),
    told: () => told,
    moved: () => moved,
    async pass(ms = 1000) {
      // Mutations are told in a microtask.
      await Promise.resolve();
      clock.advance(ms);
    },
    settle: () => clock.advance(10_000),
  };
}

/** Many parts quickly: jsdom takes long to parse a parent with thousands of children. */
export function manyTimes(html: string, count: number): void {
  const group = document.createElement("section");
  group.innerHTML = html.repeat(100);
  for (let left = count; left > 0; left -= 100) document.body.append(group.cloneNode(true));
}

/** The page's own text where something was seen. */
export function textAt({ place }: Sighting): string {
  if (place.type === "field") return (place.field as HTMLInputElement).value;
  const range = document.createRange();
  range.setStart(place.start.node, place.start.offset);
  range.setEnd(place.end.node, place.end.offset);
  return range.toString();
}
