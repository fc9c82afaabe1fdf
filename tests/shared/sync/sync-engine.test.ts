import { entryId } from "@beiakte/shared/log/entry";
import type { RelayFrame } from "@beiakte/shared/protocol/frames";
import { closeCodeOf, type Refusal } from "@beiakte/shared/protocol/refusals";
import { describe, expect, test } from "vitest";
import { failingStore, type FailingStore } from "../../support/failing-store";
import {
  numberedDocument,
  openEngine,
  openLog,
  type OpenLog,
  setupTeam,
  testDevice,
  type TestDevice,
} from "../../support/harness";
import { idle } from "../../support/idle";
import { MemoryRelay } from "../../support/memory-relay";
import { Switchboard, type Tamper } from "../../support/switchboard";

const NOTE = numberedDocument(1);
const ECHO_AFTER_MS = 250;
const team = await setupTeam("anna", "ben");
const { space } = team;

const office = (version?: number) => {
  const relay = new MemoryRelay(space);
  return { relay, switchboard: new Switchboard(relay, version) };
};

async function member(name: string): Promise<TestDevice> {
  const device = testDevice(team, name);
  await device.store.addRecords(space, 0, team.records);
  return device;
}

/** Everything on the way arrives. */
async function arrive(switchboard: Switchboard): Promise<void> {
  for (let i = 0; i < 500; i += 1) {
    await idle();
    const [wire] = switchboard.wires;
    if (wire === undefined) return;
    switchboard.deliver(wire);
  }
}

async function write({ doc, log }: OpenLog, word: string): Promise<void> {
  doc.getText("text").insert(doc.getText("text").length, word);
  await log.settle();
}

const stateOf = ({ engine }: ReturnType<typeof openEngine>) => engine.space(space)?.state.get();
/** How many entries have no acknowledgement, once all that has come is taken in. */
async function waiting({ clock, store }: TestDevice): Promise<number> {
  clock.advance(ECHO_AFTER_MS);
  await idle();
  return (await store.waiting(space)).length;
}

