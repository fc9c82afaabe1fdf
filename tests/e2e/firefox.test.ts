import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import { type Firefox, openFirefox } from "../support/firefox";
import { createCaseIn, foundTeamIn } from "../support/firefox-story";
import { PASSPHRASE } from "../support/panel-story";
import { PATIENTLY } from "../support/patience";
import { type PortalServers, startPortalServers } from "../support/portal-scene";

const { say } = textIn("de");
const [CLIENT] = NAMED_CLIENTS;
const LETTER = "Bitte reichen Sie die Unterlagen bis 1. Februar 2031 beim Kirschbaumamt ein.";
const SECOND_LETTER = "Der Bescheid der Familienkasse liegt seit gestern vor.";

let servers: PortalServers;
let firefox: Firefox;

describe.skipIf(inject("firefox") === "none")("Firefox", () => {
  beforeAll(async () => {
    servers = await startPortalServers();
    const packed = inject("packages").find(({ browser }) => browser === "firefox");
    firefox = await openFirefox({ program: inject("firefox"), addon: packed?.path ?? "" });
  });

  afterAll(async () => {
    await firefox.quit();
    await servers.close();
  });

  test("[PF80] a team is founded and a case is made in the real sidebar", async () => {
    const { sidebar } = firefox;
    await firefox.openSidebar();
    await foundTeamIn(sidebar, servers.relay.url);
    await createCaseIn(sidebar, CLIENT);
  });

  test("[PF81] a portal is read once its host is allowed, and the mark says that its number is known", async () => {
    const { sidebar } = firefox;
    await firefox.goTo(`${servers.portal.url}/klienten/${CLIENT.number}`);
    expect(await matches()).toEqual([]);
    await sidebar.press(say("case.back"));
    await sidebar.press(say("places.settings"));
    await sidebar.fill(say("portals.address"), servers.portal.url);
    await sidebar.press(say("portals.allow"));
    await expect.poll(matches, PATIENTLY).toContain("known");
    // Drawn by its own sheet, which Firefox could keep from a script of ours.
    expect(await widthOfMark()).toBe(16);
  });

  test("[PF82] a click on the mark leaves the case remembered and says what opens the sidebar, which is then at the case", async () => {
    await firefox.closeSidebar();
    await aWhile();
    await clickMark("known");
    await expect.poll(sentence, PATIENTLY).toMatch(/Alt\+Shift\+B/u);
    expect(await firefox.isSidebarOpen()).toBe(false);
    await firefox.pressToolbarButton();
    await firefox.sidebar.untilText(CLIENT.surname);
    await firefox.sidebar.untilText(CLIENT.bgNumber);
  });

  test("[PF83] the toolbar's button opens the sidebar also when it has to wake the background", async () => {
    await firefox.pressToolbarButton();
    await expect.poll(firefox.isSidebarOpen, PATIENTLY).toBe(false);
    expect(await firefox.isBackgroundRunning()).toBe(true);
    await firefox.endBackground();
    await expect.poll(firefox.isBackgroundRunning, PATIENTLY).toBe(false);
    await firefox.pressToolbarButton();
    await expect.poll(firefox.isSidebarOpen, PATIENTLY).toBe(true);
  });

  test("[PF84] locked, the marks say so, and after unlocking the sidebar is at the clicked case", async () => {
    const { sidebar, tab } = firefox;
    await sidebar.press(say("case.back"));
    await sidebar.press(say("app.lock"));
    await expect.poll(matches, PATIENTLY).toContain("locked");
    await aWhile();
    await clickMark("locked");
    await sidebar.fill(say("unlock.passphrase"), PASSPHRASE);
    await sidebar.press(say("unlock.act"));
    await sidebar.untilText(CLIENT.bgNumber);
    await expect.poll(matches, PATIENTLY).toContain("known");
    expect(await tab.run("return document.documentElement.outerHTML")).not.toContain("Aylin Kaya");
  });

  test("[PF85] what is marked on the page is clipped by its key into the page's case", async () => {
    await mark(LETTER);
    await firefox.pressKey("U");
    await firefox.sidebar.press(say("case.tab-notes"));
    await firefox.sidebar.untilText(LETTER);
  });

  test("[PF86] what is clipped while the vault is locked is in the case once, after unlocking", async () => {
    const { sidebar } = firefox;
    await sidebar.press(say("case.back"));
    await sidebar.press(say("app.lock"));
    await expect.poll(matches, PATIENTLY).toContain("locked");
    await firefox.closeSidebar();
    await mark(SECOND_LETTER);
    await firefox.pressKey("U");
    await expect.poll(wordsOfClip, PATIENTLY).not.toBe("");
    await clickMark("locked");
    await firefox.pressToolbarButton();
    await sidebar.fill(say("unlock.passphrase"), PASSPHRASE);
    await sidebar.press(say("unlock.act"));
    await sidebar.press(say("case.tab-notes"));
    await sidebar.untilText(SECOND_LETTER);
    expect((await sidebar.text()).split(SECOND_LETTER)).toHaveLength(2);
  });

  test("[PF87] a number of the case goes into a framework's field after a look, and is taken back", async () => {
    const { sidebar, tab } = firefox;
    await firefox.goTo(`${servers.portal.url}/formular?klient=${CLIENT.number}`);
    await tab.click("#betreff");
    await sidebar.press(say("case.tab-file"));
    await sidebar.press(say("insert.name", { fact: CLIENT.bgNumber }));
    await sidebar.untilText(say("insert.into", { field: "Betreff", origin: servers.portal.url }));
    expect(await content()).toBe("");
    await sidebar.press(say("insert.act"));
    await sidebar.untilText(say("insert.done", { field: "Betreff" }));
    expect(await content()).toBe(CLIENT.bgNumber);
    expect(await noticed()).toBe(CLIENT.bgNumber);
    await sidebar.press(say("insert.undo-name"));
    await sidebar.untilText(say("insert.undone"));
    expect(await content()).toBe("");
    expect(await noticed()).toBe("");
    expect(servers.portal.submitted("react")).toBe(0);
  });
});

