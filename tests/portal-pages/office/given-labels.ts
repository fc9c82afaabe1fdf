/** How programs, letters and forms of offices call these numbers; German, short, and English. */
import type { Kind } from "./given-numbers";

type Labels = { readonly full: string; readonly short: string; readonly english: string };

export const LABELS: Readonly<Record<Kind, Labels>> = {
  file_number: {
    full: "Aktenzeichen|Unser Zeichen|Mein Zeichen|Geschäftszeichen|Aktennummer|Fallnummer|Aktenzeichen Jobcenter|Aktenzeichen Ausländerbehörde|Aktenzeichen Wohngeldstelle|Unser Aktenzeichen|Ihr Aktenzeichen|Vorgangsnummer|Aktenzeichen (bei Antwort bitte angeben)|Unser Zeichen (bitte stets angeben!)|Aktenzeichen der Behörde|Aktenkennzeichen|Behördliches Aktenzeichen|Aktenzeichen Unterhaltsvorschuss|Leistungsakte Nr.|Interne Fallnummer",
    short:
      "Az.|Az|AZ|Gesch.-Z.|GeschZ|Gesch.Z.|Akten-Nr.|Aktennr.|Fall-Nr.|Fallnr.|Fall-ID|Vorg.-Nr.|Az. Sozialamt|Az. (ABH)|Unser Az.|Mein Az.|Az. (intern)|Vorgangs-Nr.|E-Akte Nr.|Ihr Az.",
    english:
      "File ref.|Case no.|Our ref.|Case reference|File reference|Our file no.|Case file number|Your reference|Case ID",
  },
  bg_number: {
    full: "Nummer der Bedarfsgemeinschaft|Bedarfsgemeinschaft|Bedarfsgemeinschaftsnummer|BG-Nummer|Nummer Ihrer Bedarfsgemeinschaft|Bedarfsgemeinschaft (BG)|BG-Nummer (bitte immer angeben)|Bedarfsgemeinschaft Nr.",
    short: "BG-Nr.|BG Nr.|BG|BGNR|BG-ID|Nr. BG|Bed.-Gem. Nr.|BG-Nr|BG.-Nr.",
    english: "Benefit unit no. (BG)|BG number|BG no.|Household no. (BG)",
  },
  ba_customer: {
    full: "Kundennummer|Kundennummer BA|BA-Kundennummer|Kundennummer der Arbeitsagentur|Kundennummer bei der Agentur für Arbeit|Ihre Kundennummer|Kunden-Nummer",
    short: "Kd.-Nr.|Kd-Nr.|KdNr|Kunden-Nr.|Kundennr.|Kd. Nr.|KD.NR.|Kd.Nr.",
    english: "Customer no.|Client number (BA)|Customer ID|BA customer number",
  },
  azr: {
    full: "AZR-Nummer|Ausländerzentralregisternummer|Nummer des Ausländerzentralregisters|AZR-Nummer des Antragstellers|Ausländerzentralregister (AZR)|AZR-Kennziffer",
    short: "AZR-Nr.|AZR|AZR-Nr|AZRNR|AZR Nr.|AZR.-Nr.",
    english: "AZR no.|AZR number|Central register no. (AZR)|Foreigners register (AZR) no.",
  },
  bamf_file: {
    full: "BAMF-Aktenzeichen|Aktenzeichen BAMF|Aktenzeichen des Bundesamtes|Geschäftszeichen BAMF|Asylaktenzeichen|Aktenzeichen beim BAMF|Aktenzeichen Asylverfahren (BAMF)|Az. des Bundesamts",
    short: "BAMF-Az.|BAMF-AZ|Az. BAMF|Az. (BAMF)|BAMF-Gz.|Gesch.-Z. BAMF|BAMF Az|Az. d. BAMF",
    english: "BAMF ref.|BAMF file no.|Asylum file no. (BAMF)|BAMF reference",
  },
  iban_de: {
    full: "IBAN|Bankverbindung (IBAN)|IBAN der Zahlungsempfängerin|Kontoverbindung|Konto (IBAN)|Bankkonto/IBAN|IBAN für Überweisungen",
    short: "IBAN|Iban|IBAN-Nr.|Bankverb.",
    english: "IBAN|Bank account|Account (IBAN)",
  },
  tax_id: {
    full: "Steuer-ID|Steueridentifikationsnummer|Steuer-Identifikationsnummer|Identifikationsnummer (§ 139b AO)|Steuerliche Identifikationsnummer|Persönliche Steuer-ID",
    short: "Steuer-IdNr.|IdNr.|Steuer-ID-Nr.|St.-ID|SteuerID|Steuer-Ident.-Nr.|Steuer ID",
    english: "Tax ID|Tax identification no.|German tax ID|Tax ID (IdNr.)",
  },
  pension_no: {
    full: "Rentenversicherungsnummer|Sozialversicherungsnummer|Versicherungsnummer (DRV)|RV-Nummer|Versicherungsnummer der Rentenversicherung|Versicherungsnummer der Deutschen Rentenversicherung",
    short: "RV-Nr.|SV-Nr.|RVNR|SVNR|VSNR|Soz.-Vers.-Nr.|Rentenvers.-Nr.|Sozialvers.-Nr.",
    english: "Social insurance no.|Pension insurance no.|Social security no.",
  },
  health_no: {
    full: "Versichertennummer|Krankenversichertennummer|Versichertennummer (eGK)|Krankenversicherungsnummer|Versichertennummer der Krankenkasse|Versichertennummer KVNR",
    short: "KVNR|KV-Nr.|Versicherten-Nr.|Versichertennr.|Krankenvers.-Nr.|KV-Nummer|KVNr.",
    english: "Health insurance no.|Insured person no. (KVNR)|Health insurance number",
  },
  child_benefit_no: {
    full: "Kindergeldnummer|Kindergeld-Nummer|Kindergeldnummer der Familienkasse|Ihre Kindergeldnummer",
    short: "KG-Nr.|Kindergeld-Nr.|Kindergeldnr.|Kindergeld Nr.",
    english: "Child benefit no.|Child benefit number",
  },
  eat_serial: {
    full: "Seriennummer eAT|Seriennummer des Aufenthaltstitels|Nummer des Aufenthaltstitels|Seriennummer (eAT)|Dokumentennummer eAT|eAT-Seriennummer|Kartennummer Aufenthaltstitel",
    short: "eAT-Nr.|eAT Nr.|Serien-Nr. eAT|AT-Seriennr.|Dok.-Nr. eAT",
    english: "Residence permit card no.|Residence permit no.|eAT serial no.",
  },
};

