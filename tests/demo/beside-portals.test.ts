import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import { chooseClip } from "../support/choose-clip";
import * as story from "../support/panel-story";
import { PATIENTLY } from "../support/patience";
import { marksOf } from "../support/portal-browser";
import { allowPortal, openPortalScene } from "../support/portal-scene";
import { openAlbum } from "./album";

const { say } = textIn("de");
const [CLIENT, OTHER] = NAMED_CLIENTS;

/** Not a proof (those are in `e2e`): the same story, to be looked at. */
test("the story beside a portal, with pictures and a summary", async () => {
  const { close, show } = openAlbum("portal");
  const scene = await openPortalScene();
  const { anna, portal } = scene;
  const first = scene.panel;
  await story.createCase(first, { givenName: CLIENT.given, familyName: CLIENT.surname });
  await story.addArea(first, "Sprache");
  await story.addIdentifier(first, CLIENT.bgNumber);
  await allowPortal(scene, first);
  await show(
    first,
    "settings",
    "Ein Portal ist erlaubt, mit dem Profil, nach dem es gelesen wird.",
  );
  await first.close();
  const panel = await anna.openSidePanel();
  const page = await anna.context.newPage();
  await page.setViewportSize({ width: 1200, height: 1000 });
  /** In both schemes, as the person's system asks for. */
  const showBoth = async (shown: Page, name: string, words: string): Promise<void> => {
    await show(shown, name, words);
    await shown.emulateMedia({ colorScheme: "dark" });
    await show(shown, `${name}-dark`, "Dasselbe, dunkel.");
    await shown.emulateMedia({ colorScheme: "light" });
  };
  const goTo = async (number: string): Promise<void> => {
    await page.goto(`${portal.url}/klienten/${number}`);
    await page.bringToFront();
    await expect.poll(() => marksOf(page), PATIENTLY).not.toEqual([]);
  };
  const take = async (words: string): Promise<void> => {
    await page.evaluate((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      document.querySelector("main")?.append(paragraph);
      getSelection()?.selectAllChildren(paragraph);
    }, words);
    await chooseClip(anna, portal.url);
  };

  await goTo(CLIENT.number);
  await panel.getByText(/^Auf der Seite: /u).waitFor();
  await show(page, "marks", "Neben den Nummern der Seite: bekannt, oder noch in keinem Fall.");
  await showBoth(panel, "known", "Das Seitenpanel kennt den Fall, der auf dem Bildschirm ist.");
  await goTo(OTHER.number);
  await panel.getByText(/gehört zu keinem Fall/u).waitFor();
  await showBoth(panel, "none", "Eine Nummer ohne Fall: anlegen oder zuordnen.");

  await take("Bitte reichen Sie die Unterlagen bis 1. Februar 2031 ein.");
  await panel.getByRole("button", { name: /^Eingang/u }).click();
  await panel.getByText(/Unterlagen bis 1\. Februar/u).waitFor();
  await showBoth(panel, "inbox", "Im Eingang wartet, was zu keinem Fall passt.");
  await panel.getByRole("button", { name: /^Fall wählen/u }).click();
  await panel.getByRole("dialog").waitFor();
  await showBoth(panel, "choose-case", "Die Person wählt den Fall.");
  await panel
    .getByRole("dialog")
    .getByRole("button", { name: new RegExp(CLIENT.surname, "u") })
    .click();
  await panel.getByText(/^Abgelegt: /u).waitFor();
  await story.openCase(panel, new RegExp(CLIENT.surname, "u"));
  await story.openTab(panel, "notes");
  await panel
    .getByRole("button", { name: /^Öffnen: /u })
    .first()
    .click();
  await story.button(panel, say("clip.deadline", { day: "01.02.2031" })).waitFor();
  await showBoth(panel, "clip", "Der Vermerk mit Herkunft, Stelle und einer Frist aus dem Text.");
  await story.button(panel, say("clip.deadline", { day: "01.02.2031" })).click();
  await panel.getByRole("dialog").waitFor();
  await show(panel, "deadline", "Aus dem Datum wird eine Frist.");
  await story.button(panel, say("app.cancel")).click();

  await page.goto(`${portal.url}/formular?klient=${CLIENT.number}`);
  await page.locator("#betreff").click();
  await story.openTab(panel, "file");
  await story.button(panel, say("insert.name", { fact: CLIENT.bgNumber })).click();
  await panel.getByText(say("insert.into", { field: "Betreff", origin: portal.url })).waitFor();
  await showBoth(panel, "insert", "Vorschau, ehe etwas in ein Feld des Portals geht.");
  await show(page, "field", "Das Feld ist hervorgehoben.");
  await story.button(panel, say("insert.act")).click();
  await panel.getByText(say("insert.done", { field: "Betreff" })).waitFor();
  await show(panel, "inserted", "Eingefügt, und zurückzunehmen.");

  await goTo(CLIENT.number);
  await story.goTo(panel, "places.settings");
  await story.button(panel, say("profile.add-name", { origin: portal.url })).click();
  await panel.getByRole("dialog").waitFor();
  await showBoth(panel, "profile", "Wie ein Portal gelesen wird, mit einem Versuch auf der Seite.");
  await story.button(panel.getByRole("dialog"), say("profile.try")).click();
  await panel.getByText(/findet Beiakte auf der Seite \d+ Nummern:/u).waitFor();
  await show(panel, "profile-tried", "Der Versuch auf der Seite, die zu sehen ist.");
  close();
  await scene.close();
});
