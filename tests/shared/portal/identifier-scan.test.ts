import { scanIdentifiers } from "@beiakte/shared/portal/identifier-scan";
import { GENERAL_WORDS } from "@beiakte/shared/portal/label-words";
import { makeLabels } from "@beiakte/shared/portal/labels";
import { expect, test } from "vitest";

const labels = makeLabels(GENERAL_WORDS);
const found = (text: string, label = "") => scanIdentifiers(text, () => label, labels);
const seen = (text: string, label?: string): readonly string[] =>
  found(text, label).map((one) => `${one.kind} ${one.value}`);

test.each([
  ["BG-Nr. 12345//0012345", "bg_number 12345//0012345"],
  ["Bedarfsgemeinschaft 12345BG0012345", "bg_number 12345//0012345"],
  ["Kd.-Nr.: 123 a 456789", "ba_customer 123A456789"],
  ["AZR-Nummer 150917 012345", "azr 150917012345"],
  ["Gesch.-Z.: 7654321 – 475", "bamf_file 7654321-475"],
  ["Steuer-IdNr. 86 095 742 719", "tax_id 86095742719"],
  ["Rentenversicherungsnummer: 15 070649 C 103", "pension_no 15070649C103"],
  ["KVNR A123456780", "health_no A123456780"],
  ["IBAN DE89 3704 0044 0532 0130 00", "iban_de DE89370400440532013000"],
  ["Kindergeld-Nr. 115 FK 123456", "child_benefit_no 115FK123456"],
  ["Seriennummer des eAT: C01X00T47", "eat_serial C01X00T47"],
  ["Unser Zeichen: 50.2-2024-01234", "file_number 50.2-2024-01234"],
  ["Aktenzeichen (bitte stets angeben): 3 C 123/24 vom 12.03.2024", "file_number 3C123/24"],
  ["Jobcenter-Nr. 4711-0815", "jobcenter_number 4711-0815"],
])("[DT4] what a label names is found: %s", (text, expected) => {
  expect(seen(text)).toEqual([expected]);
});

test("[DT4] the label may stand in the head of a column, or behind in brackets", () => {
  expect(seen("150917012345", "AZR-Nummer")).toEqual(["azr 150917012345"]);
  expect(seen("50.2-2024-01234", "Az.")).toEqual(["file_number 50.2-2024-01234"]);
  expect(seen("7654321-475 (BAMF)")).toEqual(["bamf_file 7654321-475"]);
});

test("[DT4] one label names all numbers of a list", () => {
  expect(seen("AZR: 150917012345 und 150917012346")).toEqual([
    "azr 150917012345",
    "azr 150917012346",
  ]);
});

test.each([
  "150917012345",
  "7654321-475",
  "86095742719",
  "15070649C103",
  "A123456780",
  "C01X00T47",
  "50.2-2024-01234",
])("[DT4] without a label %s is nothing", (text) => {
  expect(seen(text)).toEqual([]);
});

test("[DT4] forms of their own are numbers without a label", () => {
  const all = found("12345//0012345, 123A456789, 115FK123456, DE89370400440532013000");
  expect(all.map((one) => one.kind)).toEqual([
    ...["bg_number", "ba_customer", "child_benefit_no", "iban_de"],
  ]);
});

test.each([
  "Aktenzeichen A123456789012",
  "AZR-Nummer: D 150917 012345",
  "AZR-Nr. D-150917-012345",
  "D-Nummer: 150917012345",
  "Az.: B 1234 5678 9012, AZR",
])("[DT2] a police number is never taken, nor what it touches: %s", (text) => {
  expect(seen(text)).toEqual([]);
});

test.each([
  "Tel. 7654321-475",
  "Az. / Tel.: 07231 391234",
  "Fax +49 7654321-475",
  "Bestellnummer 123A456789",
  "AZR, Auftragsnr. 150917012345",
  "Aktenzeichen: 12.03.2024",
  "Az. wird nachgereicht (Zimmer 214)",
  "Steuernummer 86 095 742 719",
  "AZR-Nummer 150917012345-22",
  "AZR-Nummer 159917012345",
  "IBAN DE88 3704 0044 0532 0130 00",
])("[DT5] the nearest label counts, and a part of a longer number is none: %s", (text) => {
  expect(seen(text)).toEqual([]);
});

test("[DT5] beside a label stands its reference alone, or it is a sentence", () => {
  expect(seen("12345 Berlin", "Aktenzeichen")).toEqual([]);
  expect(seen("AZ-2024-0123", "Aktenzeichen")).toEqual(["file_number AZ-2024-0123"]);
});

test("[DT5] what must not be proposed is not proposed as a reference either", () => {
  expect(seen("Aktenzeichen: 150917012345")).toEqual([]);
});

test("[DT4] places are those of the page's own text, with its soft hyphens and spaces", () => {
  const text = "BG\u00AD-Nummer\u00A0 12\u00AD345\u202F//\u202F0012345 ist neu";
  const [one] = found(text);
  expect(one?.value).toBe("12345//0012345");
  expect(text.slice(one?.start, one?.end)).toBe("12\u00AD345\u202F//\u202F0012345");
});

const HARD = [
  "1",
  "/",
  " ",
  "1/",
  "1 ",
  "A1 ",
  "Az. ",
  "Az. 1 ",
  "(",
  "Az.(",
  "A123456789012 ",
  "1-",
  "BG 1",
  "\u00AD1",
  "9".repeat(11) + " ",
];

test.each(HARD)("[DT6] twice the text costs twice the looks: %j", (piece) => {
  const looks = (size: number): number =>
    looksDuring(() => found(piece.repeat(size / piece.length)));
  const [once, twice] = [looks(10_000), looks(20_000)];
  expect(twice).toBeLessThan(once * 2.1 + 1000);
  expect(twice).toBeLessThan(20_000 * 150);
});

test.each(["1", "/", " ", "Az. "])("[DT6] 200 KB of %j are read to the end", (piece) => {
  const text = `${piece.repeat(200_000 / piece.length)} BG 12345//0012345`;
  expect(looksDuring(() => expect(seen(text)).toEqual(["bg_number 12345//0012345"]))).toBeLessThan(
    200_000 * 150,
  );
});

/** How many characters are looked at, singly or in pieces. */
function looksDuring(run: () => unknown): number {
  let looks = 0;
  const strings: object = String.prototype;
  const costs = {
    charCodeAt: () => 1,
    charAt: () => 1,
    slice: (_whole: number, piece: unknown) => String(piece).length,
    indexOf: (whole: number, at: unknown) => (at === -1 ? whole : 40),
  };
  const before = Object.getOwnPropertyDescriptors(String.prototype);
  for (const [name, cost] of Object.entries(costs)) {
    const original = before[name as keyof typeof costs].value as (...values: unknown[]) => unknown;
    const counted = function (this: string, ...values: unknown[]): unknown {
      const result = original.apply(this, values);
      looks += cost(this.length, result);
      return result;
    };
    Object.defineProperty(strings, name, {
      ...before[name as keyof typeof costs],
      value: counted,
    });
  }
  try {
    run();
  } finally {
    for (const name of Object.keys(costs)) {
      Object.defineProperty(strings, name, before[name as keyof typeof costs]);
    }
  }
  return looks;
}
