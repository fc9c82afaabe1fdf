import { type Bytes, bytesToHex, concatBytes, textToBytes } from "@beiakte/shared/base/bytes";
import { bytesToId, type DeviceId, type SpaceId } from "@beiakte/shared/base/ids";
import type { Clock } from "@beiakte/shared/base/ports";
import { keyFor } from "@beiakte/shared/space/keyring";
import { type OpenPresence, Presence } from "@beiakte/shared/sync/presence";
import { expect, test } from "vitest";
import { testClock } from "../../support/clock";
import { memberOf, setupTeam, type Team } from "../../support/harness";
import { idle } from "../../support/idle";
import { seeded } from "../../support/seeded";

const NOTE = bytesToId("DocumentId", new Uint8Array(16).fill(7));
const OTHER = bytesToId("DocumentId", new Uint8Array(16).fill(8));

type Whisper = { readonly space: SpaceId; readonly from: DeviceId; readonly bytes: Bytes };
type Sent = Whisper & { readonly to: readonly DeviceId[] };

/** A relay that only whispers: at once, to all that are meant, and remembers what it saw. */
function room() {
  const listeners = new Map<DeviceId, (whisper: Whisper) => void>();
  const sent: Sent[] = [];
  const pass = (whisper: Sent): void => {
    for (const [device, listener] of listeners) {
      const isMeant = whisper.to.length === 0 || whisper.to.includes(device);
      if (device !== whisper.from && isMeant) listener(whisper);
    }
  };
  const channel = (from: DeviceId) => ({
    whisper: (space: SpaceId, to: readonly DeviceId[], bytes: Bytes) => {
      const whisper = { space, from, to, bytes };
      sent.push(whisper);
      pass(whisper);
    },
    onWhisper: (listener: (whisper: Whisper) => void) => {
      listeners.set(from, listener);
      return () => void listeners.delete(from);
    },
  });
  return { channel, pass, sent };
}

async function meeting() {
  const team = await setupTeam("anna", "ben");
  const clock = testClock();
  const { channel, pass, sent } = room();
  const presenceOf = (name: string, as: string = name, time: Clock = clock): Presence => {
    const { own } = memberOf(team, name);
    return new Presence({
      space: team.space,
      self: memberOf(team, as).own.device,
      signingKey: own.signingKey,
      roster: () => team.roster,
      keys: { keyFor: (epoch) => keyFor(team.keyring, epoch) },
      channel: channel(memberOf(team, as).own.device),
      clock: time,
      random: seeded(`${name}/${as}`),
    });
  };
  return { team, clock, pass, sent, presenceOf };
}

function memberIdOf(team: Team, name: string) {
  return team.roster.devices.get(memberOf(team, name).own.device)?.member;
}

function heard(open: OpenPresence): Bytes[] {
  const all: Bytes[] = [];
  open.onAwareness((bytes) => all.push(bytes));
  return all;
}

test("[PS1] who has the same document open is seen at once, and is gone when it is closed", async () => {
  const { presenceOf, team } = await meeting();
  const annas = presenceOf("anna").open(NOTE, () => []);
  const ben = presenceOf("ben");
  const other = ben.open(OTHER, () => []);
  await idle();
  expect(annas.others.get()).toEqual([]);
  const bens = ben.open(NOTE, () => []);
  await idle();
  expect(annas.others.get()).toEqual([memberIdOf(team, "ben")]);
  expect(bens.others.get()).toEqual([memberIdOf(team, "anna")]);
  expect(other.others.get()).toEqual([]);
  bens.close();
  await idle();
  expect(annas.others.get()).toEqual([]);
});

