import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Invitation } from "@beiakte/shared/space/invitation";
import { invitationToText, parseInvitation } from "@beiakte/shared/space/invitation-text";
import { PROTOCOL_VERSION } from "@beiakte/shared/protocol/limits";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { must } from "../support/devices";
import { babblingRelay, type FalseRelay, relayOfVersion } from "../support/false-relay";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { FAMILY, panelTeam, type PanelTeam } from "../support/panel-team";
import { PATIENTLY } from "../support/patience";
import { numberedId } from "../support/plain-entries";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

const { say } = textIn("de");

const CASE = new RegExp(FAMILY, "u");
const LOST_AT_MOST_MS = 500;

const data = mkdtempSync(join(tmpdir(), "beiakte-relay-"));
const browser = { program: inject("chromium"), panel: inject("panel") };
let relay: RelayProcess;
let team: PanelTeam;
let carla: Profile;
/** Not used by anybody yet. */
let invitation: string;

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), data);
  team = await panelTeam(browser, relay.url);
  invitation = await story.invite(team.anna.page, "Carla");
  carla = await openProfile(browser);
});

afterAll(async () => {
  await Promise.all([team.anna.profile.quit(), team.ben.profile.quit(), carla.quit()]);
  await relay.stop();
});

test("[PF50] a wrong passphrase is told, opens nothing, and the right one opens all", async () => {
  const { page } = team.ben;
  const note = await story.newNote(page, "Telefonat");
  await note.pressSequentially("Rückruf am Freitag.");
  await story.goTo(page, "places.cases");
  await story.button(page, say("app.lock")).click();
  const passphrase = story.field(page, say("unlock.passphrase"));
  await passphrase.fill("vier kleine graue Mäuse");
  await story.button(page, say("unlock.act")).click();
  await page.getByText(say("fault.wrong-passphrase")).waitFor();
  expect(await page.locator("body").innerText()).not.toContain("Rückruf");
  await story.unlock(page);
  await story.openCase(page, CASE);
  const again = await story.openNote(page);
  await story.untilText(again, (text) => text === "Rückruf am Freitag.");
});

test.for([
  ["malformed", () => Promise.resolve("Guten Tag, anbei die Einladung")],
  ["mistyped", () => Promise.resolve(mistyped(invitation))],
  ["foreign", () => rewritten(invitation, { space: numberedId("SpaceId", 9) })],
  ["expired", () => rewritten(invitation, { expiresAt: Date.now() - 1 })],
  ["used", () => Promise.resolve(team.invitation)],
] as const)(
  "[PF51] an invitation that is %s is told, and what was typed stays",
  async ([kind, text]) => {
    const page = await carla.openPanel();
    const words = await text();
    await accept(page, words);
    await page
      .getByText(say(`fault.invitation-${kind}`))
      .first()
      .waitFor();
    await expectTyped(page, words);
    await page.close();
  },
);

test("[PF52] no relay, one of another version, or one that talks nonsense is told, and what was typed stays", async () => {
  const page = await carla.openPanel();
  const relays = [
    ["relay-newer", () => relayOfVersion(PROTOCOL_VERSION + 1)],
    ["relay-older", () => relayOfVersion(PROTOCOL_VERSION - 1)],
    ["relay-unreachable", () => babblingRelay()],
    ["relay-unreachable", gone],
  ] as const;
  for (const [fault, listen] of relays) {
    const there = await listen();
    const words = await rewritten(invitation, { relay: there.url });
    await accept(page, words);
    await page.getByText(say(`fault.${fault}`)).waitFor();
    await expectTyped(page, words);
    await there.stop();
    await page.reload();
  }
  // After all that the true one still opens the door.
  await accept(page, invitation);
  await page.getByRole("heading", { name: say("waiting.title") }).waitFor();
});

test("[PF53] a relay that becomes another version, or talks nonsense, is told; what is written meanwhile arrives later", async () => {
  const { anna, ben } = team;
  await story.openCase(anna.page, CASE);
  const note = await story.openNote(anna.page);
  await note.press("End");
  await relay.stop();
  const newer = await relayOfVersion(PROTOCOL_VERSION + 1, relay.port);
  await anna.page.reload();
  await anna.page.getByText(say("connection.relay-newer")).waitFor();
  await story.openCase(anna.page, CASE);
  await write(anna.page, " Während der neuen Fassung.");
  await newer.stop();

  const babbling = await babblingRelay(relay.port);
  await anna.page.reload();
  await expect.poll(babbling.visits, PATIENTLY).toBeGreaterThan(1);
  await anna.page.getByText(say("connection.offline")).waitFor();
  await story.openCase(anna.page, CASE);
  await write(anna.page, " Während des Unsinns.");
  await babbling.stop();

  relay = await startRelayProcess(inject("relay"), data, relay.port);
  await anna.page.reload();
  await ben.page.reload();
  await story.openCase(ben.page, CASE);
  const bens = await story.openNote(ben.page);
  await story.untilText(
    bens,
    (text) => text === "Rückruf am Freitag. Während der neuen Fassung. Während des Unsinns.",
  );
});

async function accept(page: Page, words: string): Promise<void> {
  const begin = story.button(page, say("first-run.accept"));
  await begin.click();
  await story.fillInvitation(page, { invitation: words, member: "Carla Neu" });
  await story.button(page, say("accept.act")).click();
}

async function expectTyped(page: Page, words: string): Promise<void> {
  expect(await story.field(page, say("accept.invitation")).inputValue()).toBe(words);
  expect(await story.field(page, say("person.own-name")).inputValue()).toBe("Carla Neu");
}

async function write(page: Page, words: string): Promise<void> {
  const note = await story.openNote(page);
  await note.press("End");
  await note.pressSequentially(words);
  // Who reloads sooner may lose the end of it, and that is no matter of this test.
  await page.waitForTimeout(LOST_AT_MOST_MS);
}

/** One character is another one, as when somebody types it from paper. */
function mistyped(text: string): string {
  const at = text.length - 8;
  return text.slice(0, at) + (text.charAt(at) === "b" ? "c" : "b") + text.slice(at + 1);
}

async function rewritten(text: string, other: Partial<Invitation>): Promise<string> {
  return invitationToText({ ...must(await parseInvitation(text)), ...other });
}

/** An address at which nobody listens any more. */
async function gone(): Promise<FalseRelay> {
  const there = await babblingRelay();
  await there.stop();
  return { ...there, stop: () => Promise.resolve() };
}
