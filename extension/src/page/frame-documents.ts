import type { Cancel } from "@beiakte/shared/base/ports";
import type { DomReads } from "./dom-reads";

/** Frames in frames without end are an attack; portals have two or three. */
const MOST_FRAMES = 30;
const DEEPEST = 4;

type Entry = {
  /** The frame that shows it; none for the page's own. */
  readonly host: Node | undefined;
  readonly cancels: readonly Cancel[];
};

/** The page's document and those of its frames that are of the same origin. */
export class FrameDocuments {
  readonly #dom: DomReads;
  readonly #listen: (document: Node) => readonly Cancel[];
  readonly #entries = new Map<Node, Entry>();

  constructor(dom: DomReads, listen: (document: Node) => readonly Cancel[]) {
    this.#dom = dom;
    this.#listen = listen;
  }

  /** Whether it is to be looked at: not where a page nests itself without end. */
  add(document: Node, frame: Node | undefined): boolean {
    if (this.#entries.has(document)) return true;
    this.#dropOld();
    if (this.#depthOf(document) > DEEPEST || this.#entries.size > MOST_FRAMES) return false;
    this.#entries.set(document, { host: frame, cancels: this.#listen(document) });
    return true;
  }

  close(): void {
    for (const { cancels } of this.#entries.values()) for (const cancel of cancels) cancel();
    this.#entries.clear();
  }

  /** A frame that went elsewhere has another document. */
  #dropOld(): void {
    for (const [document, { host, cancels }] of this.#entries) {
      if (!host) continue;
      if (this.#dom.isOnPage(host) && this.#dom.frameDocument(host) === document) continue;
      for (const cancel of cancels) cancel();
      this.#entries.delete(document);
    }
  }

  #depthOf(document: Node): number {
    let depth = 0;
    let frame = this.#dom.frameOf(document);
    for (; frame && depth <= DEEPEST; depth += 1) frame = this.#dom.frameOf(frame);
    return depth;
  }
}
