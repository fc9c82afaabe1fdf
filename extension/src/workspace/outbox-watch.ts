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

// The word in the header need not run after each keystroke: while somebody types it rests, and the
// disk with it. A person who types without a pause must not wait for it either.
const QUIET_MS = 150;
const WAIT_MOST_MS = 1000;

export class OutboxWatch {
  readonly #context: OutboxWatchContext;
  readonly #space: SpaceId;
  readonly #asking = new Set<Look>();
  #pending: { readonly cancel: Cancel; readonly since: number } | undefined;

  constructor(context: OutboxWatchContext, space: SpaceId) {
    this.#context = context;
    this.#space = space;
  }

  /** Once, soon: what the disk says by then. Whatever was committed before is part of it. */
  soon(look: Look): void {
    this.#asking.add(look);
    const { clock } = this.#context;
    const since = this.#pending?.since ?? clock.now();
    this.#pending?.cancel();
    const delayMs = Math.min(QUIET_MS, Math.max(0, since + WAIT_MOST_MS - clock.now()));
    const cancel = clock.after(delayMs, () => {
      this.#pending = undefined;
      void this.#look();
    });
    this.#pending = { cancel, since };
  }

  forget(look: Look): void {
    this.#asking.delete(look);
  }

  close(): void {
    this.#pending?.cancel();
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
