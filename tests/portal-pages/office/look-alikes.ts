/** What stands beside a client's numbers, looks like one of them, and is none. */
import { type Chance, date, GIVEN, oneOf, stencil, word } from "./given-numbers";

export type Alike = { readonly label: string; readonly text: string };

export const telephone = (chance: Chance): string =>
  stencil(
    chance,
    word(
      chance,
      "07231 39-%###|(07231) 39 %# ##|+49 7231 39-####|07231/39-%###|0049 7231 %#####|0151 %#######|+49 (0)721 %##-###|%######-###|0721 %#######-###|07231-%#####|0151-%#######",
    ),
  );

const wrongAtTheEnd = (chance: Chance, text: string): string =>
  text.slice(0, -1) + ((Number(text.slice(-1)) + 1 + chance.below(9)) % 10);

export const policeNumber = (chance: Chance): string =>
  stencil(chance, word(chance, "@############|@ ############|@###### ######|@ ## ## ## ######"));

export const COURTS =
  "Amtsgericht Pforzheim|Sozialgericht Karlsruhe|SG Karlsruhe|VG Karlsruhe|AG Pforzheim|Landgericht|Verwaltungsgericht|Staatsanwaltschaft|StA Pforzheim|Familiengericht";

export const courtReference = (chance: Chance): string =>
  stencil(
    chance,
    word(chance, "S %# AS %###/24|1 F %##/25|A 8 K %###/23|83 Js %####/24|S 5 SO ###/22 ER"),
  );

type Row = (chance: Chance) => Alike;
const row =
  (labels: string, texts: string): Row =>
  (chance) => ({ label: word(chance, labels), text: stencil(chance, word(chance, texts)) });

