/** What every store of the relay promises. Run once for each implementation. */
import { describe, expect, test } from "vitest";
import { assert } from "@beiakte/shared/base/assert";
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { Result } from "@beiakte/shared/base/result";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { parseEntry } from "@beiakte/shared/log/entry";
import { START } from "@beiakte/shared/protocol/cursor";
import { runningHash } from "../../sync-server/src/store/running-hash";
import type { Offer, Outcome, Store } from "../../sync-server/src/store/store";
import {
  admit,
  invite,
  makeDocument,
  makeEntries,
  makeEntry,
  makeIdentity,
  makeLockbox,
  makeSpace,
  type TestEntry,
  type TestSpace,
} from "../support/relay-device";

const AT = 1_000_000;
const WIDE = { items: 1000, bytes: 1 << 30 };

export function testStoreContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} as the relay's store`, () => {
    test("[RE1] numbers are dense and the running hash stands for all ids", async () => {
      const { store, space, anna } = await founded();
      const one = await makeEntries(space, anna, makeDocument(), 2);
      const two = await makeEntries(space, anna, makeDocument(), 2);
      const outcomes = await append(store, space, [...one, ...two]);
      expect(numbers(outcomes)).toEqual([1, 2, 3, 4]);
      let hash = START.hash;
      for (const { id } of [...one, ...two]) hash = runningHash(hash, id);
      expect(await value(store.head(space.space))).toEqual({ number: 4, hash });
      expect(await value(store.hashAt(space.space, 4))).toEqual(hash);
      expect(await value(store.hashAt(space.space, 0))).toEqual(START.hash);
      expect(await value(store.hashAt(space.space, 5))).toBeUndefined();
    });

    test("[RE1] each space counts for itself", async () => {
      const { store, space, anna } = await founded();
      const other = await makeSpace(anna);
      await found(store, other);
      const document = makeDocument();
      const outcomes = await appendOffers(store, [
        offerOf(space, await makeEntry(space, anna, { document })),
        offerOf(other, await makeEntry(other, anna, { document })),
      ]);
      expect(numbers(outcomes)).toEqual([1, 1]);
    });

    test("[RE2] the same entry again has its first number, another at its place is refused", async () => {
      const { store, space, anna } = await founded();
      const document = makeDocument();
      const first = await makeEntry(space, anna, { document });
      const rival = await makeEntry(space, anna, { document });
      await append(store, space, [first]);
      expect(await append(store, space, [first, rival])).toEqual([
        { type: "held", number: 1 },
        { type: "refused", reason: "seq-taken" },
      ]);
    });

    test("[RE2] a chain goes on from its head only", async () => {
      const { store, space, anna } = await founded();
      const document = makeDocument();
      const chain = await makeEntries(space, anna, document, 3);
      const fork = await makeEntry(space, anna, { document });
      const afterFork = await makeEntry(space, anna, { document, after: fork });
      const [first, second, third] = chain;
      assert(first && second && third, "three");
      expect(await append(store, space, [second])).toEqual([refused("gap")]);
      expect(await append(store, space, [first, afterFork, third])).toEqual([
        { type: "stored", number: 1 },
        refused("seq-taken"),
        refused("gap"),
      ]);
    });

    test("[RE3] a snapshot covers what the one before covered, and nothing unknown", async () => {
      const { store, space, anna } = await founded();
      const ben = await makeIdentity();
      const document = makeDocument();
      const chain = await makeEntries(space, anna, document, 2);
      const foreign = await makeEntry(space, ben, { document });
      await append(store, space, chain);
      const [first, second] = chain;
      assert(first && second, "two");
      const snapshot = await makeEntry(space, anna, {
        document,
        after: second,
        covers: [second.head],
      });
      const less = await makeEntry(space, anna, {
        document,
        after: snapshot,
        covers: [first.head],
      });
      const more = await makeEntry(space, anna, {
        document,
        after: snapshot,
        covers: [second.head, foreign.head].toSorted((a, b) => (a.device < b.device ? -1 : 1)),
      });
      expect(await append(store, space, [snapshot, less, more])).toEqual([
        { type: "stored", number: 3 },
        refused("covers-too-little"),
        refused("covers-unknown"),
      ]);
    });

    test("[RE4] what is given back may have holes, and a chain goes on from what a snapshot covers", async () => {
      const { store, space, anna } = await founded();
      const document = makeDocument();
      const chain = await makeEntries(space, anna, document, 5);
      const ben = await makeIdentity();
      const [, , third, fourth, fifth] = chain;
      assert(third && fourth && fifth, "five");
      const snapshot = await makeEntry(space, ben, { document, covers: [third.head] });
      expect(numbers(await append(store, space, [snapshot], "restore"))).toEqual([1]);
      expect(numbers(await append(store, space, [fourth]))).toEqual([2]);
      const other = makeDocument();
      const holed = await makeEntries(space, anna, other, 3);
      const last = holed[2];
      assert(last, "three");
      expect(numbers(await append(store, space, [last], "restore"))).toEqual([3]);
    });

    test("[RE5] a space that is full takes nothing more, and others do", async () => {
      const { store, space, anna } = await founded();
      const entry = await makeEntry(space, anna, { document: makeDocument(), size: 1000 });
      const small = await makeEntry(space, anna, { document: makeDocument(), size: 10 });
      const outcomes = await appendOffers(
        store,
        [offerOf(space, entry), offerOf(space, small)],
        AT,
        entry.bytes.length - 1,
      );
      expect(outcomes).toEqual([refused("space-full"), { type: "stored", number: 1 }]);
    });

    test("[RE6] reading gives consecutive items within what was asked for, and at least one", async () => {
      const { store, space, anna } = await founded();
      const chain = await makeEntries(space, anna, makeDocument(), 5);
      await append(store, space, chain);
      const read = (after: number, items: number, bytes: number) =>
        value(store.read(space.space, after, { items, bytes }));
      expect((await read(0, 3, 1 << 20)).map(({ number }) => number)).toEqual([1, 2, 3]);
      expect((await read(3, 9, 1)).map(({ number }) => number)).toEqual([4]);
      expect(await read(5, 9, 1 << 20)).toEqual([]);
      expect((await read(4, 9, 1 << 20))[0]).toEqual({
        number: 5,
        id: chain[4]?.id,
        entry: chain[4]?.bytes,
      });
    });

    test("[RE7] covered bytes are forgotten after the retention, but for two snapshots", async () => {
      const { store, space, anna } = await founded();
      const document = makeDocument();
      const chain = [await makeEntry(space, anna, { document })];
      for (let i = 0; i < 3; i += 1) {
        const after = chain.at(-1);
        assert(after, "a chain");
        const snapshot = await makeEntry(space, anna, { document, after, covers: [after.head] });
        chain.push(snapshot, await makeEntry(space, anna, { document, after: snapshot }));
      }
      await append(store, space, chain);
      const hash = (await value(store.head(space.space))).hash;
      expect(await value(store.forget(AT - 1))).toBe(0);
      expect(await value(store.forget(AT))).toBe(4);
      const items = await value(store.read(space.space, 0, WIDE));
      // update, snapshot, update, snapshot, update, snapshot, update
      expect(items.map(({ entry }) => entry !== undefined)).toEqual([
        false,
        false,
        false,
        true,
        false,
        true,
        true,
      ]);
      expect(items.map(({ id }) => id)).toEqual(chain.map(({ id }) => id));
      expect((await value(store.head(space.space))).hash).toEqual(hash);
      expect(await value(store.forget(AT))).toBe(0);
    });

    test("[RE8] a roster grows only from the length that its change was made for", async () => {
      const { store, space, anna } = await founded();
      const ben = await makeIdentity();
      const invitation = await invite(space, AT);
      const change = {
        space: space.space,
        from: 1,
        records: space.records.slice(1),
        lockboxes: [],
        lockboxesWin: "new" as const,
        settled: [],
      };
      expect(await value(store.extend(change))).toBe("stored");
      expect(await value(store.extend(change))).toBe("moved");
      expect(await value(store.records(space.space))).toEqual(space.records);
      const ask = (bytes: Bytes, device = ben.device) =>
        store.keepRequest(space.space, { invitation: invitation.id, device, bytes }, AT);
      await ask(Uint8Array.of(1));
      await ask(Uint8Array.of(2));
      expect(await value(store.requests(space.space))).toEqual([
        { invitation: invitation.id, device: ben.device, bytes: Uint8Array.of(2) },
      ]);
      await admit(space, invitation, ben);
      const settled = {
        ...change,
        from: 2,
        records: space.records.slice(2),
        settled: [invitation.id],
      };
      expect(await value(store.extend(settled))).toBe("stored");
      expect(await value(store.requests(space.space))).toEqual([]);
      expect(anna.device).not.toBe(ben.device);
    });

    test("[RE8] of too many requests with one invitation the oldest give way", async () => {
      const { store, space } = await founded();
      const invitation = await invite(space, AT);
      const all: Bytes[] = [];
      for (let i = 0; i < 6; i += 1) {
        const bytes = Uint8Array.of(i);
        all.push(bytes);
        const { device } = await makeIdentity();
        await store.keepRequest(space.space, { invitation: invitation.id, device, bytes }, AT);
      }
      const kept = await value(store.requests(space.space));
      expect(kept.map(({ bytes }) => bytes)).toEqual(all.slice(2));
      await store.forget(AT);
      expect(await value(store.requests(space.space))).toEqual([]);
    });

    test("[RE9] a lockbox is kept for its device, and replaced only by an admin's record", async () => {
      const { store, space, anna } = await founded();
      const own = makeLockbox(space, anna.device);
      const change = {
        space: space.space,
        from: 1,
        records: [],
        settled: [],
        lockboxes: [own],
      };
      await store.extend({ ...change, lockboxesWin: "new" });
      const rival = makeLockbox(space, anna.device);
      await store.extend({ ...change, lockboxes: [rival], lockboxesWin: "held" });
      expect(await value(store.lockboxes(space.space, anna.device))).toEqual([own]);
      await store.extend({ ...change, lockboxes: [rival], lockboxesWin: "new" });
      expect(await value(store.lockboxes(space.space, anna.device))).toEqual([rival]);
      const { device } = await makeIdentity();
      expect(await value(store.lockboxes(space.space, device))).toEqual([]);
    });

    test("[RE10] a voucher founds one space, in time", async () => {
      const store = await open();
      const anna = await makeIdentity();
      const hash = cryptoRandom.bytes(32);
      await store.addVoucher(hash, AT);
      const foundWith = async (voucherHash: Bytes, at: number) => {
        const { space, records } = await makeSpace(anna);
        return value(store.found({ space, records, lockboxes: [], voucherHash, at }));
      };
      expect(await value(store.hasVoucher(hash, AT + 1))).toBe(false);
      expect(await foundWith(hash, AT + 1)).toBe("voucher-invalid");
      expect(await foundWith(cryptoRandom.bytes(32), AT)).toBe("voucher-invalid");
      expect(await value(store.hasVoucher(hash, AT))).toBe(true);
      expect(await foundWith(hash, AT)).toBe("stored");
      expect(await foundWith(hash, AT)).toBe("voucher-invalid");
      expect(await value(store.hasVoucher(hash, AT))).toBe(false);
    });

    test("[RE8] a space is founded once", async () => {
      const { store, space } = await founded();
      const { records } = space;
      const again = { space: space.space, records, lockboxes: [], voucherHash: undefined, at: AT };
      expect(await value(store.found(again))).toBe("known");
      const { space: unknown } = await makeSpace(await makeIdentity());
      expect(await value(store.records(unknown))).toEqual([]);
    });
  });

  async function founded() {
    const store = await open();
    const anna = await makeIdentity();
    const space = await makeSpace(anna);
    await found(store, space);
    return { store, anna, space };
  }
}

