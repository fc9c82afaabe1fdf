import { cpSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { FAMILY, panelTeam, untilBothHave } from "../support/panel-team";
import { PATIENTLY } from "../support/patience";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

const { say } = textIn("de");
const CASE = new RegExp(FAMILY, "u");

// What a person may lose, and not a letter more.
const LOST_AT_MOST_MS = 500;
const KEY_EVERY_MS = 40;

// One to be ticked for each way in which a panel can end.
const STEPS = ["Fahrkarte besorgen", "Termin absagen", "Foto machen", "Brief abholen"] as const;

const data = mkdtempSync(join(tmpdir(), "beiakte-relay-"));
const browser = { program: inject("chromium"), panel: inject("panel") };
let relay: RelayProcess;
let anna: Profile;
let ben: Profile;
let annas: Page;
let bens: Page;

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), data);
  const team = await panelTeam(browser, relay.url);
  [anna, annas] = [team.anna.profile, team.anna.page];
  [ben, bens] = [team.ben.profile, team.ben.page];
  await story.addArea(annas, "Sprache");
  for (const step of STEPS) await story.addOwnStep(annas, step);
  const note = await story.newNote(annas, "Hausbesuch");
  await note.pressSequentially("Erster Satz.");
  await (await story.openNote(bens)).getByText("Erster Satz.").waitFor();
});

afterAll(async () => {
  await Promise.all([anna.quit(), ben.quit()]);
  await relay.stop();
});

// One after another, each from where the one before has left the two.
test("[PF10] what was typed and ticked is there after the tab was closed", async () => {
  await survives("Der Reiter geht zu, mitten im Satz, der hier steht.", {
    company: "alone",
    end: () => annas.close(),
    async again() {
      annas = await anna.openPanel();
    },
  });
});

test("[PF11] what was typed and ticked is there after the side panel was closed", async () => {
  await annas.close();
  annas = await anna.openSidePanel();
  await survives("Die Seitenleiste geht zu, mitten im Satz, der hier steht.", {
    company: "together",
    end: () => annas.close(),
    async again() {
      annas = await anna.openPanel();
    },
  });
});

test("[PF12] what was typed and ticked is there after the browser was quit", async () => {
  await survives("Der Browser wird beendet, mitten im Satz, der hier steht.", {
    company: "alone",
    end: () => anna.quit(),
    again: startAnew,
  });
});

test("[PF13] what was typed and ticked is there after the browser was killed", async () => {
  await survives("Der Browser wird abgeschossen, mitten im Satz, der hier steht.", {
    company: "alone",
    end: () => anna.kill(),
    again: startAnew,
  });
});

test("[PF15] of two panels on one note one ends while typing: the other goes on, and nothing is lost", async () => {
  await story.openTab(bens, "plan");
  const other = await anna.openPanel();
  await story.openNote(other);
  const { kept } = await write("Das zweite Fenster stirbt, mitten im Satz.", () => annas.close());
  annas = other;
  await story.editor(annas).press("Control+Home");
  await story.editor(annas).pressSequentially("Das erste lebt. ");
  await new Promise((resolve) => setTimeout(resolve, LOST_AT_MOST_MS));
  // What the other had not sealed yet is taken up by the next panel that is opened.
  await annas.reload();
  await story.openNote(annas);
  await story.openNote(bens);
  await untilBothHave(annas, bens, kept);
  await untilBothHave(annas, bens, "Das erste lebt. ");
});

test("[PF16] two panels crash while both are typed into: the words of both are there", async () => {
  await story.openTab(bens, "plan");
  const other = await anna.openPanel();
  await story.openNote(other);
  await story.editor(other).press("Control+Home");
  await story.editor(other).pressSequentially("Ganz oben stand dies. ");
  const { kept } = await write("Beide stürzen ab, mitten im Satz.", () => crash(annas));
  await Promise.all([annas.close(), other.close()]);
  annas = await anna.openPanel();
  await story.openNote(annas);
  await story.untilText(story.editor(annas), (text) => text.includes(kept));
  await story.openNote(bens);
  await untilBothHave(annas, bens, kept);
  await untilBothHave(annas, bens, "Ganz oben stand dies. ");
});

test("[PF17] a profile set back to yesterday's copy goes on, and nobody's words are lost", async () => {
  await anna.quit();
  const yesterday = `${anna.folder}-yesterday`;
  cpSync(anna.folder, yesterday, { recursive: true });
  await startAnew();
  await story.openNote(annas);
  await write("Heute geschrieben.", () => Promise.resolve());
  await untilBothHave(annas, bens, "Heute geschrieben.");
  await anna.quit();
  rmSync(anna.folder, { recursive: true });
  renameSync(yesterday, anna.folder);

  // Without the relay it cannot know that these places are taken already.
  await relay.stop();
  await startAnew();
  await story.openNote(annas);
  await write("Nach dem Zurücksetzen geschrieben.", () => Promise.resolve());
  await story.editor(bens).press("Control+Home");
  await story.editor(bens).pressSequentially("Ben schreibt auch. ");
  relay = await startRelayProcess(inject("relay"), data, relay.port);
  await untilBothHave(annas, bens, "Heute geschrieben.");
  await untilBothHave(annas, bens, "Nach dem Zurücksetzen geschrieben.");
  await untilBothHave(annas, bens, "Ben schreibt auch. ");
  await write("Und weiter.", () => Promise.resolve());
  await untilBothHave(annas, bens, "Und weiter.");
});

