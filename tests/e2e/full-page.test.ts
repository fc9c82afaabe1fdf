import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

const { say } = textIn("de");

let profile: Profile;
let relay: RelayProcess;

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), mkdtempSync(join(tmpdir(), "beiakte-page-")));
  profile = await openProfile({ program: inject("chromium"), panel: inject("panel") });
});

afterAll(async () => {
  await profile.quit();
  await relay.stop();
});

test("[PF88] from the side panel a tab is opened that shows the caseload beside the case, unlocked as the panel is", async () => {
  const panel = await profile.openPanel();
  await story.foundTeam(panel, { relay: relay.url, member: "Anna Beispiel" });
  await story.createCase(panel, { givenName: "Rania", familyName: "Haddad" });
  await story.button(panel, say("case.back")).click();
  const [page] = await Promise.all([
    profile.context.waitForEvent("page"),
    story.button(panel, say("app.open-as-page")).click(),
  ]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: /Haddad/u }).click();
  await page.getByRole("tab", { name: say("case.tab-plan") }).waitFor();
  const list = page.getByRole("region", { name: say("caseload.title") });
  expect(await list.isVisible()).toBe(true);
  expect(await story.button(page, say("app.open-as-page")).count()).toBe(0);
  // Whoever looks over a shoulder sees an address, and the browser keeps it.
  expect(page.url()).toMatch(/^chrome-extension:\/\/[a-z]+\/sidepanel\.html\?page$/u);
});
