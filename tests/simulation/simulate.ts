/** One run: operations by a seed, invariants on the way, healing, and what must be true then. */
import { assert } from "@beiakte/shared/base/assert";
import { expect } from "vitest";
import { ACTION, type Team } from "../support/harness";
import { idle } from "../support/idle";
import { seeded } from "../support/seeded";
import { type Operation, TYPES, type OperationType, WEIGHTS } from "./operation";
import { letterOf } from "./contents";
import { isFoundIn } from "./planted";
import { type Device, DOCUMENTS, type Panel, World } from "./world";

/** A word that a caseworker writes, and that nobody else may ever find. */
export const PLANTED = "Wohnungskündigung Familie Österreicher";

export type Counts = Record<OperationType, number> & {
  letters: number;
  entries: number;
  snapshots: number;
  diverged: number;
  refused: number;
  lostUnsaved: number;
};

export function noCounts(): Counts {
  const zero = Object.fromEntries(TYPES.map((type) => [type, 0])) as Record<OperationType, number>;
  const rest = { letters: 0, entries: 0, snapshots: 0, diverged: 0, refused: 0, lostUnsaved: 0 };
  return { ...zero, ...rest };
}

export type Run = { readonly seed: string; readonly operations: number; readonly devices: number };

export async function simulate(team: Team, run: Run, counts: Counts): Promise<World> {
  const names = [...team.members.keys()].slice(0, run.devices);
  const world = new World(team, run.seed, names);
  world.switchboard.tamper = (frame) => {
    if (frame.type === "diverged") counts.diverged += 1;
    if (frame.type === "refused") counts.refused += 1;
    return [frame];
  };
  await world.begin();
  const choose = seeded(`${run.seed} operations`);
  for (let i = 0; i < run.operations; i += 1) {
    const operation = chosen(choose);
    if (await happened(world, operation, choose, counts)) counts[operation.type] += 1;
    await world.run(choose.below(4) === 0 ? 200 : choose.below(24));
    await nothingSavedIsLost(world, counts);
    equalWhereCoverageIs(world);
    if (i % 10 === 9) await acknowledgedAreAtTheRelay(world);
  }
  await heal(world, counts);
  await holdsAtTheEnd(world, counts);
  const outside = [...world.relay.disk, ...world.switchboard.seen];
  expect(isFoundIn(PLANTED, outside), "[I4] no word outside of the devices").toBe(false);
  return world;
}

function chosen(random: ReturnType<typeof seeded>): Operation {
  const all = TYPES.reduce((sum, type) => sum + WEIGHTS[type], 0);
  let at = random.below(all);
  const type = TYPES.find((one) => (at -= WEIGHTS[one]) < 0) ?? "wait";
  if (type === "write") return { type, letters: 1 + random.below(6) };
  if (type === "disk-full") return { type, afterWrites: 1 + random.below(4) };
  if (type === "wait") return { type, ms: [50, 500, 1600, 11_000, 35_000][random.below(5)] ?? 50 };
  return { type };
}

