import { bytesToId } from "@beiakte/shared/base/ids";
import { Chains } from "@beiakte/shared/log/chains";
import { FIRST_PREVIOUS } from "@beiakte/shared/log/entry";
import { describe, expect, test } from "vitest";
import { damaged, forged, updateOf } from "../../support/forging";
import {
  numberedDocument,
  openLog,
  setupTeam,
  testDevice,
  type TestDevice,
} from "../../support/harness";
import { lineOf, pass, receivedEntry } from "../../support/passing";

const NOTE = numberedDocument(1);
const team = await setupTeam("anna", "ben");
const anna = () => testDevice(team, "anna");
const ben = () => testDevice(team, "ben");

/** Three entries of Anna's: eins, zwei, drei, each at the end. */
async function threeWords(device: TestDevice) {
  const { doc, log } = await openLog(device, NOTE);
  const text = doc.getText("text");
  for (const word of ["eins", "zwei", "drei"]) {
    text.insert(text.length, word);
    await log.settle();
  }
  return lineOf(device, NOTE);
}

const read = async (device: TestDevice) => {
  const { doc, log } = await openLog(device, NOTE);
  const types = () => log.state.get().faults.map(({ type }) => type);
  return { log, text: () => doc.getText("text").toString(), types };
};

describe("chains", () => {
  test("[LG4] a missing entry is a gap that says which one, and heals when it comes", async () => {
    const [first, second, third] = await threeWords(anna());
    const device = ben();
    await pass(device, first, third);
    const { log, text, types } = await read(device);
    expect(text()).toBe("eins");
    expect(types()).toEqual(["gap", "incomplete"]);
    expect(log.state.get().faults[0]).toMatchObject({ seq: 2 });
    expect(log.state.get().isComplete).toBe(false);
    expect(log.coverage.heads().map(({ seq }) => seq)).toEqual([1]);
    await pass(device, second);
    await log.read();
    expect([text(), types()]).toEqual(["einszweidrei", []]);
    expect(log.coverage.heads().map(({ seq }) => seq)).toEqual([3]);
  });

  test("[LG5] two entries at one place are a fork, and both are applied", async () => {
    const device = anna();
    const one = await forged(device, NOTE, updateOf("eins", 1));
    const two = await forged(device, NOTE, updateOf("zwei", 2));
    const reader = ben();
    await pass(reader, one, two);
    const { text, types } = await read(reader);
    expect(types()).toEqual(["fork"]);
    expect(text()).toHaveLength(8);
  });

  test("[LG5] an entry that names another one before it is a fork", async () => {
    const device = anna();
    const one = await forged(device, NOTE, updateOf("eins", 1));
    const previous = bytesToId("EntryId", new Uint8Array(32).fill(1));
    const two = await forged(device, NOTE, updateOf("zwei", 2), { seq: 2, previous });
    const reader = ben();
    await pass(reader, one, two);
    const { text, types } = await read(reader);
    expect(types()).toEqual(["fork"]);
    expect(text()).toHaveLength(8);
  });

  test("[LG10] what is taken back leaves the chain as if it had never been there", () => {
    const [device, writer] = [
      bytesToId("DeviceId", new Uint8Array(32)),
      bytesToId("WriterId", new Uint8Array(8)),
    ];
    const id = (n: number) => bytesToId("EntryId", new Uint8Array(32).fill(n));
    const link = (seq: number, n: number, previous: number) => ({
      device,
      writer,
      seq,
      id: id(n),
      previous: previous === 0 ? FIRST_PREVIOUS : id(previous),
    });
    const chains = new Chains();
    for (const one of [
      link(1, 1, 0),
      link(2, 2, 1),
      link(3, 3, 2),
      link(2, 20, 1),
      link(3, 30, 20),
    ]) {
      chains.add(one);
    }
    expect(chains.faults().map(({ type }) => type)).toEqual(["fork", "fork"]);
    chains.withdraw([link(2, 2, 1), link(3, 3, 2)]);
    expect(chains.faults()).toEqual([]);
    expect(chains.coverage.heads().map((head) => head.id)).toEqual([id(30)]);
  });
});

