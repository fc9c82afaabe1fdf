/** One person's browser beside the made-up portal: what the stories of portals begin with. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { startPracticePortal } from "../practice-portal/server.mjs";
import { openProfile, type Profile } from "./panel";
import * as story from "./panel-story";
import { sayYesTo } from "./portal-browser";
import { type RelayProcess, startRelayProcess } from "./relay-process";

const { say } = textIn("de");

export type PracticePortal = Awaited<ReturnType<typeof startPracticePortal>>;

export type PortalServers = {
  readonly relay: RelayProcess;
  readonly portal: PracticePortal;
  readonly close: () => Promise<void>;
};

export type PortalScene = PortalServers & {
  readonly anna: Profile;
  /** Her panel, in a tab: she has founded a team. */
  readonly panel: Page;
};

export async function openPortalScene(): Promise<PortalScene> {
  const servers = await startPortalServers();
  const anna = await openProfile({ program: inject("chromium"), panel: inject("panel") });
  const panel = await anna.openPanel();
  await story.foundTeam(panel, { relay: servers.relay.url, member: "Aylin Kaya" });
  return {
    ...servers,
    anna,
    panel,
    async close() {
      await anna.quit();
      await servers.close();
    },
  };
}

export async function startPortalServers(): Promise<PortalServers> {
  const folder = mkdtempSync(join(tmpdir(), "beiakte-relay-"));
  const relay = await startRelayProcess(inject("relay"), folder);
  const portal = await startPracticePortal({ port: 0 });
  return {
    relay,
    portal,
    async close() {
      await portal.close();
      await relay.stop();
    },
  };
}

/** By the panel's settings, as a person does; the browser's own question is answered with yes. */
export async function allowPortal({ anna, portal }: PortalScene, panel: Page): Promise<void> {
  await sayYesTo(anna, portal.url);
  await story.goTo(panel, "places.settings");
  await story.field(panel, say("portals.address")).fill(portal.url);
  await story.button(panel, say("portals.allow")).click();
  await panel.getByText(portal.url).waitFor();
}
