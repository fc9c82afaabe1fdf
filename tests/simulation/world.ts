/**
 * A small office under a seed: devices with two contexts each, their disks, a relay, and a clock.
 * Nothing commits and nothing arrives by itself: between two operations the seed says how much of
 * what is under way happens, and in which order.
 */
import { assert } from "@beiakte/shared/base/assert";
import type { DocumentId } from "@beiakte/shared/base/ids";
import type { EntryStore } from "../../extension/src/workspace/entry-store";
import { testClock } from "../support/clock";
import { makeContexts } from "../support/contexts";
import { type FailingStore, failingStore } from "../support/failing-store";
import {
  makeLog,
  memberOf,
  numberedDocument,
  openEngine,
  type OpenLog,
  type Team,
  type TestDevice,
  type TestEngine,
} from "../support/harness";
import { idle } from "../support/idle";
import { MemoryRelay } from "../support/memory-relay";
import { memoryEntryStore, type MemoryEntryStore } from "../support/memory-entry-store";
import { type Seeded, seeded } from "../support/seeded";
import { Switchboard } from "../support/switchboard";
import { Contents } from "./contents";

export const DOCUMENTS: readonly DocumentId[] = [numberedDocument(1), numberedDocument(2)];
const PANELS_MOST = 2;

export type Panel = OpenLog & {
  readonly device: Device;
  readonly document: DocumentId;
  readonly failing: readonly FailingStore[];
  stage: "opening" | "open" | "closing" | "gone";
  /** What was written here after the log listened. */
  readonly letters: Set<string>;
};

export type Device = {
  readonly name: string;
  readonly contexts: TestDevice["contexts"];
  readonly random: Seeded;
  store: MemoryEntryStore;
  backup: MemoryEntryStore | undefined;
  engine: TestEngine & { readonly failing: readonly FailingStore[] };
  panels: Panel[];
  isOnline: boolean;
  /** Set back, and not yet told by the relay what it has forgotten. */
  isBehind: boolean;
  readonly commits: (() => void)[];
  readonly news: (() => void)[];
};

export type Letter = { readonly panel: Panel; isDeleted: boolean; isLost: boolean };

export class World {
  readonly team: Team;
  readonly random: Seeded;
  readonly clock = testClock();
  readonly relay: MemoryRelay;
  readonly switchboard: Switchboard;
  readonly devices: readonly Device[];
  readonly contents: Contents;
  readonly letters = new Map<string, Letter>();
  /** Closed, and not looked after yet. */
  readonly closed: Panel[] = [];
  #isInspecting = false;

  constructor(team: Team, seed: string | number, names: readonly string[]) {
    this.team = team;
    this.random = seeded(seed);
    this.contents = new Contents(team);
    this.relay = new MemoryRelay(team.space);
    this.switchboard = new Switchboard(this.relay);
    this.devices = names.map((name) => this.#newDevice(name, seed));
  }

  /** Everybody has accepted the invitation before the run begins. */
  async begin(): Promise<void> {
    for (const device of this.devices) {
      await this.inspect(() => device.store.addRecords(this.team.space, 0, this.team.records));
      this.startEngine(device);
      this.openPanel(device, numberedDocument(1));
    }
  }

  /** Looks into stores without letting time pass for anybody else. */
  async inspect<Value>(look: () => Promise<Value>): Promise<Value> {
    this.#isInspecting = true;
    try {
      return await look();
    } finally {
      this.#isInspecting = false;
    }
  }

  /** Lets at most so many things happen that are under way; whether any is left. */
  async run(most: number): Promise<boolean> {
    for (let i = 0; i < most; i += 1) {
      await idle();
      const happenings = this.#happenings();
      if (happenings.length === 0) return false;
      happenings[this.random.below(happenings.length)]?.();
    }
    await idle();
    return this.#happenings().length > 0;
  }

  async runOut(): Promise<void> {
    assert(!(await this.run(20_000)), "what is under way comes to an end");
  }

  #happenings(): readonly (() => void)[] {
    const queues = this.devices.flatMap(({ commits, news }) => [commits, news]);
    return [
      ...queues.filter((queue) => queue.length > 0).map((queue) => () => queue.shift()?.()),
      ...this.switchboard.wires.map((wire) => () => this.switchboard.deliver(wire)),
    ];
  }

  openPanel(device: Device, document: DocumentId, before = ""): Panel | undefined {
    if (device.panels.length >= PANELS_MOST) return undefined;
    const failing: FailingStore[] = [];
    // Of the two panels the first is the one that holds the line to the relay.
    const isOwner = device.panels.length === 0;
    const made = makeLog(this.#asTestDevice(device), document, {
      ...(isOwner ? { news: device.engine.news } : {}),
      wrap: (store) => watched(store, failing),
    });
    const letters = new Set<string>();
    const panel: Panel = { ...made, device, document, failing, stage: "opening", letters };
    device.panels.push(panel);
    if (before !== "") {
      made.doc.getText("text").insert(0, before);
      this.letters.set(before, { panel, isDeleted: false, isLost: false });
    }
    void made.log.open().then(() => {
      if (panel.stage === "opening") panel.stage = "open";
    });
    return panel;
  }

  closePanel(panel: Panel): void {
    panel.stage = "closing";
    void panel.log.close().then(() => {
      this.#leave(panel);
      this.closed.push(panel);
    });
  }

  killPanel(panel: Panel): void {
    panel.kill();
    this.#leave(panel);
  }

  startEngine(device: Device): void {
    const failing: FailingStore[] = [];
    const engine = openEngine(
      this.#asTestDevice(device),
      this.switchboard,
      () => {
        for (const panel of device.panels) if (panel.stage === "open") void panel.log.reseal();
      },
      (store) => watched(store, failing),
    );
    device.engine = { ...engine, failing };
  }

  restart(device: Device): void {
    for (const panel of [...device.panels]) this.killPanel(panel);
    device.engine.kill();
    // What was on its way to the disk is not there any more.
    device.commits.length = 0;
    device.news.length = 0;
    this.startEngine(device);
  }

  get panels(): readonly Panel[] {
    return this.devices.flatMap(({ panels }) => panels);
  }

  isLive(device: Device): boolean {
    return device.engine.engine.space(this.team.space)?.state.get().type === "live";
  }

  #leave(panel: Panel): void {
    panel.stage = "gone";
    panel.device.panels = panel.device.panels.filter((other) => other !== panel);
  }

  #newDevice(name: string, seed: string | number): Device {
    const random = seeded(`${seed}/${name}`);
    const commits: (() => void)[] = [];
    const news: (() => void)[] = [];
    const store = memoryEntryStore(random, (commit) =>
      this.#isInspecting ? commit() : void commits.push(commit),
    );
    const contexts = makeContexts((arrive) => void news.push(arrive));
    const device: Omit<Device, "engine"> & Partial<Device> = {
      name,
      contexts,
      random,
      store,
      backup: undefined,
      panels: [],
      isOnline: true,
      isBehind: false,
      commits,
      news,
    };
    return device as Device;
  }

  #asTestDevice({ contexts, name, random, store }: Device): TestDevice {
    const { own } = memberOf(this.team, name);
    return { team: this.team, name, own, store, contexts, clock: this.clock, random };
  }
}

function watched(store: EntryStore, failing: FailingStore[]): EntryStore {
  const one = failingStore(store);
  failing.push(one);
  return one.store;
}
