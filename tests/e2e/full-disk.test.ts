import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { openProfile } from "../support/panel";
import * as story from "../support/panel-story";
import { startRelayProcess } from "../support/relay-process";
import { smallDisk } from "../support/small-disk";

const { say } = textIn("de");

// A new profile takes some 40 MB, and the rest is soon filled.
const DISK_MB = 160;
const disk = smallDisk(DISK_MB);
if (disk === undefined) console.log("Skipped: a full disk. Only root can mount a small one.");

test.skipIf(disk === undefined)(
  "[PF19] on a full disk a message is shown, and once there is space again nothing is lost",
  async () => {
    if (disk === undefined) return;
    const data = mkdtempSync(join(tmpdir(), "beiakte-relay-"));
    const relay = await startRelayProcess(inject("relay"), data);
    const browser = { program: inject("chromium"), panel: inject("panel"), folder: disk.folder };
    let anna = await openProfile(browser);
    onTestFinished(async () => {
      await anna.kill();
      await relay.stop();
      disk.remove();
    });
    let panel = await anna.openPanel();
    await story.foundTeam(panel, { relay: relay.url, member: "Aylin Kaya" });
    await story.createCase(panel, { givenName: "Rania", familyName: "Haddad" });
    const note = await story.newNote(panel, "Hausbesuch");
    await note.pressSequentially("Noch ist Platz.");

    // The browser itself gives space back now and then: it is taken again with each letter.
    for (const letter of " Jetzt ist die Platte voll.") {
      disk.fill();
      await note.pressSequentially(letter);
    }
    await panel.getByText(say("store.full")).waitFor();
    // Whoever looks elsewhere meanwhile and comes back finds everything.
    await story.openTab(panel, "plan");
    await story.openNote(panel);
    await story.untilText(story.editor(panel), (text) => text.includes("Platte voll."));
    await story.editor(panel).press("Control+End");
    await story.editor(panel).pressSequentially(" Und hier auch.");

    disk.free();
    await panel.getByText(say("store.full")).waitFor({ state: "detached" });
    await anna.kill();
    anna = await openProfile(browser);
    panel = await anna.openPanel();
    await story.unlock(panel);
    await story.openNote(panel);
    const text = await story.textOf(story.editor(panel));
    expect(text).toBe("Noch ist Platz. Jetzt ist die Platte voll. Und hier auch.");
  },
);
