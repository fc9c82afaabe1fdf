/**
 * How one portal is read: where it stands, what its labels and places mean, what is looked for at
 * all. Data without any code of its own: no regular expression, nothing that could be run.
 */
import { err, ok, type Result } from "../base/result";
import { SOURCED_CLIP } from "./clip-template";
import { labelKey } from "./label-key";
import { KIND_USE, PORTAL_KINDS, type PortalKind } from "./portal-kind";
import { isPortalOrigin } from "./portal-origin";

/** A page belongs to it whose address has this origin, and a path that begins so. */
export type ProfileAddress = { readonly origin: string; readonly path: string };

/** What the portal itself calls a number. */
export type ProfileLabel = { readonly kind: PortalKind; readonly words: string };

/** Where on a page a number of this kind stands: a CSS selector. */
export type ProfilePlace = { readonly kind: PortalKind; readonly selector: string };

/** What of a case a field of the portal's forms takes. */
export type ProfileField = { readonly fact: PortalFact; readonly selector: string };

export const PORTAL_FACTS = [
  "given_name",
  "family_name",
  "birth_date",
  "file_number",
  "bg_number",
  "note",
] as const;

export type PortalFact = (typeof PORTAL_FACTS)[number];

export type PortalProfile = {
  /** Small letters, digits and hyphens: a team's profile replaces the shipped one of this id. */
  readonly id: string;
  readonly name: string;
  /** None: a pattern to begin from, for portals whose address differs from town to town. */
  readonly addresses: readonly ProfileAddress[];
  /** What is looked for; of the others nothing is read. */
  readonly kinds: readonly PortalKind[];
  readonly labels: readonly ProfileLabel[];
  readonly places: readonly ProfilePlace[];
  readonly fields: readonly ProfileField[];
  /** How a clip becomes a note, see `clip-template`. */
  readonly clip: string;
};

/** Which part of a profile is not what it should be, such as `labels[3].words`. */
export type ProfileFault = { readonly type: "bad-profile"; readonly at: string };

/** What a portal may be asked for at all: police data never is. */
export const PROFILE_KINDS: readonly PortalKind[] = PORTAL_KINDS.filter(
  (kind) => KIND_USE[kind] !== "never",
);

/** Far more than any portal needs; each is looked at on every page that has numbers. */
export const PROFILE_LIMITS = {
  id: 60,
  name: 80,
  addresses: 8,
  path: 200,
  labels: 60,
  words: 60,
  places: 20,
  fields: 20,
  selector: 200,
  clip: 500,
} as const;

/**
 * From a colleague's document, a policy or the disk: anyone of them may have written what we do not
 * understand. A part that is missing is read as empty, a part that is wrong refuses the whole.
 */
export function parseProfile(data: unknown): Result<PortalProfile, ProfileFault> {
  try {
    return ok(readProfile(data));
  } catch (thrown) {
    if (thrown instanceof Refused) return err({ type: "bad-profile", at: thrown.at });
    throw thrown;
  }
}

function readProfile(data: unknown): PortalProfile {
  const fields = fieldsOf(data, "");
  const known = new Set(["id", "name", "addresses", "kinds", "labels", "places", "fields", "clip"]);
  for (const name of fields.keys()) if (!known.has(name)) refuse(name);
  const get = (name: string): unknown => fields.get(name);
  const id = textOf(get("id"), "id", PROFILE_LIMITS.id);
  if (!/^[a-z0-9-]+$/.test(id)) refuse("id");
  const clip =
    get("clip") === undefined ? SOURCED_CLIP : textOf(get("clip"), "clip", PROFILE_LIMITS.clip);
  if (!clip.includes("{text}")) refuse("clip");
  const kinds = get("kinds");
  return {
    id,
    name: textOf(get("name"), "name", PROFILE_LIMITS.name).trim(),
    addresses: listOf(get("addresses"), "addresses", PROFILE_LIMITS.addresses, readAddress),
    kinds:
      kinds === undefined
        ? PROFILE_KINDS
        : [...new Set(listOf(kinds, "kinds", PORTAL_KINDS.length, kindOf))],
    labels: listOf(get("labels"), "labels", PROFILE_LIMITS.labels, readLabel),
    places: listOf(get("places"), "places", PROFILE_LIMITS.places, readPlace),
    fields: listOf(get("fields"), "fields", PROFILE_LIMITS.fields, readField),
    clip,
  };
}

function readAddress(data: unknown, at: string): ProfileAddress {
  const fields = fieldsOf(data, at);
  const origin = textOf(fields.get("origin"), `${at}.origin`, 200);
  const path =
    fields.get("path") === undefined
      ? "/"
      : textOf(fields.get("path"), `${at}.path`, PROFILE_LIMITS.path);
  if (!isPortalOrigin(origin)) refuse(`${at}.origin`);
  // What stands behind `?` and `#` may be a client's number: it is never asked for.
  if (!/^\/[^?#\s]*$/.test(path)) refuse(`${at}.path`);
  return { origin, path };
}

function readLabel(data: unknown, at: string): ProfileLabel {
  const fields = fieldsOf(data, at);
  const words = textOf(fields.get("words"), `${at}.words`, PROFILE_LIMITS.words).trim();
  if (labelKey(words) === undefined) refuse(`${at}.words`);
  return { kind: kindOf(fields.get("kind"), `${at}.kind`), words };
}

function readPlace(data: unknown, at: string): ProfilePlace {
  const fields = fieldsOf(data, at);
  const selector = selectorOf(fields.get("selector"), `${at}.selector`);
  return { kind: kindOf(fields.get("kind"), `${at}.kind`), selector };
}

function readField(data: unknown, at: string): ProfileField {
  const fields = fieldsOf(data, at);
  const fact = PORTAL_FACTS.find((one) => one === fields.get("fact"));
  if (fact === undefined) return refuse(`${at}.fact`);
  return { fact, selector: selectorOf(fields.get("selector"), `${at}.selector`) };
}

/** Whether a selector may be asked of a page: `:has` and its like walk the whole of it each time. */
export function isSelector(text: string): boolean {
  return (
    text.trim() !== "" &&
    text.length <= PROFILE_LIMITS.selector &&
    /^[\w\s.#*,>+~^$|="'[\]-]+$/u.test(text)
  );
}

function selectorOf(value: unknown, at: string): string {
  return typeof value === "string" && isSelector(value) ? value.trim() : refuse(at);
}

function kindOf(value: unknown, at: string): PortalKind {
  return PROFILE_KINDS.find((kind) => kind === value) ?? refuse(at);
}

function textOf(value: unknown, at: string, most: number): string {
  const isText = typeof value === "string" && value.trim() !== "" && value.length <= most;
  return isText ? value : refuse(at);
}

function listOf<Item>(
  value: unknown,
  at: string,
  most: number,
  read: (item: unknown, at: string) => Item,
): readonly Item[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > most) return refuse(at);
  return value.map((item: unknown, place) => read(item, `${at}[${place}]`));
}

function fieldsOf(value: unknown, at: string): ReadonlyMap<string, unknown> {
  const isPlain = typeof value === "object" && value !== null && !Array.isArray(value);
  return isPlain ? new Map(Object.entries(value)) : refuse(at);
}

/** Thrown inside `parseProfile` only, which turns it into a value. */
class Refused extends Error {
  readonly at: string;
  constructor(at: string) {
    super();
    this.at = at;
  }
}

function refuse(at: string): never {
  throw new Refused(at);
}
