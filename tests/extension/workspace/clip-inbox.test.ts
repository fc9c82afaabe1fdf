import { bytesToId, type CaseId } from "@beiakte/shared/base/ids";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { viewNoteClip } from "@beiakte/shared/model/clip-note";
import { addIdentifier } from "@beiakte/shared/model/identifiers";
import type { Clip } from "@beiakte/shared/portal/clip";
import { parseProfile } from "@beiakte/shared/portal/profile";
import { expect, test } from "vitest";
import { keepClip } from "../../../extension/src/workspace/clip-keeping";
import type { OpenTeam } from "../../../extension/src/workspace/workspace";
import { until } from "../../support/colleague";
import { must } from "../../support/devices";
import { failingStore } from "../../support/failing-store";
import { memoryEntryStore } from "../../support/memory-entry-store";
import { teamDevice } from "../../support/team-device";

const BG = "12345//0012345";
const OTHER_BG = "54321//0054321";

function clipOf(over: Partial<Clip> = {}): Clip {
  return {
    clip: bytesToId("ClipId", cryptoRandom.bytes(16)),
    text: "Unterlagen fehlen.\nFrist 1. Februar 2031",
    anchor: { prefix: "Hinweis: ", suffix: "Ende", start: 12 },
    origin: "https://portal.example",
    path: "/klienten/1001",
    title: "Akte",
    at: Date.UTC(2026, 10, 22, 9, 40),
    identifiers: [{ kind: "bg_number", value: BG }],
    ...over,
  };
}

type Device = Awaited<ReturnType<typeof teamDevice>>;

/** As the background does, which knows no key. */
async function take(device: Device, clip: Clip): Promise<void> {
  const open = async () => ({ ...device.store, close: () => undefined });
  must(await keepClip(clip, { names: ["it"], exists: async () => true, open }));
  device.clips.ring();
}

async function notesOf(team: OpenTeam, id: CaseId, count: number): Promise<readonly string[]> {
  const open = must(await team.openCase(id));
  const notes = await until(
    open.notes,
    (all) => all.length >= count && all.every(({ text }) => text !== ""),
  );
  await open.close();
  return notes.map(({ text }) => text);
}

async function emptied(device: Device): Promise<void> {
  await expect.poll(() => device.store.clips.all(), { timeout: 10_000, interval: 20 }).toEqual([]);
}

test("[CL11] a clip that was taken while the vault was locked is filed on unlocking, as a note with its source", async () => {
  const device = await teamDevice();
  const first = await device.unlock();
  const haddad = await device.createCase(first.team, "Haddad", BG);
  await device.createCase(first.team, "Okafor", OTHER_BG);
  await first.keeper.lock("button");
  const clip = clipOf();
  await take(device, clip);
  const { team } = await device.unlock();
  await emptied(device);
  const [text] = await notesOf(team, haddad, 1);
  expect(text).toMatch(
    /^Unterlagen fehlen\.\nFrist 1\. Februar 2031\nAkte\nportal\.example\/klienten\/1001 · 22\.11\.2026, \d\d:40$/u,
  );
  const open = must(await team.openCase(haddad));
  const [note] = open.notes.get();
  if (note === undefined) throw new Error("no note");
  expect(note).toMatchObject({ kind: "other", occurredAt: clip.at, access: "writable" });
  const opened = await open.openNote(note.noteId);
  expect(opened.clip.get()).toEqual({
    clip: clip.clip,
    caseId: haddad,
    text: clip.text,
    prefix: "Hinweis: ",
    suffix: "Ende",
    start: 12,
    origin: clip.origin,
    path: clip.path,
    title: clip.title,
    at: clip.at,
  });
  expect(viewNoteClip(opened.doc)).toEqual(opened.clip.get());
});

test("[CL19] the team's profile for the portal says how a clip becomes a note", async () => {
  const device = await teamDevice();
  const { team } = await device.unlock();
  const haddad = await device.createCase(team, "Haddad", BG);
  const addresses = [{ origin: "https://portal.example", path: "/klienten" }];
  const clip = "Auskunft von {portal}, {time}\n{text}";
  team.portals.save(must(parseProfile({ id: "amt", name: "Amt", addresses, clip })));
  await until(team.caseload, (rows) => rows.length === 1);
  await take(device, clipOf());
  await emptied(device);
  const [text] = await notesOf(team, haddad, 1);
  expect(text).toMatch(
    /^Auskunft von Amt, 22\.11\.2026, \d\d:40\nUnterlagen fehlen\.\nFrist 1\. Februar 2031$/u,
  );
});