describe("out and in", () => {
  test("[SY1] an entry waits until the relay has it, and is sent again after a lost connection", async () => {
    const { relay, switchboard } = office();
    const device = await member("anna");
    const line = openEngine(device, switchboard);
    await arrive(switchboard);
    await write(await openLog(device, NOTE), "eins");
    await idle();
    expect([await waiting(device), relay.ids.length]).toEqual([1, 0]);
    switchboard.cut();
    expect(stateOf(line)).toEqual({ type: "waiting" });
    device.clock.advance(500);
    await arrive(switchboard);
    expect([await waiting(device), relay.ids.length]).toEqual([0, 1]);
    expect(stateOf(line)).toEqual({ type: "live" });
  });

  test("[SY1] what the relay had stored when the connection died is not there twice", async () => {
    const { relay, switchboard } = office();
    const device = await member("anna");
    openEngine(device, switchboard);
    await arrive(switchboard);
    await write(await openLog(device, NOTE), "eins");
    await idle();
    const [wire] = switchboard.wires;
    if (wire !== undefined) switchboard.deliver(wire);
    expect(relay.ids).toHaveLength(1);
    switchboard.cut();
    device.clock.advance(500);
    await arrive(switchboard);
    expect([await waiting(device), relay.ids.length]).toEqual([0, 1]);
  });

  test("[SY15] what is sealed beside the line goes out without a look into the outbox", async () => {
    const { relay, switchboard } = office();
    const device = await member("anna");
    let looks = 0;
    const { news } = openEngine(device, switchboard, undefined, (store) => ({
      ...store,
      outbox: (of) => ((looks += 1), store.outbox(of)),
    }));
    await arrive(switchboard);
    const log = await openLog(device, NOTE, { news });
    await write(log, "eins");
    await arrive(switchboard);
    const before = looks;
    for (const word of ["zwei", "drei", "vier"]) await write(log, word);
    await arrive(switchboard);
    expect([await waiting(device), relay.ids.length, looks - before]).toEqual([0, 4, 0]);
  });

  test("[SY15] what another context has sealed goes before what stands behind it", async () => {
    const { relay, switchboard } = office();
    const refused: string[] = [];
    switchboard.tamper = (frame) => {
      if (frame.type === "refused") refused.push(frame.reason);
      return [frame];
    };
    const device = await member("anna");
    const line = openEngine(device, switchboard);
    await arrive(switchboard);
    const beside = await openLog(device, NOTE, { news: line.news });
    const elsewhere = await openLog(device, NOTE);
    await write(beside, "eins");
    await arrive(switchboard);
    await Promise.all([write(elsewhere, "zwei"), write(beside, "drei")]);
    await write(beside, "vier");
    await arrive(switchboard);
    expect([await waiting(device), relay.ids.length]).toEqual([0, 4]);
    expect(refused).toEqual(["unknown-space"]);
    expect(stateOf(line)).toEqual({ type: "live" });
  });

  test("[SY17] own entries that come back are taken in together a moment later, and at once where others' come with them", async () => {
    const { switchboard } = office();
    const [anna, ben] = [await member("anna"), await member("ben")];
    const annas = openEngine(anna, switchboard);
    await arrive(switchboard);
    const log = await openLog(anna, NOTE, { news: annas.news });
    await write(log, "eins");
    await arrive(switchboard);
    await write(log, "zwei");
    await arrive(switchboard);
    expect(await anna.store.waiting(space)).toHaveLength(2);
    anna.clock.advance(ECHO_AFTER_MS);
    await idle();
    expect(await anna.store.waiting(space)).toEqual([]);

    await write(log, "drei");
    await arrive(switchboard);
    const bens = openEngine(ben, switchboard);
    await arrive(switchboard);
    await write(await openLog(ben, NOTE, { news: bens.news }), "vier");
    await arrive(switchboard);
    expect(await anna.store.waiting(space)).toEqual([]);
    expect(log.doc.getText("text").toJSON()).toContain("vier");
  });

  test("[LG20] entries are told of while the store takes them in", async () => {
    const { switchboard } = office();
    const [anna, ben] = [await member("anna"), await member("ben")];
    const told: string[] = [];
    const annas = openEngine(anna, switchboard, undefined, (store) => ({
      ...store,
      receive: async (...of) => {
        told.push("storing");
        const received = await store.receive(...of);
        told.push("stored");
        return received;
      },
    }));
    const bens = openEngine(ben, switchboard);
    await arrive(switchboard);
    annas.engine.onComing(({ entries }) => told.push(`${entries.length} coming`));
    await write(await openLog(ben, NOTE, { news: bens.news }), "eins");
    await arrive(switchboard);
    expect(told).toEqual(["1 coming", "storing", "stored"]);
  });

  test("[SY17] a connection that goes before they are taken in loses nothing", async () => {
    const { relay, switchboard } = office();
    const device = await member("anna");
    const line = openEngine(device, switchboard);
    await arrive(switchboard);
    await write(await openLog(device, NOTE, { news: line.news }), "eins");
    await arrive(switchboard);
    switchboard.cut();
    await idle();
    expect(await device.store.waiting(space)).toEqual([]);
    device.clock.advance(500);
    await arrive(switchboard);
    expect(relay.ids).toHaveLength(1);
    expect(stateOf(line)).toEqual({ type: "live" });
  });

  test("[SY2] a store that cannot be read for a moment is asked again, and the space goes on", async () => {
    const { relay, switchboard } = office();
    const anna = await member("anna");
    let isGone = true;
    const line = openEngine(anna, switchboard, undefined, (store) => ({
      ...store,
      cursor: (of) => (isGone ? Promise.reject(new Error("gone")) : store.cursor(of)),
    }));
    await arrive(switchboard);
    expect(stateOf(line)).toEqual({ type: "store-fault", fault: "store-failed" });
    isGone = false;
    anna.clock.advance(1000);
    await arrive(switchboard);
    await write(await openLog(anna, NOTE), "eins");
    await arrive(switchboard);
    expect([stateOf(line), relay.ids.length]).toEqual([{ type: "live" }, 1]);
  });

  test("[SY2] entries and cursor come together: a store that fails moves neither, and is asked again", async () => {
    const { relay, switchboard } = office();
    const anna = await member("anna");
    const ben = await member("ben");
    openEngine(anna, switchboard);
    await arrive(switchboard);
    await write(await openLog(anna, NOTE), "eins");
    await arrive(switchboard);
    let disk: FailingStore | undefined;
    const line = openEngine(
      ben,
      switchboard,
      undefined,
      (store) => (disk = failingStore(store)).store,
    );
    disk?.fill("store-full");
    await arrive(switchboard);
    expect(stateOf(line)).toEqual({ type: "store-fault", fault: "store-full" });
    expect((await ben.store.cursor(space)).number).toBe(0);
    disk?.heal();
    ben.clock.advance(1000);
    await arrive(switchboard);
    expect((await ben.store.cursor(space)).number).toBe(1);
    expect(await ben.store.entriesOf(space, NOTE, 0)).toHaveLength(1);
    expect([stateOf(line), relay.ids.length]).toEqual([{ type: "live" }, 1]);
  });

  test("[SY3] an acknowledgement ahead of the cursor empties no outbox", async () => {
    const { relay, switchboard } = office();
    const device = await member("anna");
    openEngine(device, switchboard);
    await arrive(switchboard);
    switchboard.tamper = (frame) => (frame.type === "entries" ? [] : [frame]);
    const opened = await openLog(device, NOTE);
    await write(opened, "eins");
    await arrive(switchboard);
    expect([await waiting(device), relay.ids.length]).toEqual([1, 1]);
    // The relay is set back: without the cursor nobody would have noticed.
    switchboard.tamper = (frame) => [frame];
    switchboard.cut();
    relay.setBack(0);
    device.clock.advance(500);
    await arrive(switchboard);
    expect([await waiting(device), relay.ids.length]).toEqual([0, 1]);
  });
});