describe("one bad entry never blocks the rest", () => {
  test("[LG6] a bad signature is told, and the rest is read", async () => {
    const [first, second] = await threeWords(anna());
    if (first === undefined) throw new Error("an entry was sealed");
    const device = ben();
    await pass(device, await receivedEntry(damaged(first.entry.bytes, -1)), first, second);
    const { text, types } = await read(device);
    expect([text(), types()]).toEqual(["einszwei", ["bad-signature"]]);
  });

  test("[LG6] what another member signed is not taken as this one's", async () => {
    const entry = await forged(ben(), NOTE, updateOf("falsch", 9), { device: anna().own.device });
    const device = ben();
    await pass(device, entry, ...(await threeWords(anna())));
    const { text, types } = await read(device);
    expect([text(), types()]).toEqual(["einszweidrei", ["bad-signature"]]);
  });

  test("[LG6] an entry that was sealed for nobody here is unreadable, and no gap", async () => {
    const [first, , third] = await threeWords(anna());
    const device = anna();
    const header = {
      writer: (await threeWordsHeader(first)).writer,
      seq: 2,
      previous: first?.id ?? FIRST_PREVIOUS,
    };
    const nonsense = await forged(device, NOTE, Uint8Array.of(255, 255, 255), header);
    const reader = ben();
    await pass(reader, first, nonsense, third);
    const { text, types } = await read(reader);
    expect(text()).toBe("eins");
    expect(types()).toContain("unreadable");
    expect(types()).not.toContain("gap");
  });

  test("[LG6] changes under a colleague's Yjs client are told, and not applied", async () => {
    const hers = await forged(anna(), NOTE, updateOf("eins", 7));
    const his = await forged(ben(), NOTE, updateOf("einszwei", 7));
    const reader = ben();
    await pass(reader, hers, his);
    const { text, types } = await read(reader);
    expect([text(), types()]).toEqual(["eins", ["foreign-structs"]]);
  });

  test("[LG6] an entry of another document is not allowed, wherever the relay puts it", async () => {
    const elsewhere = await forged(anna(), numberedDocument(2), updateOf("anderswo", 3));
    const device = ben();
    await pass(device, ...(await threeWords(anna())));
    const { store } = device;
    const moved = { ...store, entriesOf: store.entriesOf };
    const made = await openLog(device, NOTE, {
      wrap: (inner) => ({
        ...inner,
        async entriesOf(space, document, after) {
          const rows = await moved.entriesOf(space, document, after);
          if (after > 0) return rows;
          return [
            ...rows,
            { order: 99, id: elsewhere.id, bytes: elsewhere.entry.bytes, place: "acknowledged" },
          ];
        },
      }),
    });
    expect(made.doc.getText("text").toString()).toBe("einszweidrei");
    expect(made.log.state.get().faults.map(({ type }) => type)).toEqual(["not-allowed"]);
  });
});

describe("what cannot be opened yet", () => {
  test("[LG7] an unknown device's entry waits for the roster", async () => {
    const device = anna();
    const his = await forged(ben(), NOTE, updateOf("spät", 5));
    await pass(device, his);
    const devices = new Map(team.roster.devices);
    devices.delete(ben().own.device);
    let roster = { ...team.roster, devices };
    const { doc, log } = await openLog(device, NOTE, { roster: () => roster });
    expect(log.state.get().faults).toEqual([{ type: "unknown-device", entry: his.id }]);
    roster = { ...team.roster, devices: new Map(team.roster.devices) };
    await log.read();
    expect(log.state.get().faults).toEqual([]);
    expect(doc.getText("text").toString()).toBe("spät");
  });

  test("[LG7] an unknown epoch's entry waits for its lockbox", async () => {
    const device = ben();
    await pass(device, ...(await threeWords(anna())));
    let hasKey = false;
    const key = team.keyring.keys.get(team.roster.currentEpoch.id);
    const keys = { keyFor: () => (hasKey ? key : undefined) };
    const { doc, log } = await openLog(device, NOTE, { keys });
    expect(log.state.get().faults.map(({ type }) => type)).toEqual([
      "unknown-epoch",
      "unknown-epoch",
      "unknown-epoch",
    ]);
    hasKey = true;
    await log.read();
    expect(log.state.get().faults).toEqual([]);
    expect(doc.getText("text").toString()).toBe("einszweidrei");
  });

  test("[LG7] an entry of a newer format is kept and told", async () => {
    const [first] = await threeWords(anna());
    if (first === undefined) throw new Error("an entry was sealed");
    const newer = new Uint8Array(first.entry.bytes);
    newer[0] = 2;
    const { log } = await openLog(ben(), NOTE, {
      wrap: (inner) => ({
        ...inner,
        entriesOf: async () => [{ order: 1, id: first.id, bytes: newer, place: "acknowledged" }],
      }),
    });
    expect(log.state.get().faults).toEqual([{ type: "too-new", entry: first.id }]);
  });
});

async function threeWordsHeader(entry: Awaited<ReturnType<typeof threeWords>>[number] | undefined) {
  if (entry === undefined) throw new Error("an entry was sealed");
  return entry.entry.header;
}
