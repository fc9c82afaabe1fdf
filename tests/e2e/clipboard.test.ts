import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

const { say } = textIn("de");
const NUMBER = "50.2-2024-01734";
const CLEARED = { timeout: 60_000, interval: 500 };

let relay: RelayProcess;
let anna: Profile;
let panel: Page;

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), mkdtempSync(join(tmpdir(), "beiakte-relay-")));
  anna = await openProfile({ program: inject("chromium"), panel: panelThatMayRead() });
  panel = await anna.openPanel();
  await story.foundTeam(panel, { relay: relay.url, member: "Aylin Kaya" });
  await story.createCase(panel, { givenName: "Rania", familyName: "Haddad" });
  await story.addIdentifier(panel, NUMBER);
});

afterAll(async () => {
  await anna.quit();
  await relay.stop();
});

test("[PF73] what was copied is gone after 45 seconds, though the panel was left meanwhile", async () => {
  await copy();
  expect(await content()).toBe(NUMBER);
  await panel.evaluate(() => globalThis.dispatchEvent(new Event("blur")));
  await expect.poll(content, CLEARED).toBe("");
  expect(await panel.getByText(say("clipboard.left-behind")).count()).toBe(0);
});

test("[PF73] what was copied since stays", async () => {
  await copy();
  await panel.evaluate(() => navigator.clipboard.writeText("Einkaufszettel"));
  await panel.waitForTimeout(48_000);
  expect(await content()).toBe("Einkaufszettel");
});

async function copy(): Promise<void> {
  await story.button(panel, say("insert.name", { fact: NUMBER })).click();
  await story.button(panel, say("copy.act")).click();
  await panel.getByText(say("copy.done-reading")).waitFor();
  await story.button(panel, say("app.cancel")).click();
}

const content = (): Promise<string> => panel.evaluate(() => navigator.clipboard.readText());

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
