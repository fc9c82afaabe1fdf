/**
 * What a team has settled of the portals: its own profiles, and what may be read there. In the
 * directory; profiles stand in the root map `profiles`, each as one value under its id.
 */
import type * as Y from "yjs";
import { parseProfile, type PortalProfile } from "../portal/profile";
import { change } from "./action";

export type TeamPortals = {
  /** By id. What a newer version wrote and we cannot read is left out, and left as it is. */
  readonly profiles: readonly PortalProfile[];
  /** § 51a SGB II leaves it to those who keep the numbers: undefined until the team has decided. */
  readonly keepCustomerNumbers: boolean | undefined;
};

export const NO_TEAM_PORTALS: TeamPortals = { profiles: [], keepCustomerNumbers: undefined };

export function viewTeamPortals(directory: Y.Doc): TeamPortals {
  const keeps = directory.getMap<unknown>("team").get("keepCustomerNumbers");
  return parseTeamPortals({
    profiles: [...directory.getMap<unknown>("profiles").values()],
    keepCustomerNumbers: keeps,
  });
}

/** From a document or the disk: each profile is read alone. */
export function parseTeamPortals(data: unknown): TeamPortals {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return NO_TEAM_PORTALS;
  const fields = new Map<string, unknown>(Object.entries(data));
  const stored = fields.get("profiles");
  const keeps = fields.get("keepCustomerNumbers");
  const profiles = (Array.isArray(stored) ? stored : []).flatMap((one: unknown) => {
    const parsed = parseProfile(one);
    return parsed.ok ? [parsed.value] : [];
  });
  return {
    profiles: profiles.sort((a, b) => (a.id < b.id ? -1 : 1)),
    keepCustomerNumbers: typeof keeps === "boolean" ? keeps : undefined,
  };
}

/** Puts it in the place of the team's older one of this id. */
export function setTeamProfile(directory: Y.Doc, profile: PortalProfile): void {
  change(directory, () => directory.getMap<unknown>("profiles").set(profile.id, profile));
}

/** From now on the shipped one of this id counts again, where there is one. */
export function removeTeamProfile(directory: Y.Doc, id: string): void {
  change(directory, () => directory.getMap<unknown>("profiles").delete(id));
}

export function setKeepCustomerNumbers(directory: Y.Doc, isKept: boolean): void {
  change(directory, () => directory.getMap<unknown>("team").set("keepCustomerNumbers", isKept));
}
