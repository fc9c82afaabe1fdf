import type { Clock } from "@beiakte/shared/base/ports";

/** A clock that stands still until a test turns it. */
export type HandClock = Clock & { readonly turn: (ms: number) => void };

export function handClock(start: number): HandClock {
  let now = start;
  const waiting = new Set<{ readonly due: number; readonly call: () => void }>();
  return {
    now: () => now,
    after(delayMs, call) {
      const alarm = { due: now + delayMs, call };
      waiting.add(alarm);
      return () => waiting.delete(alarm);
    },
    turn(ms) {
      now += ms;
      for (const alarm of [...waiting].sort((a, b) => a.due - b.due)) {
        if (alarm.due > now || !waiting.delete(alarm)) continue;
        alarm.call();
      }
    },
  };
}
