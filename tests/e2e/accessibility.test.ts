import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SIZES = [
  { width: 320, height: 800 },
  { width: 400, height: 800 },
  { width: 1280, height: 800 },
] as const;
const { say } = textIn("de");
/** Where pictures go for whoever wants to look: a folder, or nowhere. */
const PICTURES = process.env["BEIAKTE_PICTURES"];

let profile: Profile;
let page: Page;

beforeAll(async () => {
  profile = await openProfile({ program: inject("chromium"), panel: inject("panel") });
  page = await profile.openPanel();
  await page.getByRole("heading").first().waitFor();
});

afterAll(() => profile.quit());

test("[PF30] axe finds nothing and nothing scrolls sideways, on every screen and at every width", async () => {
  await look("first-run");
  await story.button(page, say("first-run.found")).click();
  await look("found-team");
  await story.button(page, say("app.back")).click();
  await story.button(page, say("first-run.accept")).click();
  await look("accept-invitation");
  await story.button(page, say("app.back")).click();
  await story.button(page, say("first-run.practise")).click();
  await look("practise");
  await story.button(page, say("practise.act")).click();
  await page.getByRole("heading", { name: say("caseload.title") }).waitFor({ timeout: 300_000 });
  await look("caseload");
  await story.button(page, say("caseload.new")).click();
  await look("new-case");
  await story.button(page, say("app.cancel")).click();
  await page.locator(".row").nth(2).click();
  await page.getByRole("tab", { name: say("case.tab-plan") }).waitFor();
  await story.openTab(page, "plan");
  await look("plan");
  await story.openTab(page, "notes");
  await look("notes");
  await story.newNote(page, "Telefonat");
  await story.editor(page).pressSequentially("Rückruf vereinbart.");
  await look("note-editor");
  await story.openTab(page, "file");
  await look("file");
  await story.goTo(page, "places.team");
  await look("team");
  await page
    .getByRole("navigation", { name: say("places.name") })
    .getByRole("button", { name: say("places.settings") })
    .click();
  await look("settings");
});

test("[PF31] the panel is walked with the keyboard alone: a case is found, a step ticked, a note written", async () => {
  await page.setViewportSize(SIZES[1]);
  await story.goTo(page, "places.cases");
  await tabTo(page, "input");
  await page.keyboard.press("Tab");
  await tabTo(page, ".row");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: say("case.tab-plan") }).waitFor();
  await tabTo(page, '[role="tab"]');
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.getByRole("tab", { name: say("case.tab-notes"), selected: true }).waitFor();
  await tabTo(page, 'button:text-is("Neuer Vermerk")');
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("Enter");
  await story.editor(page).waitFor();
  if (!(await story.editor(page).evaluate((element) => element === document.activeElement))) {
    await tabTo(page, '[role="textbox"]');
  }
  await page.keyboard.type("Nur mit Tasten.");
  await story.untilText(story.editor(page), (text) => text.includes("Nur mit Tasten."));
});

/** Tab after tab, as a person does, until the focus is where it is wanted. */
async function tabTo(where: Page, selector: string): Promise<void> {
  const wanted = where.locator(selector);
  for (let presses = 0; presses < 60; presses += 1) {
    const isThere = await wanted.evaluateAll((elements) =>
      elements.some((element) => element === document.activeElement),
    );
    if (isThere) return;
    await where.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

async function look(name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    if (PICTURES !== undefined) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}-${size.width}.png`) });
    }
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const axe = (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe;
      const { violations } = await axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    expect(found, `${name} at ${size.width}`).toEqual([]);
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang, `${name} at ${size.width}`).toBeLessThanOrEqual(0);
  }
}

type AxeResults = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
};
