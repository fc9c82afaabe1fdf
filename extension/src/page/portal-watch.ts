import type { Cancel, Clock } from "@beiakte/shared/base/ports";
import { Changes } from "./changes";
import type { DomReads } from "./dom-reads";
import { sortOf } from "./element-names";
import { DOCUMENT, FRAME } from "./node-sorts";
import { FrameDocuments } from "./frame-documents";
import type { PageReader } from "./page-reader";
import { type Budget, type Looked, PageWalk, type WalkPorts } from "./page-walk";
import { type Sighting, Sightings } from "./sightings";

export type PortalWatchPorts = {
  /** The page's own document. */
  readonly watched: Document;
  readonly dom: DomReads;
  readonly clock: Pick<Clock, "after" | "now">;
  readonly observer: (changed: (records: readonly MutationRecord[]) => void) => MutationObserver;
  /** Our own mark on the page. */
  readonly isOurs: (node: Node) => boolean;
  /** Asked for when a text is promising; where there is none yet, `lookAgain` tells of it. */
  readonly reader: () => PageReader | undefined;
  /** After an update this script is cut off from its extension, and has no business any more. */
  readonly isCutOff: () => boolean;
  /** What was seen may stand elsewhere now. */
  readonly onMoved: () => void;
  /** All that is on the page now, each time that it is other than before. */
  readonly onSeen: (sightings: readonly Sighting[]) => void;
};

/** A first scan of 5,000 nodes is three pieces of some milliseconds: no frame is missed. */
const NODES_PER_PIECE = 2_000;
const CHARACTERS_PER_PIECE = 60_000;

/** On a slow machine, or in a page full of numbers, a piece is smaller. */
const PIECE_MS = 5;

/** To ask what is visible the page is laid out: not after each piece of much work. */
const PIECES_PER_NEWS = 8;

/** A page changes in bursts: one look at the end of each is enough. */
const GATHER_MS = 100;

/** A page that never comes to rest is looked at less and less often. */
const LONGEST_PAUSE_MS = 3_200;

/** Between two pieces of one piece of work. */
const NEXT_PIECE_MS = 16;

const MOST_HOLLOW = 200;
const LOOK_AGAIN_AFTER_MS = [1_000, 4_000];

/** What may show or hide parts of a page, or fill a field, without changing its tree. */
const TELLING_EVENTS = ["click", "keyup", "change", "focusout"];

/**
 * Finds identifiers on a foreign page, and finds them again as it changes: labels, texts, fields,
 * open shadow roots, frames of the same origin. It works in pieces of bounded size, and not at all
 * while the page is hidden. The page is not touched, and nothing that it defines is called.
 */
export class PortalWatch {
  readonly #ports: PortalWatchPorts;
  readonly #walkPorts: WalkPorts;
  readonly #sightings = new Sightings();
  readonly #looked: Looked = { nodesLooked: 0, charactersLooked: 0 };
  readonly #observer: MutationObserver;
  readonly #documents: FrameDocuments;
  #observed = new WeakSet<Node>();
  readonly #changes: Changes;
  /** What is left of the work begun: parts of the page, and roots come across in them. */
  #parts: Node[] = [];
  #roots: Node[] = [];
  #walk: PageWalk | undefined;
  #isSweeping = false;
  readonly #hollow = new Set<Node>();
  #cancel: Cancel | undefined;
  #looksAgain = 0;
  #pauseMs = GATHER_MS;
  #pieces = 0;
  #readings = 0;
  #budget: Budget = { nodes: 0, characters: 0 };
  #until = 0;
  #wasForgotten = false;
  #isClosed = false;

