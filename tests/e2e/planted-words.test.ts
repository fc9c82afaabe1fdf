import { appendFileSync, cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { concatBytes } from "@beiakte/shared/base/bytes";
import { capturedSocket } from "../support/captured-socket";
import { openLogDevice } from "../support/log-device";
import { newLogTeam } from "../support/log-team";
import { startRelayProcess } from "../support/relay-process";
import { findWords, findWordsBelow } from "../support/word-search";

const PLANTED = ["Kirschbaumallee", "Übergangswohnheim", "ሰላምታ እንኳን", "Abschiebungshindernis"];
const CONTROL = "Kontrollwort-4711";

test("[PF40] no planted word is in the relay's files or on the wire, and the search finds one that is", async () => {
  const data = mkdtempSync(join(tmpdir(), "beiakte-words-"));
  const relay = await startRelayProcess(inject("relay"), data);
  const team = await newLogTeam();
  const { document, space } = team;
  const capture = capturedSocket();
  const open = async (vault: typeof team.anna) =>
    openLogDevice({
      vault,
      space,
      document,
      url: relay.url,
      store: await team.newStore(vault),
      connect: capture.connect,
    });
  const anna = await open(team.anna);
  const ben = await open(team.ben);
  // Many times over, so that a snapshot is made of them as well.
  for (let round = 0; round < 40; round += 1) {
    for (const word of PLANTED) anna.write((text) => text.insert(text.length, `${word} ${round} `));
    await anna.log.settle();
  }
  ben.write((text) => text.insert(0, PLANTED.join(" ")));
  await ben.delivers();
  await anna.delivers();
  await ben.reaches(anna.log.coverage.heads());
  await anna.reaches(ben.log.coverage.heads());
  expect(ben.text.toString()).toBe(anna.text.toString());
  for (const word of PLANTED) expect(anna.text.toString()).toContain(word);

  const wire = concatBytes(...capture.sent, ...capture.received);
  expect(findWords(PLANTED, wire, "wire")).toEqual([]);
  // While it runs, with all that waits beside the database; and after it has ended.
  const running = findWordsBelow(PLANTED, data);
  expect(running.finds).toEqual([]);
  await anna.close();
  await ben.close();
  await relay.stop();
  expect(findWordsBelow(PLANTED, data).finds).toEqual([]);
  expect(running.bytes).toBeGreaterThan(10_000);
  expect(wire.length).toBeGreaterThan(10_000);

  const copy = mkdtempSync(join(tmpdir(), "beiakte-words-"));
  cpSync(data, copy, { recursive: true });
  const database = join(copy, "control");
  for (const form of ["utf8", "utf16le"] as const) {
    const bytes = Buffer.from(`x${CONTROL}y`, form);
    appendFileSync(database, bytes);
    for (const offset of [0, 1, 2]) {
      appendFileSync(database, Buffer.concat([Buffer.alloc(offset, 7), bytes]).toString("base64"));
    }
  }
  const forms = findWordsBelow([CONTROL], copy).finds.map(({ form }) => form);
  expect(new Set(forms)).toEqual(
    new Set(["UTF-8", "UTF-16", "base64 of UTF-8", "base64 of UTF-16"]),
  );
  expect(forms).toHaveLength(8);
  const planted = concatBytes(wire, new TextEncoder().encode(CONTROL));
  expect(findWords([CONTROL], planted, "wire")).toHaveLength(1);
  console.log(
    `  looked through ${wire.length} bytes of the wire and ${running.bytes} bytes in ` +
      `${running.files} files of the relay; the control word was found in ${forms.length} forms`,
  );
});
