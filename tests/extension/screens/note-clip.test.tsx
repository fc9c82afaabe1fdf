// @vitest-environment jsdom
import { bytesToId } from "@beiakte/shared/base/ids";
import { createClipNote, type NoteClip } from "@beiakte/shared/model/clip-note";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { viewCaseFile } from "@beiakte/shared/model/case-file";
import { textIn } from "../../../extension/src/text/text";
import { NOW } from "../../support/fake-scene";
import { seeded } from "../../support/seeded";
import { expectAccessible, fill, showApp, type ShownApp } from "../../support/shown-app";

const { say } = textIn("de");
const TEXT = "Am 1.2.2020 erhalten. Frist: 1. Februar 2027, sonst 30.02.2027.";

/** The first case with a note made of a clip, open in the notes. */
async function showNote(): Promise<{ readonly app: ShownApp; readonly clip: NoteClip }> {
  const app = showApp();
  const [first] = app.scene.cases;
  if (first === undefined) throw new Error("a scene has cases");
  const clip: NoteClip = {
    clip: bytesToId("ClipId", new Uint8Array(16).fill(1)),
    caseId: first.id,
    text: TEXT,
    prefix: "Hinweis: ",
    suffix: "Ende",
    start: 7,
    origin: "https://portal.example",
    path: "/klienten/1001",
    title: "Akte",
    at: NOW + 1000,
  };
  const doc = new Y.Doc();
  const { self } = app.fake.teamView.get();
  const actor = { member: self, clock: app.clock, random: seeded("clip note") };
  createClipNote(doc, actor, clip, {
    before: [],
    after: ["portal.example/klienten/1001 · 22.11.2026, 11:52"],
  });
  first.notes.push({ id: bytesToId("DocumentId", new Uint8Array(16).fill(9)), doc });
  app.fake.team.workbench.set({ openCase: first.id, tab: "notes" });
  const newest = await screen.findAllByRole("button", { name: /^Öffnen: /u });
  await app.user.click(newest[0] ?? document.body);
  await screen.findByRole("group", { name: say("clip.source") });
  return { app, clip };
}

const part = () => screen.getByRole("group", { name: say("clip.source") });

test("[UI54] the note of a clip leads back to its place, and says where that cannot be shown", async () => {
  const { app, clip } = await showNote();
  await expectAccessible();
  const show = within(part()).getByRole("button", { name: say("clip.show") });
  await app.user.click(show);
  expect(app.places.asked).toEqual([clip]);
  expect(within(part()).getByRole("status").textContent).toBe("");
  app.places.answer = "missing";
  await app.user.click(show);
  expect(within(part()).getByRole("status").textContent).toBe(say("clip.missing"));
  app.places.answer = "not-allowed";
  await app.user.click(show);
  expect(within(part()).getByRole("status").textContent).toBe(
    say("clip.not-allowed", { origin: "https://portal.example" }),
  );
});

test("[UI55] days of a clip that lie ahead are offered as deadlines of an open step or of a new one", async () => {
  const { app } = await showNote();
  const offered = within(part()).getAllByRole("button", { name: /als Frist$/u });
  expect(offered.map(({ textContent }) => textContent)).toEqual(["01.02.2027 als Frist"]);
  const deadlines = () => {
    const [first] = app.scene.cases;
    const view = first && viewCaseFile(first.doc);
    if (view?.ok !== true) throw new Error("no case");
    return view.value.plan.areas.flatMap(({ steps }) =>
      steps.filter(({ deadline }) => deadline === "2027-02-01"),
    );
  };
  expect(deadlines()).toHaveLength(0);
  const [offer] = offered;
  if (offer === undefined) throw new Error("nothing is offered");
  await app.user.click(offer);
  let dialog = await screen.findByRole("dialog");
  await app.user.click(within(dialog).getByRole("button", { name: say("clip.set-deadline") }));
  expect((await within(dialog).findByRole("alert")).textContent).toBe(say("field.choose"));
  await expectAccessible();
  const choose = async (index: number) => {
    await app.user.click(within(dialog).getByRole("button", { name: /Schritt$/u }));
    const options = await screen.findAllByRole("option");
    await app.user.click(options.at(index) ?? document.body);
  };
  await choose(0);
  await app.user.click(within(dialog).getByRole("button", { name: say("clip.set-deadline") }));
  expect(deadlines()).toHaveLength(1);
  expect(within(part()).getByRole("status").textContent).toBe(
    say("clip.deadline-set", { day: "01.02.2027" }),
  );
  await app.user.click(offer);
  dialog = await screen.findByRole("dialog");
  await choose(-1);
  await fill(app.user, within(dialog).getByRole("textbox"), "Unterlagen einreichen");
  await app.user.click(within(dialog).getByRole("button", { name: say("clip.set-deadline") }));
  const labels = deadlines().map(({ label }) => (label.type === "own" ? label.text : ""));
  expect(labels).toContain("Unterlagen einreichen");
});
