import { randomInt } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { heldEntries } from "../support/held-entries";
import { type DeviceVault, openLogDevice } from "../support/log-device";
import { type LogTeam, newLogTeam } from "../support/log-team";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";
import { meet, play, type Played, type Player } from "../support/replay";
import { readTrace, withEachCharacterOnce } from "../support/trace";

const FOLDER = process.env["BEIAKTE_TRACES"] ?? "../shared/traces";
const trace = readTrace(join(FOLDER, "friendsforever.json.gz"));
if (trace === undefined) console.log(`Skipped: no friendsforever.json.gz in ${FOLDER}.`);

const KILLS = 20;

test.skipIf(trace === undefined)(
  "[PF7] two people's recorded session ends as it did, over a relay that sees sealed entries",
  async () => {
    if (trace === undefined) return;
    const { relay, players } = await twoPlayers();
    const all = trace.keystrokes.length;
    const way = "together";
    const startedAt = performance.now();
    await play({ trace, players, from: 0, to: all, way, typed: () => undefined });
    await meet(players);
    tell("replayed", players, startedAt);
    for (const { device } of players) {
      expect(device.text.toString()).toBe(trace.endContent);
      expect(device.log.state.get().faults).toEqual([]);
    }
    await end(players, relay);
  },
);

test.skipIf(trace === undefined)(
  "[PF8] the same with the relay killed twenty times on the way",
  async () => {
    if (trace === undefined) return;
    const { data, players, relay: first } = await twoPlayers();
    const all = trace.keystrokes.length;
    let relay = first;
    let kills = 0;
    let waiting = 0;
    let isKilling = Promise.resolve();
    const kill = async (): Promise<void> => {
      await relay.kill();
      for (const { device } of players) waiting += await device.waiting();
      relay = await startRelayProcess(inject("relay"), data, relay.port);
    };
    const typed = (count: number): void => {
      if (kills === KILLS || count < ((kills + 1) * all) / (KILLS + 1)) return;
      kills += 1;
      isKilling = isKilling.then(kill);
    };
    const startedAt = performance.now();
    await play({ trace, players, from: 0, to: all, way: "together", typed });
    await isKilling;
    await meet(players);
    tell(
      `replayed with ${kills} kills, ${waiting} entries unacknowledged at them`,
      players,
      startedAt,
    );
    expect(kills).toBe(KILLS);
    expect(waiting).toBeGreaterThan(0);
    for (const { device } of players) {
      expect(device.text.toString()).toBe(trace.endContent);
      expect(device.log.state.get().faults).toEqual([]);
    }
    await end(players, relay);
  },
);

test.skipIf(trace === undefined)(
  "[PF9] with one of them offline for the middle third, every character is there once",
  async () => {
    if (trace === undefined) return;
    const { players, relay } = await twoPlayers();
    const marked = withEachCharacterOnce(trace);
    const all = trace.keystrokes.length;
    const [first, second] = [Math.floor(all / 3), Math.floor((2 * all) / 3)];
    const part = { trace: marked, players, typed: () => undefined };
    const startedAt = performance.now();
    const played: Played[] = [await play({ ...part, from: 0, to: first, way: "together" })];
    await meet(players);
    players[1].device.goOffline();
    played.push(await play({ ...part, from: first, to: second, way: "apart" }));
    const kept = await players[1].device.waiting();
    players[1].device.goOnline();
    await meet(players);
    played.push(await play({ ...part, from: second, to: all, way: "together" }));
    await meet(players);
    tell(`replayed, ${kept} entries written offline`, players, startedAt);
    const [one, other] = players.map(({ device }) => device.text.toString());
    expect(one).toBe(other);
    const deleted = new Set(played.flatMap((some) => some.deleted.flatMap((text) => [...text])));
    const inserted = played.flatMap((some) => some.inserted.flatMap((text) => [...text]));
    const expected = inserted.filter((letter) => !deleted.has(letter));
    console.log(`  ${inserted.length} characters put in, ${expected.length} not taken away`);
    expect([...(one ?? "")].toSorted()).toEqual(expected.toSorted());
    expect(kept).toBeGreaterThan(100);
    for (const { device } of players) expect(device.log.state.get().faults).toEqual([]);
    await end(players, relay);
  },
);

async function twoPlayers() {
  const data = mkdtempSync(join(tmpdir(), "beiakte-trace-"));
  const relay = await startRelayProcess(inject("relay"), data);
  const team = await newLogTeam();
  // Once in the recording both type where Yjs sees one place, since what stood between is removed.
  // It puts the lower client id first, sealed or not; the recording has the first person there.
  const [first, second] = [randomInt(2 ** 31), 2 ** 31 + randomInt(2 ** 31)];
  const players: readonly [Player, Player] = [
    await newPlayer(team, team.anna, relay.url, first),
    await newPlayer(team, team.ben, relay.url, second),
  ];
  return { data, players, relay };
}

async function newPlayer(
  team: LogTeam,
  vault: DeviceVault,
  url: string,
  client: number,
): Promise<Player> {
  const { document, space } = team;
  const store = await team.newStore(vault);
  const held = heldEntries(store, vault.own.device);
  const logStore = held.store;
  const device = await openLogDevice({ vault, space, document, url, store, logStore, client });
  device.log.isTogether = true;
  return { device, held };
}

async function end(players: readonly Player[], relay: RelayProcess): Promise<void> {
  for (const { device } of players) await device.close();
  await relay.stop();
}

function tell(what: string, players: readonly Player[], startedAt: number): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const counts = players.map(({ device, held }) => {
    const updates = held.sealed.filter(({ kind }) => kind === "update").length;
    const snapshots = held.sealed.length - updates;
    return `${updates} entries + ${snapshots} snapshots (${device.resealings()} refused)`;
  });
  console.log(`  ${what}: ${seconds} s, ${counts.join(" and ")}`);
}
