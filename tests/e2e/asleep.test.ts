import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, inject, test } from "vitest";
import { type PanelTeam, panelTeam, untilBothHave } from "../support/panel-team";
import * as story from "../support/panel-story";
import { processesOf, signalAll } from "../support/process-tree";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";

const SLEEP_MS = 40_000;

let relay: RelayProcess;
let team: PanelTeam;

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), mkdtempSync(join(tmpdir(), "beiakte-relay-")));
  const browser = { program: inject("chromium"), panel: inject("panel") };
  team = await panelTeam(browser, relay.url);
});

afterAll(async () => {
  await Promise.all([team.anna.profile.quit(), team.ben.profile.quit()]);
  await relay.stop();
});

test("[PF14] after 40 s of sleep typing goes on at once, and the colleague can read it all", async () => {
  const { anna, ben } = team;
  const note = await story.newNote(anna.page, "Hausbesuch");
  await note.pressSequentially("Der Rechner schläft ein.");
  await (await story.openNote(ben.page)).getByText("Der Rechner schläft ein.").waitFor();
  await note.pressSequentially(" Mitten im Satz", { delay: 40 });
  const machine = processesOf(anna.profile.folder);
  signalAll(machine, "SIGSTOP");
  await new Promise((resolve) => setTimeout(resolve, SLEEP_MS));
  signalAll(machine, "SIGCONT");
  await note.pressSequentially(" ist er wieder wach.");
  await untilBothHave(
    anna.page,
    ben.page,
    "Der Rechner schläft ein. Mitten im Satz ist er wieder wach.",
  );
});
