/**
 * From a key pressed in one browser to the frame in which another one paints its letter. Both
 * browsers run on this machine: their clocks are one.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Locator } from "playwright-core";

export const KEYS = 300;
const EVERY_MS = 120;
// The first keys pay for code that was never run and for a caret that is still coming.
const WARM_UP_KEYS = 30;
const ARRIVED_WITHIN_MS = 20_000;

type Measuring = { readonly keyTimes: number[]; readonly paintTimes: number[] };

/** Milliseconds for each key. Both editors show the same text and have been seen by each other. */
export async function keysToPaint(writer: Locator, reader: Locator): Promise<readonly number[]> {
  await writer.press("End");
  await writer.evaluate(noteKeys);
  await reader.evaluate(notePaints);
  const page = writer.page();
  const begun = performance.now();
  for (let i = 0; i < WARM_UP_KEYS + KEYS; i += 1) {
    await pause(Math.max(0, begun + i * EVERY_MS - performance.now()));
    await page.keyboard.press(letterAt(i));
  }
  const pressed = await writer.evaluate(() => (globalThis as unknown as Measuring).keyTimes);
  const painted = await paintsOf(reader, pressed.length);
  return pressed.map((at, i) => (painted[i] ?? Number.NaN) - at).slice(WARM_UP_KEYS);
}

/** Words of six letters: a line break now and then, as in a note. */
function letterAt(i: number): string {
  return i % 7 === 6 ? "Space" : String.fromCodePoint(97 + (i % 26));
}

async function paintsOf(reader: Locator, count: number): Promise<readonly number[]> {
  const until = performance.now() + ARRIVED_WITHIN_MS;
  for (;;) {
    const painted = await reader.evaluate(() => (globalThis as unknown as Measuring).paintTimes);
    if (painted.length >= count) return painted;
    if (performance.now() > until) {
      throw new Error(`only ${painted.length} of ${count} letters have arrived`);
    }
    await pause(100);
  }
}

// The two below run in the page.

function noteKeys(editor: Element): void {
  const keyTimes: number[] = [];
  Object.assign(globalThis, { keyTimes });
  const note = (): void => void keyTimes.push(performance.timeOrigin + performance.now());
  editor.ownerDocument.addEventListener("keydown", note, { capture: true });
}

function notePaints(editor: Element): void {
  // A colleague's caret stands in the text, and has a name in letters.
  const lengthNow = (): number => {
    const inCarets = [...editor.querySelectorAll(".caret, .collaboration-carets__caret")];
    const carets = inCarets.reduce((sum, { textContent }) => sum + textContent.length, 0);
    return editor.textContent.length - carets;
  };
  const before = lengthNow();
  const paintTimes: number[] = [];
  Object.assign(globalThis, { paintTimes });
  let seen = 0;
  new MutationObserver(() => {
    const arrived = lengthNow() - before;
    if (arrived <= seen) return;
    const first = seen;
    seen = arrived;
    requestAnimationFrame(() => {
      const at = performance.timeOrigin + performance.now();
      for (let i = first; i < arrived; i += 1) paintTimes[i] = at;
    });
  }).observe(editor, { childList: true, characterData: true, subtree: true });
}
