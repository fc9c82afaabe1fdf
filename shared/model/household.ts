/** The persons of a case: records in the root map `household`. */
import type * as Y from "yjs";
import { type Actor, change, type Undo } from "./action";
import type { BirthDate } from "./iso-date";
import { newLocalId, parseLocalId, type PersonId } from "./local-id";
import { readRecord, readRecords, removeRecord, revise, writeFields } from "./records";
import { birthDateOf, textOf, textsOf } from "./stored-value";

export const PERSON_ROLES = ["adult", "youth", "child"] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export type NewPerson = {
  readonly givenName: string;
  /** Empty for people who have one name only. */
  readonly familyName: string;
  readonly birthDate: BirthDate | undefined;
  /** Codes of the catalogue's languages, the best one first. */
  readonly languages: readonly string[];
  readonly role: PersonRole;
};

export type PersonView = NewPerson & { readonly personId: PersonId };

export function addPerson(doc: Y.Doc, actor: Actor, person: NewPerson): PersonId | undefined {
  return change(doc, () => {
    const household = doc.getMap<unknown>("household");
    const personId: PersonId = newLocalId(actor.random);
    const position = readRecords(household).size;
    writeFields(household, personId, { ...storedFields(person), position });
    revise(household, personId, actor.random);
    return personId;
  });
}

/** Writes the given fields only: what a colleague changed beside them stays. */
export function changePerson(
  doc: Y.Doc,
  actor: Actor,
  personId: PersonId,
  fields: Partial<NewPerson>,
): void {
  change(doc, () => {
    const household = doc.getMap<unknown>("household");
    if (readRecord(household, personId) === undefined) return;
    if (writeFields(household, personId, storedFields(fields))) {
      revise(household, personId, actor.random);
    }
  });
}

export function removePerson(doc: Y.Doc, actor: Actor, personId: PersonId): Undo | undefined {
  return change(doc, () => {
    const household = doc.getMap<unknown>("household");
    if (readRecord(household, personId) === undefined) return undefined;
    const removal = removeRecord(household, personId, actor);
    return { type: "take-back-removal", root: "household", id: personId, removal };
  });
}

/** Adults first, then youths, then children; each in the order in which they were added. */
export function viewHousehold(doc: Y.Doc): readonly PersonView[] {
  const persons: { readonly person: PersonView; readonly position: number }[] = [];
  for (const [id, { fields }] of readRecords(doc.getMap<unknown>("household"))) {
    const personId: PersonId | undefined = parseLocalId(id);
    if (personId === undefined) continue;
    const position = fields.get("position");
    persons.push({
      person: {
        personId,
        givenName: textOf(fields.get("givenName")) ?? "",
        familyName: textOf(fields.get("familyName")) ?? "",
        birthDate: birthDateOf(fields.get("birthDate")),
        languages: textsOf(fields.get("languages")),
        role: PERSON_ROLES.find((role) => role === fields.get("role")) ?? "adult",
      },
      position: typeof position === "number" ? position : 0,
    });
  }
  const rank = (person: PersonView) => PERSON_ROLES.indexOf(person.role);
  return persons
    .sort(
      (a, b) =>
        rank(a.person) - rank(b.person) ||
        a.position - b.position ||
        (a.person.personId < b.person.personId ? -1 : 1),
    )
    .map(({ person }) => person);
}

/** The name as it is spoken. */
export function fullName(person: Pick<NewPerson, "givenName" | "familyName">): string {
  return [person.givenName, person.familyName].filter((name) => name !== "").join(" ");
}

function storedFields(person: Partial<NewPerson>): Readonly<Record<string, unknown>> {
  return {
    ...person,
    ...(person.givenName === undefined ? {} : { givenName: person.givenName.trim() }),
    ...(person.familyName === undefined ? {} : { familyName: person.familyName.trim() }),
    ...(person.languages === undefined ? {} : { languages: [...person.languages] }),
  };
}
