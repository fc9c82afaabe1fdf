/** How pages name numbers: as clerks, forms, letters and translations write it. */
import type { Chance } from "./numbers";
import * as make from "./numbers";

export type Sort = {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly make: (chance: Chance) => string;
  /** Ways to write it; each has the same value. */
  readonly ways: readonly ((value: string, chance: Chance) => string)[];
};

const plain = (value: string): string => value;
const inGroups = (value: string, chance: Chance): string => make.grouped(chance, value, " ");

export const SORTS: readonly Sort[] = [
  {
    kind: "file_number",
    labels:
      "Aktenzeichen|Az.|Az|AZ|Unser Zeichen|Mein Zeichen|Geschäftszeichen|Gesch.-Z.|Gz.|Akten-Nr.|Aktennummer|Unser Aktenzeichen|Ihr Zeichen|File number|File no.|Our reference|Our ref.|Case number|Case ID|Aktenzeichen / File number|Fallnummer|Fall-Nr.|Geschäfts­zeichen|Aktenzeichen des Sozialamts|Aktenzeichen (bitte stets angeben)|Vorgangsnummer|AKTENZEICHEN|Akt.-Z.|Akten-Z.|AktZ|Aktenz.|Zeichen der Behörde|Vorgang|Vorgangs-ID|Fallakte|Fallkennung|Ordnungsmerkmal|Wohngeldaktenzeichen|Reference number|Az. der Ausländerbehörde|Geschäftszeichen (GZ)".split(
        "|",
      ),
    make: make.fileNumber,
    ways: [plain, plain, plain, (value) => value.toLowerCase()],
  },
  {
    kind: "jobcenter_number",
    labels:
      "Jobcenter-Nummer|Jobcenter-Nr.|Jobcenternummer|JC-Nr.|JC-Nummer|Jobcenter number".split("|"),
    make: (chance) => `${make.digits(chance, 4)}-${make.digits(chance, 5)}`,
    ways: [plain],
  },
  {
    kind: "bg_number",
    labels:
      "BG-Nummer|BG-Nr.|BG Nr.|BG|Nummer der Bedarfsgemeinschaft|Bedarfsgemeinschaft|Bedarfsgemeinschaftsnummer|BG-Nummer (Bedarfsgemeinschaft)|Benefit community number|BG-Nr. / Benefit community|Ihre BG-Nummer|bg-nummer|BG-Kennung|Nr. der BG|Bedarfsgemeinschafts-Nr.|Bedarfsgem.-Nr.|BG-Nr. Jobcenter".split(
        "|",
      ),
    make: make.bg,
    ways: [
      plain,
      plain,
      (value) => value.replace("//", " // "),
      (value) => value.replace("//", "BG"),
      (value) => value.replace("//", " BG "),
    ],
  },
  {
    kind: "ba_customer",
    labels:
      "Kundennummer|Kunden-Nr.|Kd-Nr.|Kd.-Nr.|KdNr.|Kundennr.|Customer number|Customer no.|Kundennummer (BA)|Kundennummer / Customer number|Kundennummer der Agentur für Arbeit|KUNDENNUMMER".split(
        "|",
      ),
    make: make.customer,
    ways: [
      plain,
      plain,
      plain,
      (value) => `${value.slice(0, 3)} ${value.slice(3, 4)} ${value.slice(4)}`,
    ],
  },
  {
    kind: "azr",
    labels:
      "AZR-Nummer|AZR-Nr.|AZR|AZR Nr.|AZR-Nummer (Ausländerzentralregister)|Ausländerzentralregister-Nr.|AZR number|AZR-Nummer / AZR number|Nummer im Ausländerzentralregister|azr-nummer|Central register number (AZR)|AZR-Zahl|AZR-ID|AZR Kennnummer|AZR-Aktenzeichen|Ausl.-Zentralregister-Nr.|Registernummer (AZR)|AZRNr|AZR (Nummer)|Ausländer­zentral­register­nummer".split(
        "|",
      ),
    make: make.azr,
    ways: [plain, plain, (value) => `${value.slice(0, 6)} ${value.slice(6)}`, inGroups],
  },
  {
    kind: "bamf_file",
    labels:
      "BAMF-Aktenzeichen|BAMF-Az.|Az. BAMF|Gesch.-Z.|Az.|Aktenzeichen BAMF|BAMF file number|Geschäftszeichen des Bundesamtes|Asyl-Az.|BAMF|Aktenzeichen (Bundesamt)|BAMF Gesch.-Z.|BAMF-Geschäftszeichen|BAMF-Nr.|Az. des BAMF|Az. Bundesamt für Migration und Flüchtlinge|Asylaktenzeichen|D-Az. (BAMF)".split(
        "|",
      ),
    make: make.bamf,
    ways: [
      plain,
      plain,
      (value) => value.replace("-", " - "),
      (value) => value.replace("-", "–"),
      (value) => value.replace("-", "‑"),
    ],
  },
  {
    kind: "iban_de",
    labels:
      "IBAN|Bankverbindung|IBAN des Kontos|Kontoverbindung (IBAN)|Bank account (IBAN)|iban".split(
        "|",
      ),
    make: make.iban,
    ways: [plain, (value) => value.replaceAll(/(.{4})(?=.)/g, "$1 ")],
  },
  {
    kind: "tax_id",
    labels:
      "Steuer-ID|Steuer-Identifikationsnummer|Steuerliche Identifikationsnummer|IdNr.|Steuer-IdNr.|Identifikationsnummer|Tax ID|Tax identification number|Steuer-ID / Tax ID|steuer-id|Steuer-Ident-Nr.|Steueridentnummer|Steuerl. Identifikationsnr.|Persönliche Identifikationsnummer".split(
        "|",
      ),
    make: make.taxId,
    ways: [plain, (value) => value.replace(/(..)(...)(...)(...)/, "$1 $2 $3 $4")],
  },
  {
    kind: "pension_no",
    labels:
      "Rentenversicherungsnummer|RV-Nummer|RV-Nr.|Rentenversicherungs-Nr.|Sozialversicherungsnummer|SV-Nummer|SV-Nr.|Versicherungsnummer (RV)|Pension insurance number|VSNR|Social security number|DRV-Nr.|RVNR|Sozialvers.-Nr.|SV-Ausweis Nr.|Rentenvers.-Nr.".split(
        "|",
      ),
    make: make.pension,
    ways: [
      plain,
      (value) => value.replace(/(..)(......)(.)(...)/, "$1 $2 $3 $4"),
      (value) => value.replace(/(..)(......)(.)(..)(.)/, "$1 $2 $3 $4 $5"),
    ],
  },
  {
    kind: "health_no",
    labels:
      "Krankenversichertennummer|KVNR|KV-Nr.|Versichertennummer|Krankenversicherungsnummer|Versicherten-Nr.|Health insurance number|Krankenkasse: Versichertennr.|Versichertennummer (eGK)|Insurance number|Krankenvers.-Nr.|Versicherten-ID|eGK-Nr.|KVNr".split(
        "|",
      ),
    make: make.health,
    ways: [plain, plain, (value) => value.replace(/(....)(...)(...)/, "$1 $2 $3")],
  },
  {
    kind: "child_benefit_no",
    labels:
      "Kindergeldnummer|Kindergeld-Nr.|KG-Nr.|Familienkasse Nr.|Child benefit number|Kindergeld­nummer|Kindergeldnummer / Child benefit no.|Kindergeld Nr|FK-Nummer".split(
        "|",
      ),
    make: make.childBenefit,
    ways: [plain, (value) => value.replace("FK", " FK ")],
  },
  {
    kind: "eat_serial",
    labels:
      "Seriennummer|Seriennummer eAT|eAT-Nr.|Serien-Nr. des Aufenthaltstitels|Dokumentennummer|Ausweisnummer|Kartennummer eAT|Residence card number|Serial number|Ausweis-Nr.|Aufenthaltstitel-Nr.|Nr. des Aufenthaltstitels|Dokumentennr.".split(
        "|",
      ),
    make: make.serial,
    ways: [plain],
  },
];

