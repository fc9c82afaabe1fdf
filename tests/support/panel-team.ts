/** Two colleagues in real browsers, admitted to one team, with one case before them. */
import { expect } from "vitest";
import type { Page } from "playwright-core";
import { textIn } from "../../extension/src/text/text";
import { openProfile, type Profile } from "./panel";
import * as story from "./panel-story";
import { PATIENTLY } from "./patience";

export type Colleague = { readonly profile: Profile; readonly page: Page };

export type PanelTeam = {
  readonly anna: Colleague;
  readonly ben: Colleague;
  readonly invitation: string;
};

// Names that stand in no list that a browser brings.
export const FAMILY = "Tschernowolenko";
export const GIVEN = "Oleksandrinka";

/** Anna founds the team and creates the case; Ben joins and has it open too. */
export async function panelTeam(
  browser: { readonly program: string; readonly panel: string },
  relay: string,
): Promise<PanelTeam> {
  const [anna, ben] = await Promise.all([colleague(browser), colleague(browser)]);
  await story.foundTeam(anna.page, { relay, member: "Aylin Kaya" });
  const invitation = await story.invite(anna.page, "Markus");
  await story.acceptInvitation(ben.page, { invitation, member: "Markus Hirt" });
  await story.approve(anna.page, "Markus Hirt");
  await story.createCase(anna.page, { givenName: GIVEN, familyName: FAMILY });
  await story.openCase(ben.page, new RegExp(FAMILY, "u"));
  return { anna, ben, invitation };
}

const { say } = textIn("de");

const FAULTS = [
  "gap",
  "fork",
  "bad-signature",
  "unknown-device",
  "not-allowed",
  "unknown-epoch",
  "incomplete",
  "foreign-structs",
  "unreadable",
  "snapshot-differs",
  "too-new",
] as const;

/** Waits until the panel says of the open document neither a fault nor that something is missing. */
async function untilSound(page: Page): Promise<void> {
  const words = [...FAULTS.map((fault) => say(`document.${fault}`)), say("document.arriving")];
  const shown = async (): Promise<readonly string[]> => {
    const text = await page.locator("body").innerText();
    return words.filter((word) => text.includes(word));
  };
  await expect.poll(shown, PATIENTLY).toEqual([]);
}

/** Both have the same text, these words are in it, and neither is told of anything wrong. */
export async function untilBothHave(annas: Page, bens: Page, words: string): Promise<void> {
  const difference = async (): Promise<unknown> => {
    const hers = await story.textOf(story.editor(annas));
    const his = await story.textOf(story.editor(bens));
    return hers === his && hers.includes(words) ? "none" : { hers, his, words };
  };
  await expect.poll(difference, PATIENTLY).toBe("none");
  await untilSound(annas);
  await untilSound(bens);
}

async function colleague(browser: {
  readonly program: string;
  readonly panel: string;
}): Promise<Colleague> {
  const profile = await openProfile(browser);
  return { profile, page: await profile.openPanel() };
}
