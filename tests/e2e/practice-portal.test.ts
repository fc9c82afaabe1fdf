import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { NAMED_CLIENTS } from "../practice-portal/clients.mjs";
import { HOSTILE_PAGES } from "../practice-portal/hostile-pages.mjs";
import { startPracticePortal } from "../practice-portal/server.mjs";
import { PATIENTLY } from "../support/patience";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [ONE, TWO, THREE] = NAMED_CLIENTS;

let portal: Awaited<ReturnType<typeof startPracticePortal>>;
let browser: Browser;
let page: Page;
let wrong: string[];

beforeAll(async () => {
  portal = await startPracticePortal({ port: 0 });
  browser = await chromium.launch({
    executablePath: inject("chromium"),
    args: ["--no-sandbox", "--disable-gpu"],
  });
});

afterAll(async () => {
  await browser.close();
  await portal.close();
});

beforeEach(async () => {
  wrong = [];
  page = await browser.newPage({ locale: "de-DE", viewport: { width: 1000, height: 800 } });
  page.on("pageerror", (problem) => wrong.push(problem.message));
  page.on("console", (line) => void (line.type() === "error" && wrong.push(line.text())));
});

afterEach(async () => {
  await page.close();
  // A page of the portal has no mistake of its own that a test could take for the panel's.
  expect(wrong).toEqual([]);
});

const go = (path: string) => page.goto(portal.url + path);
const shown = (selector: string, where: Page | Frame = page) =>
  where.locator(selector).textContent();
const numberIn = async (selector: string) => Number(await shown(selector));

test("[PP7] typing is noticed in every field, as the browser's own events", async () => {
  await go("/formular?klient=1002");
  await page.getByLabel("Betreff").pressSequentially("Antrag");
  await page.getByLabel("Art").selectOption("Hausbesuch");
  await page.getByLabel("Wiedervorlage am").fill("2026-12-01");
  await page.getByRole("textbox", { name: "Vermerk" }).fill("Gespräch im Haus");
  await page.getByRole("textbox", { name: "Mitteilung" }).click();
  await page.keyboard.type("Bitte melden");
  const noticed = (field: string) => shown(`#bemerkt-${field} .inhalt`);
  expect(await noticed("betreff")).toBe("Antrag");
  expect(await shown("#bemerkt-betreff .input")).toBe("6");
  expect(await shown("#bemerkt-betreff .browser")).toBe("7");
  expect(await noticed("art")).toBe("Hausbesuch");
  expect(await noticed("datum")).toBe("2026-12-01");
  expect(await noticed("vermerk")).toBe("Gespräch im Haus");
  expect(await noticed("mitteilung")).toBe("Bitte melden");
  expect(await shown("#abgesendet")).toBe("0");
  expect(portal.submitted("react")).toBe(0);
});

test("[PP7] what is put into a field without an event is thrown away at the next look", async () => {
  await go("/formular");
  const note = page.locator("#vermerk");
  await note.evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.value = "ungehört";
  });
  expect(await note.inputValue()).toBe("ungehört");
  await page.locator("#betreff").focus();
  await expect.poll(() => note.inputValue()).toBe("");

  await note.focus();
  await page.evaluate(() => document.execCommand("insertText", false, "eingefügt"));
  await page.locator("#betreff").focus();
  expect(await note.inputValue()).toBe("eingefügt");
  expect(await shown("#bemerkt-vermerk .inhalt")).toBe("eingefügt");
  await note.focus();
  await page.keyboard.press("Control+z");
  expect(await shown("#bemerkt-vermerk .inhalt")).toBe("");
});

test("[PP7] fields that are built anew are other fields with the same content", async () => {
  await go("/formular");
  await page.locator("#vermerk").fill("bleibt");
  const before = await page.locator("#vermerk").elementHandle();
  await page.getByRole("button", { name: "Felder neu aufbauen" }).click();
  expect(await before?.evaluate((field) => field.isConnected)).toBe(false);
  expect(await page.locator("#vermerk").inputValue()).toBe("bleibt");
});

