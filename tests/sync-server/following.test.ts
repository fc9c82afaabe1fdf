import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "@beiakte/shared/base/assert";
import type { StreamItem } from "@beiakte/shared/protocol/frames";
import { START } from "@beiakte/shared/protocol/cursor";
import { expect, test, vi } from "vitest";
import { openSqliteStore } from "../../sync-server/src/store/sqlite";
import {
  append,
  connect,
  followAll,
  found,
  makeDocument,
  makeEntries,
  makeEntry,
  makeIdentity,
  makeLockbox,
  makeSpace,
  makeSpaceOf,
  type RelayDevice,
} from "../support/relay-device";
import { runRelay } from "./running-relay";

// Hundreds of signatures and megabytes: a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

test("[RE16] a follower gets roster and own lockboxes, then all entries, then what comes", async () => {
  const { anna, ben, space } = await team();
  const [first, second] = await makeEntries(space, anna.identity, makeDocument(), 2);
  assert(first && second, "two");
  await append(anna, space.space, first);
  ben.send({ type: "follow", space: space.space, cursor: START });
  expect(await ben.next("records")).toMatchObject({ from: 0, records: space.records });
  const { lockboxes } = await ben.next("lockboxes");
  expect(lockboxes.map(({ device }) => device)).toEqual([ben.identity.device]);
  expect((await ben.next("entries")).items).toEqual([
    { number: 1, id: first.id, entry: first.bytes },
  ]);
  const { cursor } = await ben.next("caught-up");
  expect(cursor.number).toBe(1);
  await append(anna, space.space, second);
  expect((await ben.next("entries")).items).toEqual([
    { number: 2, id: second.id, entry: second.bytes },
  ]);
  expect(anna.unread().filter(({ type }) => type === "entries")).toEqual([]);
});

test("[RE16] the author's own entries come back in the same stream", async () => {
  const { anna, space } = await team();
  await followAll(anna, space.space);
  const entry = await makeEntry(space, anna.identity, { document: makeDocument() });
  await append(anna, space.space, entry);
  expect((await anna.next("entries")).items[0]?.id).toBe(entry.id);
});

test("[RE16] from a cursor a follower gets only what came after it", async () => {
  const { anna, ben, space } = await team();
  const entries = await makeEntries(space, anna.identity, makeDocument(), 3);
  const [first, ...rest] = entries;
  assert(first, "three");
  await append(anna, space.space, first);
  ben.send({ type: "follow", space: space.space, cursor: START });
  const { cursor } = await ben.next("caught-up");
  await ben.close();
  for (const entry of rest) {
    await append(anna, space.space, entry);
  }
  const again = await connect(portOf(ben), ben.identity);
  again.send({ type: "follow", space: space.space, cursor });
  expect((await again.next("entries")).items.map(({ number }) => number)).toEqual([2, 3]);
  expect((await again.next("caught-up")).cursor.number).toBe(3);
});

test("[RE16] a follower that catches up while others write misses nothing and gets nothing twice", async () => {
  const { anna, ben, space } = await team();
  const entries = await makeEntries(space, anna.identity, makeDocument(), 800);
  const [early, late] = [entries.slice(0, 600), entries.slice(600)];
  for (const { bytes } of early) {
    anna.send({ type: "append", space: space.space, entry: bytes });
  }
  for (let i = 0; i < early.length; i += 1) {
    await anna.next("stored");
  }
  ben.send({ type: "follow", space: space.space, cursor: START });
  await ben.next("records");
  for (const { bytes } of late) anna.send({ type: "append", space: space.space, entry: bytes });
  const items: StreamItem[] = [];
  while (items.length < entries.length) {
    items.push(...(await ben.next("entries")).items);
  }
  expect(items.map(({ number }) => number)).toEqual(entries.map((_, i) => i + 1));
  expect(items.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
});

test("[RE17] a relay set back to an older copy says diverged, and streams from the start again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "beiakte-older-"));
  const [file, older] = [join(folder, "relay.sqlite"), join(folder, "older.sqlite")];
  const before = openStore(file);
  const relay = await runRelay({ store: before });
  const anna = await connect(relay.port, await makeIdentity());
  const space = await makeSpace(anna.identity);
  await found(anna, space);
  const document = makeDocument();
  const [first, second] = await makeEntries(space, anna.identity, document, 2);
  assert(first && second, "two");
  await append(anna, space.space, first);
  await relay.close();
  await before.close();
  copyFileSync(file, older);

  const between = openStore(file);
  const later = await runRelay({ store: between });
  const anna2 = await connect(later.port, anna.identity);
  await append(anna2, space.space, second);
  anna2.send({ type: "follow", space: space.space, cursor: START });
  const { cursor } = await anna2.next("caught-up");
  await later.close();
  await between.close();
  rmSync(file);
  copyFileSync(older, file);

  const after = openStore(file);
  const restored = await runRelay({ store: after });
  const anna3 = await connect(restored.port, anna.identity);
  anna3.send({ type: "follow", space: space.space, cursor });
  await anna3.next("diverged");
  // Even when the relay has numbered on, another history is not taken for ours.
  const rival = await makeEntry(space, anna.identity, { document, after: first });
  await append(anna3, space.space, rival);
  anna3.send({ type: "follow", space: space.space, cursor });
  await anna3.next("diverged");
  expect(anna3.unread()).toEqual([]);
  anna3.send({ type: "follow", space: space.space, cursor: START });
  expect((await anna3.next("caught-up")).cursor.number).toBe(2);
  await restored.close();
  await after.close();
});

