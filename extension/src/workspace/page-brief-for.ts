/** What a page's script is told of its portal: the profile's labels before the general ones. */
import { labelKey } from "@beiakte/shared/portal/label-key";
import { GENERAL_WORDS } from "@beiakte/shared/portal/label-words";
import type { LabelWords, WordKind } from "@beiakte/shared/portal/labels";
import {
  type KindPolicy,
  kindUse,
  PORTAL_KINDS,
  type PortalKind,
} from "@beiakte/shared/portal/portal-kind";
import {
  PROFILE_KINDS,
  type PortalProfile,
  type ProfileLabel,
  type ProfilePlace,
} from "@beiakte/shared/portal/profile";
import type { PageBrief } from "../messages/page-brief";

/** Without a profile all is looked for that may be. */
export function pageBriefFor(profile: PortalProfile | undefined, policy: KindPolicy): PageBrief {
  const kinds = (profile?.kinds ?? PROFILE_KINDS).filter((kind) => {
    const use = kindUse(kind, policy);
    return use === "proposed" || use === "match-only";
  });
  return {
    kinds,
    offered: kinds.filter((kind) => kindUse(kind, policy) === "proposed"),
    words: wordsWith(profile?.labels ?? []),
    places: placesOf(profile?.places ?? []),
  };
}

function placesOf(all: readonly ProfilePlace[]): PageBrief["places"] {
  const places: Partial<Record<PortalKind, string>> = {};
  for (const { kind, selector } of all) {
    const before = places[kind];
    places[kind] = before === undefined ? selector : `${before}, ${selector}`;
  }
  return places;
}

/** A label means what the portal means by it, and nothing else any more. */
function wordsWith(labels: readonly ProfileLabel[]): LabelWords {
  if (labels.length === 0) return GENERAL_WORDS;
  const kindByKey = new Map<string, PortalKind>();
  for (const { kind, words } of labels) {
    const key = labelKey(words);
    if (key !== undefined) kindByKey.set(key, kind);
  }
  const all: Partial<Record<WordKind, string>> = {};
  for (const kind of [...PORTAL_KINDS, "other", "number", "filler"] as const) {
    const general = (GENERAL_WORDS[kind] ?? "").split(" ").filter((stem) => !kindByKey.has(stem));
    const own = [...kindByKey].flatMap(([key, meant]) => (meant === kind ? [key] : []));
    all[kind] = [...general, ...own].join(" ");
  }
  return all;
}
