/** What the background tells a page's script before it reads: what to look for, and its words. */
import type { LabelWords, WordKind } from "@beiakte/shared/portal/labels";
import { PORTAL_KINDS, type PortalKind } from "@beiakte/shared/portal/portal-kind";

export type PageBrief = {
  /** All others are passed over. */
  readonly kinds: readonly PortalKind[];
  /** Of these, what may be kept: a mark stands beside them even where they name no case. */
  readonly offered: readonly PortalKind[];
  readonly words: LabelWords;
  /** Where the portal's numbers stand, by its profile: lists of CSS selectors. */
  readonly places: Partial<Readonly<Record<PortalKind, string>>>;
};

const WORDS_MOST = 20_000;

export function parsePageBrief(data: unknown): PageBrief | undefined {
  const parts = partsOf(data);
  const kinds = parseKinds(parts.get("kinds"));
  const offered = parseKinds(parts.get("offered"));
  const words = parseWords(parts.get("words"));
  const places = parseWords(parts.get("places"));
  return kinds && offered && words && places && { kinds, offered, words, places };
}

function parseKinds(data: unknown): readonly PortalKind[] | undefined {
  return Array.isArray(data) ? PORTAL_KINDS.filter((kind) => data.includes(kind)) : undefined;
}

function parseWords(data: unknown): LabelWords | undefined {
  if (typeof data !== "object") return undefined;
  const given = partsOf(data);
  const words: Partial<Record<WordKind, string>> = {};
  for (const kind of [...PORTAL_KINDS, "other", "number", "filler"] as const) {
    const stems = given.get(kind);
    if (typeof stems === "string" && stems.length < WORDS_MOST) words[kind] = stems;
  }
  return words;
}

function partsOf(data: unknown): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(data ?? {}));
}
