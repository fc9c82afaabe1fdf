/**
 * A recorded editing session of two people (format: README.md beside the recordings), and who of
 * them had seen how much of the other's at each keystroke.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { assert } from "@beiakte/shared/base/assert";

/** At a position, so many characters taken away, this put in. */
export type Patch = readonly [position: number, deleted: number, inserted: string];

export type Keystroke = {
  readonly agent: 0 | 1;
  readonly patches: readonly Patch[];
  /** How many keystrokes of the other one their author had seen. */
  readonly seen: number;
};

export type Trace = { readonly endContent: string; readonly keystrokes: readonly Keystroke[] };

type Recorded = {
  readonly endContent: string;
  readonly txns: readonly {
    readonly parents: readonly number[];
    readonly agent: 0 | 1;
    readonly patches: readonly Patch[];
  }[];
};

/** Nothing where the recording is not on this machine. */
export function readTrace(path: string): Trace | undefined {
  if (!existsSync(path)) return undefined;
  const recorded: Recorded = JSON.parse(gunzipSync(readFileSync(path)).toString());
  const known: (readonly [number, number])[] = [];
  const keystrokes = recorded.txns.map(({ agent, parents, patches }): Keystroke => {
    const seen: [number, number] = [0, 0];
    for (const parent of parents) {
      const before = known[parent];
      assert(before !== undefined, "what a keystroke comes after was recorded before it");
      seen[0] = Math.max(seen[0], before[0]);
      seen[1] = Math.max(seen[1], before[1]);
    }
    const others = seen[agent === 0 ? 1 : 0];
    seen[agent] += 1;
    known.push(seen);
    return { agent, patches, seen: others };
  });
  return { endContent: recorded.endContent, keystrokes };
}

/**
 * The same session in which every character put in is another one, so that whether it is there
 * once can be read off the text. They are all single UTF-16 units, as positions count them.
 */
export function withEachCharacterOnce(trace: Trace): Trace {
  let next = FIRST_OF_MANY_LETTERS;
  const fresh = (text: string): string =>
    Array.from({ length: text.length }, () => String.fromCharCode(next++)).join("");
  const keystrokes = trace.keystrokes.map((keystroke) => ({
    ...keystroke,
    patches: keystroke.patches.map(([position, deleted, inserted]): Patch => [
      position,
      deleted,
      fresh(inserted),
    ]),
  }));
  assert(next <= LAST_OF_MANY_LETTERS, "there is a letter for every character");
  return { ...trace, keystrokes };
}

// CJK and Hangul: 41,892 code units in a row that stand for themselves.
const FIRST_OF_MANY_LETTERS = 0x3400;
const LAST_OF_MANY_LETTERS = 0xd7a3;
