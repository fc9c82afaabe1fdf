import { digitsIn, isDigit, isLetter, isWordCharacter } from "./characters";
import type { Label, Labels } from "./labels";
import type { Span } from "./span";

/** A label and what it names stand together: farther away they are two things. */
export const LABEL_REACH = 40;

const LONGEST = 40;

/** `Az. 12` is a page or a room as well. */
export const FEWEST_DIGITS = 3;

/**
 * What an office calls a file has no form of its own. It is what follows the label at once: one
 * word with digits, or short pieces that only together look like a number (`3 C 123/24`).
 */
export function referenceAfter(
  text: string,
  labelEnd: number,
  labels: readonly Label[],
  words: Labels,
): Span | undefined {
  let at = labelEnd;
  let limit = labelEnd + LABEL_REACH;
  while (at < text.length && at <= limit) {
    const sign = text.charAt(at);
    if (sign === "(") {
      const close = text.indexOf(")", at);
      if (close < 0 || close > limit) return undefined;
      // `Aktenzeichen (Gericht)`.
      if (labels.some(({ end, says }) => end <= close && says.length === 0)) return undefined;
      at = close + 1;
    } else if (" .:;=#|/)-–>*\"'".includes(sign)) {
      at += 1;
    } else {
      const word = endOfWord(text, at);
      const label = labels.find((one) => one.start <= at && at < one.end);
      const isStart =
        text[word] !== "." && text[word] !== ":" && /\d/.test(text.slice(at, endOfToken(text, at)));
      if (isDigit(text, at) || (isStart && isLetter(text, at))) return referenceAt(text, at);
      if (word === at || label?.says.length === 0) return undefined;
      const isKnown = label || words.isFiller(text.slice(at, word));
      // A second name, `Az. / Nummer der Bedarfsgemeinschaft:`, has a reach of its own.
      if (label) limit = label.end + LABEL_REACH;
      if (isKnown) at = label?.end ?? word;
      else if (/^[A-ZÄÖÜ]{1,5}$/.test(text.slice(at, word))) return referenceAt(text, at);
      else {
        // `Aktenzeichen Wohngeld: 50.2-…`: the label goes on to its colon.
        const colon = word + text.slice(word, limit).indexOf(":");
        const isOne = colon >= word && !labels.some((one) => one.start < colon && at < one.end);
        if (!isOne || /\d/.test(text.slice(word, colon))) return undefined;
        at = colon;
      }
    }
  }
  return undefined;
}

/** The reference that begins here, if it can be one. */
export function referenceAt(text: string, start: number): Span | undefined {
  let end = start;
  let next: number | undefined = endOfToken(text, start);
  while (next !== undefined) {
    end = next;
    next = pieceAfter(text, start, end);
  }
  while (end > start && !isWordCharacter(text, end - 1)) end -= 1;
  const written = text.slice(start, end);
  const isAmount = text[end] === "," && isDigit(text, end + 1);
  const isOther =
    digitsIn(written) < FEWEST_DIGITS ||
    written.length < 4 ||
    end - start > LONGEST ||
    isAmount ||
    isDate(written) ||
    // `S 12 AS 345/24`, `B 14 AS 12/19 R`: a court's, which writes its instance before.
    /^[A-Z] \d+ [A-Z]+ \d+\/\d\d$/.test(written) ||
    // A year, or a count with its dot.
    /^((19|20)\d\d|\d{1,3}\.\d{3})$/.test(written) ||
    text[end] === "@";
  return isOther ? undefined : { start, end };
}

function pieceAfter(text: string, start: number, end: number): number | undefined {
  if (text[end] !== " ") return undefined;
  const wordEnd = endOfToken(text, end + 1);
  const piece = text.slice(end + 1, wordEnd);
  const last = text.slice(start, end).split(" ").at(-1) ?? "";
  const isJoined = /[-/.]$/.test(last);
  const isSign = /^[-/]+$/.test(piece);
  // `4711/23 75172 Pforzheim`: what already looks like a number takes no more.
  const isOpen =
    isSign ||
    isJoined ||
    /^[^-/.]{1,3}$/.test(last) ||
    // `51.2 UV 7731`: an office, and what it counts.
    (/^[^-/]{4}$/.test(last) && /^ [A-Z]+ \d{3}/.test(text.slice(end)));
  if (!isOpen || piece === "" || isDate(piece)) return undefined;
  if (wordEnd - start > LONGEST) return undefined;
  if (isSign) {
    const follows = text.slice(wordEnd + 1, endOfToken(text, wordEnd + 1));
    // Behind a sign no telephone's number, but `50.4 / WG 0081723`.
    const goesOn = /^ (?!0\d{3})([A-Z]?\d|[A-Z]+ \d{4})/.test(text.slice(wordEnd));
    return goesOn && !isDate(follows) && !isJoined ? wordEnd : undefined;
  }
  const fits =
    /\d/.test(piece) ||
    (/^([A-ZÄÖÜ]{1,5}|[a-zäöü]{1,2})$/.test(piece) &&
      /^ ?\d/.test(text.slice(wordEnd, wordEnd + 2)));
  return fits ? wordEnd : undefined;
}

function endOfToken(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start <= LONGEST) {
    if (!isWordCharacter(text, at) && !"./-:_+".includes(text.charAt(at))) break;
    at += 1;
  }
  return at;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (isLetter(text, at) && at - start <= LONGEST) at += 1;
  return at;
}

function isDate(word: string): boolean {
  return /^(\d\d?\.\d\d?\.(\d{4}|\d\d)?|\d{4}-\d\d-\d\d|\d\d?:\d\d(:\d\d)?)[.:]?$/.test(word);
}
