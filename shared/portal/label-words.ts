import type { LabelWords } from "./labels";

/** What names a file at any office, the Bundesamt's among them. */
const FILE =
  "az akz aktz aktenz aktenzeichen gz geschz gschz geschzeichen geschaeftsz geschaeftszeichen meinzeichen unserzeichen ihrzeichen zeichen file+ filereference ourref ourreference yourref case+ casefile casereference ref+ reference+ ";

/** What stands with them is a court's reference, or the police's. */
const COURTS =
  "gericht gerichts gerichtsaktenzeichen gerichtsaz amtsgericht amtsgerichts sozialgericht sozialgerichts verwaltungsgericht verwaltungsgerichts landgericht landgerichts familiengericht familiengerichts arbeitsgericht arbeitsgerichts finanzgericht finanzgerichts landessozialgericht landessozialgerichts staatsanwaltschaft court polizei police";

/**
 * Stems, without spaces and signs, ä as ae; `+` stands only before a word for number. English and
 * German stand together, because forms do. Words for a number that are not here name something
 * else: `Zählernummer` needs no entry.
 */
export const GENERAL_WORDS: LabelWords = {
  file_number: `${FILE}akten+ akte+ fall+ fallakten+ fallzeichen vorgangs+ vorgangszeichen vorg+ vorgang fallakte leistungsakte+ eakte+ eakten+ aktenkennzeichen ordnungs+ ordnungsmerkmal referenz+`,
  bamf_file: `${FILE}bamf bamfaz asyl+ asylaz bundesamt bundesamts bundesamtes asylum+ asylumfile`,
  jobcenter_number: "jobcenter+ jc+ jobcenteraz jobcenteraktenzeichen",
  bg_number:
    "bg bedarfsgemeinschaft bedarfsgemeinschafts bedarfsgem bedgem household benefitunit benefitcommunity needscommunity",
  ba_customer: "kunden+ kd+ customer+ client+",
  azr: "azr auslaenderzentralregister auslaenderzentralregisters auslzentralregister zentralregister centralregister",
  iban_de: "iban bankverbindung bankverb kontoverbindung konto bankkonto account bankaccount",
  tax_id:
    "steuerid steuerident steueridentifikations steueridnr steuerlicheidentifikations identifikations idnr taxid tax+ taxidentification tin stid",
  pension_no:
    "rentenversicherungs rentenversicherung rentenvers sozvers renten+ rv+ drv sozialversicherungs sozialversicherung sozialvers sv+ svausweis vsnr versicherungs+ pension+ pensioninsurance socialinsurance socialsecurity insurance+",
  health_no:
    "krankenversicherten krankenversicherungs krankenversicherung krankenvers krankenkasse kv+ versicherten versicherungs+ gesundheitskarte egk gkv health+ healthinsurance insurance+ insured",
  child_benefit_no: "kindergeld kg+ fk+ familienkasse childbenefit",
  eat_serial:
    "serien+ serial eat ausweis personalausweis reiseausweis dokumenten+ dok+ karten+ aufenthaltstitel aufenthaltstitels pass+ residencepermit residencecard card+ document+ permit+",
  other: `tel telefon fon phone telephone fax telefax mobil mobile handy cell hotline durchwahl bestellung auftrag order rechnung invoice artikel article item sendung sendungsverfolgung paket tracking shipment lieferung vertrag contract buchung ticket steuer+ st+ plz postfach zimmer raum room kassenzeichen datum stadtwerke telekom kundenkonto barcode d+ hrb mandatsreferenz eurodac itservice incident ${COURTS}`,
  filler:
    "lautet ist is sind bitte stets immer stetsangeben angeben unter dem der des die das the of for our your mein unser ihr ihre please quote always in fuer zum zur bei nr nummer no number jobcenter jobcenters amt amts sozialamt sozialamts abh behoerde auslaenderbehoerde landratsamt landratsamts stadt neu neues alt aktuell und and oder or code",
  number:
    "kennnummer nummer number kennnr nr no num identifikation kennzahl zahl id ident kennung kennziffer kennzeichen ziffer aktenzeichen",
};