/** As people mistype them; what is meant is plain to every reader. */
export const SLIPS: readonly (readonly [string, string])[] = [
  ["Aktenzeichen", "Aktenzeichn"],
  ["Aktenzeichen", "Aktenzeihen"],
  ["Aktenzeichen", "Akten zeichen"],
  ["Aktenzeichen", "Aktzenzeichen"],
  ["Geschäftszeichen", "Geschäftzeichen"],
  ["Geschäftszeichen", "Geschaeftszeichen"],
  ["Kundennummer", "Kundenummer"],
  ["Kundennummer", "Kunden Nummer"],
  ["Kundennummer", "Kundennumer"],
  ["Bedarfsgemeinschaft", "Bedarfgemeinschaft"],
  ["Bedarfsgemeinschaft", "Bedarfsgemeinschft"],
  ["Rentenversicherungsnummer", "Rentenversicherungnummer"],
  ["Rentenversicherungsnummer", "Rentenversicherungsnumer"],
  ["Sozialversicherungsnummer", "Sozialversicherungs Nummer"],
  ["Versichertennummer", "Versichertenummer"],
  ["Kindergeldnummer", "Kindergeldnumer"],
  ["Seriennummer", "Seriennumer"],
  ["Fallnummer", "Fall Nummer"],
  ["AZR-Nummer", "AZR-Numer"],
  ["AZR-Nummer", "AZR Nummmer"],
  ["BG-Nummer", "BG Numer"],
  ["Steuer-ID", "Steuer-Id."],
  ["Ausländer", "Auslaender"],
];