test("[PP8] a submit is counted whether the form hears of it or not", async () => {
  await go("/formular");
  const before = portal.submitted("react");
  await page.getByRole("button", { name: "Absenden" }).click();
  await expect.poll(() => shown("#abgesendet")).toBe(String(before + 1));
  await page.locator("#betreff").press("Enter");
  await expect.poll(() => shown("#abgesendet")).toBe(String(before + 2));
  // Past every listener, as no person could.
  await Promise.all([
    page.waitForEvent("load"),
    page.locator("form").evaluate((form: HTMLFormElement) => form.submit()),
  ]);
  expect(await shown("#abgesendet")).toBe(String(before + 3));
  expect(portal.submitted("react")).toBe(before + 3);

  await go("/streng");
  await Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: "Absenden" }).click(),
  ]);
  expect(await shown("#abgesendet")).toBe("1");
});

test("[PP3] the strict page breaks none of its own rules, and counts what others break", async () => {
  await go("/streng");
  expect(await shown("#verstoesse")).toBe("0");
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await expect.poll(() => shown("#verstoesse")).toBe("1");
  wrong.length = 0; // The browser reports it, as it should.
});

test("[PP9] one frame's document can be reached from the page, the other one's cannot", async () => {
  for (const [path, origin] of [
    ["/rahmen", portal.url],
    ["/rahmen-fremd", portal.otherUrl],
  ] as const) {
    await go(path);
    const frame = page.frames().find((one) => one !== page.mainFrame());
    expect(new URL(frame?.url() ?? "").origin).toBe(origin);
    await page.frameLocator("iframe").getByLabel("Betreff").fill("im Rahmen");
    const isReached = await page
      .locator("iframe")
      .evaluate((element: HTMLIFrameElement) => element.contentDocument !== null);
    expect(isReached).toBe(path === "/rahmen");
  }
});

test("[PP10] the numbers stand in open shadow roots and nowhere else", async () => {
  await go(`/schatten?klient=${TWO.number}`);
  await page.getByText(TWO.childBenefitNumber).waitFor();
  expect(await page.evaluate(() => document.body.innerText)).toContain("Schattenwurzel");
  const depth = await page.evaluate(() => {
    const line = document.querySelector("akten-karte")?.shadowRoot?.querySelector("akten-zeile");
    return [document.querySelector("main")?.textContent, line?.shadowRoot?.textContent];
  });
  expect(depth[0]).not.toContain(TWO.bgNumber);
  expect(depth[1]).toBe(`BG-Nummer: ${TWO.bgNumber}`);
});

test("[PP10] the person changes without a load, after the address, and on the way back", async () => {
  await go(`/einzelseite/${ONE.number}`);
  await page.getByText(ONE.bgNumber).waitFor();
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  await page.getByRole("link", { name: TWO.surname }).click();
  expect(page.url()).toBe(`${portal.url}/einzelseite/${TWO.number}`);
  await page.getByText(TWO.bgNumber).waitFor();
  expect(await page.getByText(ONE.bgNumber).count()).toBe(0);
  await page.getByRole("link", { name: THREE.surname }).click();
  await page.getByText(THREE.bgNumber).waitFor();
  await page.goBack();
  await page.getByText(TWO.bgNumber).waitFor();
  expect(await page.evaluate(() => "isSame" in window)).toBe(true);
});

test("[PP10] the table fills slowly with 5,000 nodes, and changes ten times a second", async () => {
  await go("/tabelle");
  expect(await page.locator("#zahlungen tbody tr").count()).toBeLessThan(1000);
  await expect.poll(() => shown("#stand"), PATIENTLY).toContain("5.000 von 5.000 Knoten");
  const nodes = await page
    .locator("#zahlungen tbody")
    .evaluate((body) => body.querySelectorAll("*").length);
  expect(nodes).toBe(5000);
  const changes = async () => Number(/(\d+) Änderungen/.exec((await shown("#stand")) ?? "")?.[1]);
  const [first, from] = [await changes(), performance.now()];
  await expect.poll(changes, PATIENTLY).toBeGreaterThanOrEqual(first + 10);
  // A busy machine makes it slower, never faster.
  expect(performance.now() - from).toBeGreaterThan(800);
  await page.getByRole("button", { name: "Anhalten" }).click();
  const [stopped, text] = [await changes(), await page.locator("#zahlungen").textContent()];
  expect(stopped).toBeGreaterThan(first);
  expect(await page.locator("#zahlungen").textContent()).toBe(text);
});

