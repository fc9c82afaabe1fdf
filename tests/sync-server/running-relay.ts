/** A relay in this process on a free port, with a clock that the test turns. */
import { assert } from "@beiakte/shared/base/assert";
import type { Clock } from "@beiakte/shared/base/ports";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { onTestFinished } from "vitest";
import type { RelayEvent } from "../../sync-server/src/log";
import { type Relay, type RelayDependencies, startRelay } from "../../sync-server/src/server";
import { makeMemoryStore, type MemoryStore } from "../support/memory-store";

export type HandClock = Clock & { readonly turn: (byMs: number) => void };

export function makeHandClock(start = 1_000_000): HandClock {
  let now = start;
  let timers: { readonly at: number; readonly call: () => void }[] = [];
  return {
    now: () => now,
    after(delayMs, call) {
      const timer = { at: now + delayMs, call };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    turn(byMs) {
      now += byMs;
      const due = timers.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
      timers = timers.filter((timer) => !due.includes(timer));
      for (const { call } of due) call();
    },
  };
}

export type RunningRelay = Relay & {
  readonly clock: HandClock;
  readonly store: MemoryStore;
  readonly events: readonly RelayEvent[];
};

/** Closed when the test has ended, unless the test did so. */
export async function runRelay(wish: Partial<RelayDependencies> = {}): Promise<RunningRelay> {
  const clock = makeHandClock();
  const store = makeMemoryStore();
  const events: RelayEvent[] = [];
  const started = await startRelay({
    store,
    clock,
    random: cryptoRandom,
    log: (event) => events.push(event),
    host: "127.0.0.1",
    port: 0,
    ...wish,
  });
  assert(started.ok, "a free port");
  const relay = started.value;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= relay.close());
  onTestFinished(close);
  return { port: relay.port, close, clock, store, events };
}