type Decoy = { readonly label: string; readonly text: string };

const phone = (chance: Chance): string =>
  make.pick(chance, [
    () => `0${make.digits(chance, 4)}/${make.digits(chance, 2)}-${make.digits(chance, 4)}`,
    () => `+49 ${make.digits(chance, 4)} ${make.digits(chance, 6)}`,
    () => `0${make.digits(chance, 3)} ${make.digits(chance, 7)}`,
    () => `${make.digits(chance, 7)}-${make.digits(chance, 3)}`,
    () => `+49 (0) ${make.digits(chance, 4)} / ${make.digits(chance, 3)}-${make.digits(chance, 3)}`,
    () => make.digits(chance, 11),
  ])();

const date = (chance: Chance): string =>
  `${1 + chance.below(28)}.${1 + chance.below(12)}.${1960 + chance.below(66)}`;

const some = (chance: Chance, labels: string): string => make.pick(chance, labels.split("|"));

/** Each looks like something of ours, and is not. */
export const DECOYS: readonly ((chance: Chance) => Decoy)[] = [
  (chance) => ({
    label: some(
      chance,
      "Tel.|Telefon|Fax|Mobil|Fon|Telefonnummer|Phone|Telefax|Handy|Durchwahl|Mobilnummer|Tel.-Nr.",
    ),
    text: phone(chance),
  }),
  (chance) => ({
    label: some(chance, "Tel.|Telefon|Fax|Mobil|Fon|Telefonnummer|Phone"),
    text: phone(chance),
  }),
  (chance) => ({
    label: some(
      chance,
      "Bestellnummer|Auftragsnummer|Bestell-Nr.|Order no.|Auftrags-Nr.|Artikel-Nr.|Rechnungsnummer|Rechnung Nr.|Invoice no.|Lieferschein-Nr.|Ticket|Vertragsnummer|Belegnummer",
    ),
    text: make.pick(chance, [
      make.azr(chance),
      make.customer(chance),
      make.digits(chance, 11),
      make.serial(chance),
      make.bamf(chance),
      `${make.digits(chance, 4)}-${make.digits(chance, 5)}`,
    ]),
  }),
  (chance) => ({
    label: some(chance, "Sendungsnummer|Tracking number|Paketnummer|Sendungsverfolgung"),
    text: make.pick(chance, [
      make.digits(chance, 12),
      make.digits(chance, 20),
      `${make.customer(chance)}DE`,
    ]),
  }),
  (chance) => ({
    label: some(chance, "Kundennummer|Kunden-Nr.|Customer no.|Kundennummer Stadtwerke"),
    text: make.digits(chance, 7 + chance.below(4)),
  }),
  (chance) => ({
    label: some(chance, "Geburtsdatum|Datum|geb. am|Vom|Eingang|Stand|Date of birth|Frist bis"),
    text: date(chance),
  }),
  (chance) => ({
    label: some(chance, "Anschrift|Adresse|Ort|PLZ/Ort|Address"),
    text: `${make.digits(chance, 5)} ${some(chance, "Pforzheim|Calw|Mühlacker|Karlsruhe")}`,
  }),
  (chance) => ({
    label: some(chance, "IBAN|Bankverbindung"),
    text: make.spoiled(chance, make.iban(chance)),
  }),
  (chance) => ({
    label: some(chance, "IBAN|Konto"),
    text: `AT${make.digits(chance, 18)}`.replaceAll(/(.{4})(?=.)/g, "$1 "),
  }),
  (chance) => ({
    label: some(chance, "Steuer-ID|IdNr.|Tax ID"),
    text: make.spoiled(chance, make.taxId(chance)),
  }),
  (chance) => ({
    label: some(chance, "Rentenversicherungsnummer|SV-Nummer"),
    text: make.spoiled(chance, make.pension(chance)),
  }),
  (chance) => ({
    label: some(chance, "KVNR|Versichertennummer"),
    text: make.spoiled(chance, make.health(chance)),
  }),
  (chance) => ({
    label: some(
      chance,
      "D-Nummer|D-Nr.|Aktenzeichen|AZR-Nummer|Az.|Versichertennummer|Daktyloskopische Nr.",
    ),
    text: make.pick(chance, [
      make.police(chance),
      make.police(chance).replace(/(.)(......)/, "$1 $2 "),
      make.police(chance).toLowerCase(),
    ]),
  }),
  (chance) => ({
    label: some(chance, "AZR-Nummer|AZR"),
    text: make.pick(chance, [
      `15${13 + chance.below(80)}${make.digits(chance, 8)}`,
      make.digits(chance, 11),
      make.digits(chance, 13),
    ]),
  }),
  (chance) => ({
    label: some(chance, "Betrag|Summe|Regelbedarf|Miete"),
    text: `${1 + chance.below(9)}.${make.digits(chance, 3)},${make.digits(chance, 2)} €`,
  }),
  (chance) => ({
    label: some(chance, "Zimmer|Raum|Sprechzeiten|Termin"),
    text: some(chance, "214|08:30 - 12:00|B 1.14|3. OG|12.03.2026, 10:15 Uhr"),
  }),
  (chance) => ({
    label: some(chance, "Aktenzeichen|Az.|AZR-Nummer|BG-Nummer"),
    text: some(
      chance,
      "wird nachgereicht|liegt noch nicht vor|-|unbekannt (Stand 2024)|siehe Bescheid vom 12.03.2024|folgt",
    ),
  }),
  (chance) => ({
    label: some(chance, "Hinweis|Info|Vermerk|Name"),
    text: make.pick(chance, [
      make.azr(chance),
      make.bamf(chance),
      make.taxId(chance),
      make.serial(chance),
      make.health(chance),
    ]),
  }),
  (chance) => ({
    label: "BG-Nummer",
    text: make.pick(chance, [
      `${make.digits(chance, 5)}//${make.digits(chance, 5)}`,
      `${make.digits(chance, 4)}//${make.digits(chance, 7)}`,
      `${make.digits(chance, 5)}//${make.digits(chance, 9)}`,
    ]),
  }),
  (chance) => ({
    label: some(chance, "Steuernummer|Steuer-Nr.|St.-Nr."),
    text: make.pick(chance, [
      make.taxId(chance),
      `41/${make.digits(chance, 3)}/${make.digits(chance, 5)}`,
    ]),
  }),
  (chance) => ({ label: some(chance, "Seriennummer|Geräte-Nr."), text: make.digits(chance, 14) }),
  (chance) => ({
    label: some(chance, "Kassenzeichen|Mitgliedsnummer|Zählernummer|Personalnummer"),
    text: make.pick(chance, [
      make.azr(chance),
      make.customer(chance),
      `${make.digits(chance, 4)}-${make.digits(chance, 5)}`,
    ]),
  }),
];

export const FILLERS: readonly (readonly [string, string])[] = [
  ["Name", "Haddad, Samira"],
  ["Staatsangehörigkeit", "syrisch"],
  ["Status", "laufend"],
  ["Bearbeiterin", "Frau Öztürk"],
  ["Rechtsgrundlage", "§ 25 Abs. 2 AufenthG"],
  ["Sprachniveau", "B1"],
  ["Leistung", "Grundsicherungsgeld"],
  ["Familienstand", "verheiratet, 3 Kinder"],
  ["Einzug", "1. Februar 2024"],
];
