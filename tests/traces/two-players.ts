/** Two people's recorded session, to be played through two engines and a real relay. */
import { randomInt } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { heldEntries } from "../support/held-entries";
import { type DeviceVault, openLogDevice } from "../support/log-device";
import { type LogTeam, newLogTeam } from "../support/log-team";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";
import type { Player } from "../support/replay";
import { readTrace, type Trace } from "../support/trace";

/** Other people's data, not ours to keep: nothing where it is absent, and a line says so. */
export function recordedSession(): Trace | undefined {
  const folder = process.env["BEIAKTE_TRACES"] ?? "../shared/traces";
  const trace = readTrace(join(folder, "friendsforever.json.gz"));
  if (trace === undefined) console.log(`Skipped: no friendsforever.json.gz in ${folder}.`);
  return trace;
}

export async function twoPlayers() {
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

export async function end(players: readonly Player[], relay: RelayProcess): Promise<void> {
  for (const { device } of players) await device.close();
  await relay.stop();
}

/** How long it took, and what it made. */
export function tell(what: string, players: readonly Player[], startedAt: number): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const counts = players.map(({ device, held }) => {
    const updates = held.sealed.filter(({ kind }) => kind === "update").length;
    const snapshots = held.sealed.length - updates;
    return `${updates} entries + ${snapshots} snapshots (${device.resealings()} refused)`;
  });
  console.log(`  ${what}: ${seconds} s, ${counts.join(" and ")}`);
}
