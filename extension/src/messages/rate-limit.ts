/** How often one sender is listened to: a bucket that fills by itself. Times in milliseconds. */
import type { Clock } from "@beiakte/shared/base/ports";

export type RateLimitContext = {
  readonly clock: Pick<Clock, "now">;
  /** So many at once. */
  readonly burst: number;
  /** One more for each of these. */
  readonly everyMs: number;
};

// Tabs come and go; who has been silent for long has a full bucket anyway.
const SENDERS_MOST = 200;

export class RateLimit {
  readonly #context: RateLimitContext;
  readonly #buckets = new Map<number, { left: number; at: number }>();

  constructor(context: RateLimitContext) {
    this.#context = context;
  }

  /** Whether this one may speak now; counts it. */
  allows(sender: number): boolean {
    const { burst, clock, everyMs } = this.#context;
    const now = clock.now();
    const bucket = this.#buckets.get(sender) ?? { left: burst, at: now };
    const filled = Math.max(0, (now - bucket.at) / everyMs);
    bucket.left = Math.min(burst, bucket.left + filled);
    bucket.at = now;
    // Last in the map is who spoke last.
    this.#buckets.delete(sender);
    this.#buckets.set(sender, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > SENDERS_MOST && oldest !== undefined) this.#buckets.delete(oldest);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }
}
