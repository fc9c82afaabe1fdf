import type { BirthDate } from "./iso-date";
import type { PersonId } from "./local-id";

export type PersonRole = "adult" | "youth" | "child";

export type PersonView = {
  readonly personId: PersonId;
  readonly givenName: string;
  /** Empty for people who have one name only. */
  readonly familyName: string;
  readonly birthDate: BirthDate | undefined;
  /** Codes of the vocabulary of languages, most used first. */
  readonly languages: readonly string[];
  readonly role: PersonRole;
};
