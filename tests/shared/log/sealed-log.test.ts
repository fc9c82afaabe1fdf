import type { ReceivedEntry } from "@beiakte/shared/log/entry";
import { assert } from "@beiakte/shared/base/assert";
import { START } from "@beiakte/shared/protocol/cursor";
import { keyFor } from "@beiakte/shared/space/keyring";
import { describe, expect, test } from "vitest";
import { must } from "../../support/devices";
import {
  ACTION,
  makeLog,
  numberedDocument,
  openLog,
  setupTeam,
  testDevice,
} from "../../support/harness";
import { failingStore, type FailingStore } from "../../support/failing-store";
import { idle } from "../../support/idle";
import { lineOf, pass } from "../../support/passing";
import type * as Y from "yjs";

const NOTE = numberedDocument(1);
const team = await setupTeam("anna", "ben");
const { space } = team;
const anna = () => testDevice(team, "anna");
const ben = () => testDevice(team, "ben");

describe("drafts", () => {
  test("[LG1] a change is on the disk as a draft before it is sealed", async () => {
    const device = anna();
    const { doc, log } = await openLog(device, NOTE);
    doc.getText("text").insert(0, "Wort");
    expect(log.state.get()).toMatchObject({ isWriting: true, isUnsealed: true });
    await idle();
    expect(log.state.get()).toMatchObject({ isWriting: false, isUnsealed: true });
    expect(await device.store.draftsOf(space, NOTE)).toHaveLength(1);
    expect(await device.store.entriesOf(space, NOTE, 0)).toEqual([]);
    device.clock.advance(1500);
    await idle();
    expect(await device.store.draftsOf(space, NOTE)).toEqual([]);
    expect(await device.store.entriesOf(space, NOTE, 0)).toHaveLength(1);
    expect(log.state.get()).toMatchObject({ isWriting: false, isUnsealed: false });
  });

  test("[LG1] what is typed while an entry is being sealed goes into the next one", async () => {
    const device = anna();
    const { doc, log } = await openLog(device, NOTE);
    const text = doc.getText("text");
    text.insert(0, "eins");
    const settled = log.settle();
    text.insert(4, " zwei");
    await settled;
    await log.settle();
    const { doc: again } = await openLog(device, NOTE);
    expect(again.getText("text").toString()).toBe("eins zwei");
  });

  test("[LG1] a draft does not wait for a snapshot that takes long", async () => {
    const device = anna();
    let isFolding = false;
    const { doc, log } = await openLog(device, NOTE, {
      wrap: (store) => ({
        ...store,
        insertSealed(insert) {
          if (insert.header.kind === "update") return store.insertSealed(insert);
          isFolding = true;
          return new Promise<never>(() => undefined);
        },
      }),
    });
    const text = doc.getText("text");
    text.insert(0, "lang ".repeat(8000));
    await log.settle();
    await idle();
    expect(isFolding).toBe(true);
    text.insert(0, "Wort");
    await idle();
    expect(await device.store.draftsOf(space, NOTE)).toHaveLength(1);
    await log.settle();
    expect(await lineOf(device, NOTE)).toHaveLength(2);
  });

  test("[LG2] a dead context's drafts are sealed once by the next that opens the document", async () => {
    const device = anna();
    const first = await openLog(device, NOTE);
    first.doc.getText("text").insert(0, "Entwurf");
    await idle();
    first.kill();
    const [second, third] = await Promise.all([openLog(device, NOTE), openLog(device, NOTE)]);
    await idle();
    await Promise.all([second.log.settle(), third.log.settle()]);
    await idle();
    expect(await device.store.draftsOf(space, NOTE)).toEqual([]);
    expect(await device.store.entriesOf(space, NOTE, 0)).toHaveLength(1);
    for (const { doc } of [second, third]) expect(textOf(doc)).toBe("Entwurf");
  });

  test("[LG2] a living context's drafts are its own, and fall to the others when it dies", async () => {
    const device = anna();
    const first = await openLog(device, NOTE);
    first.doc.getText("text").insert(0, "Entwurf");
    await idle();
    const second = await openLog(device, NOTE);
    await idle();
    expect(textOf(second.doc)).toBe("");
    expect(await device.store.draftsOf(space, NOTE)).toHaveLength(1);
    first.kill();
    await idle();
    expect(textOf(second.doc)).toBe("Entwurf");
    expect(await device.store.draftsOf(space, NOTE)).toEqual([]);
    expect(await device.store.entriesOf(space, NOTE, 0)).toHaveLength(1);
  });

  test("[LG2] a log that was closed adopts nothing any more", async () => {
    const device = anna();
    const first = await openLog(device, NOTE);
    first.doc.getText("text").insert(0, "Entwurf");
    await idle();
    const second = await openLog(device, NOTE);
    await second.log.close();
    first.kill();
    await idle();
    expect(textOf(second.doc)).toBe("");
    expect(await device.store.draftsOf(space, NOTE)).toHaveLength(1);
  });

  test("[LG17] without the epoch's key changes stay drafts, and are sealed when it comes", async () => {
    const device = anna();
    let hasKey = false;
    const key = team.keyring.keys.get(team.roster.currentEpoch.id);
    const { doc, log } = await openLog(device, NOTE, {
      keys: { keyFor: () => (hasKey ? key : undefined) },
    });
    doc.transact(() => doc.getMap("plan").set("a", 1), ACTION);
    await idle();
    expect(log.state.get()).toMatchObject({
      isWriting: false,
      isUnsealed: true,
      storeFault: undefined,
    });
    expect(await device.store.draftsOf(space, NOTE)).toHaveLength(1);
    hasKey = true;
    await log.read();
    await idle();
    expect(await device.store.draftsOf(space, NOTE)).toEqual([]);
    expect(await device.store.entriesOf(space, NOTE, 0)).toHaveLength(1);
  });
});

