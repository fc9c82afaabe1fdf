import { expect, test } from "vitest";
import { meet, play } from "../support/replay";
import { end, recordedSession, tell, twoPlayers } from "./two-players";

const trace = recordedSession();

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
