/** Two colleagues in one note: ours sealed and committed on the way, and stock y-websocket. */
import { NOTE_KINDS } from "@beiakte/shared/catalogue/note-kinds";
import { onTestFinished } from "vitest";
import { openProfile, type Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { startRelayProcess } from "../support/relay-process";
import { figureOf, type Line } from "./figures";
import { servePage } from "./served-page";
import { startStockServer } from "./stock-server";
import { temporaryFolder } from "./temporary-folder";
import { keysToPaint, KEYS } from "./typing";

const MEDIAN_MOST_MS = 30;
const P95_MOST_MS = 80;

export type Programs = {
  readonly chromium: string;
  readonly panel: string;
  readonly relay: string;
};

export async function measureKeystrokes(programs: Programs): Promise<Line> {
  const [anna, ben] = await Promise.all([browserOf(programs), browserOf(programs)]);
  const peer = figureOf(await keysOverStock(anna, ben));
  const ours = figureOf(await keysOverPanel(anna, ben, programs.relay));
  const holds = ours.median <= MEDIAN_MOST_MS && (ours.p95 ?? Infinity) <= P95_MOST_MS;
  return {
    name: `Key pressed to painted at the colleague's (${KEYS} keys)`,
    unit: "ms",
    ours,
    peer: { name: "y-websocket, unsealed", figure: peer },
    target: { words: `≤ ${MEDIAN_MOST_MS} / ${P95_MOST_MS} ms`, holds },
  };
}

async function keysOverStock(anna: Profile, ben: Profile): Promise<readonly number[]> {
  const server = await startStockServer();
  onTestFinished(server.stop);
  const served = await servePage("stock-editor");
  onTestFinished(served.close);
  const open = async ({ context }: Profile, name: string) => {
    const page = await context.newPage();
    const asked = new URLSearchParams({ server: server.url, name });
    await page.goto(`${served.url}?${asked.toString()}`);
    return page.getByRole("textbox");
  };
  const annas = await open(anna, "Anna");
  const bens = await open(ben, "Ben");
  // An empty document has no place for a caret.
  await bens.pressSequentially("Besuch. ");
  await annas.click();
  await annas.getByText("Ben").first().waitFor();
  const keys = await keysToPaint(annas, bens);
  await Promise.all([annas.page().close(), bens.page().close()]);
  return keys;
}

async function keysOverPanel(
  anna: Profile,
  ben: Profile,
  program: string,
): Promise<readonly number[]> {
  const relay = await startRelayProcess(program, temporaryFolder());
  onTestFinished(relay.stop);
  const [annas, bens] = await Promise.all([anna.openPanel(), ben.openPanel()]);
  await story.foundTeam(annas, { relay: relay.url, member: "Anna Beispiel" });
  const invitation = await story.invite(annas, "Ben");
  await story.acceptInvitation(bens, { invitation, member: "Ben Beispiel" });
  await story.approve(annas, "Ben Beispiel");
  await story.createCase(annas, { givenName: "Rania", familyName: "Haddad" });
  await story.openCase(bens, /Haddad/u);
  const annasNote = await story.newNote(annas, NOTE_KINDS[0].label.de);
  await annasNote.pressSequentially("Besuch. ");
  const bensNote = await story.openNote(bens);
  await story.untilText(bensNote, (text) => text.startsWith("Besuch."));
  await bensNote.click();
  await annasNote.click();
  // Until she knows that he is there she seals only in pauses.
  await annasNote.getByText("Ben Beispiel").first().waitFor();
  return keysToPaint(annasNote, bensNote);
}

async function browserOf(programs: Programs): Promise<Profile> {
  const folder = temporaryFolder();
  const profile = await openProfile({ program: programs.chromium, panel: programs.panel, folder });
  onTestFinished(profile.quit);
  return profile;
}
