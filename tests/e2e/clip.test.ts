import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import { chooseClip, tabAt, workerOf } from "../support/choose-clip";
import { rowsOf } from "../support/browser-rows";
import type { Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { PATIENTLY } from "../support/patience";
import { marksOf } from "../support/portal-browser";
import {
  allowPortal,
  openPortalScene,
  type PortalScene,
  type PracticePortal,
} from "../support/portal-scene";
import { findWords } from "../support/word-search";

const { say } = textIn("de");
const [CLIENT, OTHER] = NAMED_CLIENTS;
const SECRET = "Es besteht ein Abschiebungshindernis.";
const LETTER = "Bitte reichen Sie die Unterlagen bis 1. Februar 2031 beim Kirschbaumamt ein.";

let scene: PortalScene;
let portal: PracticePortal;
let anna: Profile;
let panel: Page;
let page: Page;

beforeAll(async () => {
  scene = await openPortalScene();
  ({ anna, panel, portal } = scene);
  await story.createCase(panel, { givenName: CLIENT.given, familyName: CLIENT.surname });
  await story.addIdentifier(panel, CLIENT.bgNumber);
  await story.createCase(panel, { givenName: OTHER.given, familyName: OTHER.surname });
  page = await anna.context.newPage();
  await page.setViewportSize({ width: 1200, height: 1400 });
  await page.goto(portal.url);
  await allowPortal(scene, panel);
});

afterAll(() => scene.close());

test("[PF64] with the panel closed a clip of the page's menu is in the page's case when it opens again", async () => {
  await goToClient(CLIENT.number);
  await panel.close();
  await mark(LETTER);
  await chooseClip(anna, portal.url);
  await said("clipTaken");
  const words = await (await workerOf(anna)).evaluate(() => chrome.i18n.getMessage("clipTaken"));
  await expect.poll(wordsOnPage, PATIENTLY).toContain(words);
  panel = await anna.openPanel();
  expect(await noteTexts(CLIENT.surname, 1)).toEqual([expect.stringContaining(LETTER)]);
});

test("[PF64] by the shortcut as by the menu, and with the panel open it is filed at once", async () => {
  await mark("Rückmeldung der Familienkasse liegt vor.");
  await chooseClip(anna, portal.url, "shortcut");
  expect(await noteTexts(CLIENT.surname, 2)).toEqual([
    expect.stringContaining("Rückmeldung der Familienkasse liegt vor."),
    expect.stringContaining(LETTER),
  ]);
});

test("[PF65] nothing marked and a page that is no portal are said, and nothing is taken", async () => {
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await chooseClip(anna, portal.url, "shortcut");
  await said("clipNothing");
  const stranger = await anna.context.newPage();
  await stranger.goto(portal.otherUrl);
  await stranger.evaluate(() => getSelection()?.selectAllChildren(document.body));
  await chooseClip(anna, portal.otherUrl);
  await said("clipNotAllowed", portal.otherUrl);
  await stranger.close();
  expect(await clipRows()).toEqual([]);
});

test("[PF66] the place is shown again on the portal's page, and a day of the clip becomes a deadline", async () => {
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await story.openCase(panel, new RegExp(CLIENT.surname, "u"));
  await story.openTab(panel, "notes");
  await panel
    .getByRole("button", { name: /^Öffnen: /u })
    .last()
    .click();
  await story.button(panel, say("clip.show")).click();
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString()), PATIENTLY)
    .toContain(LETTER);
  expect(page.url()).toBe(`${portal.url}/klienten/${CLIENT.number}`);
  await panel.bringToFront();
  await story.button(panel, say("clip.deadline", { day: "01.02.2031" })).click();
  const dialog = panel.getByRole("dialog");
  await story.field(dialog, say("plan.step-words")).fill("Unterlagen einreichen");
  await dialog.getByRole("button", { name: new RegExp(say("plan.area"), "u") }).click();
  await panel.getByRole("option").first().click();
  await story.button(dialog, say("clip.set-deadline")).click();
  await panel.getByText(say("clip.deadline-set", { day: "01.02.2031" })).waitFor();
  await story.openTab(panel, "plan");
  await story.step(panel, /Unterlagen einreichen/u).waitFor();
  expect(await story.planText(panel)).toContain("01.02.2031");
});

test("[PF67] locked, it waits sealed: no row of any database has a word of it, and the worker may die", async () => {
  await story.goTo(panel, "places.cases");
  await story.button(panel, say("app.lock")).click();
  await story.field(panel, say("unlock.passphrase")).waitFor();
  await goToClient(CLIENT.number);
  await mark(SECRET);
  await chooseClip(anna, portal.url);
  await said("clipTaken");
  expect(await clipRows()).toHaveLength(1);
  await killWorker();
  const rows = await rowsOf(panel);
  const planted = ["Abschiebungshindernis", CLIENT.bgNumber, `klienten/${CLIENT.number}`];
  expect(rows.flatMap(({ bytes, where }) => findWords(planted, bytes, where))).toEqual([]);
  // The search finds what is there: the address of the portal stands nowhere, the store's name does.
  expect(rows.some(({ bytes, where }) => findWords(["beiakte"], bytes, where).length > 0)).toBe(
    true,
  );
});

test("[PF67] after unlocking it is filed once, with two panels open", async () => {
  const second = await anna.openPanel();
  await story.field(second, say("unlock.passphrase")).waitFor();
  await Promise.all([story.unlock(panel), story.unlock(second)]);
  await expect.poll(clipRows, PATIENTLY).toEqual([]);
  const texts = await noteTexts(CLIENT.surname, 3);
  expect(texts.filter((text) => text.includes(SECRET))).toHaveLength(1);
  panel = second === panel ? panel : await closed(second);
});

