import { expect, test, vi } from "vitest";
import type { Bytes } from "@beiakte/shared/base/bytes";
import { assert } from "@beiakte/shared/base/assert";
import { bytesToId, idToBytes } from "@beiakte/shared/base/ids";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { START } from "@beiakte/shared/protocol/cursor";
import type { StreamItem } from "@beiakte/shared/protocol/frames";
import {
  append,
  connect,
  found,
  makeDocument,
  makeEntries,
  makeEntry,
  makeIdentity,
  makeSpaceOf,
  type RelayDevice,
  type TestEntry,
  type TestSpace,
} from "../support/relay-device";
import { runRelay } from "./running-relay";

// Hundreds of signatures and megabytes: a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

test("[RE21] an entry is taken only from its author's own device", async () => {
  const { anna, ben, space } = await team();
  const entry = await makeEntry(space, anna.identity, { document: makeDocument() });
  expect(await refusalOf(ben, space, entry)).toBe("wrong-sender");
  expect(await append(anna, space.space, entry)).toBe(1);
});

test("[RE21] a refusal names the entry that it is about", async () => {
  const { anna, ben, space } = await team();
  const entry = await makeEntry(space, anna.identity, { document: makeDocument() });
  ben.send({ type: "append", space: space.space, entry: entry.bytes });
  expect(await ben.next("refused")).toMatchObject({
    verb: "append",
    space: space.space,
    subject: idToBytes(entry.id),
  });
});

test("[RE21] an entry of another epoch, of another space, or of no form is refused", async () => {
  const { anna, space } = await team();
  const document = makeDocument();
  const epoch = bytesToId("RecordId", cryptoRandom.bytes(32));
  const stale = await makeEntry(space, anna.identity, { document, header: { epoch } });
  expect(await refusalOf(anna, space, stale)).toBe("stale-epoch");
  const elsewhere = bytesToId("SpaceId", cryptoRandom.bytes(32));
  const foreign = await makeEntry(space, anna.identity, { document, header: { space: elsewhere } });
  expect(await refusalOf(anna, space, foreign)).toBe("malformed");
  expect(await refusalOf(anna, space, { bytes: Uint8Array.of(1, 2, 3) })).toBe("malformed");
  expect(await refusalOf(anna, space, { bytes: Uint8Array.of(2, 2, 3) })).toBe("unknown-version");
});

test("[RE21] who is no member appends nothing, and an unknown space takes nothing", async () => {
  const { relay, anna, space } = await team();
  const stranger = await connect(relay.port, await makeIdentity());
  const document = makeDocument();
  const entry = await makeEntry(space, stranger.identity, { document });
  expect(await refusalOf(stranger, space, entry)).toBe("not-a-member");
  const unknown = await makeSpaceOf(anna.identity);
  const early = await makeEntry(unknown, anna.identity, { document });
  expect(await refusalOf(anna, unknown, early)).toBe("unknown-space");
});

test("[RE21] the store's refusals reach the author", async () => {
  const { anna, space } = await team({ spaceMostBytes: 2000 });
  const document = makeDocument();
  const [first, second] = await makeEntries(space, anna.identity, document, 2);
  assert(first && second, "two");
  expect(await refusalOf(anna, space, second)).toBe("gap");
  await append(anna, space.space, first);
  const rival = await makeEntry(space, anna.identity, { document });
  expect(await refusalOf(anna, space, rival)).toBe("seq-taken");
  const large = await makeEntry(space, anna.identity, { document, after: first, size: 2000 });
  expect(await refusalOf(anna, space, large)).toBe("space-full");
  const covers = [first.head];
  const snapshot = await makeEntry(space, anna.identity, { document, after: first, covers });
  await append(anna, space.space, snapshot);
  const less = await makeEntry(space, anna.identity, { document, after: snapshot, covers: [] });
  expect(await refusalOf(anna, space, less)).toBe("covers-too-little");
  const unknown = await makeEntry(space, anna.identity, {
    document,
    after: snapshot,
    covers: [snapshot.head].map((head) => ({ ...head, seq: 9 })),
  });
  expect(await refusalOf(anna, space, unknown)).toBe("covers-unknown");
});