test("[CL12] where none or several cases fit it waits, and goes where the person says", async () => {
  const device = await teamDevice();
  const { team } = await device.unlock();
  const haddad = await device.createCase(team, "Haddad", BG);
  const okafor = await device.createCase(team, "Okafor", OTHER_BG);
  await until(team.caseload, (rows) => rows.length === 2);
  const both = clipOf({
    identifiers: [
      { kind: "bg_number", value: BG },
      { kind: "bg_number", value: OTHER_BG },
    ],
  });
  const none = clipOf({ identifiers: [], at: both.at + 1 });
  await take(device, both);
  await take(device, none);
  const { clips } = await until(team.inbox.view, (view) => view.clips.length === 2);
  expect(clips.map(({ cases }) => cases.length)).toEqual([2, 0]);
  expect(must(await team.inbox.file(both.clip, okafor))).toBe(okafor);
  expect(must(await team.inbox.file(none.clip, haddad))).toBe(haddad);
  expect(await notesOf(team, okafor, 1)).toHaveLength(1);
  expect(await notesOf(team, haddad, 1)).toHaveLength(1);
  await until(team.inbox.view, (view) => view.clips.length === 0);
  expect(await team.inbox.file(none.clip, haddad)).toEqual({ ok: false, error: "gone" });
});

test("[CL12] beside other numbers of the same kind one case is not enough: the page may be a list", async () => {
  const device = await teamDevice();
  const { team } = await device.unlock();
  const haddad = await device.createCase(team, "Haddad", BG);
  await until(team.caseload, (rows) => rows.length === 1);
  const list = clipOf({
    identifiers: [
      { kind: "bg_number", value: BG },
      { kind: "bg_number", value: "99999//0099999" },
    ],
  });
  await take(device, list);
  const { clips } = await until(team.inbox.view, (view) => view.clips.length === 1);
  expect(clips[0]?.cases).toEqual([haddad]);
});

test("[CL12] a clip that waits files itself when its number is given to a case", async () => {
  const device = await teamDevice();
  const { team } = await device.unlock();
  const haddad = await device.createCase(team, "Haddad");
  await take(device, clipOf());
  await until(team.inbox.view, (view) => view.clips.length === 1);
  const open = must(await team.openCase(haddad));
  const actor = { member: team.team.get().self, clock: { now: () => 0 }, random: cryptoRandom };
  open.act((doc) => {
    addIdentifier(doc, actor, { kind: "bg_number", value: BG, personId: undefined });
    return undefined;
  });
  await emptied(device);
  expect(await notesOf(team, haddad, 1)).toHaveLength(1);
});

test("[CL20] a number of which a case has the HMAC alone files a clip as one that it keeps", async () => {
  const device = await teamDevice();
  const first = await device.unlock();
  const haddad = await device.createCase(first.team, "Haddad");
  const azr = { kind: "azr", value: "150917012345" } as const;
  const stranger = { kind: "azr", value: "150917054321" } as const;
  await until(first.team.caseload, (rows) => rows.length === 1);
  must(await first.team.page.assign(azr, haddad));
  await until(first.team.caseload, ([row]) => row?.attached.length === 1);
  await first.keeper.lock("button");
  await take(device, clipOf({ identifiers: [azr] }));
  const list = clipOf({ identifiers: [azr, stranger] });
  await take(device, list);
  const { team } = await device.unlock();
  const { clips } = await until(team.inbox.view, (view) => view.clips.length === 1);
  expect(clips).toMatchObject([{ clip: list.clip, cases: [haddad] }]);
  expect(await notesOf(team, haddad, 1)).toHaveLength(1);
});

test("[CL13] of two panels that are open only one files it", async () => {
  const device = await teamDevice();
  const one = await device.unlock();
  const haddad = await device.createCase(one.team, "Haddad", BG);
  const two = await device.openPanel(device.store.connect().store);
  await until(one.team.caseload, (rows) => rows.length === 1);
  await until(two.team.caseload, (rows) => rows.length === 1);
  for (let i = 0; i < 5; i += 1) await take(device, clipOf({ at: Date.UTC(2026, 10, 22, i) }));
  await emptied(device);
  expect(await notesOf(one.team, haddad, 5)).toHaveLength(5);
  expect(await notesOf(two.team, haddad, 5)).toHaveLength(5);
});