/** Whether there was something to do it to. */
async function happened(
  world: World,
  operation: Operation,
  random: ReturnType<typeof seeded>,
  counts: Counts,
): Promise<boolean> {
  const pick = <One>(from: readonly One[]): One | undefined => from[random.below(from.length)];
  const device = pick(world.devices);
  const panel = pick(world.panels.filter(({ stage }) => stage === "open"));
  const document = pick(DOCUMENTS.slice(0, random.below(4) === 0 ? 2 : 1));
  if (device === undefined || document === undefined) return false;
  const nextLetter = (): string => letterOf(world.letters.size);
  switch (operation.type) {
    case "open-panel":
      return world.openPanel(device, document) !== undefined;
    case "write-before-open": {
      const opened = world.openPanel(device, document, nextLetter());
      return opened !== undefined;
    }
    case "close-panel":
      if (panel !== undefined) world.closePanel(panel);
      return panel !== undefined;
    case "kill-panel": {
      const victim = pick(world.panels);
      if (victim === undefined) return false;
      const isSaved = victim.stage === "open" && !victim.log.state.get().isWriting;
      world.killPanel(victim);
      await afterLoss(world, counts, isSaved ? victim : undefined);
      return true;
    }
    case "restart-device":
      world.restart(device);
      await afterLoss(world, counts);
      return true;
    case "write":
      if (panel === undefined) return false;
      write(world, panel, operation.letters, random);
      counts.letters += operation.letters;
      return true;
    case "delete":
      return panel !== undefined && remove(world, panel, random.below(1000));
    case "tick":
    case "untick":
    case "move": {
      if (panel === undefined) return false;
      const step = `step-${random.below(5)}`;
      const plan = panel.doc.getMap<string | number>("plan");
      panel.doc.transact(() => {
        if (operation.type === "tick") plan.set(`${step}/tick/${device.name}`, PLANTED);
        else if (operation.type === "untick") plan.delete(`${step}/tick/${device.name}`);
        else plan.set(`${step}/order`, random.below(1000));
      }, ACTION);
      return true;
    }
    case "snapshot":
      if (panel !== undefined) void panel.log.snapshotIfDue("quiet");
      return panel !== undefined;
    case "colleague-here":
    case "colleague-gone":
      if (panel !== undefined) panel.log.isTogether = operation.type === "colleague-here";
      return panel !== undefined;
    case "disk-full":
      for (const one of failingOf(device)) {
        if (random.below(2) === 0) one.fill("store-full");
        else one.failAt(one.writes() + operation.afterWrites);
      }
      return true;
    case "disk-emptied":
      for (const one of failingOf(device)) one.heal();
      return true;
    case "offline":
    case "online":
      device.isOnline = operation.type === "online";
      world.switchboard.setReachable(device.name, device.isOnline);
      if (device.isOnline) device.engine.engine.wake();
      return true;
    case "connection-dies":
      world.switchboard.cut(device.name);
      return true;
    case "repeat-message": {
      const wire = pick(world.switchboard.wires);
      if (wire !== undefined) world.switchboard.repeat(wire);
      return wire !== undefined;
    }
    case "back-up-profile":
      device.backup = device.store.copy();
      return true;
    case "set-profile-back": {
      if (device.backup === undefined || !isRelayWhole(world)) return false;
      world.restart(device);
      device.engine.kill();
      device.store = device.backup.copy();
      device.isBehind = true;
      world.startEngine(device);
      await afterLoss(world, counts);
      return true;
    }
    case "restart-relay":
      world.switchboard.cut();
      return true;
    case "set-relay-back":
    case "wipe-relay": {
      // One who was set back and a relay that was set back at once may both have forgotten the same
      // entry, and its place may be taken by another one: then the fork is told, and stays.
      for (const one of world.devices) if (world.isLive(one)) one.isBehind = false;
      if (world.devices.some(({ isBehind }) => isBehind)) return false;
      world.switchboard.cut();
      if (operation.type === "wipe-relay") world.relay.wipe();
      else world.relay.setBack(random.below(world.relay.ids.length + 1));
      await afterLoss(world, counts);
      return true;
    }
    case "wait":
      world.clock.advance(operation.ms);
      return true;
  }
}

function failingOf(device: Device) {
  return [...device.engine.failing, ...device.panels.flatMap(({ failing }) => failing)];
}

function write(world: World, panel: Panel, letters: number, random: { below(n: number): number }) {
  const text = panel.doc.getText("text");
  let at = random.below(text.length + 1);
  for (let i = 0; i < letters; i += 1) {
    const letter = letterOf(world.letters.size);
    world.letters.set(letter, { panel, isDeleted: false, isLost: false });
    panel.letters.add(letter);
    text.insert(at, letter);
    at += 1;
  }
}

function remove(world: World, panel: Panel, chance: number): boolean {
  const text = panel.doc.getText("text");
  if (text.length === 0) return false;
  const at = chance % text.length;
  const letter = text.toString().charAt(at);
  const written = world.letters.get(letter);
  assert(written !== undefined, "only what was written is there");
  written.isDeleted = true;
  text.delete(at, 1);
  return true;
}

/**
 * Something died. What nobody holds any more is gone for good; what was said to be saved must not
 * be among it.
 */
async function afterLoss(world: World, counts: Counts, saved?: Panel): Promise<void> {
  await idle();
  const held = await durable(world);
  for (const [letter, written] of world.letters) {
    if (written.isDeleted || written.isLost || written.panel.stage !== "gone") continue;
    if (held.has(letter)) continue;
    written.isLost = true;
    counts.lostUnsaved += 1;
    const wasSaved = written.panel === saved && written.panel.letters.has(letter);
    expect(wasSaved, `a letter that was saved is gone: ${letter.codePointAt(0)}`).toBe(false);
  }
}

/** A log that is closed while the disk is full says that it is still writing: what that is, goes. */
async function nothingSavedIsLost(world: World, counts: Counts): Promise<void> {
  for (const panel of world.closed.splice(0)) {
    const isSaved = !panel.log.state.get().isWriting;
    await afterLoss(world, counts, isSaved ? panel : undefined);
  }
}

async function durable(world: World): Promise<ReadonlySet<string>> {
  const all = await world.inspect(async () => {
    const letters: string[] = [];
    for (const document of DOCUMENTS) {
      for (const { name, store } of world.devices) {
        letters.push(...(await world.contents.ofStore(store, name, document)));
      }
      letters.push(...(await world.contents.ofEntries(world.relay.entries, document)));
    }
    return letters;
  });
  return new Set(all);
}

function isRelayWhole(world: World): boolean {
  const ids = new Set(world.relay.ids);
  return [...world.relay.everHeld].every((id) => ids.has(id));
}

