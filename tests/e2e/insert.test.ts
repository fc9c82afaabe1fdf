import { identifierKind } from "@beiakte/shared/catalogue/identifiers";
import type { Frame, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import type { Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { PATIENTLY } from "../support/patience";
import {
  allowPortal,
  openPortalScene,
  type PortalScene,
  type PracticePortal,
} from "../support/portal-scene";

const { say } = textIn("de");
const [CLIENT] = NAMED_CLIENTS;
const NUMBER = CLIENT.bgNumber;
const NUMBER_ACTION = say("insert.name", { fact: NUMBER });

let scene: PortalScene;
let portal: PracticePortal;
let anna: Profile;
let panel: Page;
let page: Page;

beforeAll(async () => {
  scene = await openPortalScene();
  ({ anna, portal } = scene);
  const tab = scene.panel;
  await story.createCase(tab, { givenName: CLIENT.given, familyName: CLIENT.surname });
  const note = await story.newNote(tab, "Gespräch");
  await note.pressSequentially("Erste Zeile");
  await note.press("Enter");
  await note.pressSequentially("Zweite Zeile");
  await story.addIdentifier(tab, NUMBER);
  await story.addIdentifier(tab, "Hausbesuch");
  await bornOn(tab, "01.04.1988");
  await allowPortal(scene, tab);
  await story.goTo(tab, "places.cases");
  await tab.getByRole("button", { name: CLIENT.surname }).first().click();
  await story.openTab(tab, "file");
  await tab.close();
  // In a tab the panel itself would be the page on screen.
  panel = await anna.openSidePanel();
  page = await anna.context.newPage();
  await page.setViewportSize({ width: 1200, height: 1000 });
  await story.button(panel, NUMBER_ACTION).waitFor();
});

afterAll(() => scene.close());

test("[PF70] a number of the case goes into a framework's field, is noticed, and the page's own undo takes it back", async () => {
  const field = await atForm("betreff");
  await preview("Betreff");
  expect(await field.inputValue()).toBe("");
  await insert("Betreff");
  expect(await field.inputValue()).toBe(NUMBER);
  expect(await noticed(page, "betreff")).toEqual({
    content: NUMBER,
    input: "1",
    change: "1",
    browser: "1",
  });
  await field.focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => field.inputValue(), PATIENTLY).toBe("");
  expect((await noticed(page, "betreff")).content).toBe("");
  // The page is left without a trace of ours.
  expect(await page.locator("beiakte-field").count()).toBe(0);
  expect(portal.submitted("react")).toBe(0);
});

test("[PF71] what the panel takes back, the framework notices as well", async () => {
  const field = await atForm("vermerk");
  await field.pressSequentially("vorher  nachher");
  for (let step = 0; step < 8; step += 1) await field.press("ArrowLeft");
  await preview("Vermerk");
  await panel.getByText(say("insert.is-kept")).waitFor();
  await insert("Vermerk");
  expect(await field.inputValue()).toBe(`vorher ${NUMBER} nachher`);
  await takeBack();
  expect(await field.inputValue()).toBe("vorher  nachher");
  expect((await noticed(page, "vermerk")).content).toBe("vorher  nachher");
});

test("[PF71] a day that the field cannot hold is refused, a whole note goes into a long field and on one line into a short one", async () => {
  await atForm("datum");
  await story.button(panel, NUMBER_ACTION).click();
  await panel.getByText(say("insert.does-not-fit")).waitFor();
  await story.button(panel, say("app.cancel")).click();
  await giveNote();
  await panel.getByText(say("insert.does-not-fit")).waitFor();
  const long = page.locator("#vermerk");
  await long.click();
  await story.button(panel, say("insert.again")).click();
  await insert("Vermerk");
  expect(await long.inputValue()).toBe("Erste Zeile\nZweite Zeile");
  expect((await noticed(page, "vermerk")).content).toBe("Erste Zeile\nZweite Zeile");
  const short = page.locator("#betreff");
  await short.click();
  await giveNote();
  await panel.getByText(say("insert.one-line")).waitFor();
  await insert("Betreff");
  expect(await short.inputValue()).toBe("Erste Zeile Zweite Zeile");
  await story.openTab(panel, "file");
});

test("[PF71] a day and a choice are noticed by the framework, and taken back", async () => {
  const day = await atForm("datum");
  const name = `${CLIENT.given} ${CLIENT.surname}`;
  await story.button(panel, say("insert.of-person", { name })).click();
  await panel.getByRole("menuitem", { name: /01\.04\.1988/u }).click();
  await insert("Wiedervorlage am");
  expect(await day.inputValue()).toBe("1988-04-01");
  expect((await noticed(page, "datum")).content).toBe("1988-04-01");
  await takeBack();
  expect((await noticed(page, "datum")).content).toBe("");
  const choice = page.locator("#art");
  await choice.focus();
  await story.button(panel, say("insert.name", { fact: "Hausbesuch" })).click();
  await insert("Art");
  expect(await choice.inputValue()).toBe("Hausbesuch");
  expect((await noticed(page, "art")).content).toBe("Hausbesuch");
  await takeBack();
  expect((await noticed(page, "art")).content).toBe("Gespräch");
});

test("[PF71] hostile pages get what was shown to them, once, and nothing is sent", async () => {
  await page.goto(`${portal.url}/feindlich/klicks`);
  const field = page.locator("#vermerk");
  await field.click();
  await preview("Vermerk");
  await page.waitForTimeout(500);
  expect(await field.inputValue()).toBe("");
  await insert("Vermerk");
  expect(await field.inputValue()).toBe(NUMBER);
  expect(portal.submitted("react")).toBe(0);
});

test("[PF71] a page's own editor gets the lines as lines, and its undo takes them back", async () => {
  const field = await atForm("mitteilung");
  await giveNote();
  await insert("Mitteilung an andere Stellen");
  const lines = async () => (await field.innerText()).split(/\n+/u).filter((line) => line !== "");
  expect(await lines()).toEqual(["Erste Zeile", "Zweite Zeile"]);
  expect((await noticed(page, "mitteilung")).browser).not.toBe("0");
  await takeBack();
  expect(await lines()).toEqual([]);
  await story.openTab(panel, "file");
});

test("[PF71] what is selected in the note goes alone", async () => {
  const field = await atForm("vermerk");
  await story.openNote(panel);
  await panel.getByText("Zweite Zeile").click({ clickCount: 3 });
  await story.button(panel, say("insert.note")).click();
  await insert("Vermerk");
  expect(await field.inputValue()).toBe("Zweite Zeile");
  await story.openTab(panel, "file");
});

test("[PF71] into a frame of the same origin", async () => {
  await page.goto(`${portal.url}/rahmen?klient=${CLIENT.number}`);
  const frame = page.frameLocator("iframe");
  await frame.locator("#betreff").waitFor();
  // As after the portal's script of the page, which holds what it has read in the frame.
  await holdFrame();
  await frame.locator("#betreff").click();
  await preview("Betreff");
  await insert("Betreff");
  expect(await frame.locator("#betreff").inputValue()).toBe(NUMBER);
  await takeBack();
  expect(await frame.locator("#betreff").inputValue()).toBe("");
});

test("[PF71] into a shadow root, and into a page with the strictest policy, which is not broken", async () => {
  await page.goto(`${portal.url}/schatten?klient=${CLIENT.number}`);
  const inShadow = page.locator("#vermerk").first();
  await inShadow.click();
  await preview("Vermerk");
  await insert("Vermerk");
  expect(await inShadow.inputValue()).toBe(NUMBER);
  await page.goto(`${portal.url}/streng`);
  const strict = page.locator("#vermerk");
  await strict.click();
  await preview("Vermerk");
  await insert("Vermerk");
  expect(await strict.inputValue()).toBe(NUMBER);
  expect(await page.locator("#verstoesse").textContent()).toBe("0");
  await takeBack();
  expect(await strict.inputValue()).toBe("");
  expect(portal.submitted("streng")).toBe(0);
});

test.each<[string, string, (field: Locator) => Promise<unknown>]>([
  ["is filled", "changed", (field) => field.fill("x")],
  ["is built anew", "changed", () => page.locator("#neu").click()],
  ["becomes a password", "changed", setType("password")],
  ["is locked", "changed", (field) => field.evaluate((one) => one.setAttribute("readonly", ""))],
  ["is covered", "hidden", () => page.evaluate(cover)],
  ["is gone with its page", "changed", () => page.reload()],
  ["is on another page", "changed", () => page.evaluate(() => history.pushState(null, "", "?b"))],
])("[PF72] nothing is inserted where the field %s", async (_what, refusal, change) => {
  const field = await atForm("betreff");
  await preview("Betreff");
  await change(field);
  await story.button(panel, say("insert.act")).click();
  await panel.getByText(say(refusal === "hidden" ? "insert.hidden" : "insert.changed")).waitFor();
  await story.button(panel, say("app.cancel")).click();
  expect(await field.inputValue()).not.toContain(NUMBER);
  expect(await page.content()).not.toContain(NUMBER);
});

test("[PF72] nothing is taken back where the field holds something else by now", async () => {
  const field = await atForm("betreff");
  await preview("Betreff");
  await insert("Betreff");
  await field.fill("anders");
  await story.button(panel, say("insert.undo-name")).click();
  await panel.getByText(say("insert.not-undone")).waitFor();
  expect(await field.inputValue()).toBe("anders");
});

test("[PF72] passwords and locked fields are not offered, nor anything where the caret is in no field", async () => {
  const field = await atForm("betreff");
  await setType("password")(field);
  await story.button(panel, NUMBER_ACTION).click();
  await panel.getByText(say("insert.not-allowed-field")).waitFor();
  await setType("text")(field);
  await field.evaluate((one) => one.setAttribute("readonly", ""));
  await story.button(panel, say("insert.again")).click();
  await panel.getByText(say("insert.not-allowed-field")).waitFor();
  await field.evaluate((one) => (one as HTMLElement).blur());
  await story.button(panel, say("insert.again")).click();
  await panel.getByText(say("insert.no-field")).waitFor();
  await story.button(panel, say("app.cancel")).click();
});

test("[PF72] a frame of another site is not asked; what is beside no portal is said", async () => {
  await page.goto(`${portal.url}/rahmen-fremd?klient=${CLIENT.number}`);
  const frame = page.frameLocator("iframe");
  await frame.locator("#betreff").click();
  await story.button(panel, NUMBER_ACTION).click();
  await panel.getByText(say("insert.other-site")).waitFor();
  await page.goto("about:blank");
  await story.button(panel, say("insert.again")).click();
  await panel.getByText(say("insert.no-portal")).waitFor();
  await story.button(panel, say("app.cancel")).click();
});

test("[PF91] what the portal's profile says of its fields is tried out, finds the field without a caret, and warns at another", async () => {
  const file = identifierKind("file_number")?.label.de ?? "";
  const born = say("insert.fact-birth-date");
  const name = `${CLIENT.given} ${CLIENT.surname}`;
  const field = await atForm("betreff");
  await story.goTo(panel, "places.settings");
  await story.button(panel, say("profile.add-name", { origin: portal.url })).click();
  await nameField(file, "#betreff");
  await nameField(born, "input[type=date]");
  await story.button(panel, say("profile.try")).click();
  await panel.getByText(say("profile.tried-field", { count: 1, fact: file })).waitFor();
  await panel.getByText(say("profile.tried-field", { count: 1, fact: born })).waitFor();
  await story.button(panel, say("profile.save")).click();
  await story.goTo(panel, "places.cases");
  await panel.getByRole("button", { name: CLIENT.surname }).first().click();
  await story.openTab(panel, "file");
  await field.fill("von vorher");
  await field.evaluate((one) => (one as HTMLElement).blur());
  await preview("Betreff");
  await panel.getByText(say("insert.is-all-replaced")).waitFor();
  await insert("Betreff");
  expect(await field.inputValue()).toBe(NUMBER);
  expect((await noticed(page, "betreff")).content).toBe(NUMBER);
  await takeBack();
  expect(await field.inputValue()).toBe("von vorher");
  await field.click();
  await story.button(panel, say("insert.of-person", { name })).click();
  await panel.getByRole("menuitem", { name: /01\.04\.1988/u }).click();
  await panel.getByText(say("insert.is-for", { fact: file })).waitFor();
  await story.button(panel, say("app.cancel")).click();
});

/** A row of the profile that is being edited. */
async function nameField(fact: string, selector: string): Promise<void> {
  const dialog = panel.getByRole("dialog");
  await story.button(dialog, say("profile.field-add")).click();
  const rows = dialog.getByRole("group", { name: say("profile.fields") });
  await rows
    .getByRole("button", { name: say("profile.field-fact") })
    .last()
    .click();
  await panel.getByRole("option", { name: fact }).click();
  await rows.getByRole("textbox").last().fill(selector);
}

async function bornOn(tab: Page, day: string): Promise<void> {
  const name = `${CLIENT.given} ${CLIENT.surname}`;
  await story.button(tab, say("person.edit-name", { name })).click();
  const dialog = tab.getByRole("dialog");
  await story.field(dialog, say("person.birth-date")).fill(day);
  await story.button(dialog, say("app.take-over")).click();
  await dialog.waitFor({ state: "detached" });
}

async function atForm(field: string): Promise<Locator> {
  await page.goto(`${portal.url}/formular?klient=${CLIENT.number}`);
  await page.locator(`#${field}`).click();
  return page.locator(`#${field}`);
}

/** In the world of our scripts of the page above. */
async function holdFrame(): Promise<void> {
  const [worker] = anna.context.serviceWorkers();
  await worker?.evaluate(async (origin) => {
    const tabs = await chrome.tabs.query({});
    const tabId = tabs.find(({ url }) => url?.startsWith(`${origin}/`) === true)?.id ?? 0;
    const func = (): void => {
      // By the getters of that page, as our scripts read: so the nodes are of its realm.
      const held: object[] = [];
      const read = (of: object, name: "firstChild" | "nextSibling"): void => {
        const node: unknown = Reflect.get(Node.prototype, name, of);
        if (typeof node !== "object" || node === null) return;
        held.push(node);
        read(node, "firstChild");
        read(node, "nextSibling");
      };
      const inside = document.querySelector("iframe")?.contentDocument;
      if (inside) read(inside, "firstChild");
      Reflect.set(globalThis, "held", held);
    };
    await chrome.scripting.executeScript({ target: { tabId }, func });
  }, portal.url);
}

async function preview(field: string): Promise<void> {
  await story.button(panel, NUMBER_ACTION).click();
  await panel.getByText(say("insert.into", { field, origin: portal.url })).waitFor();
}

async function giveNote(): Promise<void> {
  await story.openNote(panel);
  await story.button(panel, say("insert.note")).click();
}

async function insert(field: string): Promise<void> {
  await panel.getByText(say("insert.into", { field, origin: portal.url })).waitFor();
  await story.button(panel, say("insert.act")).click();
  await panel.getByText(say("insert.done", { field })).waitFor();
}

async function takeBack(): Promise<void> {
  await story.button(panel, say("insert.undo-name")).click();
  await panel.getByText(say("insert.undone")).waitFor();
}

function setType(type: string): (field: Locator) => Promise<unknown> {
  return (field) => field.evaluate((one, to) => one.setAttribute("type", to), type);
}

function cover(): void {
  const over = document.createElement("div");
  over.style.cssText = "position: fixed; inset: 0; z-index: 9";
  document.body.append(over);
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
