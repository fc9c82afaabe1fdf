/** What something stands for: the newest head of each chain. */
import { type Chain, chainKey, type Head } from "./entry";

export class Coverage {
  readonly #heads = new Map<string, Head>();

  head(chain: Chain): Head | undefined {
    return this.#heads.get(chainKey(chain));
  }

  /** Keeps the newer head. Whether one was behind is the answer. */
  raise(head: Head): boolean {
    const held = this.#heads.get(chainKey(head));
    if (held !== undefined && held.seq >= head.seq) return false;
    const { device, writer, seq, id } = head;
    this.#heads.set(chainKey(head), { device, writer, seq, id });
    return true;
  }

  /** The end of an own chain was taken back. */
  forget(chain: Chain): void {
    this.#heads.delete(chainKey(chain));
  }

  holds(head: Head): boolean {
    return (this.head(head)?.seq ?? 0) >= head.seq;
  }

  /** Sorted as the wire wants it. */
  heads(): readonly Head[] {
    const keys = [...this.#heads.keys()].toSorted();
    return keys.flatMap((key) => this.#heads.get(key) ?? []);
  }

  /** Heads in which this coverage is ahead of the other. */
  aheadOf(other: Coverage): readonly Head[] {
    return this.heads().filter((head) => !other.holds(head));
  }
}