test("[PF18] without a panel, locked, entries arrive, and the badge counts what is unseen", async () => {
  await annas.close();
  await anna.quit();
  anna = await openProfile({ ...browser, folder: anna.folder });
  expect(await badge()).toBe("");
  await story.editor(bens).press("Control+End");
  // At one stroke: then it is one entry, and there as soon as it is counted.
  await bens.keyboard.insertText(" Während Anna fort ist.");
  await expect.poll(badge, PATIENTLY).toBe("1");
  await relay.stop();

  annas = await anna.openPanel();
  await unlock();
  await story.openNote(annas);
  await story.untilText(story.editor(annas), (text) => text.includes("Während Anna fort ist."));
  await expect.poll(badge, PATIENTLY).toBe("");
  relay = await startRelayProcess(inject("relay"), data, relay.port);
  await untilBothHave(annas, bens, "Während Anna fort ist.");
});

type End = {
  /** Whether Ben has the note open: text is sealed at once then, and later where nobody waits. */
  readonly company: "alone" | "together";
  readonly end: () => Promise<unknown>;
  readonly again: () => Promise<void>;
};

let ends = 0;

async function survives(words: string, { again, company, end }: End): Promise<void> {
  const step = STEPS[ends] ?? "";
  ends += 1;
  if (company === "alone") await story.openTab(bens, "plan");
  await story.openTab(annas, "plan");
  await story.tick(annas, step);
  await story.openNote(annas);
  const { kept } = await write(words, end);

  await again();
  await story.openTab(annas, "plan");
  await expect.poll(() => story.step(annas, step).isChecked(), PATIENTLY).toBe(true);
  await story.openNote(annas);
  const text = await story.untilText(story.editor(annas), (now) => now.includes(kept));
  // A beginning of what was typed: nothing missing in the middle, nothing twice.
  const tail = text.slice(text.lastIndexOf(words.slice(0, 12)));
  expect(words.startsWith(tail)).toBe(true);

  await write(`Danach geht es weiter, ${ends}.`, () => Promise.resolve());
  await story.openTab(bens, "plan");
  await expect.poll(() => story.step(bens, step).isChecked(), PATIENTLY).toBe(true);
  await story.openNote(bens);
  await untilBothHave(annas, bens, `Danach geht es weiter, ${ends}.`);
  await untilBothHave(annas, bens, kept);
}

/**
 * Types at the end of Anna's note, and goes on typing while `end` happens. `kept`: what was there
 * for half a second before that, and must therefore be kept.
 */
async function write(
  words: string,
  end: () => Promise<unknown>,
): Promise<{ readonly kept: string }> {
  const page = annas;
  const editor = story.editor(page);
  await editor.press("Control+End");
  await editor.press("Enter");
  const times: number[] = [];
  const endsAfter = Math.floor((words.length * 3) / 4);
  let ending: Promise<unknown> | undefined;
  let endedAt = Number.POSITIVE_INFINITY;
  for (const key of words) {
    if (times.length === endsAfter) {
      // What nobody ever saw could not be lost either.
      await story.untilText(editor, (text) => text.includes(words.slice(0, endsAfter)));
      endedAt = performance.now();
      ending = end();
    }
    const isTyped = await page.keyboard.type(key).then(
      () => true,
      () => false,
    );
    if (!isTyped) break;
    times.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, KEY_EVERY_MS));
  }
  await ending;
  const isOver = times.length < words.length;
  const kept = times.filter((time) => !isOver || time <= endedAt - LOST_AT_MOST_MS).length;
  expect(kept).toBeGreaterThan(isOver ? 12 : 0);
  return { kept: words.slice(0, kept) };
}

async function startAnew(): Promise<void> {
  anna = await openProfile({ ...browser, folder: anna.folder });
  annas = await anna.openPanel();
  await unlock();
}

async function unlock(): Promise<void> {
  await story.field(annas, say("unlock.passphrase")).fill(story.PASSPHRASE);
  await story.button(annas, say("unlock.act")).click();
  const tab = annas.getByRole("tab", { name: say("case.tab-notes") });
  const list = annas.getByRole("heading", { name: say("caseload.title") });
  await tab.or(list).first().waitFor();
  if (!(await tab.isVisible())) await story.openCase(annas, CASE);
}

async function badge(): Promise<string> {
  const worker =
    anna.context.serviceWorkers()[0] ?? (await anna.context.waitForEvent("serviceworker"));
  return worker.evaluate(() => chrome.action.getBadgeText({}));
}

/** The renderer process goes, and with it every page of the extension. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await Promise.race([
    session.send("Page.crash").catch(() => undefined),
    new Promise((resolve) => page.once("crash", resolve)),
  ]);
}
