import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
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

const { say } = textIn("de");
const [CLIENT, OTHER] = NAMED_CLIENTS;

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
  page = await anna.context.newPage();
  await page.setViewportSize({ width: 1200, height: 1400 });
});

afterAll(() => scene.close());

test("[PF60] nothing is read on a page before the person has allowed it, and then it is at once, without a load", async () => {
  await page.goto(clientPage(CLIENT.number));
  await page.waitForTimeout(1000);
  expect(await marksOf(page)).toEqual([]);
  await allowPortal(scene, panel);
  // A page is read while it is on screen.
  await page.bringToFront();
  await untilMark("known");
});

test("[PF61] the mark of a known case opens the side panel at it, and the panel follows the page", async () => {
  // The profile's language is emulated for tabs only.
  await panel.evaluate(() => localStorage.setItem("language", "de"));
  await panel.close();
  await clickMark("known");
  panel = await anna.sidePanel();
  await panel.getByRole("heading", { name: CLIENT.surname }).first().waitFor();
  await page.goto(clientPage(OTHER.number));
  await untilMark("none");
  await panel.getByText(/gehört zu keinem Fall/u).waitFor();
  await page.goto(clientPage(CLIENT.number));
  await panel.getByText(/^Auf der Seite: .*\(offen\)$/u).waitFor();
});

test("[PF62] locked, the marks say so, and after unlocking the panel is at the clicked case", async () => {
  await story.goTo(panel, "places.cases");
  await story.button(panel, say("app.lock")).click();
  await untilMark("locked");
  await clickMark("locked");
  await story.unlock(panel);
  await panel.getByRole("heading", { name: CLIENT.surname }).first().waitFor();
  await untilMark("known");
});

test("[PF63] no word of the case is ever in the page", async () => {
  const seen = await page.evaluate(() => document.documentElement.outerHTML);
  expect(seen).not.toContain("Aylin Kaya");
  const scripts = await page.evaluate(() => Object.keys(globalThis).join());
  expect(scripts).not.toMatch(/beiakte/iu);
});

const clientPage = (number: string): string => `${portal.url}/klienten/${number}`;

async function untilMark(match: string): Promise<void> {
  await expect
    .poll(async () => (await marksOf(page)).map(({ name }) => name), PATIENTLY)
    .toContain(match);
}

async function clickMark(match: string): Promise<void> {
  // A mark acts only where it has been standing for a while.
  await page.waitForTimeout(500);
  const mark = (await marksOf(page)).find(({ name }) => name === match);
  expect(mark).toBeDefined();
  if (mark !== undefined) await page.mouse.click(mark.x, mark.y);
}
