import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { CLEARED_AFTER_MS } from "../../extension/src/workspace/clipboard";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { PATIENCE_MS } from "../support/patience";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

const { say } = textIn("de");
const NUMBER = "50.2-2024-01734";
const CLEARED = { timeout: CLEARED_AFTER_MS + PATIENCE_MS, interval: 500 };

let relay: RelayProcess;
let profiles: readonly Profile[];
/** A clipboard each: most of all three stories is waiting. */
let panels: readonly Page[];

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), mkdtempSync(join(tmpdir(), "beiakte-relay-")));
  const browser = { program: inject("chromium"), panel: panelThatMayRead() };
  profiles = [await openProfile(browser), await openProfile(browser), await openProfile(browser)];
  panels = await Promise.all(profiles.map(caseWithNumber));
});

afterAll(async () => {
  await Promise.all(profiles.map((profile) => profile.quit()));
  await relay.stop();
});

test.concurrent(
  "[PF73] what was copied is gone after 45 seconds, though the panel was left meanwhile",
  async () => {
    const [panel] = panels;
    await copy(panel);
    expect(await content(panel)).toBe(NUMBER);
    await panel?.evaluate(() => globalThis.dispatchEvent(new Event("blur")));
    await expect.poll(() => content(panel), CLEARED).toBe("");
    expect(await panel?.getByText(say("clipboard.left-behind")).count()).toBe(0);
  },
);

test.concurrent("[PF73] what was copied since stays", async () => {
  const [, panel] = panels;
  await copy(panel);
  await panel?.evaluate(() => navigator.clipboard.writeText("Einkaufszettel"));
  await panel?.waitForTimeout(CLEARED_AFTER_MS + 3000);
  expect(await content(panel)).toBe("Einkaufszettel");
});

test.concurrent("[PF90] what was copied is gone, though the panel was closed before", async () => {
  const [, , panel] = panels;
  await copy(panel);
  await panel?.close();
  const next = await profiles[2]?.openPanel();
  expect(await content(next)).toBe(NUMBER);
  await expect.poll(() => content(next), CLEARED).toBe("");
});

async function caseWithNumber(profile: Profile): Promise<Page> {
  const panel = await profile.openPanel();
  await story.foundTeam(panel, { relay: relay.url, member: "Aylin Kaya" });
  await story.createCase(panel, { givenName: "Rania", familyName: "Haddad" });
  await story.addIdentifier(panel, NUMBER);
  return panel;
}

async function copy(panel: Page | undefined): Promise<void> {
  if (panel === undefined) throw new Error("both panels are open");
  await story.button(panel, say("insert.name", { fact: NUMBER })).click();
  await story.button(panel, say("copy.act")).click();
  await panel.getByText(say("copy.done-reading")).waitFor();
  await story.button(panel, say("app.cancel")).click();
}

async function content(panel: Page | undefined): Promise<string | undefined> {
  return panel?.evaluate(() => navigator.clipboard.readText());
}

/** The browser's own question cannot be pressed here: this panel has been told yes beforehand. */
function panelThatMayRead(): string {
  const folder = mkdtempSync(join(tmpdir(), "beiakte-panel-"));
  cpSync(inject("panel"), folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.permissions.push(...manifest.optional_permissions);
  delete manifest.optional_permissions;
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}
