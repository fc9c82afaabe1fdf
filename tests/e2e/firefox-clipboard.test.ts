import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { CLEARED_AFTER_MS } from "../../extension/src/workspace/clipboard";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import { type Firefox, openFirefox } from "../support/firefox";
import { createCaseIn, foundTeamIn } from "../support/firefox-story";
import { PATIENCE_MS } from "../support/patience";
import { type PortalServers, startPortalServers } from "../support/portal-scene";

const { say } = textIn("de");
const [CLIENT] = NAMED_CLIENTS;
const CLEARED = { timeout: CLEARED_AFTER_MS + PATIENCE_MS, interval: 500 };

let servers: PortalServers;
let firefox: Firefox;

describe.skipIf(inject("firefox") === "none")("Firefox", () => {
  beforeAll(async () => {
    servers = await startPortalServers();
    firefox = await openFirefox({
      program: inject("firefox"),
      addon: inject("firefoxPanel"),
    });
  });

  afterAll(async () => {
    await firefox.quit();
    await servers.close();
  });

  test("[PF92] what was copied is gone, though the sidebar was closed and the background had ended", async () => {
    const { sidebar } = firefox;
    await firefox.openSidebar();
    await foundTeamIn(sidebar, servers.relay.url);
    await sidebar.press(say("places.settings"));
    await sidebar.press(say("clipboard.allow"));
    await sidebar.untilText(say("clipboard.what-reading"));
    await sidebar.press(say("places.cases"));
    await createCaseIn(sidebar, CLIENT);
    await sidebar.press(say("insert.name", { fact: CLIENT.bgNumber }));
    await sidebar.press(say("copy.act"));
    await sidebar.untilText(say("copy.done-reading"));
    expect(await firefox.clipboard()).toBe(CLIENT.bgNumber);
    await firefox.closeSidebar();
    await firefox.endBackground();
    await expect.poll(firefox.clipboard, CLEARED).toBe("");
  });
});
