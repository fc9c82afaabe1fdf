import { expect, test } from "vitest";
import { assert } from "@beiakte/shared/base/assert";
import { START } from "@beiakte/shared/protocol/cursor";
import { DEFAULT_LIMITS } from "../../sync-server/src/limits";
import {
  append,
  connect,
  found,
  makeDocument,
  makeEntries,
  makeEntry,
  makeIdentity,
  makeSpace,
} from "../support/relay-device";
import { runRelay } from "./running-relay";

const HOUR_MS = 60 * 60 * 1000;

test("[RE7] the relay itself forgets covered bytes when the retention is over", async () => {
  const relay = await runRelay();
  const anna = await connect(relay.port, await makeIdentity());
  const space = await makeSpace(anna.identity);
  await found(anna, space);
  const document = makeDocument();
  const [update] = await makeEntries(space, anna.identity, document, 1);
  assert(update, "one");
  const covers = [update.head];
  const snapshot = await makeEntry(space, anna.identity, { document, after: update, covers });
  await append(anna, space.space, update);
  await append(anna, space.space, snapshot);
  relay.clock.turn(DEFAULT_LIMITS.retentionMs + HOUR_MS);
  anna.send({ type: "follow", space: space.space, cursor: START });
  expect((await anna.next("entries")).items).toEqual([
    { number: 1, id: update.id, entry: undefined },
    { number: 2, id: snapshot.id, entry: snapshot.bytes },
  ]);
  expect(relay.events).toContainEqual({ type: "forgot", entries: 1 });
});

test("[RE33] a connection without a sign of life between two probes is cut, another is not", async () => {
  const relay = await runRelay();
  const [anna, ben] = [
    await connect(relay.port, await makeIdentity()),
    await connect(relay.port, await makeIdentity()),
  ];
  anna.webSocket.pause();
  relay.clock.turn(30_000);
  ben.send({ type: "ping" });
  await ben.next("pong");
  relay.clock.turn(30_000);
  anna.webSocket.resume();
  expect(await anna.closed).toBe(1006);
  ben.send({ type: "ping" });
  await ben.next("pong");
});

test("[RE31] a relay that ends finishes what it took in, and says goodbye with 1001", async () => {
  const relay = await runRelay();
  const anna = await connect(relay.port, await makeIdentity());
  const space = await makeSpace(anna.identity);
  await found(anna, space);
  const entries = await makeEntries(space, anna.identity, makeDocument(), 20);
  for (const { bytes } of entries) anna.send({ type: "append", space: space.space, entry: bytes });
  await anna.next("stored");
  await relay.close();
  expect(await anna.closed).toBe(1001);
  const stored = 1 + anna.unread().filter(({ type }) => type === "stored").length;
  const head = await relay.store.head(space.space);
  expect(head.ok && head.value.number).toBe(stored);
});
