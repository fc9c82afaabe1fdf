import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { type DeviceVault, type LogDevice, openLogDevice } from "../support/log-device";
import { type LogTeam, newLogTeam } from "../support/log-team";
import { memoryEntryStore, type MemoryEntryStore } from "../support/memory-entry-store";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

let data: string;
let relay: RelayProcess;
let team: LogTeam;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "beiakte-loss-"));
  relay = await startRelayProcess(inject("relay"), data);
  team = await newLogTeam();
});

afterEach(() => relay.stop());

test("[PF5] a relay whose database was deleted gets everything back, from devices that come one by one", async () => {
  const anna = await newDevice(team.anna);
  const ben = await newDevice(team.ben);
  expect(await anna.send(team.admission)).toBeUndefined();
  await chat(anna, ben, "before", 120);
  ben.goOffline();
  await write(anna, "Ben is away", 30);
  await anna.delivers();
  await write(ben, "written while away", 30);
  await relay.stop();
  rmSync(data, { recursive: true });
  relay = await startRelayProcess(inject("relay"), data, relay.port);
  await write(anna, "after the loss", 10);
  await anna.delivers();
  ben.goOnline();
  await meet(anna, ben);
  const carol = await newcomer();
  await meet(anna, ben, carol);
  tell("database deleted", anna, ben, carol);
  await end(anna, ben, carol);
});

test("[PF5] a relay that is set back to an older copy gets everything back, and no cursor skips anything", async () => {
  const anna = await newDevice(team.anna);
  const ben = await newDevice(team.ben);
  expect(await anna.send(team.admission)).toBeUndefined();
  await chat(anna, ben, "before the copy", 60);
  const copy = mkdtempSync(join(tmpdir(), "beiakte-loss-"));
  await relay.stop();
  cpSync(data, copy, { recursive: true });
  relay = await startRelayProcess(inject("relay"), data, relay.port);
  await chat(anna, ben, "after the copy", 60);
  // Ben's cursor stands behind all that the copy holds, and he is away while the others go on.
  ben.goOffline();
  await write(ben, "written while away", 30);
  await relay.stop();
  rmSync(data, { recursive: true });
  cpSync(copy, data, { recursive: true });
  relay = await startRelayProcess(inject("relay"), data, relay.port);
  // More than was lost: the relay's numbers pass the one at which Ben stands.
  await write(anna, "over the older copy", 150);
  await anna.delivers();
  ben.goOnline();
  await meet(anna, ben);
  const carol = await newcomer();
  await meet(anna, ben, carol);
  tell("older copy", anna, ben, carol);
  await end(anna, ben, carol);
});

test("[PF6] a profile set back to an older copy goes on without a fault, and nothing is lost", async () => {
  const store = await team.newStore(team.anna);
  const anna = await newDevice(team.anna, store);
  const ben = await newDevice(team.ben);
  expect(await anna.send(team.admission)).toBeUndefined();
  await chat(anna, ben, "before the copy", 40);
  anna.goOffline();
  await write(anna, "in the copy's outbox", 5);
  const copy = store.copy();
  await write(anna, "after the copy", 5);
  anna.goOnline();
  await chat(anna, ben, "after the copy", 40);
  await anna.close();
  // It writes before it hears of its own past: at places that the relay holds already.
  const back = await openLogDevice({ ...parts(team.anna), store: copy });
  back.goOffline();
  await write(back, "from the past", 20);
  back.goOnline();
  await meet(back, ben);
  await chat(back, ben, "in the end", 40);
  const carol = await newcomer();
  await meet(back, ben, carol);
  tell(`profile set back, ${back.resealings()} refusals`, back, ben, carol);
  await end(back, ben, carol);
});

const written = new Map<LogTeam, string[]>();

/** Words that are each written once, each in an entry of its own. */
async function write(device: LogDevice, what: string, count: number): Promise<void> {
  const words = written.get(team) ?? [];
  written.set(team, words);
  for (let i = 0; i < count; i += 1) {
    const word = `[${what} ${words.length}]`;
    words.push(word);
    device.write((text) => text.insert(text.length, word));
    await device.log.settle();
  }
}

async function chat(one: LogDevice, other: LogDevice, what: string, count: number): Promise<void> {
  await write(one, what, count / 2);
  await write(other, what, count / 2);
  await meet(one, other);
}

/** All have the same in the end, and it is all that was ever written. */
async function meet(...devices: readonly LogDevice[]): Promise<void> {
  for (const device of devices) await device.delivers();
  for (const device of devices) {
    for (const other of devices) await device.reaches(other.log.coverage.heads());
  }
  const [first] = devices;
  const text = first?.text.toString() ?? "";
  for (const device of devices) {
    expect(device.text.toString()).toBe(text);
    expect(device.log.state.get().faults).toEqual([]);
  }
  const times = (written.get(team) ?? []).map((word) => text.split(word).length - 1);
  expect(times.filter((count) => count !== 1)).toEqual([]);
}

const parts = (vault: DeviceVault) => {
  return { vault, space: team.space, document: team.document, url: relay.url };
};

async function newDevice(vault: DeviceVault, store?: MemoryEntryStore): Promise<LogDevice> {
  return openLogDevice({ ...parts(vault), store: store ?? (await team.newStore(vault)) });
}

/** Admitted long ago, and on this device for the first time. */
async function newcomer(): Promise<LogDevice> {
  return openLogDevice({ ...parts(team.carol), store: memoryEntryStore(cryptoRandom) });
}

async function end(...devices: readonly LogDevice[]): Promise<void> {
  for (const device of devices) await device.close();
}

function tell(what: string, ...devices: readonly LogDevice[]): void {
  const words = written.get(team)?.length ?? 0;
  console.log(`  ${what}: ${words} entries' words are all there, on ${devices.length} devices`);
}
