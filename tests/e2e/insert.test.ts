import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import { startPracticePortal } from "../practice-portal/server.mjs";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { sayYesTo } from "../support/portal-browser";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

const { say } = textIn("de");
const [CLIENT] = NAMED_CLIENTS;
const LONG = { timeout: 10_000, interval: 50 };
const NUMBER_ACTION = say("insert.name", { fact: CLIENT.bgNumber });

let relay: RelayProcess;
let portal: Awaited<ReturnType<typeof startPracticePortal>>;
let anna: Profile;
let panel: Page;
let page: Page;

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), mkdtempSync(join(tmpdir(), "beiakte-relay-")));
  portal = await startPracticePortal({ port: 0 });
  anna = await openProfile({ program: inject("chromium"), panel: inject("panel") });
  const tab = await anna.openPanel();
  await story.foundTeam(tab, { relay: relay.url, member: "Aylin Kaya" });
  await story.createCase(tab, { givenName: CLIENT.given, familyName: CLIENT.surname });
  await story.addIdentifier(tab, CLIENT.bgNumber);
  await sayYesTo(anna, portal.url);
  await story.goTo(tab, "places.settings");
  await story.field(tab, say("portals.address")).fill(portal.url);
  await story.button(tab, say("portals.allow")).click();
  await tab.getByText(portal.url).waitFor();
  await story.goTo(tab, "places.cases");
  await tab.getByRole("button", { name: CLIENT.surname }).first().click();
  await story.openTab(tab, "file");
  await tab.close();
  panel = await anna.openSidePanel();
  page = await anna.context.newPage();
  await page.setViewportSize({ width: 1200, height: 1000 });
  await story.button(panel, NUMBER_ACTION).waitFor();
});

afterAll(async () => {
  await anna.quit();
  await portal.close();
  await relay.stop();
});

test("[PF70] a number of the case goes into a framework's field, is noticed, and the page's own undo takes it back", async () => {
  await page.goto(`${portal.url}/formular?klient=${CLIENT.number}`);
  await page.locator("#betreff").click();
  await preview("Betreff");
  expect(await page.locator("#betreff").inputValue()).toBe("");
  await story.button(panel, say("insert.act")).click();
  await panel.getByText(say("insert.done", { field: "Betreff" })).waitFor();
  expect(await page.locator("#betreff").inputValue()).toBe(CLIENT.bgNumber);
  expect(await noticed(page, "betreff")).toEqual({
    content: CLIENT.bgNumber,
    input: "1",
    change: "1",
    browser: "1",
  });
  await page.locator("#betreff").focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => page.locator("#betreff").inputValue(), LONG).toBe("");
  expect((await noticed(page, "betreff")).content).toBe("");
  expect(portal.submitted("react")).toBe(0);
});

async function preview(field: string): Promise<void> {
  await story.button(panel, NUMBER_ACTION).click();
  await panel.getByText(say("insert.into", { field, origin: portal.url })).waitFor();
}

async function noticed(where: Page | Frame, field: string) {
  const row = where.locator(`#bemerkt-${field}`);
  const cell = (name: string) => row.locator(`.${name}`).textContent();
  return {
    content: await cell("inhalt"),
    input: await cell("input"),
    change: await cell("change"),
    browser: await cell("browser"),
  };
}
