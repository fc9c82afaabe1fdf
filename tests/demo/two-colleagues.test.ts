import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, test } from "vitest";
import { openProfile } from "../support/panel";
import * as story from "../support/panel-story";
import { startRelayProcess } from "../support/relay-process";
import { openAlbum } from "./album";

/** Not a proof (those are in `e2e`): the same story, to be looked at. */
test("the two-colleague story, with pictures and a summary", async () => {
  const { close, show } = openAlbum("colleagues");
  const data = mkdtempSync(join(tmpdir(), "beiakte-relay-"));
  let relay = await startRelayProcess(inject("relay"), data);
  const browser = { program: inject("chromium"), panel: inject("panel") };
  const [anna, ben] = await Promise.all([
    openProfile(browser),
    openProfile({ ...browser, colorScheme: "dark" }),
  ]);
  const annas = await anna.openPanel();
  const bens = await ben.openPanel();

  await annas.getByRole("heading").first().waitFor();
  await show(annas, "first-run", "Der erste Start: einladen lassen, gründen oder üben.");
  await story.foundTeam(annas, { relay: relay.url, member: "Aylin Kaya" });
  const invitation = await story.invite(annas, "Markus");
  await story.acceptInvitation(bens, { invitation, member: "Markus Hirt" });
  await story.sixWords(bens);
  await show(bens, "waiting", "Markus hat die Einladung angenommen und liest sechs Wörter vor.");
  await story.goTo(annas, "places.team");
  await story.sixWords(annas);
  await show(annas, "request", "Aylin sieht dieselben sechs Wörter und gibt frei.");
  await story.approve(annas, "Markus Hirt");
  await story.createCase(annas, { givenName: "Rania", familyName: "Haddad" });
  await story.addArea(annas, "Sprache");
  await story.openCase(bens, /Haddad/u);
  await story.tick(bens, /Sprachstand und Lernbiografie/u);
  await annas.getByText(/erledigt .* von Markus Hirt/u).waitFor();
  await show(annas, "plan", "Ein Plan, den beide sehen: Markus hat einen Schritt erledigt.");

  const annasNote = await story.newNote(annas, "Hausbesuch");
  await annasNote.pressSequentially("Frau Haddad hat die Zusage des Kursträgers erhalten.");
  const bensNote = await story.openNote(bens);
  await story.untilText(bensNote, (text) => text.includes("erhalten."));
  await bensNote.press("End");
  await bensNote.pressSequentially(" Beginn am 07.12.");
  await annasNote.getByText("Markus Hirt").waitFor();
  await show(annas, "note", "Beide schreiben im selben Vermerk; die Marke zeigt, wer wo schreibt.");
  await show(bens, "note-dark", "Dasselbe bei Markus, dunkel.");

  await relay.stop();
  await annasNote.press("End");
  await annasNote.pressSequentially(" Fahrtkosten sind noch zu beantragen.");
  await bensNote.press("Home");
  await bensNote.pressSequentially("Nachtrag: ");
  await annas.getByText("Ohne Netz.").waitFor();
  await show(annas, "offline", "Der Server ist weg: Aylin schreibt weiter.");
  relay = await startRelayProcess(inject("relay"), data, relay.port);
  await story.untilText(annasNote, (text) => text.includes("Nachtrag: "));
  await story.untilText(bensNote, (text) => text.includes("Fahrtkosten"));
  await bens.getByText("Ohne Netz.").waitFor({ state: "detached" });
  await show(bens, "merged", "Der Server ist wieder da: alles steht bei beiden, einmal.");
  await annas.setViewportSize({ width: 1280, height: 800 });
  await show(annas, "page", "Dasselbe als ganze Seite.");

  const same = (await story.textOf(annasNote)) === (await story.textOf(bensNote));
  close(`Beide Fassungen gleich: ${same ? "ja" : "nein"}`);
  await Promise.all([anna.quit(), ben.quit()]);
  await relay.stop();
});
