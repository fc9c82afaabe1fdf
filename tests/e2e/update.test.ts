import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import { startPracticePortal } from "../practice-portal/server.mjs";
import { openProfile, type Profile } from "../support/panel";
import { PATIENTLY } from "../support/patience";
import { marksOf, sayYesTo } from "../support/portal-browser";

const [CLIENT] = NAMED_CLIENTS;

// A copy: its files are replaced under the running browser.
const folder = join(mkdtempSync(join(tmpdir(), "beiakte-update-")), "panel");

let portal: Awaited<ReturnType<typeof startPracticePortal>>;
let anna: Profile;
let page: Page;

beforeAll(async () => {
  cpSync(inject("panel"), folder, { recursive: true });
  portal = await startPracticePortal({ port: 0 });
  anna = await openProfile({ program: inject("chromium"), panel: folder });
  const panel = await anna.openPanel();
  await sayYesTo(anna, portal.url);
  // The browser asks for a trusted click.
  await panel.evaluate((origin) => {
    const allow = document.createElement("button");
    allow.textContent = "allow";
    allow.addEventListener("click", () => void chrome.permissions.request({ origins: [origin] }));
    document.body.replaceChildren(allow);
  }, `${portal.url}/*`);
  await panel.getByText("allow").click();
  page = await anna.context.newPage();
  await page.setViewportSize({ width: 1200, height: 1400 });
  await page.goto(`${portal.url}/klienten/${CLIENT.number}`);
});

afterAll(async () => {
  await anna.quit();
  await portal.close();
});

test("[AT9] after an update under an open tab the old marks are gone and the new script's are there once", async () => {
  await expect.poll(marks, PATIENTLY).toBeGreaterThan(0);
  const before = await marks();
  const manifest = join(folder, "manifest.json");
  const written = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  writeFileSync(manifest, JSON.stringify({ ...written, version: "0.1.1" }));
  const [worker] = anna.context.serviceWorkers();
  const next = anna.context.waitForEvent("serviceworker");
  await worker?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await next;
  await page.evaluate(() => document.querySelector("main")?.append("Eine Änderung."));
  await expect.poll(() => page.locator("beiakte-marks").count(), PATIENTLY).toBe(1);
  await expect.poll(marks, PATIENTLY).toBe(before);
  // The old one is quiet for good: what changes is marked by the new one alone.
  await page.evaluate(() => document.querySelector("main")?.replaceChildren());
  await page.locator("body").click();
  await expect.poll(marks, PATIENTLY).toBe(0);
});

const marks = async (): Promise<number> => (await marksOf(page)).length;
