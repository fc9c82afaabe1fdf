import type { IdentifierId, PersonId } from "./local-id";

export type IdentifierView = {
  readonly identifierId: IdentifierId;
  /** An id of the catalogue's identifiers, such as `file_number`. */
  readonly kind: string;
  /** As a person wrote it; compare by `identifierKey`. */
  readonly value: string;
  /** Whom it belongs to, where it is not the whole household's. */
  readonly personId: PersonId | undefined;
};
