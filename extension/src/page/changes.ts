import type { DomReads } from "./dom-reads";
import { ELEMENT } from "./node-sorts";

/** Of a larger burst it is quicker to look at the whole page than at each record. */
const MOST_RECORDS = 400;
const MOST_PARTS = 200;

const MOST_ANCESTORS = 30;

/** The parts of the page that have changed since they were asked for. */
export class Changes {
  readonly #dom: DomReads;
  readonly #isOurs: (node: Node) => boolean;
  #parts = new Set<Node>();
  #isAll = true;

  constructor(dom: DomReads, isOurs: (node: Node) => boolean) {
    this.#dom = dom;
    this.#isOurs = isOurs;
  }

  get isEmpty(): boolean {
    return !this.#isAll && this.#parts.size === 0;
  }

  addAll(): void {
    this.#isAll = true;
    this.#parts.clear();
  }

  /** The line or block around it: a number that was broken over its parts is read whole. */
  add(node: Node): void {
    if (this.#isAll) return;
    let block = node;
    for (let step = 0; step < MOST_ANCESTORS && this.#dom.isInline(block); step += 1) {
      block = this.#dom.parent(block) ?? block;
    }
    this.#parts.add(block);
    if (this.#parts.size > MOST_PARTS) this.addAll();
  }

  take(records: readonly MutationRecord[]): void {
    if (records.length > MOST_RECORDS) this.addAll();
    for (const record of records) {
      if (this.#isAll) return;
      if (this.#isOurs(record.target)) continue;
      if (record.type === "childList") this.#takeChildren(record);
      else this.add(record.target);
    }
  }

  /** All that changed, once. */
  given(): ReadonlySet<Node> | "all" {
    const parts = this.#parts;
    const isAll = this.#isAll;
    this.#parts = new Set();
    this.#isAll = false;
    return isAll ? "all" : parts;
  }

  #takeChildren({ target, addedNodes, removedNodes }: MutationRecord): void {
    if (addedNodes.length > MOST_PARTS) this.addAll();
    for (const node of [...addedNodes].slice(0, MOST_PARTS)) {
      if (this.#isOurs(node)) continue;
      this.add(this.#isBlock(node) ? node : target);
    }
    // What a block leaves behind is what was there before; a word leaves another line.
    if ([...removedNodes].slice(0, MOST_PARTS).some((node) => !this.#isBlock(node))) {
      this.add(target);
    }
  }

  #isBlock(node: Node): boolean {
    return this.#dom.type(node) === ELEMENT && !this.#dom.isInline(node);
  }
}
