import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import { mayManage, setManaged, unpackedId, unsetManaged } from "../support/managed-policy";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { PATIENTLY } from "../support/patience";
import { marksOf, sayYesTo } from "../support/portal-browser";
import { type PortalServers, startPortalServers } from "../support/portal-scene";

const { say } = textIn("de");
const [CLIENT, OTHER] = NAMED_CLIENTS;
// The browser looks at a changed policy some seconds after it has come to rest.
const isRoot = mayManage();

let servers: PortalServers;
let anna: Profile;
let panel: Page;
let page: Page;

const settings = () => ({
  relay: servers.relay.url,
  lockAfterMinutes: 7,
  language: "de",
  portals: [servers.portal.url],
});
const marks = async (): Promise<number> => (await marksOf(page)).length;
const clientPage = (): string => `${servers.portal.url}/klienten/${CLIENT.number}`;

test("[PY8] the built manifest names the schema of the settings, and it is the one that was written", () => {
  const inPanel = (name: string): string => readFileSync(join(inject("panel"), name), "utf8");
  const { storage }: { readonly storage?: { readonly managed_schema?: string } } = JSON.parse(
    inPanel("manifest.json"),
  );
  const written = readFileSync("extension/assets/managed-schema.json", "utf8");
  expect(JSON.parse(inPanel(storage?.managed_schema ?? "none"))).toEqual(JSON.parse(written));
});

describe.skipIf(!isRoot)("with a policy, which only root can set", () => {
  beforeAll(async () => {
    servers = await startPortalServers();
    const program = inject("chromium");
    const id = unpackedId(inject("panel"));
    // Nothing is looked for on this portal: so says its profile.
    const silent = {
      id: "musterstadt",
      name: "Musterstadt",
      addresses: [{ origin: servers.portal.url }],
      kinds: [],
    };
    setManaged(id, { ...settings(), profiles: [silent] });
    anna = await openProfile({ program, panel: inject("panel") });
    expect(anna.extension).toBe(id);
    panel = await anna.openPanel();
  });

  afterAll(async () => {
    unsetManaged();
    await anna.quit();
    await servers.close();
  });

  test("[PF75] what the administration sets is asked of nobody, and shown as set", async () => {
    await story.button(panel, say("first-run.found")).click();
    await panel.getByText(say("policy.relay", { relay: servers.relay.url })).waitFor();
    expect(await story.field(panel, say("found.relay")).count()).toBe(0);
    await story.field(panel, say("found.team-name")).fill("Integrationsmanagement");
    await story.field(panel, say("person.organisation")).fill("Stadt Musterstadt");
    await story.field(panel, say("person.own-name")).fill("Aylin Kaya");
    for (const name of ["passphrase.once", "passphrase.again"] as const) {
      await story.field(panel, say(name)).fill(story.PASSPHRASE);
    }
    await story.button(panel, say("found.act")).click();
    await panel.getByRole("heading", { name: say("caseload.title") }).waitFor();
    await story.goTo(panel, "places.settings");
    await panel.getByText("Gesperrt wird nach 7 Minuten ohne Eingabe.").waitFor();
    const [worker] = anna.context.serviceWorkers();
    const held = await worker?.evaluate(() => chrome.storage.managed.get("lockAfterMinutes"));
    expect(held).toEqual({ lockAfterMinutes: 7 });
  });

  test("[PF76] a portal of the administration is allowed with one press, and read by its profile", async () => {
    await sayYesTo(anna, servers.portal.url);
    await story.button(panel, say("portals.allow-name", { origin: servers.portal.url })).click();
    await panel.getByText("Profil: Musterstadt", { exact: false }).waitFor();
    page = await anna.context.newPage();
    await page.setViewportSize({ width: 1200, height: 1400 });
    await page.goto(clientPage());
    await page.waitForTimeout(1500);
    expect(await marks()).toBe(0);
  });

  test("[PF77] a policy that changes is obeyed at once, without a load", async () => {
    setManaged(unpackedId(inject("panel")), { ...settings(), lockAfterMinutes: 9 });
    await expect.poll(marks, PATIENTLY).toBeGreaterThan(0);
    await panel.getByText("Gesperrt wird nach 9 Minuten ohne Eingabe.").waitFor();
  });

  test("[PF78] a profile is tried out on the page on screen, and counts for it once it is saved", async () => {
    const before = await marks();
    await panel.close();
    panel = await anna.openSidePanel();
    await page.bringToFront();
    await story.goTo(panel, "places.settings");
    await story.button(panel, say("profile.add-name", { origin: servers.portal.url })).click();
    const dialog = panel.getByRole("dialog");
    await story.button(dialog, say("profile.label-add")).click();
    await story.field(dialog, say("profile.label-words")).fill("Rückruf unter");
    await story.button(dialog, say("profile.try")).click();
    await dialog.getByText(/findet Beiakte auf der Seite \d+ Nummern:/u).waitFor();
    await dialog.getByText(CLIENT.callback, { exact: false }).waitFor();
    await story.button(dialog, say("profile.save")).click();
    await page.reload();
    await expect.poll(marks, PATIENTLY).toBeGreaterThan(before);
  });

  test("[PF89] where a page goes on without a load it is read by the profile for where it is", async () => {
    const path = `/einzelseite/${CLIENT.number}`;
    const silent = {
      id: "silent",
      name: "Stille Ansicht",
      addresses: [{ origin: servers.portal.url, path }],
      kinds: [],
    };
    setManaged(unpackedId(inject("panel")), { ...settings(), profiles: [silent] });
    await page.goto(`${servers.portal.url}/einzelseite/${OTHER.number}`);
    await expect.poll(marks, PATIENTLY).toBeGreaterThan(0);
    const goTo = async ({ surname }: { readonly surname: string }): Promise<void> => {
      await page.locator("#personen").getByRole("link", { name: surname }).click();
      await page.getByRole("heading", { name: surname }).waitFor();
    };
    await goTo(CLIENT);
    await expect.poll(marks, PATIENTLY).toBe(0);
    await goTo(OTHER);
    await expect.poll(marks, PATIENTLY).toBeGreaterThan(0);
    await page.goBack();
    await expect.poll(marks, PATIENTLY).toBe(0);
  });
});
