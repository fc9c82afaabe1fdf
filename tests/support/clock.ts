/** A clock that stands still until a test turns it. */
import type { Clock } from "@beiakte/shared/base/ports";
import { NOON } from "./devices";

export type TestClock = Clock & {
  /** Goes on by so many milliseconds; what is due meanwhile is called, in order. */
  readonly advance: (ms: number) => void;
  /** The same time for a context that can die: afterwards it is never called again. */
  readonly mortal: () => { readonly clock: Clock; readonly kill: () => void };
};

type Timer = { readonly at: number; readonly call: () => void };

export function testClock(start: number = NOON): TestClock {
  let now = start;
  let timers: readonly Timer[] = [];

  const after: Clock["after"] = (delayMs, call) => {
    const timer = { at: now + Math.max(0, delayMs), call };
    timers = [...timers, timer];
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };

  return {
    now: () => now,
    after,
    advance(ms) {
      const target = now + ms;
      for (;;) {
        // The earliest; of two at one time the one that was set first.
        const due = timers.filter(({ at }) => at <= target);
        const next = due.reduce<Timer | undefined>(
          (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
          undefined,
        );
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.call();
      }
      now = target;
    },
    mortal() {
      let isAlive = true;
      const clock: Clock = {
        now: () => now,
        after: (delayMs, call) =>
          after(delayMs, () => {
            if (isAlive) call();
          }),
      };
      return { clock, kill: () => void (isAlive = false) };
    },
  };
}
