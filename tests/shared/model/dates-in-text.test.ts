import { datesInText } from "@beiakte/shared/model/dates-in-text";
import { expect, test } from "vitest";

test.each([
  ["bis zum 22.11.2026 einreichen", ["2026-11-22"]],
  ["am 1.2.27 und am 01. 03. 2027", ["2027-02-01", "2027-03-01"]],
  ["gültig bis 2027-02-01.", ["2027-02-01"]],
  ["spätestens 1. Februar 2027, 24 Uhr", ["2027-02-01"]],
  [
    "3. März 2027; 4. Mrz. 2027; 5. Jänner 2027; 6. Sept. 2027",
    ["2027-03-03", "2027-03-04", "2027-01-05", "2027-09-06"],
  ],
  ["zweimal: 1.2.2027, 01.02.2027", ["2027-02-01"]],
  ["Frist:28.02.2027", ["2027-02-28"]],
] as const)("[CL7] in “%s” are %j", (text, dates) => {
  expect(datesInText(text)).toEqual(dates);
});

test.each([
  "30.02.2027",
  "31. April 2027",
  "00.01.2027",
  "1.13.2027",
  "2027-02-29",
  "Az. 12.34.5678",
  "Tel. 07231.22.11.2026.5",
  "IP 10.1.2.27.3",
  "Version 1.2.2027.4",
  "12345-2027-02-01",
  "5. Kapitel 2027",
  "1.2.27 ".trim().concat("3"),
])("[CL7] “%s” names no day", (text) => {
  expect(datesInText(text)).toEqual([]);
});

test("[CL7] a long text without days is passed over quickly, and many days are cut", () => {
  const noise = "1.".repeat(50_000) + "9".repeat(50_000) + " 1. ".repeat(20_000);
  const began = performance.now();
  expect(datesInText(noise)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(1000);
  const many = Array.from({ length: 28 }, (_, i) => `${i + 1}.3.2027`).join(", ");
  expect(datesInText(many)).toHaveLength(12);
});
