/**
 * Kinds of identifiers and how they look on a page, as data. A pattern only proposes; whether the
 * check digits fit is said by a validator, and what is kept is decided by a person.
 */
import { assert } from "../base/assert";
import type { Result } from "../base/result";
import { type DataFault, readData } from "./data-reader";
import data from "./identifiers.json";
import type { Label } from "./label";

export type IdentifierKind = {
  readonly id: string;
  readonly label: Label;
  /** For the flag `g`; none where an office writes what it likes. */
  readonly regex: string | undefined;
  readonly normalise: string | undefined;
  readonly example: string | undefined;
  /** Source found, tested with public samples, known, or our proposal. */
  readonly confidence: "S" | "T" | "K" | "P";
  readonly validator: string | undefined;
  readonly note: string | undefined;
  /** To be recognised at most, and not proposed for keeping. */
  readonly sensitive: boolean;
  /** Names a case or a person; the others are patterns of dates, laws and places. */
  readonly keeps: boolean;
};

export type Identifiers = {
  readonly asOf: string;
  readonly note: string;
  readonly identifiers: readonly IdentifierKind[];
};

export function parseIdentifiers(json: unknown): Result<Identifiers, DataFault> {
  return readData(json, (root) => {
    const all = root.fields((field) => ({
      asOf: field("asOf").text(),
      note: field("note").text(),
      identifiers: field("identifiers").list((item) =>
        item.fields((part) => ({
          id: part("id").text(),
          label: part("label").label(),
          regex: part("regex").optional((regex) => regex.text()),
          normalise: part("normalise").optional((form) => form.text()),
          example: part("example").optional((example) => example.text()),
          confidence: part("confidence").one("S", "T", "K", "P"),
          validator: part("validator").optional((validator) => validator.text()),
          note: part("note").optional((note) => note.text()),
          sensitive: part("sensitive").flag(),
          keeps: part("keeps").flag(),
        })),
      ),
    }));
    const ids = new Set(all.identifiers.map((kind) => kind.id));
    if (ids.size !== all.identifiers.length) root.refuse("an id twice");
    return all;
  });
}

const parsed = parseIdentifiers(data);
assert(parsed.ok, "the identifiers are well formed");

/** All kinds, in the order in which they are offered. */
export const IDENTIFIER_KINDS: readonly IdentifierKind[] = parsed.value.identifiers;

export function identifierKind(id: string): IdentifierKind | undefined {
  return IDENTIFIER_KINDS.find((kind) => kind.id === id);
}
