/** What holds on the portals now: the administration before the team, the team before what is shipped. */
import {
  NO_TEAM_PORTALS,
  parseTeamPortals,
  type TeamPortals,
} from "@beiakte/shared/model/team-portals";
import { profileFor, type ProfileLayers } from "@beiakte/shared/portal/effective-profile";
import type { KindPolicy } from "@beiakte/shared/portal/portal-kind";
import { SHIPPED_PROFILES } from "@beiakte/shared/portal/shipped-profiles";
import type { PageBrief } from "../messages/page-brief";
import type { SessionArea } from "./case-index";
import { pageBriefFor } from "./page-brief-for";
import type { Policy } from "./policy";

export type PortalRules = { readonly layers: ProfileLayers; readonly kinds: KindPolicy };

export function portalRules(policy: Policy, team: TeamPortals): PortalRules {
  return {
    layers: { policy: policy.profiles, team: team.profiles, shipped: SHIPPED_PROFILES },
    kinds: { baCustomer: policy.keepCustomerNumbers ?? team.keepCustomerNumbers ?? false },
  };
}

export function pageBriefAt({ kinds, layers }: PortalRules, url: string): PageBrief {
  return pageBriefFor(profileFor(layers, url)?.profile, kinds);
}

/**
 * In the browser's local storage, in plain text: the background needs it while the vault is locked,
 * and it holds no word of a case. Written by whoever has the team open.
 */
export const TEAM_PORTALS = "team-portals";

export async function readTeamPortals(area: SessionArea): Promise<TeamPortals> {
  const stored = await area.get(TEAM_PORTALS);
  return stored === undefined ? NO_TEAM_PORTALS : parseTeamPortals(stored);
}

export async function writeTeamPortals(area: SessionArea, team: TeamPortals): Promise<void> {
  const { keepCustomerNumbers, profiles } = team;
  await area.set(TEAM_PORTALS, {
    profiles,
    ...(keepCustomerNumbers === undefined ? {} : { keepCustomerNumbers }),
  });
}
