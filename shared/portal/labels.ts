import { isDigit, isLetter } from "./characters";
import type { PortalKind } from "./portal-kind";

/** A word or words that say what the number beside them is. */
export type Label = {
  readonly start: number;
  readonly end: number;
  /** None: the number is something else, a telephone's or an order's. */
  readonly kinds: readonly PortalKind[];
};

/**
 * Stems, without spaces and signs, ä as ae; `+` stands only before a word for number. English and
 * German stand together, because forms do.
 */
const STEMS: Readonly<Partial<Record<PortalKind | "other", string>>> = {
  file_number:
    "az akz aktz aktenz aktenzeichen akten+ akte+ gz geschz gschz geschzeichen geschaeftsz geschaeftszeichen meinzeichen unserzeichen ihrzeichen zeichen fall+ fallakten+ fallzeichen vorgangs+ vorgangszeichen file+ filereference fileref ourref ourreference yourref yourreference case+ caseref casereference ref+ reference+ referenz+ casefile+ dossier+",
  bamf_file:
    "az akz aktz aktenz aktenzeichen gz geschz gschz geschzeichen geschaeftsz geschaeftszeichen zeichen meinzeichen unserzeichen bamf bamfaz bamfaktenzeichen asyl+ asylaz asylaktenzeichen bundesamt bundesamts file+ filereference fileref ourref case+ reference+ ref+ asylumfile+ asylum+",
  jobcenter_number: "jobcenter+ jc+ jobcenteraktenzeichen jobcenteraz jcaz jobcenterzeichen",
  bg_number:
    "bg bedarfsgemeinschaft bedarfsgemeinschafts bedarfsgem benefitcommunity needscommunity benefitunit",
  ba_customer: "kunden+ kd+ kdn kundenkennung customer+ client+ bakunden+ knr",
  azr: "azr auslaenderzentralregister auslaenderzentralregisters centralregister foreignersregister registerofforeigners",
  iban_de: "iban bankverbindung kontoverbindung konto bankaccount",
  tax_id:
    "steuerid steueridentifikations steueridentnr steuerident steueridnr steuerlicheidentifikations identifikations idnr tin taxid tax+ taxidentification taxpayer+ stid",
  pension_no:
    "rentenversicherungs rentenversicherung rentenvers rentenvsnr renten+ rv+ drv rvn sozialversicherungs sozialversicherung sozialvers sv+ svn vsnr versicherungs+ vers+ pension+ pensioninsurance socialinsurance socialsecurity insurance+",
  health_no:
    "krankenversicherten krankenversicherungs krankenversicherung krankenkasse krankenkassen krankenvers kv+ kvn kvnr versicherten versichertenkennung versicherungs+ gesundheitskarte gesundheitskarten egk gkv healthinsurance health+ insurance+ insured insuredperson",
  child_benefit_no: "kindergeld kg+ familienkasse familienkassen childbenefit fk+ kige",
  eat_serial:
    "serien+ serial serial+ eat ausweis ausweis+ dokumenten+ dokument+ karten+ aufenthaltstitel aufenthaltstitels pass+ reiseausweis personalausweis residencepermit residencecard card+ document+ permit+",
  d_number: "d+ dakty daktyloskopische daktyloskopisch ed+",
  other:
    "tel telefon fon phone telephone fax telefax mobil mobile mobiltelefon mobilfunk handy cell hotline ruf+ durchwahl zentrale erreichbar rueckruf whatsapp sms bestell+ bestellung auftrag auftrags+ order rechnung rechnungs+ invoice beleg+ artikel article item+ produkt+ product sku material+ sendung sendungs+ sendungsverfolgung paket paket+ tracking shipment parcel liefer+ lieferschein lieferung vertrag vertrags+ vertragskonto contract zaehler zaehler+ meter+ mitglied mitglieds+ membership transaktion transaktions+ transaction buchung buchungs+ booking ticket+ ticket gutschein voucher personal+ matrikel+ inventar+ geraete+ modell+ imei isbn ean gtin ust ustid steuer+ stnr hrb hra kfz plz postleitzahl postfach zimmer raum room betriebs+ kassenzeichen datum geburtsdatum stadtwerke telekom vodafone zalando amazon otto ikea dhl hermes ups shop onlineshop versand versandhaus strom gas kreditkarte kreditkarten+ kundenkonto barcode charge+ los+ seite version build formular+ formular wbs+",
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
    const label = labelEndingWith(words);
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
  return word
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .replace(/(nummer)n$|(number)s$/, "$1$2");
}

function labelEndingWith(words: readonly Word[]): Label | undefined {
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
  return best;
}

function kindsOf(key: string): readonly PortalKind[] | undefined {
  const suffix = NUMBER_WORDS.find((word) => key.endsWith(word));
  const stem = suffix === undefined ? key : key.slice(0, -suffix.length);
  return (
    kindsByStem.get(key) ??
    (suffix === undefined ? undefined : (kindsByStem.get(`${stem}+`) ?? kindsByStem.get(stem)))
  );
}

function isKind(name: string): name is PortalKind {
  return name !== "other" && name !== "d_number";
}
