/** What each story in Firefox begins with, done in the real sidebar. */
import { textIn } from "../../extension/src/text/text";
import type { FirefoxPage } from "./firefox-page";
import { PASSPHRASE } from "./panel-story";

const { say } = textIn("de");

export async function foundTeamIn(sidebar: FirefoxPage, relay: string): Promise<void> {
  await sidebar.press(say("first-run.found"));
  await sidebar.fill(say("found.team-name"), "Integrationsmanagement");
  await sidebar.fill(say("person.organisation"), "Stadt Musterstadt");
  await sidebar.fill(say("person.own-name"), "Aylin Kaya");
  await sidebar.fill(say("found.relay"), relay);
  await sidebar.fill(say("passphrase.once"), PASSPHRASE);
  await sidebar.fill(say("passphrase.again"), PASSPHRASE);
  await sidebar.press(say("found.act"));
}

/** Afterwards the sidebar is at the new case's file. */
export async function createCaseIn(
  sidebar: FirefoxPage,
  client: { readonly given: string; readonly surname: string; readonly bgNumber: string },
): Promise<void> {
  await sidebar.press(say("caseload.new"));
  await sidebar.fill(say("person.given-name"), client.given);
  await sidebar.fill(say("person.family-name"), client.surname);
  await sidebar.press(say("new-case.act"));
  await sidebar.press(say("case.tab-file"));
  await sidebar.press(say("identifier.add"));
  await sidebar.fill(say("identifier.value"), client.bgNumber);
  await sidebar.press(say("app.take-over"));
  await sidebar.untilText(client.bgNumber);
}
