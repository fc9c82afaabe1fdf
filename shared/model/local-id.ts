/**
 * Names of things inside one document. They need to be unique there only, so 8 random bytes are
 * enough, and they stand in keys such as `stepId/deadline`, so they never hold a slash.
 */
import { bytesToHex } from "../base/bytes";
import type { Random } from "../base/ports";

declare const brand: unique symbol;
export type LocalId<Name extends string> = string & { readonly [brand]: Name };

/** A person of a household. */
export type PersonId = LocalId<"PersonId">;
/** A step: the template's id for its steps, random for own ones. */
export type StepId = LocalId<"StepId">;
/** One identifier of a case: the place where it stands, not what it says. */
export type IdentifierId = LocalId<"IdentifierId">;
/** A number that is only compared: the place where its HMAC stands. */
export type AttachedId = LocalId<"AttachedId">;
/** One writing to a record; a removal names those that it has seen. */
export type RevisionId = LocalId<"RevisionId">;
/** Somebody's removal of a record. */
export type RemovalId = LocalId<"RemovalId">;
export type TickId = LocalId<"TickId">;
export type UntickId = LocalId<"UntickId">;
export type MoveId = LocalId<"MoveId">;

const FORM = /^[A-Za-z0-9._-]{1,80}$/u;

export function newLocalId<Name extends string>(random: Random): LocalId<Name> {
  return bytesToHex(random.bytes(8)) as LocalId<Name>;
}

/** From a document or a screen: the form is checked, not that such a thing exists. */
export function parseLocalId<Name extends string>(text: string): LocalId<Name> | undefined {
  return FORM.test(text) ? (text as LocalId<Name>) : undefined;
}
