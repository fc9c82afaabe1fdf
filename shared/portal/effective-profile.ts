import type { PortalProfile } from "./profile";

/** Who says it: what the administration says counts before the team, the team before us. */
export type ProfileSource = "policy" | "team" | "shipped";

export type ProfileLayers = Readonly<Record<ProfileSource, readonly PortalProfile[]>>;

export type SourcedProfile = { readonly profile: PortalProfile; readonly source: ProfileSource };

const SOURCES: readonly ProfileSource[] = ["policy", "team", "shipped"];

/** Each profile once: of those with one id the first source's, so that what is edited is replaced. */
export function effectiveProfiles(layers: ProfileLayers): readonly SourcedProfile[] {
  const byId = new Map<string, SourcedProfile>();
  for (const source of SOURCES) {
    for (const profile of layers[source]) {
      if (!byId.has(profile.id)) byId.set(profile.id, { profile, source });
    }
  }
  return [...byId.values()];
}

/** Of the profiles for a page that of the first source, and there the one with the longest path. */
export function profileFor(layers: ProfileLayers, url: string): SourcedProfile | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  const all = effectiveProfiles(layers);
  for (const source of SOURCES) {
    let best: { readonly sourced: SourcedProfile; readonly length: number } | undefined;
    for (const sourced of all) {
      if (sourced.source !== source) continue;
      for (const { origin: own, path } of sourced.profile.addresses) {
        if (own !== origin || !isBelow(pathname, path)) continue;
        if (path.length > (best?.length ?? 0)) best = { sourced, length: path.length };
      }
    }
    if (best !== undefined) return best.sourced;
  }
  return undefined;
}

/** `/akte` is the beginning of `/akte/7` and of `/akte`, not of `/akten`. */
function isBelow(path: string, beginning: string): boolean {
  const start = beginning.replace(/\/$/, "");
  return path === start || path.startsWith(`${start}/`);
}
