import { expect, test } from "vitest";
import { meet, play, type Played } from "../support/replay";
import { withEachCharacterOnce } from "../support/trace";
import { end, recordedSession, tell, twoPlayers } from "./two-players";

const trace = recordedSession();

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
