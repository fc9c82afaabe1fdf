/**
 * Plays a recorded session back on two devices: each sees of the other's exactly what its person
 * had seen, at the keystroke at which they had, and all of it has come sealed over the relay.
 */
import { assert } from "@beiakte/shared/base/assert";
import type { EntryId } from "@beiakte/shared/base/ids";
import { changed, holdsAll, type LogDevice } from "./log-device";
import type { HeldEntries, Sealed } from "./held-entries";
import type { Keystroke, Trace } from "./trace";

export type Player = { readonly device: LogDevice; readonly held: HeldEntries };

export type Played = {
  /** What was really put in and taken away, each piece once for each side that did it. */
  readonly inserted: string[];
  readonly deleted: string[];
};

export type Passage = {
  readonly trace: Trace;
  readonly players: readonly [Player, Player];
  /** Keystrokes of the recording, the last one not included. */
  readonly from: number;
  readonly to: number;
  /** `apart`: nobody sees anything of the other one. */
  readonly way: "together" | "apart";
  readonly typed: (count: number) => void;
};

/** How far a player's entries stand for their keystrokes. */
type Cut = { readonly ids: readonly EntryId[]; readonly last: Sealed | undefined };

/** Both play at once, each as fast as what they wait for arrives. */
export async function play(passage: Passage): Promise<Played> {
  const { from, to, trace, way } = passage;
  const before = trace.keystrokes.slice(0, from);
  const keystrokes = trace.keystrokes.slice(from, to);
  const countOf = (agent: 0 | 1): number => before.filter((one) => one.agent === agent).length;
  const starts = [countOf(0), countOf(1)] as const;
  const cuts = [cutsFor(0, keystrokes, starts[0]), cutsFor(1, keystrokes, starts[1])] as const;
  const played: Played = { inserted: [], deleted: [] };
  let count = from;
  await Promise.all(
    ([0, 1] as const).map(async (agent) => {
      const player = passage.players[agent];
      const others = cuts[agent === 0 ? 1 : 0];
      let own = starts[agent];
      let sealed = player.held.sealed.length;
      for (const keystroke of keystrokes.filter((one) => one.agent === agent)) {
        const awaited = way === "together" ? others.get(keystroke.seen) : undefined;
        if (awaited !== undefined && !awaited.isTaken) {
          awaited.isTaken = true;
          await take(player, await awaited.cut);
        }
        type(player, keystroke, played);
        own += 1;
        count += 1;
        passage.typed(count);
        const due = cuts[agent].get(own);
        if (due === undefined) continue;
        due.isMade(await seal(player, way, sealed));
        sealed = player.held.sealed.length;
      }
    }),
  );
  return played;
}

/** Both read all that there is, until they have the same. */
export async function meet([one, other]: readonly [Player, Player]): Promise<void> {
  for (const { device, held } of [one, other]) {
    held.open("for-all");
    await device.log.read();
  }
  const [ones, others] = [one.device.log, other.device.log];
  const isMet = (): boolean =>
    holdsAll(ones.coverage, others.coverage.heads()) &&
    holdsAll(others.coverage, ones.coverage.heads()) &&
    ones.state.get().isComplete &&
    others.state.get().isComplete;
  do {
    await one.device.delivers();
    await other.device.delivers();
    if (isMet()) break;
    await Promise.race([changed(ones.state), changed(others.state)]);
  } while (!isMet());
  for (const { held } of [one, other]) held.open("for-those-let-in");
}

type Awaited = {
  readonly cut: Promise<Cut>;
  readonly isMade: (cut: Cut) => void;
  isTaken: boolean;
};

/** By how many keystrokes of this agent had been made, where the other one saw so many. */
function cutsFor(agent: 0 | 1, keystrokes: readonly Keystroke[], start: number) {
  const cuts = new Map<number, Awaited>();
  for (const { agent: author, seen } of keystrokes) {
    if (author === agent || seen <= start || cuts.has(seen)) continue;
    let isMade: ((cut: Cut) => void) | undefined;
    const cut = new Promise<Cut>((resolve) => (isMade = resolve));
    assert(isMade !== undefined, "a promise calls at once");
    cuts.set(seen, { cut, isMade, isTaken: false });
  }
  return cuts;
}

async function seal({ device, held }: Player, way: Passage["way"], since: number): Promise<Cut> {
  await device.log.settle();
  // The relay may refuse a snapshot, and with it what waits behind it, to be sealed again as one
  // entry: until that is settled nothing more is typed, or the other one could not see it in parts.
  const hasFolded = held.sealed.slice(since).some(({ kind }) => kind === "snapshot");
  if (way === "together" && hasFolded) await device.delivers();
  const ids = held.sealed.map(({ head }) => head.id);
  return { ids, last: held.sealed.findLast(({ kind }) => kind === "update") };
}

async function take({ device, held }: Player, { ids, last }: Cut): Promise<void> {
  held.letIn(ids);
  void device.log.read();
  if (last !== undefined) await device.reaches([last.head]);
}

/** As recorded, where the document is as it was then; else as near to it as it goes. */
function type({ device }: Player, { patches }: Keystroke, played: Played): void {
  device.write((text) => {
    for (const [position, deleted, inserted] of patches) {
      const at = Math.min(position, text.length);
      const length = Math.min(deleted, text.length - at);
      if (length > 0) {
        played.deleted.push(text.toString().slice(at, at + length));
        text.delete(at, length);
      }
      if (inserted === "") continue;
      text.insert(at, inserted);
      played.inserted.push(inserted);
    }
  });
}