  constructor(ports: PortalWatchPorts) {
    this.#ports = ports;
    const { dom, isOurs } = ports;
    this.#walkPorts = {
      dom,
      isOurs,
      reader: () => this.#reader(),
      sightings: this.#sightings,
      looked: this.#looked,
      foundInner: (root, at) => this.#foundInner(root, at),
      foundHollow: (host) => {
        if (this.#hollow.size < MOST_HOLLOW) this.#hollow.add(host);
      },
    };
    this.#changes = new Changes(dom, isOurs);
    this.#observer = ports.observer((records) => {
      this.#changes.take(records);
      this.#lookSoon(this.#pauseMs);
    });
    this.#documents = new FrameDocuments(dom, (document) => this.#listen(document));
  }

  /** From now on `onSeen` is called, from a later turn on. */
  begin(): void {
    this.#documents.add(this.#ports.watched, undefined);
    this.#lookSoon(0);
  }

  /** From the beginning: there is a reader now, or another. */
  lookAgain(): void {
    this.#startAnew();
    this.#lookSoon(0);
  }

  /** What this page has cost so far. */
  get looked(): Readonly<Looked> {
    return { ...this.#looked };
  }

  /** Gives everything back: nothing of the page is held or heard any more. */
  close(): void {
    this.#isClosed = true;
    this.#rest();
    this.#documents.close();
  }

  #listen(document: Node): readonly Cancel[] {
    const { dom } = this.#ports;
    const isTop = document === this.#ports.watched;
    return [
      ...TELLING_EVENTS.map((name) =>
        dom.listen(document, name, ({ target }) => {
          if (isNode(target) && (name === "change" || name === "focusout")) {
            this.#changes.add(target);
          }
          this.#lookSoon(this.#pauseMs);
        }),
      ),
      dom.listen(document, "scroll", () => this.#ports.onMoved()),
      dom.listen(document, "load", ({ target }) => {
        if (!isNode(target) || sortOf(dom.name(target)) !== FRAME) return;
        this.#changes.add(target);
        this.#lookSoon(this.#pauseMs);
      }),
      ...(isTop
        ? [
            dom.listen(document, "visibilitychange", () => {
              if (dom.isPageHidden(document)) this.#rest();
              else this.#lookSoon(0);
            }),
          ]
        : []),
    ];
  }

  /** While nobody sees the page nothing is heard of it; afterwards all of it is looked at. */
  #rest(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#observer.disconnect();
    this.#observed = new WeakSet();
    this.#startAnew();
  }

  #startAnew(): void {
    this.#walk = undefined;
    this.#parts = [];
    this.#roots = [];
    this.#isSweeping = false;
    this.#changes.addAll();
  }

  #lookSoon(delayMs: number): void {
    const { dom, watched, clock } = this.#ports;
    if (this.#cancel !== undefined || this.#isClosed || dom.isPageHidden(watched)) return;
    this.#cancel = clock.after(delayMs, () => {
      this.#cancel = undefined;
      this.#look();
    });
  }

  /** One piece of work. */
  #look(): void {
    const { clock, dom, isCutOff, onMoved, onSeen, watched } = this.#ports;
    if (this.#isClosed || isCutOff() || dom.isPageHidden(watched)) return;
    if (!this.#hasWork()) this.#begin();
    const budget: Budget = { nodes: NODES_PER_PIECE, characters: CHARACTERS_PER_PIECE };
    this.#budget = budget;
    this.#until = clock.now() + PIECE_MS;
    this.#pieces += 1;
    while (budget.nodes > 0 && budget.characters > 0) {
      this.#walk ??= this.#nextWalk();
      if (!this.#walk) break;
      if (!this.#walk.step(budget)) break;
      this.#walk = undefined;
    }
    const hasWork = this.#hasWork();
    if (!hasWork || this.#pieces % PIECES_PER_NEWS === 0) {
      const news = this.#sightings.news(dom);
      if (news) onSeen(news);
      else onMoved();
    }
    if (hasWork) this.#lookSoon(NEXT_PIECE_MS);
    else this.#end();
  }

  /** Labels are looked up anew whenever work begins, if they are needed in it. */
  #reader(): PageReader | undefined {
    const reader = this.#ports.reader();
    // Reading is what takes time; to ask for the time takes some too.
    this.#readings += 1;
    if (this.#readings % 8 === 0 && this.#ports.clock.now() > this.#until) this.#budget.nodes = 0;
    if (!this.#wasForgotten) reader?.forget();
    this.#wasForgotten = true;
    return reader;
  }

  #hasWork(): boolean {
    return this.#walk !== undefined || this.#roots.length > 0 || this.#parts.length > 0;
  }

  #begin(): void {
    const { dom, watched } = this.#ports;
    const changed = this.#changes.given();
    this.#wasForgotten = false;
    this.#pieces = 0;
    this.#isSweeping = changed === "all";
    if (changed === "all") this.#roots = [watched];
    else this.#parts = [...changed];
    for (const host of this.#hollow) {
      const shadow = dom.shadowOf(host);
      if (shadow || !dom.isOnPage(host)) this.#hollow.delete(host);
      if (shadow) this.#roots.push(shadow);
    }
  }

  #nextWalk(): PageWalk | undefined {
    const { dom } = this.#ports;
    const root = this.#roots.pop();
    if (root) {
      this.#observe(root);
      return new PageWalk(this.#walkPorts, root, "alone");
    }
    for (;;) {
      const part = this.#parts.shift();
      if (!part) return undefined;
      if (dom.isOnPage(part)) return new PageWalk(this.#walkPorts, part, "and-behind");
    }
  }

  /** After much work a longer pause, so that no page can keep us busy. */
  #end(): void {
    const isMuch = this.#pieces > 2;
    this.#pauseMs = isMuch ? Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS) : GATHER_MS;
    this.#isSweeping = false;
    if (!this.#changes.isEmpty) this.#lookSoon(this.#pauseMs);
    const delayMs = LOOK_AGAIN_AFTER_MS[this.#looksAgain];
    if (this.#hollow.size === 0 || delayMs === undefined) return;
    this.#looksAgain += 1;
    this.#ports.clock.after(delayMs, () => this.#lookSoon(0));
  }

  #foundInner(root: Node, at: Node): void {
    const { dom } = this.#ports;
    if (this.#observed.has(root) && !this.#isSweeping) return;
    if (dom.type(root) === DOCUMENT && !this.#documents.add(root, at)) return;
    this.#roots.push(root);
  }

  #observe(root: Node): void {
    if (this.#observed.has(root)) return;
    this.#observed.add(root);
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ["value", "hidden", "open"],
    });
  }
}

function isNode(target: EventTarget | null): target is Node {
  return target !== null && "nodeType" in target;
}
