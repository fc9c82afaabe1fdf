/**
 * `npm run bench`: prints figures and whether the targets hold. Nothing is asserted of them: a busy
 * machine would fail them, and a test that fails for that is soon not believed.
 */
import { afterAll, inject, test } from "vitest";
import { measureCommits } from "./commits";
import { type Line, tableOf } from "./figures";
import { measureKeystrokes } from "./keystrokes";
import { measureOpening } from "./opening";
import { measurePageCost } from "./page-cost";
import { readRecordedNote } from "./recorded-text";

const lines: Line[] = [];
const note = readRecordedNote();

afterAll(() => console.log(tableOf(lines)));

test("keystroke to paint, beside stock y-websocket", async () => {
  const [chromium, panel, relay] = [inject("chromium"), inject("panel"), inject("relay")];
  lines.push(await measureKeystrokes({ chromium, panel, relay }));
});

test.skipIf(note === undefined)("opening a large note, beside plain y-indexeddb", async () => {
  if (note !== undefined) lines.push(await measureOpening(inject("chromium"), note));
});

test("what a portal's page pays, beside one look at all of its texts", async () => {
  lines.push(...(await measurePageCost(inject("chromium"))));
});

test("the relay's commits, beside a plain loop of SQLite", async () => {
  lines.push(...(await measureCommits(inject("relay"))));
});
