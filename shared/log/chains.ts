/**
 * Follows the chains of one document. A relay that drops, swaps or invents entries is found out
 * by every reader alone: a hole in the numbers is a gap, another id at a place a fork.
 */
import type { EntryId } from "../base/ids";
import { Coverage } from "./coverage";
import { type Chain, chainKey, FIRST_PREVIOUS, type Head } from "./entry";
import type { LogFault } from "./faults";

/** One entry's place: which it is, and which it says came before it. */
export type Link = Head & { readonly previous: EntryId };

export class Chains {
  readonly coverage = new Coverage();
  readonly #ids = new Map<string, EntryId>();
  readonly #forks = new Map<string, LogFault>();
  /** Behind a gap, by chain: they wait for what is missing before they count as covered. */
  readonly #loose = new Map<string, Map<number, Link>>();

  isKnown(link: Head): boolean {
    return this.#ids.get(placeOf(link)) === link.id;
  }

  /** Takes one entry's place into account. Its content is applied whatever comes out here. */
  add(link: Link): void {
    const place = placeOf(link);
    const there = this.#ids.get(place);
    if (there !== undefined) {
      if (there !== link.id) this.#fork(link);
      return;
    }
    this.#ids.set(place, link.id);
    const head = this.coverage.head(link);
    if (link.seq <= (head?.seq ?? 0)) return;
    const loose = this.#loose.get(chainKey(link)) ?? new Map<number, Link>();
    this.#loose.set(chainKey(link), loose.set(link.seq, link));
    this.#tighten(link);
  }

  /** A snapshot stands for these. */
  cover(heads: readonly Head[]): void {
    for (const head of heads) {
      const held = this.#ids.get(placeOf(head));
      if (held !== undefined && held !== head.id) this.#fork(head);
      this.#ids.set(placeOf(head), held ?? head.id);
      if (!this.coverage.raise(head)) continue;
      const loose = this.#loose.get(chainKey(head));
      for (const seq of loose?.keys() ?? []) if (seq <= head.seq) loose?.delete(seq);
      this.#tighten(head);
    }
  }

  faults(): readonly LogFault[] {
    const gaps = [...this.#loose.values()].flatMap((loose): LogFault[] => {
      const [first] = loose.values();
      if (first === undefined) return [];
      const { device, writer } = first;
      return [
        { type: "gap", chain: { device, writer }, seq: (this.coverage.head(first)?.seq ?? 0) + 1 },
      ];
    });
    return [...gaps, ...this.#forks.values()];
  }

  #tighten(chain: Chain): void {
    const loose = this.#loose.get(chainKey(chain));
    if (loose === undefined) return;
    for (;;) {
      const head = this.coverage.head(chain);
      const next = loose.get((head?.seq ?? 0) + 1);
      if (next === undefined) break;
      if (next.previous !== (head?.id ?? FIRST_PREVIOUS)) this.#fork(next);
      loose.delete(next.seq);
      this.coverage.raise(next);
    }
    if (loose.size === 0) this.#loose.delete(chainKey(chain));
  }

  #fork({ device, writer, seq }: Head): void {
    this.#forks.set(`${device}/${writer}/${seq}`, { type: "fork", chain: { device, writer }, seq });
  }
}

function placeOf(head: Head): string {
  return `${chainKey(head)}/${head.seq}`;
}
