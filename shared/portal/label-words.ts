import type { LabelWords } from "./labels";

/** What names a file at any office, the Bundesamt's among them. */
const FILE =
  "az akz aktz aktenz aktenzeichen gz geschz gschz geschzeichen geschaeftsz geschaeftszeichen meinzeichen unserzeichen ihrzeichen zeichen file+ fileref filereference ourref ourreference yourref yourreference case+ casefile casereference ref+ reference+ reference ";

/** What stands with them is a court's reference, or the police's. */
const COURTS =
  "gericht gerichts gerichtsaktenzeichen gerichtsaz amtsgericht amtsgerichts sozialgericht sozialgerichts verwaltungsgericht verwaltungsgerichts landgericht landgerichts familiengericht familiengerichts arbeitsgericht arbeitsgerichts finanzgericht finanzgerichts landessozialgericht landessozialgerichts staatsanwaltschaft sta beimag beimsg beimvg beimlg azag aktenzeichenag court polizei police";

/**
 * Stems, without spaces and signs, ä as ae; `+` stands only before a word for number. English and
 * German stand together, because forms do. Words for a number that are not here name something
 * else: `Zählernummer` needs no entry.
 */
const WRITTEN: LabelWords = {
  file_number: `${FILE}akten+ akte+ fall+ fallakten+ fallzeichen vorgangs+ vorgangszeichen vorg+ vorgang fallakte leistungsakte+ eakte+ eakten+ aktenkennzeichen eakte auslaenderakte auslaenderakten+ auslaenderakte+ klienten+ hilfefall+ hilfeempfaenger+ leistungsempfaenger+ leistungsfall+ sozialhilfe+ record+ dossier+ ordnungs+ ordnungsmerkmal referenz+`,
  bamf_file: `${FILE}bamf bamfaz asyl+ asylaz bundesamt bundesamts bundesamtes asylum+ asylumfile`,
  jobcenter_number: "jobcenter+ jc+ jobcenteraz jobcenteraktenzeichen",
  bg_number:
    "bg bedarfsgemeinschaft bedarfsgemeinschafts bedarfsgem bedgem household benefitunit benefitcommunity needscommunity",
  ba_customer: "kunden+ kd+ customer+ client+",
  azr: "azr auslaenderzentralregister auslaenderzentralregisters auslzentralregister zentralregister centralregister",
  iban_de: "iban bankverbindung bankverb kontoverbindung konto kto bankkonto account bankaccount",
  tax_id:
    "steuerid steuerident steueridentifikations steueridnr steuerlicheidentifikations identifikations idnr taxid tax+ taxidentification tin stid steuerl steuerliche ident+",
  pension_no:
    "rentenversicherungs rentenversicherung rentenvers sozvers vers+ renten+ rv+ drv sozialversicherungs sozialversicherung sozialvers sv+ svausweis vsnr versicherungs+ pension+ pensioninsurance socialinsurance socialsecurity insurance+",
  health_no:
    "kk kk+ krankenversicherten krankenversicherungs krankenversicherung krankenvers krankenkasse kv+ versicherten versicherungs+ gesundheitskarte egk gkv krankenkassen+ vers+ health+ healthinsurance insurance+ insured",
  child_benefit_no:
    "kindergeld kindergeldaz kindergeldaktenzeichen familienkassen+ kg+ fk+ familienkasse childbenefit",
  eat_serial:
    "serien+ serial eat ausweis personalausweis reiseausweis dokumenten+ dok+ karten+ aufenthaltstitel aufenthaltstitels pass+ residencepermit residencecard card+ document+ permit+",
  other: `tel telefon fon phone telephone fax telefax mobil mobile handy cell hotline durchwahl bestellung auftrag order rechnung invoice artikel article item sendung sendungsverfolgung paket tracking shipment lieferung vertrag vertragskonto contract buchung ticket steuer+ st+ plz postfach zimmer raum room kassenzeichen datum stadtwerke telekom kundenkonto barcode d+ hrb fallzahl aktenzahl haushaltsstelle kurs kurskennung massnahme kennwort bestell auftrags rechnungs vertrags mandatsreferenz debitor kreditor buchungszeichen stellenzeichen kfz kfzkennzeichen amtlkennzeichen isbn ean gtin eurodac itservice incident ${COURTS}`,
  filler:
    "lautet ist is sind bitte stets immer stetsangeben angeben unter dem der des die das the of for our your mein unser ihr ihre beim vom von am im traeger fachbereich fachdienst sachgebiet abteilung auslaenderamt landkreis kreis please quote always in fuer zum zur bei nr nummer no number jobcenter jobcenters amt amts sozialamt sozialamts jugendamt jugendamts wohngeld wohngeldstelle unterhaltsvorschuss abh behoerde auslaenderbehoerde landratsamt landratsamts stadt neu neues alt aktuell und and oder or code",
  number:
    "kennnummer nummer number kennnr nr no num identifikation kennzahl zahl id ident kennung kennziffer kennzeichen ziffer aktenzeichen",
};

/** What people write into labels by hand, whole: shorter words are too near to others. */
const TYPED: LabelWords = {
  file_number: "aktenzeichen geschaeftszeichen aktennummer fallnummer vorgangsnummer",
  bamf_file: "aktenzeichen geschaeftszeichen asylaktenzeichen",
  bg_number: "bgnummer bedarfsgemeinschaft bedarfsgemeinschaftsnummer",
  ba_customer: "kundennummer",
  azr: "azrnummer auslaenderzentralregisternummer",
  tax_id: "identifikationsnummer steueridentifikationsnummer",
  pension_no: "rentenversicherungsnummer sozialversicherungsnummer",
  health_no: "versichertennummer krankenversichertennummer krankenversicherungsnummer",
  child_benefit_no: "kindergeldnummer",
  eat_serial: "seriennummer",
};

/** `aktenzeichn`, `aktennzeichen`, `aktenziechen`: one letter left out, doubled or out of its turn. */
function slipsOf(word: string): readonly string[] {
  return [...word].flatMap((letter, at) => [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + (word[at + 1] ?? "") + letter + word.slice(at + 2),
  ]);
}

export const GENERAL_WORDS: LabelWords = Object.fromEntries(
  Object.entries(WRITTEN).map(([kind, words]) => {
    const typed = Object.entries(TYPED).find(([other]) => other === kind)?.[1] ?? "";
    return [kind, [words, ...typed.split(" ").flatMap(slipsOf)].join(" ").trim()];
  }),
);
