import type { NewCase } from "./case-file";
import type { CaseRow, RowPerson } from "./case-row";
import { identifierKey } from "./identifiers";
import type { BirthDate } from "./iso-date";
import { nameKey } from "./name-key";

export type Duplicate = {
  readonly row: CaseRow;
  /** The strongest reason, as in this order. */
  readonly because: "identifier" | "name-and-birth-date" | "given-name-and-birth-date" | "name";
};

const STRONGEST_FIRST = [
  "identifier",
  "name-and-birth-date",
  "given-name-and-birth-date",
  "name",
] as const satisfies readonly Duplicate["because"][];

/**
 * Cases that may be the same as the new one, the likeliest first. A hint to a person, who decides:
 * it rather shows one too many than none.
 */
export function possibleDuplicates(
  newCase: Pick<NewCase, "household" | "identifiers">,
  cases: readonly CaseRow[],
): readonly Duplicate[] {
  const persons = newCase.household.map(sketchOf);
  const identifiers = new Set(newCase.identifiers.map((each) => identifierKey(each.value)));
  identifiers.delete("");
  const duplicates: Duplicate[] = [];
  for (const row of cases) {
    const reasons = new Set<Duplicate["because"]>();
    if (row.identifiers.some((each) => identifiers.has(identifierKey(each.value)))) {
      reasons.add("identifier");
    }
    for (const known of row.persons.map(sketchOf)) {
      for (const person of persons) {
        const reason = compare(person, known);
        if (reason !== undefined) reasons.add(reason);
      }
    }
    const because = STRONGEST_FIRST.find((reason) => reasons.has(reason));
    if (because !== undefined) duplicates.push({ row, because });
  }
  const rank = (duplicate: Duplicate) => STRONGEST_FIRST.indexOf(duplicate.because);
  return duplicates.sort((a, b) => rank(a) - rank(b));
}

type Sketch = {
  readonly name: string;
  readonly givenName: string;
  readonly birthDate: BirthDate | undefined;
};

function sketchOf(person: RowPerson): Sketch {
  return {
    name: nameKey(person.givenName, person.familyName),
    givenName: nameKey(person.givenName),
    birthDate: person.birthDate,
  };
}

function compare(a: Sketch, b: Sketch): Duplicate["because"] | undefined {
  const dates = compareBirthDates(a.birthDate, b.birthDate);
  if (a.name !== "" && a.name === b.name) {
    if (dates === "same") return "name-and-birth-date";
    return dates === "unknown" ? "name" : undefined;
  }
  // Family names change by marriage and by transcription, days of birth hardly ever.
  const sameGivenName = a.givenName !== "" && a.givenName === b.givenName;
  return sameGivenName && dates === "same" && isExact(a.birthDate) && isExact(b.birthDate)
    ? "given-name-and-birth-date"
    : undefined;
}

function compareBirthDates(
  a: BirthDate | undefined,
  b: BirthDate | undefined,
): "same" | "different" | "unknown" {
  if (a === undefined || b === undefined) return "unknown";
  if (isExact(a) && isExact(b)) return a === b ? "same" : "different";
  return a.slice(0, 4) === b.slice(0, 4) ? "same" : "different";
}

/** Offices write the first of January where only the year is known. */
function isExact(date: BirthDate | undefined): boolean {
  return date !== undefined && date.length === 10 && !date.endsWith("-01-01");
}
