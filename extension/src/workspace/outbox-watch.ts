/**
 * What of a space waits for the relay: looked up once for all who want to know within a moment.
 * With each letter somebody would like to, and the disk has better things to do.
 */
import type { DocumentId, SpaceId } from "@beiakte/shared/base/ids";
import type { Cancel, Clock } from "@beiakte/shared/base/ports";
import { readOf } from "@beiakte/shared/log/store-reading";
import type { EntryStore } from "./entry-store";

export type Waiting = {
  /** Entries without an acknowledgement. */
  readonly count: number;
  readonly documents: ReadonlySet<DocumentId>;
};

/** Told what waits; nothing while the store cannot be asked. */
export type Look = (waiting: Waiting | undefined) => void;

export type OutboxWatchContext = {
  readonly store: Pick<EntryStore, "waiting" | "trouble">;
  readonly clock: Clock;
};

// The word in the header need not run after each keystroke, but a person must not wait for it.
const LOOK_EVERY_MS = 150;

export class OutboxWatch {
  readonly #context: OutboxWatchContext;
  readonly #space: SpaceId;
  readonly #asking = new Set<Look>();
  #pending: Cancel | undefined;

  constructor(context: OutboxWatchContext, space: SpaceId) {
    this.#context = context;
    this.#space = space;
  }

  /** Once, soon: what the disk says by then. Whatever was committed before is part of it. */
  soon(look: Look): void {
    this.#asking.add(look);
    this.#pending ??= this.#context.clock.after(LOOK_EVERY_MS, () => {
      this.#pending = undefined;
      void this.#look();
    });
  }

  forget(look: Look): void {
    this.#asking.delete(look);
  }

  close(): void {
    this.#pending?.();
    this.#asking.clear();
  }

  async #look(): Promise<void> {
    const asking = [...this.#asking];
    this.#asking.clear();
    const waiting = await this.#waiting();
    for (const look of asking) look(waiting);
  }

  async #waiting(): Promise<Waiting | undefined> {
    const { store } = this.#context;
    if (store.trouble.get() !== undefined) return undefined;
    const rows = await readOf(store.waiting(this.#space));
    if (!rows.ok) return undefined;
    const documents = new Set(rows.value.map(({ document }) => document));
    return { count: rows.value.length, documents };
  }
}
