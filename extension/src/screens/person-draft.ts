import { err, ok, type Result } from "@beiakte/shared/base/result";
import type { NewPerson, PersonRole, PersonView } from "@beiakte/shared/model/household";
import { type BirthDate, parseBirthDate } from "@beiakte/shared/model/iso-date";
import { typedBirth, writtenDay } from "../text/dates";
import type { Language } from "../text/text";

/** A person as being typed: the birth date may be half a date still. */
export type PersonDraft = {
  readonly givenName: string;
  readonly familyName: string;
  readonly birth: string;
  readonly role: PersonRole;
  readonly languages: readonly string[];
};

export function emptyDraft(role: PersonRole, familyName: string): PersonDraft {
  return { givenName: "", familyName, birth: "", role, languages: [] };
}

export function draftOf(person: PersonView, language: Language): PersonDraft {
  const { givenName, familyName, role, languages, birthDate } = person;
  const birth = birthDate === undefined ? "" : writtenDay(birthDate, language);
  return { givenName, familyName, role, languages, birth };
}

export function personFrom(draft: PersonDraft, today: string): Result<NewPerson, "malformed-date"> {
  const birth = birthFrom(draft.birth, today);
  if (!birth.ok) return birth;
  const { role, languages } = draft;
  return ok({
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim(),
    birthDate: birth.value,
    role,
    languages,
  });
}

export function hasName(draft: PersonDraft): boolean {
  return draft.givenName.trim() !== "" || draft.familyName.trim() !== "";
}

function birthFrom(typed: string, today: string): Result<BirthDate | undefined, "malformed-date"> {
  if (typed.trim() === "") return ok(undefined);
  const written = typedBirth(typed, today);
  return written === undefined || written.slice(0, 10) > today
    ? err("malformed-date")
    : parseBirthDate(written);
}
