/** What every store of a device promises. Run by the one in memory and the one in IndexedDB. */
import type { Random } from "@beiakte/shared/base/ports";
import { START } from "@beiakte/shared/protocol/cursor";
import { describe, expect, test } from "vitest";
import {
  countWaiting,
  waitingInNote,
  addDraft,
  bring,
  countingRandom,
  type DeviceUnderTest,
  idsIn,
  insertOwn,
  must,
  NOTE,
  OTHER_NOTE,
  OTHER_SPACE,
  own,
  RECORD,
  sealed,
  SELF,
  SPACE,
  their,
} from "../support/device-store";
import { headOf, numberedId, type PlainEntry } from "../support/plain-entries";
import { deviceRowsContract } from "./device-rows-contract";

export function entryStoreContract(
  name: string,
  open: (random: Random) => Promise<DeviceUnderTest>,
): void {
  const fresh = () => open(countingRandom());

  describe(name, () => {
    describe("the log", () => {
      test("[ES1] what was committed is there for every context at once", async () => {
        const { another, store } = await fresh();
        const entry = await insertOwn(store, 1);
        const other = await another();
        expect(await idsIn(other)).toEqual([entry.id]);
        expect(await other.writer()).toBe(await store.writer());
        expect([store.isNew, other.isNew]).toEqual([true, false]);
      });

      test("[ES2] an own entry goes to the end of its chain and into the outbox", async () => {
        const { store } = await fresh();
        const first = await insertOwn(store, 1);
        const second = await insertOwn(store, 2);
        const rows = await store.entriesOf(SPACE, NOTE, 0);
        expect(rows.map(({ bytes, id, place }) => ({ bytes, id, place }))).toEqual([
          { id: first.id, bytes: first.bytes, place: "outbox" },
          { id: second.id, bytes: second.bytes, place: "outbox" },
        ]);
        const waiting = [first, second].map(({ bytes, id }) => ({ id, bytes, isReturned: false }));
        expect(await store.outbox(SPACE)).toEqual(waiting);
        expect(await countWaiting(store, SPACE)).toBe(2);
        expect(await waitingInNote(store)).toEqual([first.id, second.id]);
        const chain = { device: SELF, writer: await store.writer() };
        expect(await store.chainHead(NOTE, chain)).toEqual(headOf(second));
        expect(await store.chainHead(OTHER_NOTE, chain)).toBeUndefined();
      });

      test("[ES2] a place that is taken, or too far, or another writer's, takes nothing", async () => {
        const { store } = await fresh();
        await insertOwn(store, 1);
        const draft = must(await addDraft(store));
        const wrong = [
          { seq: 1, content: 9 },
          { seq: 3 },
          { seq: 1, writer: numberedId("WriterId", 99) },
        ];
        for (const plan of wrong) {
          const entry = await own(store, plan);
          const inserted = await store.insertSealed({ ...sealed(entry), drafts: [draft] });
          expect(inserted).toEqual({ ok: false, error: { type: "place-taken" } });
        }
        expect(await countWaiting(store, SPACE)).toBe(1);
        expect(await store.draftsOf(SPACE, NOTE)).toHaveLength(1);
      });

      test("[ES2] of two contexts that seal at one place exactly one succeeds", async () => {
        const { another, store } = await fresh();
        const other = await another();
        const entries = await Promise.all([
          own(store, { seq: 1, content: 1 }),
          own(store, { seq: 1, content: 2 }),
        ]);
        const [a, b] = entries;
        const inserted = await Promise.all([
          store.insertSealed(sealed(a)),
          other.insertSealed(sealed(b)),
        ]);
        expect(inserted.filter(({ ok }) => ok)).toHaveLength(1);
        expect(await countWaiting(store, SPACE)).toBe(1);
      });

      test("[ES3] drafts stay, each with its context, until an entry replaces them", async () => {
        const { another, store } = await fresh();
        const first = must(await addDraft(store, "panel", 1));
        const second = must(await addDraft(await another(), "tab", 2));
        must(await addDraft(store, "panel", 3, OTHER_NOTE));
        expect(await store.draftsOf(SPACE, NOTE)).toEqual([
          { id: first, context: "panel", bytes: Uint8Array.of(1) },
          { id: second, context: "tab", bytes: Uint8Array.of(2) },
        ]);
        expect(new Set(await store.draftedDocuments(SPACE))).toEqual(new Set([NOTE, OTHER_NOTE]));
        must(
          await store.insertSealed({ ...sealed(await own(store, { seq: 1 })), drafts: [first] }),
        );
        expect((await store.draftsOf(SPACE, NOTE)).map(({ id }) => id)).toEqual([second]);
        expect(must(await addDraft(store))).toBeGreaterThan(second);
      });

      test("[ES4] a document's entries come in order of arrival, after the order asked for", async () => {
        const { store } = await fresh();
        const mine = await insertOwn(store, 1);
        const theirs = await their({ seq: 1 });
        const elsewhere = await their({ seq: 1, document: OTHER_NOTE });
        const later = await their({ seq: 2 });
        await bring(store, theirs, elsewhere, later);
        const rows = await store.entriesOf(SPACE, NOTE, 0);
        expect(rows.map(({ id }) => id)).toEqual([mine.id, theirs.id, later.id]);
        const orders = rows.map(({ order }) => order);
        expect(orders).toEqual(orders.toSorted((a, b) => a - b));
        const after = await store.entriesOf(SPACE, NOTE, rows[1]?.order ?? 0);
        expect(after.map(({ id }) => id)).toEqual([later.id]);
        expect(await store.entriesOf(OTHER_SPACE, NOTE, 0)).toEqual([]);
      });

      test("[ES5] what a snapshot covers is not read any more, what waits stays in the outbox", async () => {
        const { store } = await fresh();
        const mine = await insertOwn(store, 1);
        const theirs = await Promise.all([1, 2, 3].map((seq) => their({ seq })));
        await bring(store, ...theirs);
        const covers = [headOf(mine), headOf(theirs[1] as PlainEntry)];
        const snapshot = await insertOwn(store, 2, { covers });
        must(await store.markCovered(SPACE, NOTE, snapshot.id, covers));
        expect(await idsIn(store)).toEqual([theirs[2]?.id, snapshot.id]);
        expect(await waitingInNote(store)).toEqual([mine.id, snapshot.id]);
        expect((await store.outbox(SPACE)).map(({ id }) => id)).toEqual([mine.id, snapshot.id]);
        const chain = { device: SELF, writer: await store.writer() };
        expect(await store.chainHead(NOTE, chain)).toEqual(headOf(snapshot));
      });

      test("[ES5] a snapshot is not covered by itself, and a later one covers it", async () => {
        const { store } = await fresh();
        const first = await insertOwn(store, 1, { covers: [] });
        must(await store.markCovered(SPACE, NOTE, first.id, [headOf(first)]));
        expect(await idsIn(store)).toEqual([first.id]);
        const second = await insertOwn(store, 2, { covers: [headOf(first)] });
        must(await store.markCovered(SPACE, NOTE, second.id, [headOf(first)]));
        expect(await idsIn(store)).toEqual([second.id]);
      });

      test("[ES5] what arrives late is read, though a snapshot says that it covers it", async () => {
        const { store } = await fresh();
        const [first, second] = await Promise.all([their({ seq: 1 }), their({ seq: 2 })]);
        const snapshot = await insertOwn(store, 1, { covers: [headOf(second)] });
        must(await store.markCovered(SPACE, NOTE, snapshot.id, [headOf(second)]));
        await bring(store, first);
        expect(await idsIn(store)).toEqual([snapshot.id, first.id]);
      });

      test("[ES5] a snapshot that is not there covers nothing", async () => {
        const { store } = await fresh();
        const entry = await insertOwn(store, 1);
        const absent = numberedId("EntryId", 77);
        await expect(store.markCovered(SPACE, NOTE, absent, [headOf(entry)])).rejects.toThrow();
        expect(await idsIn(store)).toEqual([entry.id]);
      });
    });

    describe("the way to the relay and back", () => {
      test("[ES6] entries and cursor arrive together, and the documents that have news are named", async () => {
        const { store } = await fresh();
        expect(await store.cursor(SPACE)).toEqual(START);
        const entry = await their({ seq: 1 });
        const elsewhere = await their({ seq: 1, document: OTHER_NOTE });
        const cursor = { number: 2, hash: new Uint8Array(32).fill(5) };
        const received = must(await store.receive(SPACE, SELF, [entry, elsewhere, entry], cursor));
        expect(received.hasNewWriter).toBe(false);
        const brought = received.arrived.map(({ document, entries }) => [
          document,
          entries.map(({ id }) => id),
        ]);
        expect(brought).toEqual([
          [NOTE, [entry.id]],
          [OTHER_NOTE, [elsewhere.id]],
        ]);
        expect(await store.cursor(SPACE)).toEqual(cursor);
        expect(await store.cursor(OTHER_SPACE)).toEqual(START);
        expect((await store.entriesOf(SPACE, NOTE, 0)).map(({ place }) => place)).toEqual([
          "acknowledged",
        ]);
      });

      test("[ES6] what is there already stays as it is, and is no news", async () => {
        const { store } = await fresh();
        const entry = await their({ seq: 1 });
        await bring(store, entry);
        const before = await store.entriesOf(SPACE, NOTE, 0);
        expect(await bring(store, entry)).toEqual({ arrived: [], hasNewWriter: false });
        expect(await store.entriesOf(SPACE, NOTE, 0)).toEqual(before);
      });

      test("[ES6] an own entry that comes back is acknowledged by that", async () => {
        const { store } = await fresh();
        const writer = await store.writer();
        const entry = await insertOwn(store, 1);
        expect(await bring(store, entry)).toEqual({ arrived: [], hasNewWriter: false });
        expect(await store.outbox(SPACE)).toEqual([]);
        expect((await store.entriesOf(SPACE, NOTE, 0))[0]?.place).toBe("acknowledged");
        expect(await store.writer()).toBe(writer);
      });

      test("[ES26] what is told to have arrived is what a reader would find behind the order named", async () => {
        const { store } = await fresh();
        const first = must(await store.insertSealed(sealed(await own(store, { seq: 1 }))));
        expect(first).toMatchObject({ document: NOTE, after: 0 });
        await bring(store, await their({ seq: 1, document: OTHER_NOTE }));
        const { arrived } = await bring(store, await their({ seq: 1 }), await their({ seq: 2 }));
        const own2 = must(await store.insertSealed(sealed(await own(store, { seq: 2 }))));
        let after = 0;
        for (const told of [first, ...arrived, own2]) {
          expect([told.document, told.after]).toEqual([NOTE, after]);
          const read = await store.entriesOf(SPACE, NOTE, told.after);
          expect(read.slice(0, told.entries.length)).toEqual(told.entries);
          after = told.entries.at(-1)?.order ?? 0;
        }
        expect(await store.entriesOf(SPACE, NOTE, after)).toEqual([]);
      });

      test("[ES7] two different entries at one place are both kept", async () => {
        const { store } = await fresh();
        const fork = await Promise.all([
          their({ seq: 1, content: 1 }),
          their({ seq: 1, content: 2 }),
        ]);
        await bring(store, ...fork);
        expect(await idsIn(store)).toEqual(fork.map(({ id }) => id));
      });

      test("[ES8] an own entry that the store does not know makes a new writer", async () => {
        const { store } = await fresh();
        const before = await store.writer();
        await insertOwn(store, 1);
        const forgotten = await own(store, { seq: 1, content: 1 });
        expect((await bring(store, forgotten)).hasNewWriter).toBe(true);
        const after = await store.writer();
        expect(after).not.toBe(before);
        const stale = await own(store, { seq: 2, writer: before });
        expect((await store.insertSealed(sealed(stale))).ok).toBe(false);
        await insertOwn(store, 1);
      });

      test("[ES8] entries of an earlier writer or of another device change no writer", async () => {
        const { store } = await fresh();
        const writer = await store.writer();
        const earlier = await own(store, { seq: 1, writer: numberedId("WriterId", 99) });
        const foreign = await their({ seq: 1, writer });
        expect((await bring(store, earlier, foreign)).hasNewWriter).toBe(false);
        expect(await store.writer()).toBe(writer);
      });

      test("[ES9] an acknowledgement empties the outbox of its own space only", async () => {
        const { store } = await fresh();
        const first = await insertOwn(store, 1);
        const second = await insertOwn(store, 2);
        must(await store.acknowledge(OTHER_SPACE, [first.id]));
        expect(await countWaiting(store, SPACE)).toBe(2);
        must(await store.acknowledge(SPACE, [first.id, numberedId("EntryId", 77)]));
        expect(await waitingInNote(store)).toEqual([second.id]);
        const places = (await store.entriesOf(SPACE, NOTE, 0)).map(({ place }) => place);
        expect(places).toEqual(["acknowledged", "outbox"]);
      });

      test("[ES10] a rejected entry leaves the outbox, waits to be sealed again, and ends its chain", async () => {
        const { store } = await fresh();
        const before = await store.writer();
        const entries = [await insertOwn(store, 1), await insertOwn(store, 2)];
        must(await store.reject(SPACE, entries[0]?.id ?? numberedId("EntryId", 0)));
        const after = await store.writer();
        expect(after).not.toBe(before);
        expect(await waitingInNote(store)).toEqual([]);
        must(await store.reject(SPACE, entries[1]?.id ?? numberedId("EntryId", 0)));
        expect(await store.writer()).toBe(after);
        const places = (await store.entriesOf(SPACE, NOTE, 0)).map(({ place }) => place);
        expect(places).toEqual(["rejected", "rejected"]);
        const again = await own(store, { seq: 1 });
        const rejected = entries.map(({ id }) => id);
        must(await store.insertSealed({ ...sealed(again), rejected }));
        expect(await idsIn(store)).toEqual([again.id]);
        expect(await store.chainHead(NOTE, { device: SELF, writer: before })).toBeUndefined();
      });

      test("[ES10] a rejected entry is read, even where a snapshot covers its place", async () => {
        const { store } = await fresh();
        const before = await insertOwn(store, 1);
        const after = await insertOwn(store, 2);
        const snapshot = await their({ seq: 1, covers: [headOf(after)] });
        await bring(store, snapshot);
        must(await store.reject(SPACE, after.id));
        must(await store.markCovered(SPACE, NOTE, snapshot.id, [headOf(after)]));
        expect(await idsIn(store)).toEqual([after.id, snapshot.id]);
        must(await store.reject(SPACE, before.id));
        expect(await idsIn(store)).toEqual([before.id, after.id, snapshot.id]);
      });

      test("[ES10] what waits behind a rejected entry in its chain is rejected with it", async () => {
        const { store } = await fresh();
        const first = await insertOwn(store, 1);
        const second = await insertOwn(store, 2);
        const third = await insertOwn(store, 3);
        const elsewhere = await insertOwn(store, 1, { document: OTHER_NOTE });
        must(await store.reject(SPACE, second.id));
        expect((await store.outbox(SPACE)).map(({ id }) => id)).toEqual([first.id, elsewhere.id]);
        const places = (await store.entriesOf(SPACE, NOTE, 0)).map(({ place }) => place);
        expect(places).toEqual(["outbox", "rejected", "rejected"]);
        expect(await idsIn(store)).toEqual([first.id, second.id, third.id]);
      });

      test("[ES10] what a rejected snapshot covered is read again", async () => {
        const { store } = await fresh();
        const entry = await their({ seq: 1 });
        await bring(store, entry);
        const snapshot = await insertOwn(store, 1, { covers: [headOf(entry)] });
        must(await store.markCovered(SPACE, NOTE, snapshot.id, [headOf(entry)]));
        expect(await idsIn(store)).toEqual([snapshot.id]);
        must(await store.reject(SPACE, snapshot.id));
        expect(await idsIn(store)).toEqual([entry.id, snapshot.id]);
      });

      test("[ES10] a rejected entry that the relay holds after all is not replaced", async () => {
        const { store } = await fresh();
        const entry = await insertOwn(store, 1);
        must(await store.reject(SPACE, entry.id));
        await bring(store, entry);
        expect((await store.entriesOf(SPACE, NOTE, 0))[0]?.place).toBe("acknowledged");
        const again = await own(store, { seq: 1 });
        must(await store.insertSealed({ ...sealed(again), rejected: [entry.id] }));
        expect(await idsIn(store)).toEqual([entry.id, again.id]);
      });

      test("[ES11] for a relay that has lost something all goes back into the outbox", async () => {
        const { store } = await fresh();
        const rejected = await insertOwn(store, 1);
        must(await store.reject(SPACE, rejected.id));
        const mine = await insertOwn(store, 1);
        const theirs = await their({ seq: 1 });
        await bring(store, mine, theirs);
        const unsent = await insertOwn(store, 2);
        expect(await countWaiting(store, SPACE)).toBe(1);
        const elsewhere = await their({ seq: 1, space: OTHER_SPACE });
        must(await store.receive(OTHER_SPACE, SELF, [elsewhere], { number: 1, hash: START.hash }));
        must(await store.unconfirm(SPACE));
        expect(await store.cursor(SPACE)).toEqual(START);
        expect((await store.cursor(OTHER_SPACE)).number).toBe(1);
        const waiting = await store.outbox(SPACE);
        expect(waiting.map(({ id, isReturned }) => ({ id, isReturned }))).toEqual([
          { id: mine.id, isReturned: true },
          { id: theirs.id, isReturned: true },
          { id: unsent.id, isReturned: false },
        ]);
        expect(await countWaiting(store, OTHER_SPACE)).toBe(0);
        expect((await store.entriesOf(SPACE, NOTE, 0))[0]?.place).toBe("rejected");
        await bring(store, theirs);
        expect((await store.outbox(SPACE)).map(({ id }) => id)).toEqual([mine.id, unsent.id]);
      });

      test("[ES12] an entry that names another space is not taken", async () => {
        const { store } = await fresh();
        const entry = await their({ seq: 1, space: OTHER_SPACE });
        expect((await bring(store, entry)).arrived).toEqual([]);
        must(await store.receive(OTHER_SPACE, SELF, [entry], START));
        expect((await store.entriesOf(OTHER_SPACE, NOTE, 0)).map(({ id }) => id)).toEqual([
          entry.id,
        ]);
      });

      test("[ES13] records of a roster have no hole, and stay as they came", async () => {
        const { store } = await fresh();
        const [a, b, c, other] = [1, 2, 3, 9].map((byte) => Uint8Array.of(byte)) as [
          Uint8Array<ArrayBuffer>,
          Uint8Array<ArrayBuffer>,
          Uint8Array<ArrayBuffer>,
          Uint8Array<ArrayBuffer>,
        ];
        must(await store.addRecords(SPACE, 0, [a, b]));
        must(await store.addRecords(SPACE, 1, [other, c]));
        must(await store.addRecords(SPACE, 0, [other]));
        expect(await store.records(SPACE)).toEqual([a, b, c]);
        expect(await store.records(OTHER_SPACE)).toEqual([]);
        await expect(store.addRecords(SPACE, 5, [other])).rejects.toThrow();
      });

      test("[ES14] a false lockbox does not take the true one's place", async () => {
        const { store } = await fresh();
        const box = { device: SELF, epoch: RECORD, bytes: Uint8Array.of(1) };
        const falseBox = { ...box, bytes: Uint8Array.of(2) };
        must(await store.addLockboxes(SPACE, [box]));
        must(await store.addLockboxes(SPACE, [falseBox, box]));
        expect(await store.lockboxes(SPACE)).toEqual([box, falseBox]);
        expect(await store.lockboxes(OTHER_SPACE)).toEqual([]);
      });
    });

    describe("what else the device keeps", () => deviceRowsContract(fresh));
  });
}
