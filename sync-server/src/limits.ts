/** How much one connection and one space may ask of the relay. */
import type { Clock } from "@beiakte/shared/base/ports";
import { WHOLE_MOST_BYTES } from "@beiakte/shared/protocol/limits";

export type Limits = {
  /** Faster senders are not refused but read more slowly: nothing that they sent is lost. */
  readonly framesPerSecond: number;
  readonly framesAtOnce: number;
  readonly bytesPerSecond: number;
  readonly bytesAtOnce: number;
  /** Whispers beyond are refused: a caret of a second ago is worth nothing. */
  readonly whispersPerSecond: number;
  readonly whispersAtOnce: number;
  readonly spaceMostBytes: number;
  /** What may wait for one reader in the relay's memory before it is cut off. */
  readonly backlogMostBytes: number;
  readonly authenticateWithinMs: number;
  readonly retentionMs: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;

export const DEFAULT_LIMITS: Limits = {
  // A day offline is some thousand entries; they should arrive in seconds.
  framesPerSecond: 2000,
  framesAtOnce: 10_000,
  bytesPerSecond: 8 << 20,
  bytesAtOnce: 32 << 20,
  // A caret is sent with an entry at most, 25 times a second; several notes may be open.
  whispersPerSecond: 100,
  whispersAtOnce: 400,
  // A team's case notes of years are some hundred megabytes.
  spaceMostBytes: 4 * 1024 ** 3,
  backlogMostBytes: 8 << 20,
  authenticateWithinMs: 10_000,
  retentionMs: 30 * DAY_MS,
};

/**
 * The largest entry taken: in the frame of a stream more stands around it than in the frame that
 * it came in, and what was stored must fit into both.
 */
export const ENTRY_MOST_BYTES = WHOLE_MOST_BYTES - 256;

/** Before it has said who it is, nobody needs more than this. */
export const STRANGER_MOST_BYTES = 1024;

/** What one connection may have under way in the relay before it is read no further. */
export const UNDER_WAY_MOST_BYTES = 8 << 20;

/** A slow reader's whispers are left out long before it is cut off. */
export const WHISPER_BACKLOG_MOST_BYTES = 256 << 10;

/** Tokens come back evenly; what is taken beyond them is a debt to be waited for. */
export class TokenBucket {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #atOnce: number;
  #tokens: number;
  #at: number;

  constructor(clock: Clock, perSecond: number, atOnce: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#atOnce = atOnce;
    this.#tokens = atOnce;
    this.#at = clock.now();
  }

  /** Takes them in any case, and gives how long to wait before taking more, in milliseconds. */
  take(tokens: number): number {
    this.#refill();
    this.#tokens -= tokens;
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.#perSecond) * 1000);
  }

  /** Takes them only if they are there. */
  tryTake(tokens: number): boolean {
    this.#refill();
    if (this.#tokens < tokens) return false;
    this.#tokens -= tokens;
    return true;
  }

  #refill(): void {
    const now = this.#clock.now();
    // A clock set back gives no tokens, and takes none.
    const passedMs = Math.max(0, now - this.#at);
    this.#tokens = Math.min(this.#atOnce, this.#tokens + (passedMs / 1000) * this.#perSecond);
    this.#at = now;
  }
}
