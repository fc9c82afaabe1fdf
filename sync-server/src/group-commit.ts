/**
 * One commit for all that arrives in a tick, or while another commit runs: a commit waits for the
 * disk, and ten writers should not wait for it one after another.
 */
import { assert } from "@beiakte/shared/base/assert";
import type { SpaceId } from "@beiakte/shared/base/ids";
import type { Clock } from "@beiakte/shared/base/ports";
import type { StreamItem } from "@beiakte/shared/protocol/frames";
import type { Metrics } from "./metrics";
import type { Offer, Outcome, Store } from "./store/store";

type Waiting = { readonly offer: Offer; readonly settle: (outcome: Outcome) => void };

// Bounds how long the process stands still for one commit.
const OFFERS_MOST = 512;

export class GroupCommit {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #metrics: Metrics;
  readonly #spaceMostBytes: number;
  readonly #committed: (space: SpaceId, items: readonly StreamItem[]) => void;
  #waiting: Waiting[] = [];
  #isRunning = false;
  #idle: (() => void)[] = [];

  constructor(dependencies: {
    readonly store: Store;
    readonly clock: Clock;
    readonly metrics: Metrics;
    readonly spaceMostBytes: number;
    /** Told after all authors of a commit have had their answers. */
    readonly committed: (space: SpaceId, items: readonly StreamItem[]) => void;
  }) {
    this.#store = dependencies.store;
    this.#clock = dependencies.clock;
    this.#metrics = dependencies.metrics;
    this.#spaceMostBytes = dependencies.spaceMostBytes;
    this.#committed = dependencies.committed;
  }

  /** `settle` is called once, after the commit. */
  offer(offer: Offer, settle: (outcome: Outcome) => void): void {
    this.#waiting.push({ offer, settle });
    if (this.#isRunning) return;
    this.#isRunning = true;
    // After all sockets that have something now were read.
    setImmediate(() => void this.#run());
  }

  /** When nothing is under way any more. */
  idle(): Promise<void> {
    if (!this.#isRunning) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, OFFERS_MOST);
      // One commit after another: that is what makes the next one a group.
      // oxlint-disable-next-line no-await-in-loop
      await this.#commit(batch);
    }
    this.#isRunning = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const stopTimer = this.#metrics.commitSeconds.startTimer();
    const result = await this.#store.append({
      offers: batch.map(({ offer }) => offer),
      at: this.#clock.now(),
      spaceMostBytes: this.#spaceMostBytes,
    });
    stopTimer();
    this.#metrics.commitEntries.observe(batch.length);
    const bySpace = new Map<SpaceId, StreamItem[]>();
    batch.forEach(({ offer, settle }, i) => {
      const outcome = result.ok ? result.value[i] : FAILED;
      assert(outcome !== undefined, "each offer has an outcome");
      settle(outcome);
      if (outcome.type !== "stored") return;
      const items = bySpace.get(offer.space) ?? [];
      items.push({ number: outcome.number, id: offer.id, entry: offer.entry.bytes });
      bySpace.set(offer.space, items);
      this.#metrics.entries.inc();
    });
    for (const [space, items] of bySpace) this.#committed(space, items);
  }
}

const FAILED: Outcome = { type: "refused", reason: "store-failed" };