describe("a relay that has lost something", () => {
  const bothHave = async () => {
    const { relay, switchboard } = office();
    const [anna, ben] = [await member("anna"), await member("ben")];
    const lines = [openEngine(anna, switchboard), openEngine(ben, switchboard)];
    await arrive(switchboard);
    const hers = await openLog(anna, NOTE);
    const his = await openLog(ben, NOTE);
    await write(hers, "eins");
    await arrive(switchboard);
    await write(his, "zwei");
    await arrive(switchboard);
    await write(hers, "drei");
    await arrive(switchboard);
    expect(relay.ids).toHaveLength(3);
    return { relay, switchboard, anna, ben, lines, hers, his };
  };

  test("[SY4] set back to an older copy it gets everything again, of colleagues too", async () => {
    const { anna, lines, relay, switchboard } = await bothHave();
    const all = new Set(relay.ids);
    switchboard.setReachable("ben", false);
    switchboard.cut();
    relay.setBack(1);
    anna.clock.advance(500);
    await arrive(switchboard);
    expect(new Set(relay.ids)).toEqual(all);
    expect(await waiting(anna)).toBe(0);
    expect(lines[0] && stateOf(lines[0])).toEqual({ type: "live" });
  });

  test("[SY5] wiped it gets the whole roster, then the entries", async () => {
    const { anna, ben, relay, switchboard } = await bothHave();
    const all = new Set(relay.ids);
    switchboard.cut();
    relay.wipe();
    for (const { clock } of [anna, ben]) clock.advance(500);
    await arrive(switchboard);
    expect(relay.records).toEqual(team.records);
    expect(new Set(relay.ids)).toEqual(all);
    expect([await waiting(anna), await waiting(ben)]).toEqual([0, 0]);
  });

  test("[SY10] set back to before a newcomer was admitted it gets the newer roster", async () => {
    const { ben, relay, switchboard } = await bothHave();
    switchboard.setReachable("anna", false);
    switchboard.cut();
    relay.setBack(0, 1);
    ben.clock.advance(500);
    await arrive(switchboard);
    expect(relay.records).toEqual(team.records);
    ben.clock.advance(30_000);
    await arrive(switchboard);
    expect(relay.ids).toHaveLength(3);
  });
});