describe("no holes", () => {
  test("[LG3] what was written before the log listened is sealed too", async () => {
    const device = anna();
    const { doc, log } = makeLog(device, NOTE);
    doc.getText("text").insert(0, "vorher");
    await log.open();
    await log.settle();
    const { doc: again, log: other } = await openLog(device, NOTE);
    expect(textOf(again)).toBe("vorher");
    expect(other.state.get().isComplete).toBe(true);
  });

  test("[LG3] a change that nobody was told of is filled in with the next one", async () => {
    const device = anna();
    const { context, doc, log } = await openLog(device, NOTE);
    const { LOG_ORIGIN } = await import("@beiakte/shared/log/sealed-log");
    doc.transact(() => doc.getText("text").insert(0, "still "), LOG_ORIGIN);
    doc.getText("text").insert(6, "laut");
    await log.settle();
    expect(context.device).toBe(device.own.device);
    const { doc: again, log: other } = await openLog(device, NOTE);
    expect(textOf(again)).toBe("still laut");
    expect(other.state.get().faults).toEqual([]);
  });

  test("[LG3] what a colleague wrote is never sealed as our own", async () => {
    const [a, b] = [anna(), ben()];
    const hers = await openLog(a, NOTE);
    for (const word of ["eins ", "zwei ", "drei "]) {
      hers.doc.getText("text").insert(0, word);
      await hers.log.settle();
    }
    const [first, , third] = await lineOf(a, NOTE);
    await pass(b, first, third);
    const his = await openLog(b, NOTE);
    const { LOG_ORIGIN } = await import("@beiakte/shared/log/sealed-log");
    his.doc.transact(() => his.doc.getText("other").insert(0, "still "), LOG_ORIGIN);
    his.doc.getText("other").insert(6, "laut");
    await his.log.settle();
    const own = (await lineOf(b, NOTE)).at(-1);
    await pass(a, own);
    await hers.log.read();
    expect(hers.log.state.get().faults).toEqual([]);
    expect(hers.doc.getText("other").toString()).toBe("still laut");
  });
});