test("[PF68] where no case fits the person chooses one in the inbox", async () => {
  await goToClient(OTHER.number);
  await mark("Gehört zu Alemayehu.");
  await chooseClip(anna, portal.url);
  const places = panel.getByRole("navigation", { name: say("places.name") });
  await panel.bringToFront();
  if (!(await places.isVisible())) await story.button(panel, say("case.back")).click();
  await places.getByRole("button", { name: /^Eingang/u }).click();
  await panel.getByText("Gehört zu Alemayehu.").waitFor();
  await panel.getByRole("button", { name: /^Fall wählen/u }).click();
  await panel
    .getByRole("dialog")
    .getByRole("button", { name: new RegExp(OTHER.surname, "u") })
    .click();
  await panel.getByText(/^Abgelegt: /u).waitFor();
  expect(await clipRows()).toEqual([]);
  expect(await noteTexts(OTHER.surname, 1)).toEqual([expect.stringContaining("Gehört zu")]);
});

test("[PF69] what is marked in a frame is taken, and a page's names cannot hide what is marked", async () => {
  await goTo("/rahmen");
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await frame?.evaluate(() => {
    const line = document.createElement("p");
    line.textContent = "Im Rahmen geschrieben.";
    document.body.append(line);
  });
  // With the mouse: before the frame is drawn the browser calls everything in it hidden.
  await frame?.getByText("Im Rahmen geschrieben.").click({ clickCount: 3 });
  await chooseClip(anna, portal.url, "shortcut");
  // The page itself names no number that a case has.
  await expect.poll(async () => (await clipRows()).length, PATIENTLY).toBe(1);
  await panel.bringToFront();
  const places = panel.getByRole("navigation", { name: say("places.name") });
  if (!(await places.isVisible())) await story.button(panel, say("case.back")).click();
  await places.getByRole("button", { name: /^Eingang/u }).click();
  await panel.getByText("Im Rahmen geschrieben.").waitFor();
  await goTo("/feindlich/namen");
  const heading = await page.locator("h1").innerText();
  await page.evaluate(() => {
    const [first] = Document.prototype.querySelectorAll.call(document, "h1");
    if (first !== undefined) globalThis.getSelection()?.selectAllChildren(first);
  });
  await chooseClip(anna, portal.url);
  expect((await noteTexts(CLIENT.surname, 4)).join()).toContain(heading);
});

async function closed(other: Page): Promise<Page> {
  await other.close();
  return panel;
}

function goToClient(number: string): Promise<void> {
  return goTo(`/klienten/${number}`);
}

/** To a page of a person, until the numbers on it have been read. */
async function goTo(path: string): Promise<void> {
  await page.goto(portal.url + path);
  await page.bringToFront();
  await expect.poll(() => marksOf(page), PATIENTLY).not.toEqual([]);
}

/** A line of the portal's that a person marks with the mouse. */
async function mark(line: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((words) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = words;
    document.querySelector("main")?.append("Hinweis: ", paragraph, "Ende des Hinweises.");
    getSelection()?.selectAllChildren(paragraph);
  }, line);
}

async function killWorker(): Promise<void> {
  const session = await anna.context.newCDPSession(panel);
  const { targetInfos } = await session.send("Target.getTargets");
  const target = targetInfos.find(
    ({ type, url }) => type === "service_worker" && url.includes(anna.extension),
  );
  await session.send("Target.closeTarget", { targetId: target?.targetId ?? "" });
  const isThere = async (): Promise<boolean> => {
    const now = await session.send("Target.getTargets");
    return now.targetInfos.some(({ targetId }) => targetId === target?.targetId);
  };
  await expect.poll(isThere, PATIENTLY).toBe(false);
  await session.detach();
}

/** The waiting clips, as they lie in the device's store. */
async function clipRows(): Promise<readonly string[]> {
  return panel.evaluate(
    () =>
      new Promise<readonly string[]>((resolve, reject) => {
        const opening = indexedDB.open("beiakte");
        opening.addEventListener("error", () => reject(opening.error));
        opening.addEventListener("success", () => {
          const database = opening.result;
          const asked = database.transaction("clips").objectStore("clips").getAllKeys();
          asked.addEventListener("success", () => {
            database.close();
            resolve(asked.result.map(String));
          });
        });
      }),
  );
}

/** Our sentence lies in a closed shadow root, which no script of the page opens. */
async function wordsOnPage(): Promise<string> {
  const session = await anna.context.newCDPSession(page);
  await session.send("DOM.enable");
  const { nodes } = await session.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  await session.detach();
  return nodes.map(({ nodeValue }) => nodeValue).join(" ");
}

/** The title of the toolbar's button, which says the same as the page. */
async function said(message: string, origin = portal.url): Promise<void> {
  const id = await tabAt(anna, origin);
  const running = await workerOf(anna);
  const title = (): Promise<string> =>
    running.evaluate(
      async ({ name, tab }) => {
        const shown = await chrome.action.getTitle({ tabId: tab });
        return shown === chrome.i18n.getMessage(name) ? name : shown;
      },
      { name: message, tab: id },
    );
  await expect.poll(title, PATIENTLY).toBe(message);
}

/** Of all notes of the case, once there are so many, the newest first. */
async function noteTexts(surname: string, count: number): Promise<readonly string[]> {
  await panel.bringToFront();
  await story.openCase(panel, new RegExp(surname, "u"));
  await story.openTab(panel, "notes");
  const notes = panel.locator("article.note .note-text");
  await expect.poll(() => notes.count(), PATIENTLY).toBe(count);
  await expect.poll(() => notes.allInnerTexts(), PATIENTLY).not.toContain(say("notes.no-text"));
  return notes.allInnerTexts();
}
