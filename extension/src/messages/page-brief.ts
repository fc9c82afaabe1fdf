/** What the background tells a page's script before it reads: what to look for, and its words. */
import type { LabelWords, WordKind } from "@beiakte/shared/portal/labels";
import type { ProfilePlace } from "@beiakte/shared/portal/profile";
import { PORTAL_KINDS, type PortalKind } from "@beiakte/shared/portal/portal-kind";

export type PageBrief = {
  /** All others are passed over. */
  readonly kinds: readonly PortalKind[];
  /** Of these, what may be kept: a mark stands beside them even where they name no case. */
  readonly offered: readonly PortalKind[];
  readonly words: LabelWords;
  /** Where the portal's numbers stand, as CSS selectors, by its profile. */
  readonly places: readonly ProfilePlace[];
};

const WORDS_MOST = 20_000;

export function parsePageBrief(data: unknown): PageBrief | undefined {
  const given = fieldsOf(data);
  const kinds = parseKinds(given["kinds"]);
  const offered = parseKinds(given["offered"]);
  if (kinds === undefined || offered === undefined || !Array.isArray(given["places"])) {
    return undefined;
  }
  return {
    kinds,
    offered,
    words: parseWords(given["words"]),
    places: parsePlaces(given["places"]),
  };
}

/** Nothing has no fields. */
function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return Object(data);
}

function parseKinds(data: unknown): readonly PortalKind[] | undefined {
  return Array.isArray(data) ? PORTAL_KINDS.filter((kind) => data.includes(kind)) : undefined;
}

function parsePlaces(data: unknown): readonly ProfilePlace[] {
  return (Array.isArray(data) ? data : []).flatMap((place: unknown) => {
    const { kind: name, selector } = fieldsOf(place);
    const kind = PORTAL_KINDS.find((one) => one === name);
    return kind !== undefined && typeof selector === "string" ? [{ kind, selector }] : [];
  });
}

function parseWords(data: unknown): LabelWords {
  const given = fieldsOf(data);
  const words: Partial<Record<WordKind, string>> = {};
  for (const kind of [...PORTAL_KINDS, "other", "number", "filler"] as const) {
    const stems = given[kind];
    if (typeof stems === "string" && stems.length < WORDS_MOST) words[kind] = stems;
  }
  return words;
}