describe("refusals", () => {
  const REASONS: readonly Refusal[] = [
    "malformed",
    "too-large",
    "too-fast",
    "bad-signature",
    "not-a-member",
    "not-allowed",
    "wrong-sender",
    "stale-epoch",
    "seq-taken",
    "gap",
    "covers-too-little",
    "covers-unknown",
    "space-full",
    "store-failed",
    "voucher-needed",
    "roster-moved",
  ];

  test.each(REASONS)(
    "[SY6] refused with %s nothing is lost, and all is stored in the end",
    async (reason) => {
      const { relay, switchboard } = office();
      const device = await member("anna");
      const opened = await openLog(device, NOTE);
      openEngine(device, switchboard, () => void opened.log.reseal());
      await arrive(switchboard);
      relay.refuseAll = reason;
      await write(opened, "eins");
      for (let i = 0; i < 3; i += 1) {
        const [wire] = switchboard.wires;
        if (wire !== undefined) switchboard.deliver(wire);
        await idle();
      }
      relay.refuseAll = undefined;
      await arrive(switchboard);
      for (let i = 0; i < 4; i += 1) {
        device.clock.advance(30_000);
        await arrive(switchboard);
      }
      expect([await waiting(device), relay.ids.length]).toEqual([0, 1]);
      const { doc, log } = await openLog(device, NOTE);
      expect(doc.getText("text").toString()).toBe("eins");
      expect(log.state.get().faults).toEqual([]);
    },
  );

  test("[SY7] what waits behind a refused entry is sealed again with it", async () => {
    const { relay, switchboard } = office();
    const device = await member("anna");
    const opened = await openLog(device, NOTE);
    for (const word of ["eins", "zwei", "drei"]) {
      await write(opened, word);
    }
    const writer = await device.store.writer();
    openEngine(device, switchboard, () => void opened.log.reseal());
    relay.refuseAll = "seq-taken";
    switchboard.tamper = (frame) => {
      if (frame.type === "refused" && frame.reason === "seq-taken") relay.refuseAll = undefined;
      return [frame];
    };
    await arrive(switchboard);
    expect(await waiting(device)).toBe(0);
    expect(await device.store.writer()).not.toBe(writer);
    const { doc, log } = await openLog(device, NOTE);
    expect(doc.getText("text").toString()).toBe("einszweidrei");
    expect([log.state.get().faults, opened.log.state.get().faults]).toEqual([[], []]);
    expect(await Promise.all(relay.entries.map(entryId))).toEqual(relay.ids);
  });
});

describe("the connection", () => {
  test("[SY9] a relay of another version is told apart, and asked again slowly", async () => {
    for (const [version, type] of [
      [2, "relay-newer"],
      [0, "relay-older"],
    ] as const) {
      const { switchboard } = office(version);
      const device = await member("anna");
      const { engine } = openEngine(device, switchboard);
      await arrive(switchboard);
      expect(engine.connection.get()).toEqual({ type });
      device.clock.advance(29_000);
      expect(switchboard.wires).toEqual([]);
      device.clock.advance(1000);
      expect(switchboard.wires).toHaveLength(1);
    }
  });

  test("[SY9] an entry of a newer format stops the stream where it stands", async () => {
    const { relay, switchboard } = office();
    const [anna, ben] = [await member("anna"), await member("ben")];
    openEngine(anna, switchboard);
    await arrive(switchboard);
    const hers = await openLog(anna, NOTE);
    await write(hers, "eins");
    await write(hers, "zwei");
    await arrive(switchboard);
    expect(relay.ids).toHaveLength(2);
    const line = openEngine(ben, switchboard);
    switchboard.tamper = await newerFrom(2);
    await arrive(switchboard);
    expect(stateOf(line)).toEqual({ type: "too-new" });
    expect((await ben.store.cursor(space)).number).toBe(0);
  });

  test("[SY11] a connection that is silent is left, and waking tries at once", async () => {
    const { switchboard } = office();
    const device = await member("anna");
    const { engine } = openEngine(device, switchboard);
    await arrive(switchboard);
    expect(engine.connection.get()).toEqual({ type: "online" });
    // The answers to the pings do not arrive.
    device.clock.advance(60_001);
    expect(engine.connection.get()).toEqual({ type: "offline" });
    engine.wake();
    await arrive(switchboard);
    expect(engine.connection.get()).toEqual({ type: "online" });
  });

  test("[SY11] a refusal that closes the connection is told", async () => {
    const device = await member("anna");
    let close: (code: number) => void = () => {};
    const { engine } = openEngine(
      device,
      Object.assign(office().switchboard, {
        connector: () => (_: string, events: { closed: (code: number) => void }) => {
          close = events.closed;
          return { send: () => {}, close: () => {} };
        },
      }),
    );
    close(closeCodeOf("wrong-host"));
    expect(engine.connection.get()).toEqual({ type: "refused", reason: "wrong-host" });
  });
});

/** The items from this number on are of format 2, as their ids say. */
async function newerFrom(number: number): Promise<Tamper> {
  const { createHash } = await import("node:crypto");
  const { bytesToId } = await import("@beiakte/shared/base/ids");
  return (frame: RelayFrame) => {
    if (frame.type !== "entries") return [frame];
    const items = frame.items.map((item) => {
      if (item.number < number || item.entry === undefined) return item;
      const entry = new Uint8Array(item.entry);
      entry[0] = 2;
      return {
        ...item,
        entry,
        id: bytesToId("EntryId", createHash("sha256").update(entry).digest()),
      };
    });
    return [{ ...frame, items }];
  };
}