test("[CL13] whichever write fails while it is filed, in the end it is filed once, into the case that was begun with", async () => {
  let isEverythingTried = false;
  for (let place = 1; !isEverythingTried; place += 1) {
    const device = await teamDevice();
    const first = await device.unlock();
    const haddad = await device.createCase(first.team, "Haddad");
    const okafor = await device.createCase(first.team, "Okafor");
    await first.keeper.lock("button");
    const clip = clipOf({ identifiers: [] });
    await take(device, clip);
    const failing = failingStore(device.store.connect().store);
    const panel = await device.unlock(failing.store);
    await until(panel.team.inbox.view, (view) => view.clips.length === 1);
    await until(panel.team.caseload, (rows) => rows.length === 2);
    const before = failing.writes();
    failing.failAt(before + place);
    await panel.team.inbox.file(clip.clip, haddad);
    isEverythingTried = failing.writes() < before + place;
    // The panel dies here, with whatever it had not written.
    panel.context.kill();
    const { team } = await device.unlock();
    await until(team.caseload, (rows) => rows.length === 2);
    const progress = await device.store.clips.all();
    // What was begun goes on by itself; what was not is filed by the person, elsewhere.
    if (progress.length > 0) await team.inbox.file(clip.clip, okafor);
    await emptied(device);
    const counts = await Promise.all(
      [haddad, okafor].map(async (id) => {
        const open = must(await team.openCase(id));
        return open.notes.get().length;
      }),
    );
    expect(
      counts.toSorted((a, b) => a - b),
      `write ${place}`,
    ).toEqual([0, 1]);
  }
});

test("[CL14] what cannot be opened is kept and told", async () => {
  const device = await teamDevice();
  const { team } = await device.unlock();
  const clip = clipOf();
  await take(device, clip);
  await until(team.inbox.view, (view) => view.clips.length === 1);
  const [row] = await device.store.clips.all();
  if (row === undefined) throw new Error("no row");
  const foreign = bytesToId("ClipId", cryptoRandom.bytes(16));
  must(await device.store.clips.put({ ...row, clip: foreign }));
  device.clips.ring();
  const view = await until(team.inbox.view, ({ unreadable }) => unreadable.length === 1);
  expect(view.unreadable).toEqual([foreign]);
  expect(view.clips).toHaveLength(1);
  expect(await device.store.clips.all()).toHaveLength(2);
});

test("[CL15] a discarded clip is gone, and comes back as it was", async () => {
  const device = await teamDevice();
  const { team } = await device.unlock();
  const clip = clipOf();
  await take(device, clip);
  const before = await until(team.inbox.view, (view) => view.clips.length === 1);
  const restore = must(await team.inbox.discard(clip.clip));
  expect(await device.store.clips.all()).toEqual([]);
  await until(team.inbox.view, (view) => view.clips.length === 0);
  await restore();
  expect(await until(team.inbox.view, (view) => view.clips.length === 1)).toEqual(before);
});

test("[CL16] without a team on this device nothing is kept; the practice space takes clips where there is no other", async () => {
  const empty = memoryEntryStore(cryptoRandom);
  const practice = await teamDevice();
  const stores = new Map([
    ["real", empty.connect().store],
    ["practice", practice.store.connect().store],
  ]);
  const ports = (...names: readonly string[]) => ({
    names,
    exists: async (name: string) => stores.has(name),
    open: async (name: string) => {
      const store = stores.get(name);
      return store && { ...store, close: () => undefined };
    },
  });
  const nowhere = await keepClip(clipOf(), ports("real", "gone"));
  expect(nowhere).toEqual({ ok: false, error: "not-set-up" });
  expect((await keepClip(clipOf(), ports("real", "practice"))).ok).toBe(true);
  expect(await practice.store.clips.all()).toHaveLength(1);
  expect((await keepClip(clipOf(), ports("practice", "real"))).ok).toBe(true);
  const full = failingStore(practice.store);
  full.fill();
  stores.set("real", full.store);
  const refused = await keepClip(clipOf(), ports("real", "practice"));
  expect(refused).toEqual({ ok: false, error: "store-full" });
  expect(await practice.store.clips.all()).toHaveLength(2);
});
