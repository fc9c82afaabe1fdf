import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { PATIENTLY } from "../support/patience";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

const EXAM = /Deutsch-Test für Zuwanderer/u;
const ASSESS = /Sprachstand und Lernbiografie/u;
const CHILDCARE = /Kinderbetreuung während des Kurses/u;

const data = mkdtempSync(join(tmpdir(), "beiakte-relay-"));
let relay: RelayProcess;
let anna: Profile;
let ben: Profile;
let annas: Page;
let bens: Page;

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), data);
  const browser = { program: inject("chromium"), panel: inject("panel") };
  [anna, ben] = await Promise.all([openProfile(browser), openProfile(browser)]);
  annas = await anna.openPanel();
  bens = await ben.openPanel();
});

afterAll(async () => {
  await Promise.all([anna.quit(), ben.quit()]);
  await relay.stop();
});

// One after another, each from where the one before has left the two.
test("[PF1] a founder invites, both read the same six words, and the newcomer joins", async () => {
  await story.foundTeam(annas, { relay: relay.url, member: "Aylin Kaya" });
  const invitation = await story.invite(annas, "Markus");
  await story.acceptInvitation(bens, { invitation, member: "Markus Hirt" });
  const words = await story.sixWords(bens);
  await story.goTo(annas, "places.team");
  expect(await story.sixWords(annas)).toEqual(words);
  expect(words).toHaveLength(6);
  await story.approve(annas, "Markus Hirt");
  await story.createCase(annas, { givenName: "Rania", familyName: "Haddad" });
  await story.openCase(bens, /Haddad/u);
});

test("[PF2] both type into one note at once, and each sees the other's caret with its name", async () => {
  const annasNote = await story.newNote(annas, "Hausbesuch");
  await annasNote.pressSequentially("Frau Haddad hat die Zusage erhalten.");
  const bensNote = await story.openNote(bens);
  await story.untilText(bensNote, (text) => text.includes("Zusage erhalten."));
  await bensNote.press("End");
  await Promise.all([
    annasNote.pressSequentially(" Eins zwei drei vier."),
    bensNote.pressSequentially(" Alpha beta gamma delta."),
  ]);
  await annasNote.getByText("Markus Hirt").waitFor();
  await bensNote.getByText("Aylin Kaya").waitFor();
  const both = await sameText();
  expect(lettersOf(both)).toEqual(
    lettersOf("Frau Haddad hat die Zusage erhalten. Eins zwei drei vier. Alpha beta gamma delta."),
  );
});

test("[PF3] without the relay both go on, close and reopen, and everything merges when it is back", async () => {
  await story.addArea(annas, "Sprache");
  await story.openTab(bens, "plan");
  await story.step(bens, ASSESS).waitFor();
  await relay.stop();

  const before =
    "Frau Haddad hat die Zusage erhalten. Eins zwei drei vier. Alpha beta gamma delta.";
  await story.openTab(annas, "notes");
  await story.openTab(bens, "notes");
  const annasNote = await story.openNote(annas);
  const bensNote = await story.openNote(bens);
  await annasNote.press("End");
  await annasNote.pressSequentially(" Kurs ab Montag.");
  await bensNote.press("Home");
  await bensNote.pressSequentially("Nachtrag: ");
  await annas.getByText("Ohne Netz.").waitFor();

  await story.openTab(annas, "plan");
  await story.openTab(bens, "plan");
  await story.tick(annas, ASSESS);
  await story.tick(bens, EXAM);
  await story.addOwnStep(annas, "Fahrkarte besorgen");
  await story.moveStep(bens, CHILDCARE);
  await story.moveStep(annas, CHILDCARE, "Arbeit");

  await annas.close();
  await bens.close();
  annas = await anna.openPanel();
  bens = await ben.openPanel();
  await story.step(annas, "Fahrkarte besorgen").waitFor();
  await story.step(bens, EXAM).waitFor();

  relay = await startRelayProcess(inject("relay"), data, relay.port);
  await story.step(bens, "Fahrkarte besorgen").waitFor();
  await expect
    .poll(async () => (await story.planText(annas)) === (await story.planText(bens)), PATIENTLY)
    .toBe(true);
  expect(await story.step(bens, ASSESS).isChecked()).toBe(true);
  expect(await story.step(annas, EXAM).isChecked()).toBe(true);
  expect(await story.step(annas, CHILDCARE).count()).toBe(1);

  await story.openNote(annas);
  await story.openNote(bens);
  const written = `Nachtrag: ${before} Kurs ab Montag.`;
  await story.untilText(story.editor(annas), (text) => text.length >= written.length);
  const both = await sameText();
  expect(both).toContain("Nachtrag: ");
  expect(both).toContain(" Kurs ab Montag.");
  expect(lettersOf(both)).toEqual(lettersOf(written));
});

test("[PF4] in the true side panel a note is written and the colleague sees it", async () => {
  await annas.close();
  annas = await anna.openSidePanel();
  expect(await annas.evaluate(() => innerWidth)).toBeLessThan(420);
  const note = await story.openNote(annas);
  await note.press("End");
  await note.pressSequentially(" Aus der Seitenleiste.");
  await story.untilText(story.editor(bens), (text) => text.includes("Aus der Seitenleiste."));
});

/** The note as both have it, once that is the same. */
async function sameText(): Promise<string> {
  let text = "";
  await expect
    .poll(async () => {
      text = await story.textOf(story.editor(annas));
      return text === (await story.textOf(story.editor(bens)));
    }, PATIENTLY)
    .toBe(true);
  return text;
}

/** Every character once, in whatever order concurrent words have landed. */
function lettersOf(text: string): readonly string[] {
  return [...text.replaceAll("\n", "")].toSorted();
}
