import { expect, test } from "vitest";
import type { SessionArea } from "../../../extension/src/workspace/case-index";
import { MANAGED_SEEN, readManagedPolicy } from "../../../extension/src/workspace/managed-policy";
import { testClock } from "../../support/clock";

function areaWith(seen: unknown): { readonly area: SessionArea; readonly kept: () => unknown } {
  const held = new Map<string, unknown>(seen === undefined ? [] : [[MANAGED_SEEN, seen]]);
  const area: SessionArea = {
    get: (name) => Promise.resolve(held.get(name)),
    set: (name, value) => Promise.resolve(void held.set(name, value)),
    remove: (name) => Promise.resolve(void held.delete(name)),
  };
  return { area, kept: () => held.get(MANAGED_SEEN) };
}

const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

test("[PY9] what the browser answers counts, and is kept", async () => {
  const { area, kept } = areaWith({ lockAfterMinutes: 5 });
  const get = () => Promise.resolve({ lockAfterMinutes: 3 });
  const { policy } = await readManagedPolicy({ get, area, clock: testClock() });
  expect(policy.lockAfterMinutes).toBe(3);
  expect(kept()).toEqual({ lockAfterMinutes: 3 });
});

test("[PY9] a browser that does not answer keeps nobody waiting: what it said last counts", async () => {
  const { area, kept } = areaWith({ keepClips: false });
  const clock = testClock();
  let answer: (data: unknown) => void = () => undefined;
  const get = () => new Promise<unknown>((resolve) => (answer = resolve));
  const reading = readManagedPolicy({ get, area, clock });
  await turn();
  clock.advance(300);
  expect((await reading).policy.keepClips).toBe(false);
  answer({});
  await turn();
  expect(kept()).toEqual({});
});

test("[PY9] where there is no managed storage nothing holds, whatever held before", async () => {
  const { area, kept } = areaWith({ keepClips: false });
  const get = () => Promise.reject(new Error("Managed storage manifest not found"));
  const { faults, policy } = await readManagedPolicy({ get, area, clock: testClock() });
  expect(policy.keepClips).toBeUndefined();
  expect(faults).toEqual([]);
  expect(kept()).toBeUndefined();
});
