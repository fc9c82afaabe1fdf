import { isPromising } from "@beiakte/shared/portal/promising";
import type { DomReads } from "./dom-reads";
import { sortOf } from "./element-names";
import { BARE, BLOCK, FIELD, FRAME, INLINE, SILENT, TEXT, WORDS } from "./node-sorts";
import { fieldText, isTypedIn } from "./field";
import type { Piece } from "./line";
import type { PageReader } from "./page-reader";
import type { Sightings } from "./sightings";

/** What was looked at since the beginning: what a page can make us do is told in these. */
export type Looked = { nodesLooked: number; charactersLooked: number };

/** How much may still be looked at before the page has its turn again. */
export type Budget = { nodes: number; characters: number };

export type WalkPorts = {
  readonly dom: DomReads;
  readonly sightings: Sightings;
  readonly looked: Looked;
  /** Our own mark on the page. */
  readonly isOurs: (node: Node) => boolean;
  /** None yet where nothing has been promising. */
  readonly reader: () => PageReader | undefined;
  /** A shadow root or a frame's document: a page of its own. */
  readonly foundInner: (root: Node, at: Node) => void;
  /** A component that may get a shadow root later, without a word. */
  readonly foundHollow: (host: Node) => void;
};

/** Of a longer text the beginning: no client's page has one. */
const LONGEST_TEXT = 20_000;

/** What is looked at behind a changed part: the value of a label that came late. */
const NODES_BEHIND = 12;

/** Beyond this, a page that takes away what is being read gets no new beginning. */
const MOST_RETURNS = 5;

/** Asked first, because it is quicker: most texts have none. */
const DIGIT = /[\d\uFF10-\uFF19]/;

/** Half of a page's numbers: what has no others need not be read. */
const DAYS = /(?<![\w./-])\d\d?\.\d\d?\.\d{4}(?![\w./-])/g;

/**
 * One way through a part of the page. It may be left and taken up again while the page changes
 * under it; what changed meanwhile is walked again by itself.
 */
export class PageWalk {
  readonly #ports: WalkPorts;
  readonly #root: Node;
  /** Where it stops: the root, and behind it each part that it goes on to. */
  #end: Node;
  #node: Node | null;
  /** What it has gone into in this step, from the outside in, and what that is. */
  #above: Node[] = [];
  #sorts: number[] = [];
  #pieces: Piece[] = [];
  #lineText = "";
  #isBroken = false;
  #behind: number;
  #isBehind = false;
  #returns = 0;

  constructor(ports: WalkPorts, root: Node, reach: "alone" | "and-behind") {
    this.#ports = ports;
    this.#root = root;
    this.#end = root;
    this.#node = root;
    this.#behind = reach === "alone" ? 0 : NODES_BEHIND;
  }

  /** Goes on until the end, which is `true`, or until the budget is used up. */
  step(budget: Budget): boolean {
    this.#comeBack();
    // The page may have moved what it is in.
    this.#above = [];
    this.#sorts = [];
    while (this.#node) {
      if (budget.nodes <= 0 || budget.characters <= 0) return false;
      if (this.#isBehind && this.#behind <= 0) {
        // Half a line says nothing, and would take back what the whole one said.
        this.#dropLine();
        return true;
      }
      const sort = this.#enter(this.#node, budget);
      this.#node = this.#next(this.#node, sort, budget);
    }
    this.#endLine();
    return true;
  }

  /** What it is, as `node-sorts` says. */
  #enter(node: Node, budget: Budget): number {
    const { dom, foundHollow, foundInner, isOurs, looked } = this.#ports;
    budget.nodes -= 1;
    looked.nodesLooked += 1;
    if (this.#isBehind) this.#behind -= 1;
    // Most nodes are texts, and those are asked directly.
    if (node.nodeType === TEXT) {
      const text = (node.nodeValue ?? "").slice(0, LONGEST_TEXT);
      budget.characters -= text.length;
      looked.charactersLooked += text.length;
      this.#pieces.push({ node, text, isBroken: this.#isBroken });
      this.#isBroken = false;
      this.#lineText += text;
      if (this.#lineText.length > LONGEST_TEXT) this.#endLine();
      return WORDS;
    }
    if (isOurs(node)) return SILENT;
    // Once, for all that depends on it: this is done for each node of a page.
    const name = dom.name(node);
    const sort = sortOf(name);
    this.#cross(sort);
    if (sort === FIELD) this.#readField(node);
    else if (sort === FRAME) {
      const inner = dom.frameDocument(node);
      if (inner) foundInner(inner, node);
    } else if (sort === BLOCK) {
      const shadow = dom.shadowOf(node);
      if (shadow) foundInner(shadow, node);
      else if (name.includes("-")) foundHollow(node);
    }
    return sort;
  }

  #next(from: Node, what: number, budget: Budget): Node | null {
    const { dom } = this.#ports;
    let node = from;
    let sort = what;
    const child = sort > FRAME ? dom.firstIn(node) : null;
    if (child) {
      this.#above.push(node);
      this.#sorts.push(sort);
      return child;
    }
    for (;;) {
      this.#cross(sort);
      if (node === this.#end && !this.#goesBehind()) return null;
      const next = sort === WORDS ? node.nextSibling : dom.nextTo(node);
      if (next) {
        if (node === this.#end) this.#end = next;
        return next;
      }
      const parent = this.#above.pop() ?? dom.parent(node);
      if (!parent) return null;
      if (node === this.#end) this.#end = parent;
      node = parent;
      sort = this.#sorts.pop() ?? dom.sortOf(node);
      budget.nodes -= 1;
    }
  }

  /** Where something begins or ends a line is broken, or over. */
  #cross(sort: number): void {
    if (sort === WORDS || sort === INLINE) this.#isBroken = true;
    else if (sort !== BARE) this.#endLine();
  }

  #goesBehind(): boolean {
    if (this.#behind <= 0) return false;
    if (!this.#isBehind) this.#endLine();
    this.#isBehind = true;
    return true;
  }

  /** To where it was left; to the beginning, where the page has taken that away. */
  #comeBack(): void {
    if (!this.#node || this.#ports.dom.isOnPage(this.#node)) return;
    this.#dropLine();
    this.#returns += 1;
    this.#node = this.#returns > MOST_RETURNS ? null : this.#root;
    this.#end = this.#root;
    this.#isBehind = false;
  }

  #dropLine(): void {
    this.#pieces = [];
    this.#lineText = "";
    this.#isBroken = false;
  }

  #endLine(): void {
    const first = this.#pieces[0];
    if (!first) return;
    const { dom, sightings } = this.#ports;
    const pieces = this.#pieces;
    const seen = this.#reader(this.#lineText)?.readLine(pieces) ?? [];
    this.#dropLine();
    const isOwnWriting = seen.length > 0 && isTypedIn(dom, first.node);
    sightings.replace(pieces, isOwnWriting ? [] : seen);
  }

  #readField(field: Node): void {
    const { dom, sightings, looked } = this.#ports;
    const text = fieldText(dom, field);
    looked.charactersLooked += text.length;
    sightings.replace([{ node: field }], this.#reader(text)?.readField(field, text) ?? []);
  }

  /** Most texts of a page are nobody's number: for them no reader is needed. */
  #reader(text: string): PageReader | undefined {
    const isPromised = DIGIT.test(text) && isPromising(text.replace(DAYS, ""));
    return isPromised ? this.#ports.reader() : undefined;
  }
}
