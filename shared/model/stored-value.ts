/**
 * Values as they stand in a document. A colleague's version may be newer, older or wrong: what
 * does not have the expected form is read as nothing, and never thrown at the reader.
 */
import { type Id, type ID_LENGTH, parseId } from "../base/ids";
import {
  type BirthDate,
  type Instant,
  type IsoDate,
  parseBirthDate,
  parseIsoDate,
} from "./iso-date";

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function instantOf(value: unknown): Instant | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export function idOf<N extends keyof typeof ID_LENGTH>(name: N, value: unknown): Id<N> | undefined {
  const parsed = typeof value === "string" ? parseId(name, value) : undefined;
  return parsed?.ok === true ? parsed.value : undefined;
}

export function isoDateOf(value: unknown): IsoDate | undefined {
  const parsed = typeof value === "string" ? parseIsoDate(value) : undefined;
  return parsed?.ok === true ? parsed.value : undefined;
}

export function birthDateOf(value: unknown): BirthDate | undefined {
  const parsed = typeof value === "string" ? parseBirthDate(value) : undefined;
  return parsed?.ok === true ? parsed.value : undefined;
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === "string")
    : [];
}

/** The fields of a plain object that stands as one value; none where it is something else. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value));
}
