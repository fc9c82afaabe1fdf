import { variable } from "@beiakte/shared/base/live";
import { expect, test } from "vitest";
import type { StoreTrouble } from "../../../extension/src/workspace/entry-store";
import { OutboxWatch, type Waiting } from "../../../extension/src/workspace/outbox-watch";
import { testClock } from "../../support/clock";
import { NOTE, OTHER_NOTE, SPACE } from "../../support/device-store";
import { idle } from "../../support/idle";
import { numberedId } from "../../support/plain-entries";

function watched() {
  const clock = testClock();
  const trouble = variable<StoreTrouble | undefined>(undefined);
  const rows = [NOTE, NOTE, OTHER_NOTE].map((document, i) => {
    return { document, id: numberedId("EntryId", i) };
  });
  const state = { rows, reads: 0, isGone: false };
  const store = {
    trouble,
    waiting: async () => {
      state.reads += 1;
      if (state.isGone) throw new Error("gone");
      return state.rows;
    },
  };
  const seen: (Waiting | undefined)[] = [];
  const look = (waiting: Waiting | undefined): void => void seen.push(waiting);
  const pass = async (): Promise<void> => {
    clock.advance(150);
    await idle();
  };
  return {
    clock,
    look,
    pass,
    seen,
    state,
    trouble,
    watch: new OutboxWatch({ store, clock }, SPACE),
  };
}

test("[WS4] all who ask within a moment are told what one look at the disk has found", async () => {
  const { look, pass, seen, state, watch } = watched();
  const others: number[] = [];
  watch.soon(look);
  watch.soon(look);
  watch.soon((waiting) => others.push(waiting?.count ?? 0));
  expect(state.reads).toBe(0);
  await pass();
  expect(state.reads).toBe(1);
  expect(seen).toEqual([{ count: 3, documents: new Set([NOTE, OTHER_NOTE]) }]);
  expect(others).toEqual([3]);
  await pass();
  expect(state.reads).toBe(1);
});

test("[WS4] while questions keep coming the look waits for a pause, but no longer than a second", async () => {
  const { clock, look, seen, watch } = watched();
  for (let i = 0; i < 9; i += 1) {
    watch.soon(look);
    clock.advance(100);
  }
  await idle();
  expect(seen).toEqual([]);
  watch.soon(look);
  clock.advance(100);
  await idle();
  expect(seen).toHaveLength(1);
});

test("[WS4] who asks while a look is under way is told what the next one finds", async () => {
  const { look, pass, seen, state, watch } = watched();
  watch.soon((waiting) => {
    if (waiting?.count === 3) watch.soon(look);
    state.rows = [];
  });
  await pass();
  expect(seen).toEqual([]);
  await pass();
  expect(seen).toEqual([{ count: 0, documents: new Set() }]);
});

test("[WS4] a store that cannot be asked is said to be so, and is asked again", async () => {
  const { look, pass, seen, state, trouble, watch } = watched();
  state.isGone = true;
  watch.soon(look);
  await pass();
  trouble.set({ type: "terminated" });
  watch.soon(look);
  await pass();
  expect(seen).toEqual([undefined, undefined]);
  expect(state.reads).toBe(1);
  trouble.set(undefined);
  state.isGone = false;
  watch.soon(look);
  await pass();
  expect(seen.at(-1)?.count).toBe(3);
});

test("[WS4] who has gone is told nothing", async () => {
  const { look, pass, seen, watch } = watched();
  watch.soon(look);
  watch.forget(look);
  await pass();
  watch.soon(look);
  watch.close();
  await pass();
  expect(seen).toEqual([]);
});