/** A line of the portal's that a person marks with the mouse. */
async function mark(line: string): Promise<void> {
  await firefox.tab.run(
    `const paragraph = document.createElement("p");
     paragraph.textContent = arguments[0];
     document.querySelector("main").append("Hinweis: ", paragraph, "Ende des Hinweises.");
     document.getSelection().selectAllChildren(paragraph);`,
    line,
  );
}

const content = (): Promise<unknown> =>
  firefox.tab.run(`return document.querySelector("#betreff").value`);

/** What the page's framework says that it holds. */
const noticed = (): Promise<unknown> =>
  firefox.tab.run(`return document.querySelector("#bemerkt-betreff .inhalt").textContent`);

/** A mark acts only once it has been standing for a while. */
async function clickMark(match: string): Promise<void> {
  await expect.poll(matches, PATIENTLY).toContain(match);
  await pause(600);
  await firefox.tab.click(`beiakte-marks >>> [data-match=${match}]`);
}

async function matches(): Promise<unknown> {
  return firefox.tab.run(`
    const root = document.querySelector("beiakte-marks")?.openOrClosedShadowRoot;
    return [...(root?.querySelectorAll("[data-match]") ?? [])].map((one) => one.dataset.match);
  `);
}

async function sentence(): Promise<unknown> {
  return firefox.tab.run(`
    return document.querySelector("beiakte-marks")?.openOrClosedShadowRoot
      .querySelector("[role=status]")?.textContent ?? "";
  `);
}

async function wordsOfClip(): Promise<unknown> {
  return firefox.tab.run(`
    return document.querySelector("beiakte-words")?.openOrClosedShadowRoot.textContent ?? "";
  `);
}

async function widthOfMark(): Promise<unknown> {
  return firefox.tab.run(`
    return document.querySelector("beiakte-marks").openOrClosedShadowRoot
      .querySelector("[data-match]").getBoundingClientRect().width;
  `);
}

/** A mark acts only where it has been standing for a while. */
const aWhile = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 500));
