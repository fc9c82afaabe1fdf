import type { Cancel } from "@beiakte/shared/base/ports";
import type { DomReads } from "./dom-reads";
import { DOCUMENT } from "./node-types";

/** Frames in frames without end are an attack; portals have two or three. */
const MOST_FRAMES = 30;
const DEEPEST = 4;

type Entry = {
  readonly frame: Node | undefined;
  readonly depth: number;
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
    const depth = frame === undefined ? 0 : this.#depthOf(frame) + 1;
    if (depth > DEEPEST || this.#entries.size > MOST_FRAMES) return false;
    this.#entries.set(document, { frame, depth, cancels: this.#listen(document) });
    return true;
  }

  close(): void {
    for (const { cancels } of this.#entries.values()) for (const cancel of cancels) cancel();
    this.#entries.clear();
  }

  /** A frame that went elsewhere has another document. */
  #dropOld(): void {
    for (const [document, { frame, cancels }] of this.#entries) {
      if (frame === undefined) continue;
      if (this.#dom.isConnected(frame) && this.#dom.frameDocument(frame) === document) continue;
      for (const cancel of cancels) cancel();
      this.#entries.delete(document);
    }
  }

  #depthOf(frame: Node): number {
    let root = this.#dom.rootOf(frame);
    for (let step = 0; step < 50 && this.#dom.type(root) !== DOCUMENT; step += 1) {
      const host = this.#dom.host(root);
      if (host === null) break;
      root = this.#dom.rootOf(host);
    }
    return this.#entries.get(root)?.depth ?? DEEPEST;
  }
}
