import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFailed, test } from "vitest";
import { openProfile } from "../support/panel";
import * as story from "../support/panel-story";
import { startRelayProcess } from "../support/relay-process";

test("[PF1] two colleagues in two browsers keep one case together, and lose the relay between", async () => {
  const data = mkdtempSync(join(tmpdir(), "beiakte-relay-"));
  let relay = await startRelayProcess(inject("relay"), data);
  const browser = { program: inject("chromium"), panel: inject("panel") };
  const [anna, ben] = await Promise.all([openProfile(browser), openProfile(browser)]);
  let annas = await anna.openPanel();
  let bens = await ben.openPanel();
  onTestFailed(async () => {
    await annas.screenshot({ path: "/tmp/failed-anna.png" });
    await bens.screenshot({ path: "/tmp/failed-ben.png" });
  });

  await story.foundTeam(annas, { relay: relay.url, member: "Aylin Kaya" });
  const invitation = await story.invite(annas, "Markus");
  await story.acceptInvitation(bens, { invitation, member: "Markus Hirt" });
  const words = await story.sixWords(bens);
  await story.goTo(annas, "places.team");
  expect(await story.sixWords(annas)).toEqual(words);
  await story.approve(annas, "Markus Hirt");

  await story.createCase(annas, { givenName: "Rania", familyName: "Haddad" });
  await story.openCase(bens, /Haddad/u);
  const annasNote = await story.newNote(annas, "Hausbesuch");
  await annasNote.pressSequentially("Frau Haddad hat die Zusage erhalten.");
  const bensNote = await story.openNote(bens);
  await story.untilText(bensNote, (text) => text.includes("Zusage erhalten."));
  await bensNote.press("End");
  await bensNote.pressSequentially(" Beginn im Dezember.");
  await story.untilText(annasNote, (text) => text.includes("Beginn im Dezember."));
  await annas.getByText("Markus Hirt").first().waitFor();

  await relay.stop();
  relay = await startRelayProcess(inject("relay"), data, relay.port);
  await annasNote.press("End");
  await annasNote.pressSequentially(" Danach weiter.");
  await story.untilText(bensNote, (text) => text.includes("Danach weiter."));
  await anna.quit();
  await ben.quit();
  await relay.stop();
  annas = bens;
  bens = annas;
});
