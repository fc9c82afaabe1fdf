/**
 * What of a space is on its way to the relay on the present connection. Entries stay in the store's
 * outbox until they are acknowledged; this only remembers what was sent already.
 */
import type { EntryId } from "../base/ids";
import { chainKey, type EntryHeader, parseEntry } from "../log/entry";
import type { StoredEntry } from "../log/entry-store";
import type { OutboxEntry } from "./ports";

export class InFlight {
  readonly #sent = new Set<EntryId>();
  /** The last one of each chain that went out on this connection. */
  readonly #ends = new Map<string, EntryId>();

  /** Those that are not on their way yet, in order; from now on they are. */
  take(outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
    const fresh = outbox.filter(({ id }) => !this.#sent.has(id));
    for (const { bytes, id } of fresh) {
      const entry = parseEntry(bytes);
      if (entry.ok) this.#goes(entry.value.header, id);
    }
    return fresh;
  }

  /**
   * The same for entries that were sealed just now. Nothing where one does not stand directly behind
   * what was sent: something else in the outbox may have to go before it.
   */
  next(sealed: readonly StoredEntry[]): readonly OutboxEntry[] | undefined {
    const [only] = sealed;
    if (only === undefined || sealed.length > 1) return undefined;
    const { bytes, id } = only;
    if (this.#sent.has(id)) return [];
    const entry = parseEntry(bytes);
    // A snapshot must not come before anything that it covers, in whatever chain that is.
    if (!entry.ok || entry.value.header.kind === "snapshot") return undefined;
    const { header } = entry.value;
    if (header.seq > 1 && this.#ends.get(endKey(header)) !== header.previous) return undefined;
    this.#goes(header, id);
    return [{ id, bytes, isReturned: false }];
  }

  /** On its way, and not back yet. */
  has(id: EntryId): boolean {
    return this.#sent.has(id);
  }

  settled(id: EntryId): void {
    this.#sent.delete(id);
  }

  /** The connection is gone: whatever has no acknowledgement is to be sent again. */
  clear(): void {
    this.#sent.clear();
    this.#ends.clear();
  }

  #goes(header: EntryHeader, id: EntryId): void {
    this.#sent.add(id);
    this.#ends.set(endKey(header), id);
  }
}

function endKey(header: EntryHeader): string {
  return `${header.document}/${chainKey(header)}`;
}