test("[RE18] only members follow, and only a space that the relay knows", async () => {
  const { relay, space } = await team();
  const stranger = await connect(relay.port, await makeIdentity());
  stranger.send({ type: "follow", space: space.space, cursor: START });
  expect((await stranger.next("refused")).reason).toBe("not-a-member");
  const unknown = await makeSpace(stranger.identity);
  stranger.send({ type: "follow", space: unknown.space, cursor: START });
  expect(await stranger.next("refused")).toMatchObject({
    verb: "follow",
    space: unknown.space,
    reason: "unknown-space",
  });
});

test("[RE19] whispers go to members who follow, or to those named, and are not kept", async () => {
  const { relay, anna, ben, space } = await team();
  const carl = await connect(relay.port, await makeIdentity());
  for (const device of [anna, ben]) {
    await followAll(device, space.space);
  }
  const bytes = Uint8Array.of(1, 2, 3);
  anna.send({ type: "whisper", space: space.space, to: [], bytes });
  expect(await ben.next("whispered")).toMatchObject({ from: anna.identity.device, bytes });
  ben.send({ type: "whisper", space: space.space, to: [anna.identity.device], bytes });
  expect(await anna.next("whispered")).toMatchObject({ from: ben.identity.device, bytes });
  ben.send({ type: "whisper", space: space.space, to: [carl.identity.device], bytes });
  carl.send({ type: "whisper", space: space.space, to: [], bytes });
  expect((await carl.next("refused")).reason).toBe("not-a-member");
  ben.send({ type: "ping" });
  await ben.next("pong");
  for (const device of [anna, ben, carl]) {
    expect(device.unread().filter(({ type }) => type === "whispered")).toEqual([]);
  }
});

test("[RE20] a whisperer beyond measure hears too-fast, and entries still pass", async () => {
  const { anna, space } = await team({ whispersAtOnce: 2, whispersPerSecond: 1 });
  const whisper = {
    type: "whisper",
    space: space.space,
    to: [],
    bytes: new Uint8Array(1),
  } as const;
  for (let i = 0; i < 3; i += 1) anna.send(whisper);
  expect((await anna.next("refused")).reason).toBe("too-fast");
  const entry = await makeEntry(space, anna.identity, { document: makeDocument() });
  expect(await append(anna, space.space, entry)).toBe(1);
});

test("[RE20] a sender that is too fast is read more slowly, and loses nothing", async () => {
  const { relay, anna, space } = await team({ framesAtOnce: 10, framesPerSecond: 10 });
  const entries = await makeEntries(space, anna.identity, makeDocument(), 40);
  for (const { bytes } of entries) anna.send({ type: "append", space: space.space, entry: bytes });
  for (let i = 1; i <= entries.length; i += 1) {
    const stored = anna.next("stored");
    relay.clock.turn(1000);
    expect((await stored).number).toBe(i);
  }
});

test("[RE20] a reader that does not read is cut off with too-slow, and others are not", async () => {
  const { relay, anna, ben, space } = await team({ backlogMostBytes: 1 << 20 });
  await followAll(ben, space.space);
  await followAll(anna, space.space);
  ben.webSocket.pause();
  const document = makeDocument();
  let entry = await makeEntry(space, anna.identity, { document, size: 1 << 20 });
  while (!relay.events.some(({ type }) => type === "closed")) {
    await append(anna, space.space, entry);
    await anna.next("entries");
    entry = await makeEntry(space, anna.identity, { document, size: 1 << 20, after: entry });
    // The goodbye cannot reach who does not read: the relay hangs up.
    relay.clock.turn(2000);
  }
  ben.webSocket.resume();
  await ben.closed;
  anna.send({ type: "ping" });
  await anna.next("pong");
});

async function team(limits = {}) {
  const relay = await runRelay({ limits });
  const [anna, ben] = [
    await connect(relay.port, await makeIdentity()),
    await connect(relay.port, await makeIdentity()),
  ];
  const space = await makeSpaceOf(anna.identity, ben.identity);
  const lockboxes = [anna, ben].map(({ identity }) => makeLockbox(space, identity.device));
  await found(anna, space, lockboxes);
  return { relay, anna, ben, space };
}

function portOf(device: RelayDevice): number {
  return Number(new URL(device.webSocket.url).port);
}

function openStore(path: string) {
  const opened = openSqliteStore({ path, failed: (cause) => console.error(cause) });
  assert(opened.ok, "opens");
  return opened.value;
}