export const ALIKES: readonly Row[] = [
  (chance) => ({
    label: word(
      chance,
      "Telefon|Tel.|Telefax|Fax|Mobil|Rückruf unter|Handynummer|Tel. privat|Telefon dienstl.|Hotline|Servicenummer|Phone|BAMF-Hotline|Tel. Fallmanagement|Durchwahl|Tel. Nr.|Mobile",
    ),
    text: telephone(chance),
  }),
  row(
    "Bestellnummer|Bestell-Nr.|Auftragsnummer|Auftrags-Nr.|Order no.|Auftrag|Bestellung",
    "%###########|%##@######|%######-###|B-%####//#######|45########",
  ),
  row(
    "Rechnungsnummer|Rechnungs-Nr.|RE-Nr.|Rechnung|Invoice no.|Gutschrift-Nr.|Belegnr.",
    "RE-2025-00###|2025/%###|%##########|%##@######|R%#.####-##",
  ),
  row(
    "Artikelnummer|Art.-Nr.|EAN|ISBN|ISBN-13|Zolltarifnr.|GTIN",
    "%##.###.##|40########0%#|978-3-%##-%####-#|9783#########|3-%##-%####-X",
  ),
  row(
    "Kundennummer Stadtwerke|Kundennr. Telekom|Kundennummer Vermieter|Kunden-Nr. Energieversorger|Kundennummer SWP",
    "%#######|5#########|K-%####|%##-###-###",
  ),
  row(
    "Steuernummer|St.-Nr.|Steuer-Nr. Finanzamt|USt-IdNr.|Umsatzsteuer-ID|Gläubiger-ID",
    "41/%##/####1|DE#########|DE98ZZZ0000#######|%##/####/####",
  ),
  (chance) => ({
    label: word(
      chance,
      "Passnummer|Reisepass-Nr.|Nationalpass|Passport no.|Pass-Nr. (Syrien)|ID-Karte Ukraine",
    ),
    text: stencil(chance, word(chance, "N 0%#######|N0%########|@#########|FE%#####|00#######")),
  }),
  (chance) => ({
    label: word(
      chance,
      "D-Nummer|D-Nr.|Daktyloskopische Nummer|D-Nummer (Polizei)|Aktenzeichen ED-Behandlung|AZR-/D-Nummer|Az.",
    ),
    text: policeNumber(chance),
  }),
  (chance) => ({
    label: word(chance, "Eurodac-Nr.|EURODAC|Ankunftsnachweis (AKN)|AKN-Nr.|BÜMA-Nr."),
    text: stencil(chance, word(chance, "DE1160#####DUS00###|AKN%########|DEA%######|%########")),
  }),
  (chance) => ({
    label: `${word(chance, "Aktenzeichen|Az.|Geschäftszeichen|Az. beim")} ${word(chance, COURTS)}`,
    text: courtReference(chance),
  }),
  row("Gerichtsaktenzeichen|Aktenzeichen (Gericht)|Az. des Gerichts", "S %# AS %###/24|1 F %##/25"),
  row(
    "Kassenzeichen|Buchungszeichen|Haushaltsstelle|Debitor|Mandatsreferenz",
    "5.0102.00####.#|1.4821.7300|%##########|%##@######|MR-2024-%####|0#/%####-####",
  ),
  row(
    "Maßnahmenummer|Maßnahme-Nr.|Kursnummer|Kurs-Nr.|Trägernummer|Zulassungsnummer|Auftrags-Nr. InGe",
    "%##/%###/2024|955/####/25|631-25-%####|D1-%##-####|K25-%###",
  ),
  row(
    "Betriebsnummer|Institutionskennzeichen|IK-Nr.|BSNR|LANR|Betriebsstätten-Nr.",
    "%#######|10#######|62#######",
  ),
  row(
    "BG BAU Mitgliedsnr.|Mitgliedsnummer Berufsgenossenschaft|Mitglieds-Nr.|Mitgliedsnummer",
    "81/%###/###|%#######|%##@######",
  ),
  row(
    "Versicherungsschein-Nr.|Policennummer|Hausratversicherung Nr.|Kfz-Versicherung Nr.|Vertragsnummer|Vertrags-Nr. Miete",
    "12.%#####.#|KH-%########|%##-######-##|@#########|40 %##### 0##",
  ),
  row(
    "Kfz-Kennzeichen|Amtl. Kennzeichen|Führerschein-Nr.|Führerscheinnummer|Flurstück",
    "PF-AB %###|B072RRE2I55|J430A1R1N11|%###/#",
  ),
  row(
    "Zählernummer|Zähler-Nr.|Gerätenummer|Inventar-Nr.|Seriennummer Drucker|Seriennummer Laptop|IMEI",
    "1EMH00########|%########|INV-2023-%###|C02XG0FHJHD2|35##############",
  ),
  row("Sendungsnummer|Einschreiben-Nr.|Paket-Nr.|Tracking-ID", "RT#########DE|00340##############"),
  row(
    "Ticket|Ticket-Nr.|Störungsnr.|Vorgang IT-Service|Incident",
    "202508191000%###|INC00#####|#%####",
  ),
  row(
    "Personalnummer|Pers.-Nr.|Bearbeiter-Nr.|Dienststelle|Team|Sachgebiet|Stellenzeichen",
    "%#####|63%##|512|50.23|JC-%##|4.1.2",
  ),
  (chance) => ({
    label: word(
      chance,
      "Geburtsdatum|geb.|Antrag vom|Bewilligt bis|Erstellt am|Frist|Einreise|Letzte Änderung|Date of birth|AZR-Abfrage vom|Aktenanlage|Bescheid vom",
    ),
    text: date(chance),
  }),
  row(
    "PLZ, Ort|Anschrift|Ort|Postfach|Address|Wohnort",
    "75172 Pforzheim|Zerrennerstr. %#, 75172 Pforzheim|75175 Pforzheim|10 %# ##, 75110 Pforzheim",
  ),
  row(
    "Betrag|Regelbedarf|KdU|Auszahlung|Kaltmiete|Rückforderung|Amount",
    "1.%##,## €|563,00 EUR|%##,## €|EUR 1.###,00|12.%##,##",
  ),
  row("Zimmer|Raum|Room|Gebäude|Etage", "3.14|B 2##|Zi. %##|2. OG, Zimmer 2%#|Haus 4-%##"),
  row("Version|Programmstand|Build|Release", "4.12.3|2025.08.1-%###|R24.3.1 (2025####)|v11.#.%##"),
  row("Sprechzeiten|Termin|Uhrzeit", "Mo-Fr 08:00-12:00|12.03.2026, 10:15 Uhr|08:30 - 12:00 Uhr"),
  row(
    "Aktenzeichen|Az.|AZR-Nr.|BG-Nr.|Steuer-ID|KVNR|Unser Zeichen|Kundennummer|BAMF-Az.",
    "wird nachgereicht|liegt nicht vor (Stand 03/2026)|siehe Bescheid vom 12.03.2026|s. Anlage 3|beantragt am 2.4.2026|—|k. A.|offen seit 2024|noch nicht vergeben",
  ),
  row("IBAN|Konto", "DE** **** **** **** 1300|endet auf 1300|AT61 1904 3002 3457 3201"),
  row(
    "BG-Mitglieder|Personen in der BG|Fallzahl|Anzahl Akten|Zeichen gesamt",
    "4|12|1.2##|3 von 5",
  ),
  (chance) => ({
    label: "IBAN",
    text: wrongAtTheEnd(chance, GIVEN.iban_de(chance).value),
  }),
  (chance) => ({ label: "Steuer-ID", text: wrongAtTheEnd(chance, GIVEN.tax_id(chance).value) }),
  (chance) => ({ label: "RV-Nr.", text: wrongAtTheEnd(chance, GIVEN.pension_no(chance).value) }),
  (chance) => ({ label: "KVNR", text: wrongAtTheEnd(chance, GIVEN.health_no(chance).value) }),
];

