import { isDigit, isLetter } from "./characters";
import { keyOf } from "./labels";

/** As many as are looked at together on a page. */
const LONGEST_WORDS = 4;
const LONGEST_LETTERS = 40;

/** How a label is compared: `Unser Zeichen:` and `unser-zeichen` are one. None for what is no label. */
export function labelKey(label: string): string | undefined {
  const words: string[] = [];
  for (let at = 0; at < label.length; at += 1) {
    if (isDigit(label, at)) return undefined;
    if (!isLetter(label, at)) continue;
    const start = at;
    while (isLetter(label, at)) at += 1;
    // A digit that touches a word makes a number's own letter of it.
    if (isDigit(label, at) || at - start > LONGEST_LETTERS) return undefined;
    words.push(keyOf(label.slice(start, at)));
  }
  const key = words.join("");
  // One letter would make a label of every list.
  return words.length > LONGEST_WORDS || key.length < 2 ? undefined : key;
}
