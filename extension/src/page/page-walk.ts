import { type Found, hasDigits, scanIdentifiers } from "@beiakte/shared/portal/identifier-scan";
import type { PortalKind } from "@beiakte/shared/portal/portal-kind";
import { labelBeside } from "./beside";
import { type DomReads, ELEMENT, TEXT } from "./dom-reads";
import { fieldLabel, fieldText, isTypedIn, type LabelsById } from "./field";
import { Line } from "./line";
import { FIELDS, isInline, isSilent } from "./page-text";
import type { SightingPlace, Sightings } from "./sightings";

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
  /** What is off or never taken does not leave the walk. */
  readonly isWanted: (kind: PortalKind) => boolean;
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
  #line = new Line();
  #behind: number;
  #isBehind = false;
  #returns = 0;
  /** Upwards from where it was left, to find the way back when the page has taken it away. */
  #way: readonly Node[] = [];

  constructor(ports: WalkPorts, root: Node, reach: "alone" | "and-behind") {
    this.#ports = ports;
    this.#root = root;
    this.#end = root;
    this.#node = root;
    this.#behind = reach === "alone" ? 0 : NODES_BEHIND;
  }

  /** Goes on until the end, which is `true`, or until the budget is used up. */
  step(budget: Budget, labels: LabelsById): boolean {
    this.#comeBack();
    while (this.#node !== null) {
      if (budget.nodes <= 0 || budget.characters <= 0) {
        this.#leaveOff(this.#node);
        return false;
      }
      if (this.#isBehind && this.#behind <= 0) {
        // Half a line says nothing, and would take back what the whole one said.
        this.#line = new Line();
        return true;
      }
      const hasInside = this.#enter(this.#node, budget, labels);
      this.#node = this.#next(this.#node, hasInside, budget);
    }
    this.#endLine();
    return true;
  }

  /** Whether what is inside is to be looked at too. */
  #enter(node: Node, budget: Budget, labels: LabelsById): boolean {
    const { dom, looked } = this.#ports;
    budget.nodes -= 1;
    looked.nodesLooked += 1;
    if (this.#isBehind) this.#behind -= 1;
    const type = dom.type(node);
    if (type === TEXT) {
      const text = dom.text(node).slice(0, LONGEST_TEXT);
      budget.characters -= text.length;
      looked.charactersLooked += text.length;
      this.#line.add(node, text);
      if (this.#line.text.length > LONGEST_TEXT) this.#endLine();
      return false;
    }
    if (type !== ELEMENT) return type !== 7 && type !== 8;
    if (this.#ports.isOurs(node) || isSilent(dom, node)) return false;
    if (isInline(dom, node)) {
      this.#line.breakElement();
      return true;
    }
    this.#endLine();
    const name = dom.name(node);
    if (FIELDS.has(name)) {
      this.#readField(node, labels);
      return false;
    }
    if (name === "iframe" || name === "frame") {
      const inner = dom.frameDocument(node);
      if (inner !== null) this.#ports.foundInner(inner, node);
      return false;
    }
    const shadow = dom.shadowRoot(node);
    if (shadow !== null) this.#ports.foundInner(shadow, node);
    else if (name.includes("-")) this.#ports.foundHollow(node);
    return true;
  }

  #next(from: Node, hasInside: boolean, budget: Budget): Node | null {
    const { dom } = this.#ports;
    const child = hasInside ? dom.firstChild(from) : null;
    if (child !== null) return child;
    let node = from;
    for (;;) {
      if (isInline(dom, node)) this.#line.breakElement();
      else if (dom.type(node) === ELEMENT) this.#endLine();
      if (node === this.#end && !this.#goesBehind()) return null;
      const next = dom.nextSibling(node);
      if (next !== null) {
        if (node === this.#end) this.#end = next;
        return next;
      }
      const parent = dom.parent(node);
      if (parent === null) return null;
      if (node === this.#end) this.#end = parent;
      node = parent;
      budget.nodes -= 1;
    }
  }

  #goesBehind(): boolean {
    if (this.#behind <= 0) return false;
    if (!this.#isBehind) this.#endLine();
    this.#isBehind = true;
    return true;
  }

  #leaveOff(node: Node): void {
    const { dom } = this.#ports;
    const way: Node[] = [];
    for (let at: Node | null = node; at !== null && way.length < 500; at = dom.parent(at)) {
      way.push(at);
      if (at === this.#root) break;
    }
    this.#way = way;
  }

  /** To where it was left; from there upwards to what is still on the page. */
  #comeBack(): void {
    const { dom } = this.#ports;
    const [left] = this.#way;
    if (left === undefined || dom.isConnected(left)) return;
    this.#line = new Line();
    this.#returns += 1;
    this.#node =
      this.#returns > MOST_RETURNS ? null : (this.#way.find((one) => dom.isConnected(one)) ?? null);
  }

  #endLine(): void {
    const line = this.#line;
    const { first } = line;
    if (first === undefined) return;
    this.#line = new Line();
    const { dom, sightings } = this.#ports;
    const found = this.#wanted(line.text, () => labelBeside(dom, first));
    const isOwnWriting = found.length > 0 && isTypedIn(dom, first);
    const seen = found.flatMap(({ kind, value, how, start, end }) => {
      const from = line.placeOf(start);
      const last = line.placeOf(end - 1);
      if (from === undefined || last === undefined) return [];
      const behind = { node: last.node, offset: last.offset + 1 };
      const place: SightingPlace = { type: "text", start: from, end: behind };
      return [{ kind, value, how, place }];
    });
    sightings.replace(line.nodes, isOwnWriting ? [] : seen);
  }

  #wanted(text: string, label: () => string): readonly Found[] {
    if (!hasDigits(text)) return [];
    return scanIdentifiers(text, label).filter(({ kind }) => this.#ports.isWanted(kind));
  }

  #readField(field: Node, labels: LabelsById): void {
    const { dom, sightings, looked } = this.#ports;
    const text = fieldText(dom, field);
    looked.charactersLooked += text.length;
    const found = this.#wanted(text, () => fieldLabel(dom, field, labels));
    const place: SightingPlace = { type: "field", field };
    sightings.replace(
      [field],
      found.map(({ kind, value, how }) => ({ kind, value, how, place })),
    );
  }
}