describe("saved", () => {
  const withDisk = async (device: ReturnType<typeof anna>) => {
    let disk: FailingStore | undefined;
    const opened = await openLog(device, NOTE, {
      wrap: (store) => (disk = failingStore(store)).store,
    });
    if (disk === undefined) throw new Error("the store is wrapped");
    return { ...opened, disk };
  };

  test("[LG8] a full disk is told, nothing is called saved, and it is tried again", async () => {
    const device = anna();
    const { disk, doc, log } = await withDisk(device);
    disk.fill("store-full");
    doc.getText("text").insert(0, "Wort");
    await idle();
    expect(log.state.get()).toMatchObject({ isWriting: true, storeFault: "store-full" });
    device.clock.advance(2000);
    await idle();
    expect(log.state.get()).toMatchObject({ isWriting: true, storeFault: "store-full" });
    disk.heal();
    device.clock.advance(2000);
    await idle();
    expect(log.state.get()).toMatchObject({ isWriting: false, storeFault: undefined });
    expect(await device.store.entriesOf(space, NOTE, 0)).toHaveLength(1);
  });

  test("[LG8] at each place where the disk can fail nothing is lost", async () => {
    for (let place = 1; place <= 4; place += 1) {
      const device = anna();
      const { disk, doc, log } = await withDisk(device);
      disk.failAt(place);
      doc.getText("text").insert(0, "a");
      await idle();
      doc.transact(() => doc.getMap("plan").set("step", 1), ACTION);
      await idle();
      device.clock.advance(2000);
      await idle();
      await log.settle();
      const { doc: again } = await openLog(device, NOTE);
      expect([textOf(again), again.getMap("plan").get("step")], `place ${place}`).toEqual(["a", 1]);
    }
  });

  test("[LG8] a store that is gone is a fault, and no exception", async () => {
    const device = anna();
    const { context, doc, log } = await openLog(device, NOTE);
    const gone = () => Promise.reject(new Error("gone"));
    Object.assign(context.store, {
      writer: gone,
      entriesOf: gone,
      addDraft: async () => ({ ok: false, error: { type: "store-failed" } }),
    });
    doc.getText("text").insert(0, "Wort");
    await log.settle();
    await log.read();
    expect(log.state.get()).toMatchObject({ isWriting: true, storeFault: "store-failed" });
  });

  test("[LG9] an entry whose place was taken is sealed under the store's new writer", async () => {
    const device = anna();
    const writer = await device.store.writer();
    const { doc, log } = await openLog(device, NOTE, {
      wrap: (store) => ({
        ...store,
        async insertSealed(insert) {
          if (insert.header.writer === writer) {
            await store.insertSealed(insert);
            await store.reject(space, insert.id);
            return { ok: false, error: { type: "place-taken" } };
          }
          return store.insertSealed(insert);
        },
      }),
    });
    doc.getText("text").insert(0, "Wort");
    await log.settle();
    const entries = await lineOf(device, NOTE);
    expect(entries.at(-1)?.entry.header.writer).not.toBe(writer);
  });
});