export const PLAIN: readonly (readonly [string, string])[] = [
  ["Name", "Al-Masri, Yusuf"],
  ["Vorname", "Oksana"],
  ["Staatsangehörigkeit", "ukrainisch"],
  ["Familienstand", "ledig"],
  ["Status", "in Bearbeitung"],
  ["Sachbearbeitung", "Frau Yıldız"],
  ["Aufenthaltstitel", "§ 24 Abs. 1 AufenthG"],
  ["Deutschkenntnisse", "A2"],
  ["Leistungsart", "SGB II"],
  ["Schule", "Osterfeldschule, Klasse 7b"],
  ["Krankenkasse", "AOK Baden-Württemberg"],
  ["E-Mail", "poststelle@example.org"],
];

/** Lines that mention numbers of courts, of laws and of others, as notes and letters do. */
export const ASIDES: readonly ((chance: Chance) => string)[] = [
  (chance) =>
    `Vgl. BSG, Urteil vom ${date(chance)}, Az. B 14 AS ${10 + chance.below(80)}/${10 + chance.below(14)} R.`,
  (chance) => `Rückruf erbeten unter ${telephone(chance)} (Herr Kaya).`,
  (chance) => `Termin am ${date(chance)} um 10:15 Uhr in Zimmer ${200 + chance.below(99)}.`,
  (chance) =>
    `Die Rechnung ${stencil(chance, "RE-2025-00###")} über ${stencil(chance, "%##,##")} € ist bezahlt.`,
  (chance) => `Klage anhängig beim ${word(chance, COURTS)} (${courtReference(chance)}).`,
  () => `Rechtsgrundlage: §§ 7, 19 ff. SGB II, § 44 Abs. 4 AufenthG; ABl. L 2024/1347.`,
  (chance) =>
    `Die Person ist unter der D-Nummer ${policeNumber(chance)} ${word(chance, "erfasst|bei der Polizei geführt")}.`,
  (chance) => `Störung gemeldet, Ticket ${stencil(chance, "2025########%###")}.`,
  (chance) => `Bitte überweisen Sie ${stencil(chance, "%##,##")} € bis zum ${date(chance)}.`,
  (chance) => `Passnummer ${stencil(chance, "N 0%#######")}, gültig bis ${date(chance)}.`,
  (chance) => `Das Az. ist noch nicht bekannt; Nachfrage am ${date(chance)}.`,
  () => `Formular HA-1 (Stand 10/2024), Seite 3 von 12.`,
  (chance) => `Paket ${stencil(chance, "00340##############")} kam am ${date(chance)}.`,
  (chance) => oneOf(chance, ["Herr Al-Masri war pünktlich.", "Frau Yıldız vertritt bis 4.5.2026."]),
];