function refused(reason: string) {
  return { type: "refused", reason };
}

async function found(store: Store, { space, records }: TestSpace): Promise<void> {
  const founding = { space, records, lockboxes: [], voucherHash: undefined, at: AT };
  expect(await value(store.found(founding))).toBe("stored");
}

function append(
  store: Store,
  space: TestSpace,
  entries: readonly TestEntry[],
  way: Offer["way"] = "append",
): Promise<readonly Outcome[]> {
  return appendOffers(
    store,
    entries.map((entry) => offerOf(space, entry, way)),
  );
}

function appendOffers(
  store: Store,
  offers: readonly Offer[],
  at = AT,
  spaceMostBytes = 1 << 30,
): Promise<readonly Outcome[]> {
  return value(store.append({ offers, at, spaceMostBytes }));
}

function offerOf(space: TestSpace, { bytes, id }: TestEntry, way: Offer["way"] = "append"): Offer {
  const entry = parseEntry(bytes);
  assert(entry.ok, "well-formed");
  return { space: space.space, id, entry: entry.value, way };
}

function numbers(outcomes: readonly Outcome[]): readonly (number | string)[] {
  return outcomes.map((outcome) => (outcome.type === "refused" ? outcome.reason : outcome.number));
}

async function value<Value>(stored: Promise<Result<Value, "store-failed">>): Promise<Value> {
  const result = await stored;
  assert(result.ok, "the store works");
  return result.value;
}
