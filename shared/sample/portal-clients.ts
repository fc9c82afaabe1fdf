/**
 * Two of the sample's persons are clients of the practice portal too: who practises sees at once how
 * the panel finds a case beside a portal. The others of the portal have no case yet.
 */
import type { NewIdentifier } from "../model/identifiers";

type PortalClient = {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly isWoman: boolean;
  readonly languages: readonly string[];
  /** As the portal shows it; made up there: no Jobcenter has this number. */
  readonly identifier: Omit<NewIdentifier, "personId">;
};

/** By the index of the case: single persons of the member who practises. */
export const PORTAL_CLIENTS: ReadonlyMap<number, PortalClient> = new Map([
  [
    60,
    {
      givenName: "Mirlinda",
      familyName: "Krasniqi",
      birthDate: "1991-03-14",
      isWoman: true,
      languages: ["sq", "de"],
      identifier: { kind: "bg_number", value: "99901//0016151" },
    },
  ],
  [
    120,
    {
      givenName: "Tadesse",
      familyName: "Alemayehu",
      birthDate: "1986-01-01",
      isWoman: false,
      languages: ["am", "de"],
      identifier: { kind: "bg_number", value: "99901//0022302" },
    },
  ],
]);