/** I2: whoever has read the same has the same. */
function equalWhereCoverageIs(world: World): void {
  const seen = new Map<string, { readonly picture: string; readonly panel: Panel }>();
  for (const panel of world.panels) {
    const { isComplete, isUnsealed } = panel.log.state.get();
    if (panel.stage !== "open" || !isComplete || isUnsealed) continue;
    const heads = panel.log.coverage.heads().map(({ device, id, writer }) => [device, writer, id]);
    const key = JSON.stringify([panel.document, heads]);
    const other = seen.get(key);
    const picture = pictureOf(panel);
    if (other === undefined) seen.set(key, { picture, panel });
    else expect(picture, "[I2] equal coverage, equal documents").toBe(other.picture);
  }
}

function pictureOf({ doc }: Panel): string {
  const plan = doc.getMap("plan").toJSON();
  const sorted = Object.entries(plan).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([doc.getText("text").toString(), sorted]);
}

/** I3: nothing leaves an outbox that the relay has not had. */
async function acknowledgedAreAtTheRelay(world: World): Promise<void> {
  await idle();
  await world.inspect(async () => {
    for (const { store } of world.devices) {
      for (const document of DOCUMENTS) {
        const rows = await store.entriesOf(world.team.space, document, 0);
        for (const { id, place } of rows) {
          if (place !== "acknowledged") continue;
          expect(world.relay.everHeld.has(id), "[I3] acknowledged by the relay").toBe(true);
        }
      }
    }
  });
}

async function heal(world: World, counts: Counts): Promise<void> {
  for (const device of world.devices) {
    for (const one of failingOf(device)) one.heal();
    device.isOnline = true;
    world.switchboard.setReachable(device.name, true);
    device.engine.engine.wake();
  }
  await world.runOut();
  for (let i = 0; i < 14; i += 1) {
    world.clock.advance(i < 6 ? 1100 : 12_000);
    await world.runOut();
  }
  for (const panel of world.panels) if (panel.stage === "open") world.closePanel(panel);
  await world.runOut();
  expect(world.panels.map(({ stage }) => stage)).toEqual([]);
  await nothingSavedIsLost(world, counts);
  // What is to be sealed again is sealed by whoever opens the document next.
  for (const document of DOCUMENTS) {
    for (const device of world.devices) world.openPanel(device, document);
    await world.runOut();
    world.clock.advance(2500);
    await world.runOut();
    for (const panel of world.panels) world.closePanel(panel);
    await world.runOut();
  }
}

async function holdsAtTheEnd(world: World, counts: Counts): Promise<void> {
  for (const document of DOCUMENTS) {
    const panels = world.devices.flatMap((device) => world.openPanel(device, document) ?? []);
    await world.runOut();
    expect(panels.map(({ stage }) => stage)).toEqual(panels.map(() => "open"));
    for (const { device, log } of panels) {
      const { faults, isComplete, isUnsealed, storeFault } = log.state.get();
      const where = `${device.name} ${DOCUMENTS.indexOf(document)}`;
      expect({ where, faults, isComplete, isUnsealed, storeFault }).toEqual({
        where,
        faults: [],
        isComplete: true,
        isUnsealed: false,
        storeFault: undefined,
      });
    }
    const [first, ...others] = panels.map(pictureOf);
    for (const other of others) expect(other, "all views are equal").toBe(first);
    lettersAreThereOnce(world, panels[0], document);
    for (const panel of panels) world.closePanel(panel);
    await world.runOut();
  }
  await nothingWaits(world);
  counts.entries += world.relay.ids.length;
  const kinds = world.relay.entries.map((bytes) => bytes[1]);
  counts.snapshots += kinds.filter((kind) => kind === 2).length;
}

function lettersAreThereOnce(world: World, panel: Panel | undefined, document: unknown): void {
  const text = panel?.doc.getText("text").toString() ?? "";
  const found = [...text];
  expect(new Set(found).size, "no letter is there twice").toBe(found.length);
  const expected = [...world.letters].filter(
    ([, { isDeleted, isLost, panel: by }]) => by.document === document && !isDeleted && !isLost,
  );
  const missing = expected.filter(([letter]) => !found.includes(letter));
  const names = missing.map(
    ([letter, by]) => `${letter.codePointAt(0)} of ${by.panel.device.name}`,
  );
  expect(names, "[I1] every letter that was written and not deleted is there").toEqual([]);
}

/** I1: after healing the relay holds everything that any device holds. */
async function nothingWaits(world: World): Promise<void> {
  const atRelay = new Set(world.relay.ids);
  await world.inspect(async () => {
    for (const { name, store } of world.devices) {
      expect([name, (await store.waiting(world.team.space)).length]).toEqual([name, 0]);
      for (const document of DOCUMENTS) {
        const rows = await store.entriesOf(world.team.space, document, 0);
        const lacking = rows.filter(
          ({ id, place }) => place === "acknowledged" && !atRelay.has(id),
        );
        expect([name, lacking.length]).toEqual([name, 0]);
      }
    }
  });
}
