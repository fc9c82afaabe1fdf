import { isDigit, isLetter } from "./characters";
import { PORTAL_KINDS, type PortalKind } from "./portal-kind";

/** A word or words that say what the number beside them is. */
export type Label = {
  readonly start: number;
  readonly end: number;
  /** None: the number is something else, a telephone's or an order's. */
  readonly says: readonly PortalKind[];
};

/**
 * `other`: numbers that are not ours. `number`: words for a number, longer ones first. `filler`: what
 * may stand between a label and its number.
 */
export type WordKind = PortalKind | "other" | "number" | "filler";

/**
 * What numbers are called, by their kinds: stems between spaces. A page's script is handed them: it
 * holds no word itself.
 */
export type LabelWords = Readonly<Partial<Record<WordKind, string>>>;

const FILE = "aktenzeichen";

const LONGEST_WORDS = 4;
const LONGEST_LETTERS = 40;

/** Finds labels in a text. */
export type Labels = {
  /** In the order of their ends; of labels within one another the longest. */
  readonly within: (text: string) => readonly Label[];
  /**
   * What a whole label says: the kinds that it names after all else that it names, none where it
   * ends with something else (`Aktenzeichen des Gerichts`), or nothing at all.
   */
  readonly meaningOf: (text: string) => readonly PortalKind[] | undefined;
  /** Whether it may stand between a label and its number. */
  readonly isFiller: (word: string) => boolean;
};

/** A page says the same words again and again. */
const MOST_KNOWN = 4_000;

export function makeLabels(words: LabelWords): Labels {
  const kindsByStem = new Map<string, PortalKind[]>();
  for (const kind of [...PORTAL_KINDS, "other"] as const) {
    for (const stem of words[kind]?.split(" ") ?? []) {
      const kinds = kindsByStem.get(stem) ?? [];
      if (kind !== "other") kinds.push(kind);
      kindsByStem.set(stem, kinds);
    }
  }
  const numberWords = words.number?.split(" ") ?? [];
  const known = new Map<string, readonly PortalKind[] | undefined>();
  const kindsOf = (key: string): readonly PortalKind[] | undefined => {
    if (!known.has(key)) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(key, kindsByKey(kindsByStem, numberWords, key));
    }
    return known.get(key);
  };
  const within = (text: string): readonly Label[] => labelsIn(text, kindsOf);
  const fillers = new Set(words.filler?.split(" "));
  return {
    within,
    isFiller: (word) => fillers.has(keyOf(word)),
    meaningOf(text) {
      let kinds: PortalKind[] | undefined;
      for (const label of within(text).toReversed()) {
        if (label.says.length === 0) return kinds ?? [];
        kinds = [...(kinds ?? []), ...label.says];
      }
      return kinds;
    },
  };
}

type KindsOf = (key: string) => readonly PortalKind[] | undefined;

function labelsIn(text: string, kindsOf: KindsOf): readonly Label[] {
  const labels: Label[] = [];
  const words: Word[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text, at)) continue;
    const start = at;
    while (isLetter(text, at)) at += 1;
    // What goes on in digits is a number's own letter.
    if (isDigit(text, at)) continue;
    const key = at - start > LONGEST_LETTERS ? "" : keyOf(text.slice(start, at));
    words.push({ start, end: at, key });
    if (words.length > LONGEST_WORDS) words.shift();
    const label = labelEndingWith(text, words, kindsOf);
    if (!label) continue;
    while ((labels.at(-1)?.start ?? -1) >= label.start) labels.pop();
    labels.push(label);
  }
  return labels;
}

type Word = { readonly start: number; readonly end: number; readonly key: string };

/** Lower case, umlauts in two letters. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  if (!/[äöüß]|r[ns]$/.test(lower)) return lower;
  return lower
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .replace(/(?<=nummer)n$|(?<=number)s$/, "");
}

function labelEndingWith(
  text: string,
  words: readonly Word[],
  kindsOf: KindsOf,
): Label | undefined {
  let best: Label | undefined;
  let own: readonly PortalKind[] | undefined;
  let key = "";
  const last = words.at(-1);
  let next = last;
  const end = last?.end ?? 0;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at];
    // `Gesch.-Z.` is one label, `Gesch., im Haus, Z.` is not.
    if (!word || !next || next.start - word.end > 3) break;
    key = word.key + key;
    const kinds = kindsOf(key);
    own ??= kinds;
    // `an: AZR-Aktenzeichen` says no more than its last word, `AZR-Aktenzeichen` does.
    if (kinds && (!best || kinds !== own)) best = { start: word.start, end, says: kinds };
    next = word;
  }
  if (best || !last) return best;
  const before = words.at(-2);
  const gap = !before ? "" : text.slice(before.end, last.start);
  const isJoined = gap.endsWith("-") && gap.length < 3;
  if (!isOtherNumber(last.key, isJoined)) return undefined;
  // `AZR-Registriernummer` is still the AZR's.
  return isJoined && before
    ? { start: before.start, end, says: kindsOf(before.key) ?? [] }
    : { start: last.start, end, says: [] };
}

function kindsByKey(
  kindsByStem: ReadonlyMap<string, readonly PortalKind[]>,
  numberWords: readonly string[],
  key: string,
): readonly PortalKind[] | undefined {
  const suffix = numberWords.find((word) => key.endsWith(word));
  const stem = suffix === undefined ? key : key.slice(0, -suffix.length);
  return (
    kindsByStem.get(key) ??
    (suffix === undefined ? undefined : (kindsByStem.get(`${stem}+`) ?? kindsByStem.get(stem))) ??
    // `Wohngeldaktenzeichen`: whatever it is about, it is a file's.
    (key.endsWith(FILE) ? kindsByStem.get(FILE) : undefined)
  );
}

/** `Zählernummer`, `Inventar-Nr.`: a number of something that is not ours. */
function isOtherNumber(key: string, isJoined: boolean): boolean {
  return /..(nummer|number|nr)$/.test(key) || (isJoined && /^(nummer|number|nr|no)$/.test(key));
}
