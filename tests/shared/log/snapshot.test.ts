import { Gathering } from "@beiakte/shared/log/gathering";
import { encodePayload, parsePayload } from "@beiakte/shared/log/payload";
import { padmeLength } from "@beiakte/shared/crypto/padding";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testClock } from "../../support/clock";
import { forged, updateOf } from "../../support/forging";
import { numberedDocument, openLog, setupTeam, testDevice } from "../../support/harness";
import { idle } from "../../support/idle";
import { lineOf, pass, receivedEntry } from "../../support/passing";

const NOTE = numberedDocument(1);
const team = await setupTeam("anna", "ben");
const { space } = team;
const anna = () => testDevice(team, "anna");
const ben = () => testDevice(team, "ben");
const LONG = "Text ".repeat(300);

describe("snapshots", () => {
  test("[LG11] a long tail is folded when the document is closed, and reads the same", async () => {
    const device = anna();
    const { doc, log } = await openLog(device, NOTE);
    const text = doc.getText("text");
    for (let i = 0; i < 4; i += 1) {
      text.insert(text.length, LONG);
      await log.settle();
    }
    text.delete(0, LONG.length);
    await log.close();
    const line = await lineOf(device, NOTE);
    expect(line.map(({ entry }) => entry.header.kind)).toEqual(["snapshot"]);
    const { doc: again, log: other } = await openLog(device, NOTE);
    expect(again.getText("text").toString()).toBe(LONG.repeat(3));
    expect(other.state.get()).toMatchObject({ faults: [], isComplete: true });
    expect(other.coverage.heads().map(({ seq }) => seq)).toEqual([6]);
    const all = await device.store.outbox(space);
    expect(all, "what waits is sent, folded or not").toHaveLength(6);
  });

  test("[LG11] a document with a gap is not folded", async () => {
    const device = anna();
    const { doc, log } = await openLog(device, NOTE);
    for (let i = 0; i < 5; i += 1) {
      doc.getText("text").insert(0, LONG);
      await log.settle();
    }
    const [first, , third, fourth, fifth] = await lineOf(device, NOTE);
    const reader = ben();
    await pass(reader, first, third, fourth, fifth);
    const { log: his } = await openLog(reader, NOTE);
    await his.close();
    expect((await lineOf(reader, NOTE)).map(({ entry }) => entry.header.kind)).not.toContain(
      "snapshot",
    );
  });

  test("[LG12] a snapshot stands for what it covers, at the colleague's too", async () => {
    const device = anna();
    const { doc, log } = await openLog(device, NOTE);
    for (let i = 0; i < 5; i += 1) {
      doc.getText("text").insert(0, LONG);
      await log.settle();
    }
    const reader = ben();
    await pass(reader, ...(await lineOf(device, NOTE)));
    const { doc: his, log: hisLog } = await openLog(reader, NOTE);
    await log.close();
    const [snapshot] = await lineOf(device, NOTE);
    expect(snapshot?.entry.header).toMatchObject({
      kind: "snapshot",
      covers: [{ seq: 5 }],
      setAside: [],
    });
    await pass(reader, snapshot);
    await hisLog.read();
    expect((await lineOf(reader, NOTE)).map(({ id }) => id)).toEqual([snapshot?.id]);
    expect(his.getText("text").toString()).toBe(LONG.repeat(5));
    expect(hisLog.state.get().faults).toEqual([]);
    hisLog.state.get();
    const fresh = testDevice(team, "ben");
    await pass(fresh, snapshot);
    const { doc: late, log: lateLog } = await openLog(fresh, NOTE);
    expect(late.getText("text").toString()).toBe(LONG.repeat(5));
    expect(lateLog.state.get().isComplete).toBe(true);
  });

  test("[LG13] a snapshot that lacks what its entries held is told and stands for nothing", async () => {
    const device = anna();
    const entry = await forged(device, NOTE, updateOf("einszwei", 4));
    const { seq, writer } = entry.entry.header;
    const covers = [{ device: device.own.device, writer, seq, id: entry.id }];
    const snapshot = await forged(ben(), NOTE, updateOf("eins", 4), { covers });
    const reader = ben();
    await pass(reader, entry, snapshot);
    const { doc, log } = await openLog(reader, NOTE);
    expect(log.state.get().faults).toEqual([{ type: "snapshot-differs", entry: snapshot.id }]);
    expect(doc.getText("text").toString()).toBe("einszwei");
    expect((await lineOf(reader, NOTE)).map(({ id }) => id)).toContain(entry.id);
  });
});

