/**
 * When local changes are sealed. Single actions at once. Text with a colleague in the document at
 * once, then at most one entry per 40 ms. Text alone after a quiet moment.
 */
import type { Cancel, Clock } from "../base/ports";

// A frame or two at the colleague's screen: more entries a second than that nobody sees.
const SEAL_TOGETHER_EVERY_MS = 40;

// Nobody is waiting for us while we are alone in a document: sealing each keystroke would make the
// log seven times longer and tell the relay how fast someone types.
const SEAL_ALONE_AFTER_MS = 1500;

// Who writes without a pause has the words at the relay at least this often.
const SEAL_ALONE_AT_MOST_MS = 10_000;

export class Gathering {
  readonly #clock: Clock;
  readonly #seal: () => void;
  #isTogether = false;
  #firstAt: number | undefined;
  #sealedAt = Number.NEGATIVE_INFINITY;
  #cancel: Cancel | undefined;

  constructor(clock: Clock, seal: () => void) {
    this.#clock = clock;
    this.#seal = seal;
  }

  /** Whether a colleague has the document open. */
  set isTogether(isTogether: boolean) {
    if (isTogether === this.#isTogether) return;
    this.#isTogether = isTogether;
    this.close();
    if (this.#firstAt === undefined) return;
    if (isTogether) this.#schedule();
    // It has no draft, because it was to be sealed within 40 ms: alone it would wait 1.5 s without.
    else this.flush();
  }

  /** A local change came. Whether it will be sealed within the time in which a draft is due. */
  changed(kind: "action" | "text"): boolean {
    this.#firstAt ??= this.#clock.now();
    if (kind === "action") {
      this.flush();
      return true;
    }
    this.#schedule();
    return this.#isTogether;
  }

  flush(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#firstAt === undefined) return;
    this.#firstAt = undefined;
    this.#sealedAt = this.#clock.now();
    this.#seal();
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #schedule(): void {
    const now = this.#clock.now();
    if (this.#isTogether) {
      const wait = this.#sealedAt + SEAL_TOGETHER_EVERY_MS - now;
      if (wait <= 0 || wait > SEAL_TOGETHER_EVERY_MS) return this.flush();
      if (this.#cancel === undefined) this.#wait(wait);
      return;
    }
    this.#cancel?.();
    const latest = (this.#firstAt ?? now) + SEAL_ALONE_AT_MOST_MS - now;
    this.#wait(Math.max(0, Math.min(SEAL_ALONE_AFTER_MS, latest)));
  }

  #wait(delayMs: number): void {
    this.#cancel = this.#clock.after(delayMs, () => this.flush());
  }
}
