import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { textIn } from "../../extension/src/text/text";
import { rowsOf } from "../support/browser-rows";
import type { Profile } from "../support/panel";
import * as story from "../support/panel-story";
import { FAMILY, GIVEN, panelTeam } from "../support/panel-team";
import { type RelayProcess, startRelayProcess } from "../support/relay-process";
import { type SocketTap, tapSocket } from "../support/socket-tap";
import { findWords, findWordsBelow } from "../support/word-search";

const { say } = textIn("de");

// Nothing of this may stand anywhere. No word of them is one that the extension itself brings.
const NOTE = "Quittenkompott";
const STEP = "Wacholderbescheid";
const IDENTIFIER = "BG-77013-4711";
const PLANTED = [FAMILY, GIVEN, "Aylin Kaya", "Markus Hirt", NOTE, STEP, IDENTIFIER];
const SECRETS = [story.PASSPHRASE];

// This must be found, by the same search: else it would find nothing else either.
const CONTROL = "Mirabellenkontrolle";

// The browsers know one address, and it is the tap's; the relay listens beside it.
const BESIDE = "127.0.0.2";

const data = mkdtempSync(join(tmpdir(), "beiakte-relay-"));
let relay: RelayProcess;
let tap: SocketTap;
let anna: Profile;
let ben: Profile;
let annas: Page;
let bens: Page;
let words: readonly string[];

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), data, 0, BESIDE);
  tap = await tapSocket({ host: BESIDE, port: relay.port });
  const browser = { program: inject("chromium"), panel: inject("panel") };
  const team = await panelTeam(browser, `ws://127.0.0.1:${relay.port}`);
  [anna, annas] = [team.anna.profile, team.anna.page];
  [ben, bens] = [team.ben.profile, team.ben.page];
  words = [...PLANTED, ...SECRETS, ...secretsOf(team.invitation)];

  await story.addArea(annas, "Sprache");
  await story.addOwnStep(annas, STEP);
  await story.tick(annas, STEP);
  await story.openTab(annas, "file");
  await story.button(annas, say("identifier.add")).click();
  await story.field(annas, say("identifier.value")).fill(IDENTIFIER);
  await story.button(annas, say("app.take-over")).click();
  const note = await story.newNote(annas, "Hausbesuch");
  await note.pressSequentially(`Das ${NOTE} steht im Vermerk.`);
  const bensNote = await story.openNote(bens);
  await bensNote.getByText(NOTE).waitFor();
  // Both type, so that carets and presence go over the line too.
  await bensNote.press("End");
  await bensNote.pressSequentially(` Auch Ben schreibt ${NOTE}.`);
  await note.getByText(`schreibt ${NOTE}`).waitFor();
  await note.getByText("Markus Hirt").waitFor();
  // What is typed alone is kept as drafts first, and what was searched for may be kept too.
  await story.openTab(bens, "plan");
  await note.press("End");
  await note.pressSequentially(` Und noch ein ${NOTE}.`);
  await story.goTo(annas, "places.cases");
  await annas.getByLabel(say("caseload.search")).first().fill(FAMILY);
  await annas
    .getByRole("button", { name: new RegExp(FAMILY, "u") })
    .first()
    .waitFor();
});

afterAll(async () => {
  await Promise.all([anna.quit(), ben.quit()]);
  await tap.close();
  await relay.stop();
});

test("[PF20] what goes over the line holds no planted word", () => {
  const line = tap.captured();
  expect(findWords(words, line, "the line")).toEqual([]);
  // The device's own proof names the host in plain letters, within a frame that was masked.
  expect(line.length).toBeGreaterThan(10_000);
  const host = `127.0.0.1:${relay.port}`;
  const head = Buffer.from(line).indexOf(`Host: ${host}`);
  expect(Buffer.from(line).indexOf(host, head + "Host: ".length + 1)).toBeGreaterThan(head);
});

test("[PF21] the relay's data holds no planted word", () => {
  expect(findWordsBelow(words, data).finds).toEqual([]);
  for (const [name, bytes] of controls()) writeFileSync(join(data, name), bytes);
  const forms = findWordsBelow([CONTROL], data).finds.map(({ form }) => form);
  expect(new Set(forms)).toEqual(
    new Set(["UTF-8", "UTF-16", "base64 of UTF-8", "base64 of UTF-16"]),
  );
});

test("[PF22] no row that the browser gives out holds a planted word", async () => {
  for (const page of [annas, bens]) {
    const rows = await rowsOf(page);
    expect(new Set(rows.map(({ where }) => where.split("/")[0]))).toContain("beiakte");
    expect(rows.flatMap(({ bytes, where }) => findWords(words, bytes, where))).toEqual([]);
  }
  await plantControl(annas);
  const found = (await rowsOf(annas)).flatMap(({ bytes, where }) =>
    findWords([CONTROL], bytes, where).map(({ form }) => `${form} in ${where}`),
  );
  expect(found).toContain("UTF-8 in control/plain.0.text");
  expect(found).toContain("UTF-16 in control/plain.1.bytes");
});

test("[PF23] no file of a profile holds a planted word, nor does its history or a title", async () => {
  expect(await annas.title()).toBe(await bens.title());
  await Promise.all([anna.quit(), ben.quit()]);
  for (const { folder } of [anna, ben]) {
    const { finds, files } = findWordsBelow(words, folder);
    expect(finds).toEqual([]);
    expect(files).toBeGreaterThan(50);
  }
  expect(findWordsBelow([CONTROL], anna.folder).finds.length).toBeGreaterThan(0);
});

/** The invitation as text, and the part of it that stands behind its name. */
function secretsOf(invitation: string): readonly string[] {
  const letters = invitation.replaceAll(/\s/gu, "");
  return [letters, letters.slice("beiakte-1-".length), letters.slice(-40, -8)];
}

function controls(): readonly (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(`vor${CONTROL}nach`, "utf8");
  const utf16 = Buffer.from(`vor${CONTROL}nach`, "utf16le");
  return [
    ["control-utf8", utf8],
    ["control-utf16", utf16],
    ["control-utf8-base64", Buffer.from(utf8.toString("base64"))],
    ["control-utf16-base64", Buffer.from(utf16.toString("base64"))],
  ];
}

/** As a careless version of the panel would have written it: in plain, beside the true tables. */
function plantControl(page: Page): Promise<void> {
  return page.evaluate(
    (control) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("control", 1);
        opening.addEventListener("upgradeneeded", () => {
          opening.result.createObjectStore("plain", { autoIncrement: true });
        });
        opening.addEventListener("error", () => reject(opening.error));
        opening.addEventListener("success", () => {
          const transaction = opening.result.transaction("plain", "readwrite");
          const letters = [...control].flatMap((letter) => [letter.charCodeAt(0), 0]);
          const table = transaction.objectStore("plain");
          table.add({ text: `vor ${control} nach` });
          table.add({ bytes: new Uint8Array(letters) });
          transaction.addEventListener("complete", () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    CONTROL,
  );
}
