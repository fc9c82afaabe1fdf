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

type Known = {
  readonly chain: Chain;
  /** Of each place all that claim it: one, where nobody lies. */
  readonly places: Map<number, Link[]>;
  /** The newest that a snapshot stands for, and the ids that snapshots name. */
  base: Head | undefined;
  readonly named: Map<number, EntryId>;
  readonly forks: Set<number>;
  newest: number;
};

export class Chains {
  readonly coverage = new Coverage();
  readonly #chains = new Map<string, Known>();

  /** Takes one entry's place into account. Its content is applied whatever comes out here. */
  add(link: Link): void {
    const known = this.#known(link);
    const place = known.places.get(link.seq) ?? [];
    if (place.some(({ id }) => id === link.id)) return;
    place.push(link);
    known.places.set(link.seq, place);
    known.newest = Math.max(known.newest, link.seq);
    if (isForked(known, link.seq)) known.forks.add(link.seq);
    this.#tighten(known);
  }

  /** A snapshot stands for these. */
  cover(heads: readonly Head[]): void {
    for (const head of heads) {
      const known = this.#known(head);
      if (!known.named.has(head.seq)) known.named.set(head.seq, head.id);
      if (known.named.get(head.seq) !== head.id || isForked(known, head.seq)) {
        known.forks.add(head.seq);
      }
      if (head.seq > (known.base?.seq ?? 0)) known.base = head;
      this.coverage.raise(head);
      this.#tighten(known);
    }
  }

  /** The relay holds other entries there: these never were part of their chains. */
  withdraw(links: readonly Head[]): void {
    const changed = new Set<Known>();
    for (const link of links) {
      const known = this.#known(link);
      const rest = (known.places.get(link.seq) ?? []).filter(({ id }) => id !== link.id);
      if (rest.length > 0) known.places.set(link.seq, rest);
      else known.places.delete(link.seq);
      changed.add(known);
    }
    for (const known of changed) {
      known.newest = 0;
      known.forks.clear();
      for (const seq of known.places.keys()) {
        known.newest = Math.max(known.newest, seq);
        if (isForked(known, seq)) known.forks.add(seq);
      }
      this.coverage.forget(known.chain);
      if (known.base !== undefined) this.coverage.raise(known.base);
      this.#tighten(known);
    }
  }

  faults(): readonly LogFault[] {
    return [...this.#chains.values()].flatMap(({ chain, forks, newest }): LogFault[] => {
      const covered = this.coverage.head(chain)?.seq ?? 0;
      return [
        ...(newest > covered ? [{ type: "gap", chain, seq: covered + 1 } as const] : []),
        ...[...forks].map((seq) => ({ type: "fork", chain, seq }) as const),
      ];
    });
  }

  /** Raises the coverage over all that is there without a hole. */
  #tighten(known: Known): void {
    for (;;) {
      const head = this.coverage.head(known.chain);
      const next = known.places.get((head?.seq ?? 0) + 1);
      if (next === undefined) return;
      const previous = head?.id ?? FIRST_PREVIOUS;
      const link = next.find((one) => one.previous === previous) ?? next[0];
      if (link === undefined) return;
      if (link.previous !== previous) known.forks.add(link.seq);
      this.coverage.raise(link);
    }
  }

  #known(chain: Chain): Known {
    const held = this.#chains.get(chainKey(chain));
    if (held !== undefined) return held;
    const { device, writer } = chain;
    const known: Known = {
      chain: { device, writer },
      places: new Map(),
      base: undefined,
      named: new Map(),
      forks: new Set(),
      newest: 0,
    };
    this.#chains.set(chainKey(chain), known);
    return known;
  }
}

function isForked({ named, places }: Known, seq: number): boolean {
  const ids = new Set(places.get(seq)?.map(({ id }) => id));
  const name = named.get(seq);
  if (name !== undefined) ids.add(name);
  return ids.size > 1;
}