describe("beside other contexts", () => {
  test("[LG18] entries that the news bring along are taken without reading the disk", async () => {
    const { device, read, reader, receive } = await beside();
    await receive("eins");
    await receive("zwei");
    expect([textOf(reader.doc), read()]).toEqual(["einszwei", 0]);
    expect(reader.log.state.get().isComplete).toBe(true);
    expect(await lineOf(device, NOTE)).toHaveLength(2);
  });

  test("[LG18] where something came before them that was not read, all of it is read", async () => {
    const { read, reader, receive } = await beside();
    await receive("eins", "unheard");
    await receive("zwei");
    expect([textOf(reader.doc), read()]).toEqual(["einszwei", 1]);
    await receive("drei");
    expect([textOf(reader.doc), read()]).toEqual(["einszweidrei", 1]);
  });

  test("[LG18] after an own entry the next one is still taken from the news", async () => {
    const { read, reader, receive } = await beside();
    await receive("eins");
    reader.doc.getText("text").insert(0, "mein ");
    await reader.log.settle();
    await idle();
    await receive("zwei");
    expect([textOf(reader.doc), read()]).toEqual(["mein einszwei", 0]);
  });

  test("[LG20] what is on its way to the disk is opened meanwhile, and shown once it is there", async () => {
    const { asked, coming, reader, receive } = await beside();
    const entry = await coming("eins");
    reader.log.prepare([entry]);
    await idle();
    expect([textOf(reader.doc), asked()]).toEqual(["", 1]);
    await receive(entry);
    expect([textOf(reader.doc), asked()]).toEqual(["eins", 1]);
    reader.log.prepare([entry]);
    expect(asked()).toBe(1);
  });

  test("[LG20] what could not be opened on its way is opened once it is there", async () => {
    const { asked, coming, hide, reader, receive } = await beside();
    const entry = await coming("eins");
    hide(true);
    reader.log.prepare([entry]);
    await idle();
    hide(false);
    await receive(entry);
    expect([textOf(reader.doc), asked()]).toEqual(["eins", 2]);
    expect(reader.log.state.get().isComplete).toBe(true);
  });

  test("[LG19] two contexts that seal at once stand in one chain, and neither waits for a lock", async () => {
    const device = anna();
    const locks = {
      ...device.contexts.context().locks,
      alone: () => new Promise<never>(() => undefined),
    };
    const [first, second] = [
      await openLog(device, NOTE, { locks }),
      await openLog(device, NOTE, { locks }),
    ];
    first.doc.getText("text").insert(0, "eins");
    second.doc.getText("text").insert(0, "zwei");
    await Promise.all([first.log.settle(), second.log.settle()]);
    const line = await lineOf(device, NOTE);
    expect(line.map(({ entry }) => entry.header.seq)).toEqual([1, 2]);
    expect(line[1]?.entry.header.previous).toBe(line[0]?.id);
    await idle();
    for (const { doc } of [first, second]) expect(textOf(doc)).toContain("eins");
    expect(textOf(first.doc)).toBe(textOf(second.doc));
  });
});

/** A colleague's words arrive in the context in which a note is open. */
async function beside() {
  const device = anna();
  const { news } = device.contexts.context();
  let reads = 0;
  let asked = 0;
  let isHidden = false;
  const reader = await openLog(device, NOTE, {
    news,
    keys: {
      keyFor(epoch) {
        asked += 1;
        return isHidden ? undefined : keyFor(team.keyring, epoch);
      },
    },
    wrap: (store) => ({
      ...store,
      entriesOf: (...of) => ((reads += 1), store.entriesOf(...of)),
    }),
  });
  const atOpening = reads;
  const colleague = ben();
  const writer = await openLog(colleague, NOTE);
  const coming = async (word: string): Promise<ReceivedEntry> => {
    const text = writer.doc.getText("text");
    text.insert(text.length, word);
    await writer.log.settle();
    const newest = (await lineOf(colleague, NOTE)).at(-1);
    assert(newest !== undefined, "what was settled is in the store");
    return newest;
  };
  const receive = async (
    what: string | ReceivedEntry,
    way: "told" | "unheard" = "told",
  ): Promise<void> => {
    const newest = typeof what === "string" ? await coming(what) : what;
    const received = must(await device.store.receive(space, device.own.device, [newest], START));
    for (const arrived of way === "told" ? received.arrived : []) {
      news.post({ space, document: NOTE, kind: "received", arrived });
    }
    await idle();
  };
  return {
    device,
    reader,
    coming,
    receive,
    read: () => reads - atOpening,
    asked: () => asked,
    hide: (value: boolean) => (isHidden = value),
  };
}

function textOf(doc: Y.Doc): string {
  return doc.getText("text").toString();
}
