import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Worker } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import { startPracticePortal } from "../practice-portal/server.mjs";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { marksOf, sayYesTo } from "../support/portal-browser";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

const { say } = textIn("de");
const [CLIENT, OTHER] = NAMED_CLIENTS;
const LONG = { timeout: 20_000, interval: 100 };
const LETTER = "Bitte reichen Sie die Unterlagen bis 1. Februar 2031 beim Kirschbaumamt ein.";

let relay: RelayProcess;
let portal: Awaited<ReturnType<typeof startPracticePortal>>;
let anna: Profile;
let panel: Page;
let page: Page;

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), mkdtempSync(join(tmpdir(), "beiakte-relay-")));
  portal = await startPracticePortal({ port: 0 });
  anna = await openProfile({ program: inject("chromium"), panel: inject("panel") });
  panel = await anna.openPanel();
  await story.foundTeam(panel, { relay: relay.url, member: "Aylin Kaya" });
  await story.createCase(panel, { givenName: CLIENT.given, familyName: CLIENT.surname });
  await story.addIdentifier(panel, CLIENT.bgNumber);
  await story.createCase(panel, { givenName: OTHER.given, familyName: OTHER.surname });
  await sayYesTo(anna, portal.url);
  await story.goTo(panel, "places.settings");
  await story.field(panel, say("portals.address")).fill(portal.url);
  await story.button(panel, say("portals.allow")).click();
  await panel.getByText(portal.url).waitFor();
  page = await anna.context.newPage();
  await page.setViewportSize({ width: 1200, height: 1400 });
});

afterAll(async () => {
  await anna.quit();
  await portal.close();
  await relay.stop();
});

test("[PF64] with the panel closed a clip of the page's menu is in the page's case when it opens again", async () => {
  await goToClient(CLIENT.number);
  await panel.close();
  await mark(LETTER);
  await chooseMenu();
  await said("clipTaken");
  panel = await anna.openPanel();
  await story.openCase(panel, new RegExp(CLIENT.surname, "u"));
  expect(await noteTexts(CLIENT.surname)).toEqual([expect.stringContaining(LETTER)]);
});

async function goToClient(number: string): Promise<void> {
  await page.goto(`${portal.url}/klienten/${number}`);
  await expect.poll(() => marksOf(page), LONG).not.toEqual([]);
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

async function worker(): Promise<Worker> {
  return anna.context.serviceWorkers()[0] ?? anna.context.waitForEvent("serviceworker");
}

/** A menu of the browser cannot be clicked by a test; what follows its click can. */
async function chooseMenu(): Promise<void> {
  await (
    await worker()
  ).evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}/*` });
    const info = { menuItemId: "clip", frameId: 0, editable: false, pageUrl: tab?.url ?? "" };
    Reflect.get(chrome.contextMenus.onClicked, "dispatch").call(
      chrome.contextMenus.onClicked,
      info,
      tab,
    );
  }, portal.url);
}

/** The title of the toolbar's button, which says the same as the page. */
async function said(message: string): Promise<void> {
  const running = await worker();
  await expect
    .poll(
      () =>
        running.evaluate(
          async ({ name, url }) => {
            const [tab] = await chrome.tabs.query({ url: `${url}/*` });
            const title = await chrome.action.getTitle({ tabId: tab?.id ?? 0 });
            return title === chrome.i18n.getMessage(name) ? "said" : title;
          },
          { name: message, url: portal.url },
        ),
      LONG,
    )
    .toBe("said");
}

async function noteTexts(surname: string): Promise<readonly string[]> {
  await story.openCase(panel, new RegExp(surname, "u"));
  await story.openTab(panel, "notes");
  await panel.locator("article.note").first().waitFor();
  return panel.locator("article.note .note-text").allInnerTexts();
}
