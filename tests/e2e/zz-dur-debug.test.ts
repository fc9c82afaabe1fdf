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
    panel.on("pageerror", (e) => console.log("PAGEERROR", String(e), e.stack));
    panel.on("console", (m) => console.log("CONSOLE", m.text()));
    await story.foundTeam(panel, { relay: relay.url, member: "Aylin Kaya" });
    await story.createCase(panel, { givenName: "Rania", familyName: "Haddad" });
    const note = await story.newNote(panel, "Hausbesuch");
    await note.pressSequentially("Noch ist Platz.");

    disk.fill();
    await note.pressSequentially(" Jetzt ist die Platte voll.");
    for (let i = 0; i < 6; i++) {
    await new Promise(r=>setTimeout(r,1000));
    console.log(i, (await panel.locator("body").innerText()).includes("wird gesichert"), (await import("node:child_process")).execSync("df -k " + disk.folder).toString().split("\n")[1]);
    disk.fill();
    }
    console.log(await panel.locator("body").innerText());
    console.log((await import("node:child_process")).execSync("cat " + disk.folder+"/Default/IndexedDB/*/LOG").toString());
    await panel.getByText(say("store.full")).waitFor({timeout: 3000});
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
    await story.field(panel, say("unlock.passphrase")).fill(story.PASSPHRASE);
    await story.button(panel, say("unlock.act")).click();
    await story.openNote(panel);
    const text = await story.textOf(story.editor(panel));
    expect(text).toBe("Noch ist Platz. Jetzt ist die Platte voll. Und hier auch.");
  },
);