test("[RE21] an entry that would not fit into the stream's frame is too large", async () => {
  const { anna, space } = await team({ bytesAtOnce: 1 << 30 });
  const document = makeDocument();
  const whole = 16 << 20;
  const large = await makeEntry(space, anna.identity, { document, size: whole - 400 });
  expect(await refusalOf(anna, space, large)).toBe("too-large");
  const fits = await makeEntry(space, anna.identity, { document, size: whole - 800 });
  expect(await append(anna, space.space, fits)).toBe(1);
  anna.send({ type: "follow", space: space.space, cursor: START });
  expect((await anna.next("entries")).items[0]?.id).toBe(fits.id);
});

test("[RE22] a store that fails is told as store-failed, and the relay lives on", async () => {
  const { relay, anna, space } = await team();
  const entry = await makeEntry(space, anna.identity, { document: makeDocument() });
  relay.store.setBroken(true);
  expect(await refusalOf(anna, space, entry)).toBe("store-failed");
  relay.store.setBroken(false);
  expect(await append(anna, space.space, entry)).toBe(1);
});

test("[RE23] entries of many devices at once get dense numbers, in the order of each chain", async () => {
  const relay = await runRelay();
  const devices: RelayDevice[] = [];
  for (let i = 0; i < 8; i += 1) {
    devices.push(await connect(relay.port, await makeIdentity()));
  }
  const [founder, ...others] = devices;
  assert(founder, "eight");
  const space = await makeSpaceOf(founder.identity, ...others.map(({ identity }) => identity));
  await found(founder, space);
  const document = makeDocument();
  const chains = await Promise.all(
    devices.map(({ identity }) => makeEntries(space, identity, document, 25)),
  );
  const numbers = await Promise.all(
    devices.map(async (device, i) => {
      for (const { bytes } of chains[i] ?? []) {
        device.send({ type: "append", space: space.space, entry: bytes });
      }
      const own: number[] = [];
      while (own.length < 25) {
        own.push((await device.next("stored")).number);
      }
      return own;
    }),
  );
  for (const own of numbers) expect(own).toEqual(own.toSorted((a, b) => a - b));
  expect(numbers.flat().toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 200 }, (_, i) => i + 1),
  );
  founder.send({ type: "follow", space: space.space, cursor: START });
  const items: StreamItem[] = [];
  while (items.length < 200) {
    items.push(...(await founder.next("entries")).items);
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(200);
});

test("[RE24] any member gives back any device's entry, which the relay verifies", async () => {
  const { anna, ben, space } = await team();
  const document = makeDocument();
  const [first, second] = await makeEntries(space, anna.identity, document, 2);
  assert(first && second, "two");
  ben.send({ type: "restore", space: space.space, entry: second.bytes });
  expect(await ben.next("stored")).toMatchObject({ id: second.id, number: 1 });
  ben.send({ type: "restore", space: space.space, entry: first.bytes });
  expect(await ben.next("stored")).toMatchObject({ id: first.id, number: 2 });
  const forged = await makeEntry(space, ben.identity, {
    document,
    header: {
      device: anna.identity.device,
      writer: anna.identity.writer,
      seq: 3,
      previous: second.id,
    },
  });
  expect(await refusalOf(ben, space, forged, "restore")).toBe("bad-signature");
  const stranger = await makeIdentity();
  const foreign = await makeEntry(space, stranger, { document });
  expect(await refusalOf(ben, space, foreign, "restore")).toBe("wrong-sender");
  const epoch = bytesToId("RecordId", cryptoRandom.bytes(32));
  const stale = await makeEntry(space, anna.identity, {
    document,
    after: second,
    header: { epoch },
  });
  expect(await refusalOf(ben, space, stale, "restore")).toBe("stale-epoch");
});

async function team(limits = {}) {
  const relay = await runRelay({ limits });
  const [anna, ben] = [
    await connect(relay.port, await makeIdentity()),
    await connect(relay.port, await makeIdentity()),
  ];
  const space = await makeSpaceOf(anna.identity, ben.identity);
  await found(anna, space);
  return { relay, anna, ben, space };
}

async function refusalOf(
  device: RelayDevice,
  { space }: TestSpace,
  { bytes }: Pick<TestEntry, "bytes"> | { readonly bytes: Bytes },
  type: "append" | "restore" = "append",
): Promise<string> {
  device.send({ type, space, entry: bytes });
  return (await device.next("refused")).reason;
}