describe("what the relay refused", () => {
  test("[LG10] it is sealed again once under the new writer, whoever of two contexts is first", async () => {
    const device = anna();
    const first = await openLog(device, NOTE);
    const second = await openLog(device, NOTE);
    first.doc.getText("text").insert(0, "eins");
    await first.log.settle();
    first.doc.getText("text").insert(4, "zwei");
    await first.log.settle();
    await idle();
    const before = await lineOf(device, NOTE);
    await device.store.reject(space, before[0]?.id ?? (await receivedEntry(new Uint8Array())).id);
    await Promise.all([first.log.reseal(), second.log.reseal()]);
    await idle();
    await Promise.all([first.log.settle(), second.log.settle()]);
    const after = await lineOf(device, NOTE);
    expect(after.every(({ id }) => !before.some((old) => old.id === id))).toBe(true);
    expect(after).toHaveLength(1);
    for (const { doc, log } of [first, second]) {
      expect(doc.getText("text").toString()).toBe("einszwei");
      expect(log.state.get()).toMatchObject({ faults: [], isUnsealed: false });
      expect(log.coverage.heads().map(({ id }) => id)).toEqual(after.map(({ id }) => id));
    }
    const reader = ben();
    await pass(reader, ...after);
    expect((await openLog(reader, NOTE)).doc.getText("text").toString()).toBe("einszwei");
  });

  test("[LG10] a refused snapshot goes, and what it stood for is read again", async () => {
    const device = anna();
    const { doc, log } = await openLog(device, NOTE);
    for (let i = 0; i < 5; i += 1) {
      doc.getText("text").insert(0, LONG);
      await log.settle();
    }
    await log.snapshotIfDue("quiet");
    const [snapshot] = await lineOf(device, NOTE);
    expect(snapshot?.entry.header.kind).toBe("snapshot");
    if (snapshot !== undefined) await device.store.reject(space, snapshot.id);
    await log.reseal();
    doc.getText("text").insert(0, "neu ");
    await log.settle();
    const line = await lineOf(device, NOTE);
    expect(line.map(({ entry }) => entry.header.kind)).not.toContain("snapshot");
    const { doc: again, log: other } = await openLog(device, NOTE);
    expect(again.getText("text").toString()).toBe(`neu ${LONG.repeat(5)}`);
    expect(other.state.get().faults).toEqual([]);
  });
});

describe("sizes and times", () => {
  test("[LG14] what is sealed has one of few lengths", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (update) => {
        const payload = { time: 1, heads: [], owners: [], update: new Uint8Array(update) };
        const bytes = encodePayload(payload);
        expect(padmeLength(bytes.length)).toBe(bytes.length);
        expect(parsePayload(bytes)).toEqual({ ok: true, value: payload });
      }),
    );
  });

  const gather = () => {
    const clock = testClock(0);
    const sealed: number[] = [];
    return { clock, sealed, gathering: new Gathering(clock, () => sealed.push(clock.now())) };
  };

  test("[LG15] a single action is sealed at once", () => {
    const { gathering, sealed } = gather();
    gathering.changed("action");
    expect(sealed).toEqual([0]);
  });

  test("[LG15] alone, text is sealed after 1.5 s of quiet, and after 10 s at most", () => {
    const { clock, gathering, sealed } = gather();
    gathering.changed("text");
    clock.advance(1400);
    gathering.changed("text");
    clock.advance(1499);
    expect(sealed).toEqual([]);
    clock.advance(1);
    expect(sealed).toEqual([2900]);
    for (let i = 0; i < 12; i += 1) {
      gathering.changed("text");
      clock.advance(1000);
    }
    expect(sealed).toEqual([2900, 12_900]);
  });

  test("[LG15] with a colleague, text is sealed at once and then every 40 ms at most", () => {
    const { clock, gathering, sealed } = gather();
    gathering.isTogether = true;
    for (let i = 0; i < 10; i += 1) {
      gathering.changed("text");
      clock.advance(10);
    }
    expect(sealed).toEqual([0, 40, 80]);
  });

  test("[LG15] what was gathered with a colleague is sealed when the colleague goes", () => {
    const { clock, gathering, sealed } = gather();
    gathering.isTogether = true;
    gathering.changed("text");
    clock.advance(10);
    gathering.changed("text");
    gathering.isTogether = false;
    expect(sealed).toEqual([0, 10]);
  });

  test("[LG16] closing seals what was gathered", async () => {
    const device = anna();
    const { doc, log } = await openLog(device, NOTE);
    doc.getText("text").insert(0, "zuletzt");
    await log.close();
    expect(await device.store.draftsOf(space, NOTE)).toEqual([]);
    expect(await lineOf(device, NOTE)).toHaveLength(1);
  });
});
