import { caseRow, type CaseRow } from "@beiakte/shared/model/case-row";
import { possibleDuplicates } from "@beiakte/shared/model/duplicates";
import type { BirthDate } from "@beiakte/shared/model/iso-date";
import { foldName, nameKey } from "@beiakte/shared/model/name-key";
import { expect, test } from "vitest";
import { replicas, view } from "./replicas";

const [A] = replicas(1);
const BLANK = caseRow(view(A));

function person(givenName: string, familyName: string, birthDate?: string) {
  return {
    givenName,
    familyName,
    birthDate: birthDate as BirthDate | undefined,
    languages: [],
    role: "adult" as const,
  };
}

function row(...persons: readonly ReturnType<typeof person>[]): CaseRow {
  return { ...BLANK, persons };
}

function newCase(...household: readonly ReturnType<typeof person>[]) {
  return { household, identifiers: [] };
}

function because(known: CaseRow, created: Parameters<typeof possibleDuplicates>[0]) {
  return possibleDuplicates(created, [known])[0]?.because;
}

test("[CA15] the same identifier in another spelling is the strongest reason", () => {
  const known = {
    ...row(person("Rania", "Haddad")),
    identifiers: [{ kind: "file_number", value: "50.2-2024-01734" }],
  };
  const identifiers = [{ kind: "jobcenter_number", value: "50.2 2024 01734" }];
  expect(because(known, { household: [person("Rania", "Haddad")], identifiers })).toBe(
    "identifier",
  );
  const blank = [{ kind: "file_number", value: " - " }];
  expect(because(known, { household: [], identifiers: blank })).toBeUndefined();
});

test("[CA15] a name in another transliteration with the same day of birth is the same person", () => {
  const known = row(person("Muhammad", "Al-Ahmad", "1988-04-02"));
  for (const [given, family] of [
    ["Mohamed", "Ahmad"],
    ["Mohammed", "al Ahmed"],
    ["Ahmad", "Mohamad"],
  ] as const) {
    expect(because(known, newCase(person(given, family, "1988-04-02")))).toBe(
      "name-and-birth-date",
    );
  }
});

test("[CA15] where one day of birth is unknown the name alone is a weak reason", () => {
  const known = row(person("Oksana", "Kovalenko", "1990-05-06"));
  expect(because(known, newCase(person("Oksana", "Kowalenko")))).toBe("name");
});

test("[CA15] different days of birth speak against the same name", () => {
  const known = row(person("Oksana", "Kovalenko", "1990-05-06"));
  expect(because(known, newCase(person("Oksana", "Kovalenko", "1991-05-06")))).toBeUndefined();
});

test("[CA15] the first of January stands for an unknown day of its year", () => {
  const known = row(person("Karim", "Rahimi", "1990-01-01"));
  expect(because(known, newCase(person("Karim", "Rahimi", "1990-05-06")))).toBe(
    "name-and-birth-date",
  );
  expect(because(known, newCase(person("Karim", "Rahimi", "1990")))).toBe("name-and-birth-date");
  expect(because(known, newCase(person("Karim", "Noori", "1990-01-01")))).toBeUndefined();
});

test("[CA15] a changed family name with the same given name and day of birth is a hint", () => {
  const known = row(person("Amina", "Diallo", "1995-07-08"));
  expect(because(known, newCase(person("Amina", "Jallow-Ceesay", "1995-07-08")))).toBe(
    "given-name-and-birth-date",
  );
});

test("[CA15] the likeliest comes first, and who has nothing in common is not there", () => {
  const weak = row(person("Oksana", "Kovalenko"));
  const strong = row(person("Oksana", "Kovalenko", "1990-05-06"));
  const other = row(person("Yonas", "Tesfay", "1990-05-06"));
  const found = possibleDuplicates(newCase(person("Oksana", "Kovalenko", "1990-05-06")), [
    weak,
    other,
    strong,
  ]);
  expect(found.map((each) => each.row)).toEqual([strong, weak]);
});

test("[CA15] persons without a name have nothing in common", () => {
  expect(because(row(person("", "")), newCase(person("", "")))).toBeUndefined();
});

test("[CA16] spellings of one name have one key", () => {
  for (const [one, other] of [
    ["Müller", "Mueller"],
    ["Groß", "Gross"],
    ["Çelik", "Celik"],
    ["Muhammad", "Mohammed"],
    ["Mohamad", "Muhammed"],
    ["Yusuf", "Youssef"],
    ["Jusuf", "Yousef"],
    ["Khalid", "Khaled"],
    ["Rashid", "Raschid"],
    ["Jamal", "Dschamal"],
    ["Kovalenko", "Kowalenko"],
    ["Fatima", "Fatimah"],
    ["Haddad", "Hadad"],
    ["Öztürk", "Oeztuerk"],
    ["Nguyễn", "Nguyen"],
    ["Sa'id", "Said"],
  ] as const) {
    expect([one, nameKey(one)]).toEqual([one, nameKey(other)]);
  }
});

test("[CA16] different names keep different keys", () => {
  const names = ["Ali", "Ola", "Alia", "Omar", "Amira", "Nour", "Noura", "Hanna", "Rania", "Samir"];
  const keys = names.map((name) => nameKey(name));
  expect(new Set(keys).size).toBe(names.length);
  expect(foldName("Özdemir Weiß")).toBe("ozdemir weiss");
});