test("[PP11] the invisible area takes every click, also above the browser's top layer", async () => {
  await go("/feindlich/ueberlagerung");
  await page.evaluate(() => {
    const chip = document.createElement("button");
    chip.id = "chip";
    chip.popover = "manual";
    chip.addEventListener("click", () => (chip.textContent = "gedrückt"));
    document.body.append(chip);
    chip.showPopover();
  });
  await page.waitForFunction(
    () => document.elementFromPoint(500, 400)?.closest(".flaeche") !== null,
  );
  await page.mouse.move(480, 400);
  await page.mouse.click(500, 400);
  await expect.poll(() => shown("#abgefangen")).toBe("1");
  expect(await shown("#chip")).toBe("");
});

test("[PP11] scripts click on everything, and no such click is a person's", async () => {
  await go("/feindlich/klicks");
  const heard = await page.evaluate(() => {
    const chip = document.createElement("div");
    const inside = document.createElement("button");
    chip.attachShadow({ mode: "closed" }).append(inside);
    document.body.append(chip);
    return new Promise<boolean>((resolve) =>
      chip.addEventListener("click", (event) => resolve(event.isTrusted)),
    );
  });
  expect(heard).toBe(false);
  await expect.poll(() => numberIn("#ausgeloest")).toBeGreaterThan(100);
  expect(page.url()).toBe(`${portal.url}/feindlich/klicks`);
});

test("[PP11] the document's names mean forms and fields", async () => {
  await go("/feindlich/namen");
  const names = await page.evaluate(() => {
    const of = (from: object, name: string) => Reflect.get(from, name) as object;
    const form = of(document, "getSelection");
    return [
      ...["body", "hidden", "createElement"].map((name) => of(document, name)),
      ...["parentNode", "tagName"].map((name) => of(form, name)),
    ].map((one) => Object.prototype.toString.call(one));
  });
  expect(names).toEqual([
    ...Array.from({ length: 3 }, () => "[object HTMLFormElement]"),
    ...Array.from({ length: 2 }, () => "[object HTMLInputElement]"),
  ]);
});

test("[PP11] every object of the page's world inherits answers, and no shadow root stays closed", async () => {
  await go("/feindlich/prototyp");
  const answers = await page.evaluate(() => {
    const chip = document.createElement("div");
    chip.attachShadow({ mode: "closed" });
    const message: Readonly<Record<string, unknown>> = {};
    return `${message["unlocked"]} ${message["caseId"]} ${chip.shadowRoot !== null}`;
  });
  expect(answers).toBe("true gefälscht true");
  await expect.poll(() => numberIn("#gelesen")).toBeGreaterThan(0);
  expect(await numberIn("#aufgezwungen")).toBe(1);
});

test("[PP11] messages are forged without end, and an answer would be counted", async () => {
  await go("/feindlich/nachrichten");
  await expect.poll(() => numberIn("#gesendet")).toBeGreaterThan(50);
  expect(await shown("#antworten")).toBe("0");
  await page.evaluate(() => window.postMessage({ type: "an answer" }, "*"));
  await expect.poll(() => shown("#antworten")).toBe("1");
});

test("[PP11] 50,000 nodes come, and do not stop changing", async () => {
  await go("/feindlich/flut");
  await expect
    .poll(() => shown("#stand"), { timeout: 60_000 })
    .toMatch(/50\.000 von 50\.000 Knoten, [1-9]/);
});

test("[PP12] axe finds nothing on any page", async () => {
  // The attacks break axe itself; what they are written on is looked at.
  await page.route("**/in-page/hostile-*", (route) =>
    route.fulfill({ body: "", contentType: "text/javascript" }),
  );
  const hostile = HOSTILE_PAGES.map((one) => one.name).filter(
    (name) => !["namen", "flut"].includes(name),
  );
  for (const path of [
    "/",
    "/klienten?suche=a",
    "/klienten/1001",
    "/formular",
    "/formular?rahmen=1",
    "/rahmen",
    "/rahmen-fremd",
    "/schatten",
    "/einzelseite/1001",
    "/streng",
    "/tabelle?knoten=50",
    "/seiten",
    ...hostile.map((name) => `/feindlich/${name}`),
  ]) {
    await go(path);
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
      );
    });
    expect(found, path).toEqual([]);
  }
});
