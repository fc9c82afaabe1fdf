/** What the background tells a page's script before it reads: what to look for, and its words. */
import type { LabelWords, WordKind } from "@beiakte/shared/portal/labels";
import { PORTAL_KINDS, type PortalKind } from "@beiakte/shared/portal/portal-kind";
import { isRecord } from "./reading";

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
  if (!isRecord(data)) return undefined;
  const kinds = parseKinds(data["kinds"]);
  const offered = parseKinds(data["offered"]);
  const words = parseWords(data["words"]);
  const places = parseWords(data["places"]);
  return kinds && offered && words && places && { kinds, offered, words, places };
}

function parseKinds(data: unknown): readonly PortalKind[] | undefined {
  return Array.isArray(data) ? PORTAL_KINDS.filter((kind) => data.includes(kind)) : undefined;
}

function parseWords(data: unknown): LabelWords | undefined {
  if (!isRecord(data)) return undefined;
  const words: Partial<Record<WordKind, string>> = {};
  for (const kind of [...PORTAL_KINDS, "other", "number", "filler"] as const) {
    const stems = data[kind];
    if (typeof stems === "string" && stems.length < WORDS_MOST) words[kind] = stems;
  }
  return words;
}