test("[PS1] who goes without a word is not shown for longer than two missed beacons", async () => {
  const { clock, presenceOf, team } = await meeting();
  const anna = presenceOf("anna");
  const annas = anna.open(NOTE, () => []);
  const mortal = clock.mortal();
  presenceOf("ben", "ben", mortal.clock).open(NOTE, () => []);
  await idle();
  expect(anna.online.get()).toEqual([memberIdOf(team, "ben")]);
  clock.advance(31_000);
  await idle();
  expect(annas.others.get()).toHaveLength(1);
  mortal.kill();
  clock.advance(61_000);
  await idle();
  expect(annas.others.get()).toEqual([]);
  expect(anna.online.get()).toEqual([]);
});

test("[PS2] carets go only to those who have the document open, and the latest reaches who comes", async () => {
  const { clock, presenceOf, sent, team } = await meeting();
  const annas = presenceOf("anna").open(NOTE, () => []);
  await idle();
  const before = sent.length;
  annas.sendAwareness(textToBytes("first"));
  clock.advance(60);
  await idle();
  expect(sent).toHaveLength(before);
  const bens = presenceOf("ben").open(NOTE, () => []);
  const carets = heard(bens);
  await idle();
  expect(carets.map(bytesToHex)).toEqual([bytesToHex(textToBytes("first"))]);
  annas.sendAwareness(textToBytes("second"));
  annas.sendAwareness(textToBytes("third"));
  await idle();
  expect(carets).toHaveLength(1);
  clock.advance(60);
  await idle();
  expect(carets.map(bytesToHex).slice(1)).toEqual([bytesToHex(textToBytes("third"))]);
  const { device } = memberOf(team, "ben").own;
  expect(sent.at(-1)?.to).toEqual([device]);
});

test("[PS3] a beacon says how far its reader has come", async () => {
  const { clock, presenceOf, team } = await meeting();
  const head = {
    device: memberOf(team, "anna").own.device,
    writer: bytesToId("WriterId", new Uint8Array(8).fill(1)),
    seq: 3,
    id: bytesToId("EntryId", new Uint8Array(32).fill(2)),
  };
  let read: readonly (typeof head)[] = [];
  const annas = presenceOf("anna").open(NOTE, () => []);
  const bens = presenceOf("ben").open(NOTE, () => read);
  await idle();
  expect(annas.seenHeads.get()).toEqual([]);
  read = [head];
  bens.readOn();
  clock.advance(1000);
  await idle();
  expect(annas.seenHeads.get()).toEqual([head]);
});

test("[PS4] a whisper that is played again, changed, or signed by another says nothing", async () => {
  const { clock, pass, presenceOf, sent } = await meeting();
  const annas = presenceOf("anna").open(NOTE, () => []);
  const bens = presenceOf("ben").open(NOTE, () => []);
  const carets = heard(annas);
  await idle();
  bens.sendAwareness(textToBytes("here"));
  clock.advance(60);
  await idle();
  expect(carets).toHaveLength(1);
  const [last] = sent.slice(-1);
  if (last === undefined) return;
  pass(last);
  const changed = Uint8Array.from(last.bytes);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  pass({ ...last, bytes: changed });
  pass({ ...last, bytes: last.bytes.slice(0, 20) });
  pass({ ...last, bytes: concatBytes(last.bytes, Uint8Array.of(0)) });
  await idle();
  clock.advance(100);
  await idle();
  expect(carets).toHaveLength(1);
  bens.close();
  await idle();
  // With Ben's key and under Anna's name: what a member could send, if nobody looked at the key.
  presenceOf("anna", "ben").open(NOTE, () => []);
  await idle();
  expect(annas.others.get()).toEqual([]);
});

test("[PS5] the relay learns from a whisper neither the document nor who reads it", async () => {
  const { presenceOf, sent } = await meeting();
  presenceOf("anna").open(NOTE, () => []);
  presenceOf("ben").open(NOTE, () => []);
  await idle();
  const wire = sent.map(({ bytes }) => bytesToHex(bytes)).join();
  expect(sent.length).toBeGreaterThan(2);
  expect(wire).not.toContain(NOTE);
});
