/** What a person does in the panel, step by step, by the words that stand on it. */
import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";
import { textIn } from "../../extension/src/text/text";
import { PATIENTLY } from "./patience";

const { say } = textIn("de");

export const PASSPHRASE = "vier kleine graue Esel";

export async function foundTeam(
  page: Page,
  request: { readonly relay: string; readonly member: string },
): Promise<void> {
  await button(page, say("first-run.found")).click();
  await field(page, say("found.team-name")).fill("Integrationsmanagement");
  await field(page, say("person.organisation")).fill("Stadt Musterstadt");
  await field(page, say("person.own-name")).fill(request.member);
  await field(page, say("found.relay")).fill(request.relay);
  await fillPassphrase(page);
  await button(page, say("found.act")).click();
  await page.getByRole("heading", { name: say("caseload.title") }).waitFor();
}

/** Gives the text of the invitation. */
export async function invite(page: Page, label: string): Promise<string> {
  await goTo(page, "places.team");
  await button(page, say("team.invite")).click();
  await field(page, say("invite.label")).fill(label);
  await button(page, say("invite.act")).click();
  const text = page.getByText(/beiakte-1-/u).last();
  await text.waitFor();
  const words = (await text.textContent()) ?? "";
  await button(page, say("app.done")).click();
  return words;
}

export async function acceptInvitation(
  page: Page,
  request: { readonly invitation: string; readonly member: string },
): Promise<void> {
  await button(page, say("first-run.accept")).click();
  await fillInvitation(page, request);
  await button(page, say("accept.act")).click();
  await page.getByRole("heading", { name: say("waiting.title") }).waitFor();
}

export async function fillInvitation(
  page: Page,
  request: { readonly invitation: string; readonly member: string },
): Promise<void> {
  await field(page, say("accept.invitation")).fill(request.invitation);
  await field(page, say("person.own-name")).fill(request.member);
  await field(page, say("person.organisation")).fill("Diakonie Musterstadt");
  await fillPassphrase(page);
}

export async function sixWords(scope: Page | Locator): Promise<readonly string[]> {
  const list = scope.getByRole("list", { name: say("words.name") });
  await list.waitFor();
  return list.getByRole("listitem").allTextContents();
}

export async function approve(page: Page, member: string): Promise<void> {
  await goTo(page, "places.team");
  await button(page, say("request.approve-name", { name: member })).click();
  await page.getByText(say("request.who", { name: member })).waitFor({ state: "detached" });
}

export async function createCase(
  page: Page,
  person: { readonly givenName: string; readonly familyName: string },
): Promise<void> {
  await goTo(page, "places.cases");
  await button(page, say("caseload.new")).click();
  await field(page, say("person.given-name")).fill(person.givenName);
  await field(page, say("person.family-name")).fill(person.familyName);
  await button(page, say("new-case.act")).click();
  await page.getByRole("tab", { name: say("case.tab-plan") }).waitFor();
}

/** To the case that is open. */
export async function addIdentifier(page: Page, value: string): Promise<void> {
  await openTab(page, "file");
  await button(page, say("identifier.add")).click();
  const dialog = page.getByRole("dialog");
  await field(dialog, say("identifier.value")).fill(value);
  await button(dialog, say("app.take-over")).click();
  await page.getByText(value).waitFor();
}

export async function openCase(page: Page, title: string | RegExp): Promise<void> {
  await goTo(page, "places.cases");
  await page.getByRole("radio", { name: /^Alle /u }).click();
  await page.getByRole("button", { name: title }).first().click();
  await page.getByRole("tab", { name: say("case.tab-plan") }).waitFor();
}

export async function openTab(page: Page, tab: "plan" | "notes" | "file"): Promise<void> {
  await page.getByRole("tab", { name: say(`case.tab-${tab}`) }).click();
}

export async function newNote(page: Page, kind: string): Promise<Locator> {
  await openTab(page, "notes");
  await button(page, say("notes.new")).click();
  await page.getByRole("menuitem", { name: kind }).click();
  return editor(page);
}

