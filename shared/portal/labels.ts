import { isDigit, isLetter } from "./characters";
import type { PortalKind } from "./portal-kind";

/** A word or words that say what the number beside them is. */
export type Label = {
  readonly start: number;
  readonly end: number;
  /** None: the number is something else, a telephone's or an order's. */
  readonly kinds: readonly PortalKind[];
};

/** What names a file at any office, the Bundesamt's among them. */
const FILE =
  "az akz aktz aktenz aktenzeichen gz geschz gschz geschzeichen geschaeftsz geschaeftszeichen meinzeichen unserzeichen ihrzeichen zeichen file+ filereference ourref ourreference yourref case+ casereference ref+ reference+ ";

/**
 * Stems, without spaces and signs, ä as ae; `+` stands only before a word for number. English and
 * German stand together, because forms do. Words for a number that are not here name something
 * else: `Zählernummer` needs no entry.
 */
const STEMS: Readonly<Partial<Record<PortalKind | "other", string>>> = {
  file_number: `${FILE}akten+ akte+ fall+ fallakten+ fallzeichen vorgangs+ vorgangszeichen referenz+`,
  bamf_file: `${FILE}bamf bamfaz asyl+ asylaz bundesamt bundesamts asylum+`,
  jobcenter_number: "jobcenter+ jc+ jobcenteraz jobcenteraktenzeichen",
  bg_number: "bg bedarfsgemeinschaft bedarfsgemeinschafts benefitcommunity needscommunity",
  ba_customer: "kunden+ kd+ customer+ client+",
  azr: "azr auslaenderzentralregister auslaenderzentralregisters centralregister",
  iban_de: "iban bankverbindung kontoverbindung konto bankaccount",
  tax_id:
    "steuerid steueridentifikations steueridnr steuerlicheidentifikations identifikations idnr taxid tax+ taxidentification tin",
  pension_no:
    "rentenversicherungs rentenversicherung renten+ rv+ drv sozialversicherungs sozialversicherung sv+ vsnr versicherungs+ pension+ pensioninsurance socialinsurance socialsecurity insurance+",
  health_no:
    "krankenversicherten krankenversicherungs krankenversicherung krankenkasse kv+ versicherten versicherungs+ gesundheitskarte egk health+ healthinsurance insurance+ insured",
  child_benefit_no: "kindergeld kg+ familienkasse childbenefit",
  eat_serial:
    "serien+ serial eat ausweis personalausweis reiseausweis dokumenten+ karten+ aufenthaltstitel aufenthaltstitels pass+ residencepermit residencecard card+ document+ permit+",
  other:
    "tel telefon fon phone telephone fax telefax mobil mobile handy cell hotline durchwahl bestellung auftrag order rechnung invoice artikel article item sendung sendungsverfolgung paket tracking shipment lieferung vertrag contract buchung ticket steuer+ st+ plz postfach zimmer raum room kassenzeichen datum stadtwerke telekom kundenkonto barcode d+ hrb",
};

const NUMBER_WORDS = "nummer number nr no num id kennung kennziffer kennzeichen ziffer".split(" ");

const LONGEST_WORDS = 4;
const LONGEST_LETTERS = 40;

const kindsByStem = new Map<string, PortalKind[]>();
for (const [kind, stems] of Object.entries(STEMS)) {
  for (const stem of stems.split(" ")) {
    const kinds = kindsByStem.get(stem) ?? [];
    if (isKind(kind)) kinds.push(kind);
    kindsByStem.set(stem, kinds);
  }
}

/** In the order of their ends; of labels within one another the longest. */
export function labelsIn(text: string): readonly Label[] {
  const labels: Label[] = [];
  const words: Word[] = [];
  for (const word of wordsIn(text)) {
    words.push(word);
    if (words.length > LONGEST_WORDS) words.shift();
    const label = labelEndingWith(text, words);
    if (label === undefined) continue;
    while ((labels.at(-1)?.start ?? -1) >= label.start) labels.pop();
    labels.push(label);
  }
  return labels;
}

/** What a whole label says: all kinds that it names, none for something else, or nothing at all. */
export function meaningOf(text: string): readonly PortalKind[] | undefined {
  const labels = labelsIn(text);
  return labels.length === 0 ? undefined : labels.flatMap((label) => label.kinds);
}

export type Word = { readonly start: number; readonly end: number; readonly key: string };

function* wordsIn(text: string): Generator<Word> {
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text, at)) continue;
    const start = at;
    while (isLetter(text, at)) at += 1;
    // What goes on in digits is a number's own letter.
    if (isDigit(text, at)) continue;
    yield { start, end: at, key: at - start > LONGEST_LETTERS ? "" : keyOf(text.slice(start, at)) };
  }
}

/** Lower case, umlauts in two letters. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  if (!/[äöüß]|[rs]s?$|n$/.test(lower)) return lower;
  return lower
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .replace(/(nummer)n$|(number)s$/, "$1$2");
}

function labelEndingWith(text: string, words: readonly Word[]): Label | undefined {
  let best: Label | undefined;
  let key = "";
  let next = words.at(-1);
  const end = next?.end ?? 0;
  for (const word of words.toReversed()) {
    // `Gesch.-Z.` is one label, `Gesch., im Haus, Z.` is not.
    if (next === undefined || next.start - word.end > 3) break;
    key = word.key + key;
    const kinds = kindsOf(key);
    if (kinds !== undefined) best = { start: word.start, end, kinds };
    next = word;
  }
  const [last, before] = words.toReversed();
  if (best !== undefined || last === undefined) return best;
  const gap = before === undefined ? "" : text.slice(before.end, last.start);
  const isJoined = before !== undefined && gap.endsWith("-") && gap.length < 3;
  if (!isOtherNumber(last.key, isJoined)) return undefined;
  // `AZR-Registriernummer` is still the AZR's.
  return isJoined
    ? { start: before.start, end, kinds: kindsOf(before.key) ?? [] }
    : { start: last.start, end, kinds: [] };
}

/** A page says the same words again and again. */
const known = new Map<string, readonly PortalKind[] | undefined>();
const MOST_KNOWN = 4_000;

function kindsOf(key: string): readonly PortalKind[] | undefined {
  if (known.has(key)) return known.get(key);
  if (known.size >= MOST_KNOWN) known.clear();
  const kinds = kindsByKey(key);
  known.set(key, kinds);
  return kinds;
}

function kindsByKey(key: string): readonly PortalKind[] | undefined {
  const suffix = NUMBER_WORDS.find((word) => key.endsWith(word));
  const stem = suffix === undefined ? key : key.slice(0, -suffix.length);
  return (
    kindsByStem.get(key) ??
    (suffix === undefined ? undefined : (kindsByStem.get(`${stem}+`) ?? kindsByStem.get(stem)))
  );
}

/** `Zählernummer`, `Inventar-Nr.`: a number of something that is not ours. */
function isOtherNumber(key: string, isJoined: boolean): boolean {
  return /..(nummer|number|nr)$/.test(key) || (isJoined && /^(nummer|number|nr|no)$/.test(key));
}

function isKind(name: string): name is PortalKind {
  return name !== "other";
}
