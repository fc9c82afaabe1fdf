/**
 * What of a space is on its way to the relay on the present connection. Entries stay in the store's
 * outbox until they are acknowledged; this only remembers what was sent already.
 */
import type { EntryId } from "../base/ids";
import type { OutboxEntry } from "./ports";

export class InFlight {
  readonly #sent = new Set<EntryId>();

  /** Those that are not on their way yet, in order; from now on they are. */
  take(outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
    const fresh = outbox.filter(({ id }) => !this.#sent.has(id));
    for (const { id } of fresh) this.#sent.add(id);
    return fresh;
  }

  settled(id: EntryId): void {
    this.#sent.delete(id);
  }

  /** The connection is gone: whatever has no acknowledgement is to be sent again. */
  clear(): void {
    this.#sent.clear();
  }
}
