import { expect, inject, test } from "vitest";
import { startRelayProcess } from "../support/relay-process";
import { meet, play } from "../support/replay";
import { end, recordedSession, tell, twoPlayers } from "./two-players";

const KILLS = 20;

const trace = recordedSession();

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