/** The note that is open, or else the newest. */
export async function openNote(page: Page): Promise<Locator> {
  await openTab(page, "notes");
  const newest = page.getByRole("button", { name: /^Öffnen: /u }).first();
  await editor(page).or(newest).first().waitFor();
  if (!(await editor(page).isVisible())) await newest.click();
  await editor(page).waitFor();
  return editor(page);
}

export function editor(page: Page): Locator {
  return page.getByRole("textbox", { name: say("notes.editor") });
}

export async function unlock(page: Page): Promise<void> {
  await field(page, say("unlock.passphrase")).fill(PASSPHRASE);
  await button(page, say("unlock.act")).click();
}

export async function addArea(page: Page, area: string): Promise<void> {
  await openTab(page, "plan");
  await button(page, say("plan.add-area")).click();
  await page.getByRole("menuitem", { name: area }).click();
  await page.getByRole("button", { name: say("plan.take-up-all-name", { area }) }).click();
}

export function step(page: Page, words: string | RegExp): Locator {
  return page.getByRole("checkbox", { name: words });
}

/** By keyboard: the box itself is drawn by its label. */
export async function tick(page: Page, words: string | RegExp): Promise<void> {
  await step(page, words).press("Space");
}

export async function addOwnStep(page: Page, words: string): Promise<void> {
  await button(page, say("plan.add-step")).click();
  await field(page, say("plan.step-words")).fill(words);
  await button(page, say("plan.add")).click();
  await step(page, words).waitFor();
}

/** `area`: the label of another one; none for a place further up. */
export async function moveStep(page: Page, words: RegExp, area?: string): Promise<void> {
  const line = page.getByRole("listitem").filter({ has: step(page, words) });
  await line.getByRole("button", { name: /^Mehr zu: /u }).click();
  const where = area === undefined ? say("plan.move-up") : say("plan.move-to-area");
  await page.getByRole("menuitem", { name: where, exact: true }).click();
  if (area === undefined) return;
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: new RegExp(say("plan.move-where"), "u") }).click();
  await page.getByRole("option", { name: area, exact: true }).click();
  await button(dialog, say("plan.move")).click();
  await dialog.waitFor({ state: "detached" });
}

/** The whole plan as it stands on the screen. */
export function planText(page: Page): Promise<string> {
  return page.getByRole("tabpanel", { name: say("case.tab-plan") }).innerText();
}

export function button(page: Page | Locator, name: string): Locator {
  return page.getByRole("button", { name, exact: true });
}

export function field(page: Page | Locator, label: string): Locator {
  return page.getByRole("textbox", { name: label, exact: true });
}

export async function goTo(
  page: Page,
  place: "places.cases" | "places.settings" | "places.team",
): Promise<void> {
  const places = page.getByRole("navigation", { name: say("places.name") });
  // After unlocking or loading neither is there for a moment.
  await places
    .or(button(page, say("case.back")))
    .first()
    .waitFor();
  if (!(await places.isVisible())) await button(page, say("case.back")).click();
  await places.getByRole("button", { name: say(place) }).click();
  if (place !== "places.cases") return;
  // An open case stays open at its place; on a narrow panel it covers the list.
  const back = button(page, say("case.back"));
  const list = page.getByRole("heading", { name: say("caseload.title"), exact: true });
  await list.or(back).first().waitFor();
  if (!(await list.isVisible())) await back.click();
  await list.waitFor();
}

/** As text, blocks on lines of their own; carets of colleagues left out. */
export function textOf(locator: Locator): Promise<string> {
  return locator.evaluate((element) => {
    const copy = element.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return "";
    for (const caret of copy.querySelectorAll(".collaboration-carets__caret, .caret"))
      caret.remove();
    return [...copy.children].map((block) => block.textContent).join("\n");
  });
}

const AS_EXPECTED = "as expected";

export async function untilText(locator: Locator, is: (text: string) => boolean): Promise<string> {
  let text = "";
  await expect
    .poll(async () => {
      text = await textOf(locator);
      return is(text) ? AS_EXPECTED : text;
    }, PATIENTLY)
    .toBe(AS_EXPECTED);
  return text;
}

async function fillPassphrase(page: Page): Promise<void> {
  await page.getByLabel(say("passphrase.once"), { exact: true }).fill(PASSPHRASE);
  await page.getByLabel(say("passphrase.again"), { exact: true }).fill(PASSPHRASE);
}
