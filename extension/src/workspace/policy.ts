/**
 * What the administration has set. It comes from the browser's managed storage: in Chrome and Edge
 * checked by our schema before, in Firefox as somebody typed it. So each value is read alone, and one
 * that is wrong is left out and told, instead of taking the others with it.
 */
import { parseProfile, type PortalProfile } from "@beiakte/shared/portal/profile";
import { isPortalOrigin } from "@beiakte/shared/portal/portal-origin";
import { isRelayAddress } from "./relay-address";

export type Policy = {
  /** The relay of a new team: founding it asks for no other. */
  readonly relay: string | undefined;
  readonly lockAfterMinutes: number | undefined;
  readonly language: "de" | "en" | undefined;
  /** Portals that are offered to everybody; the browser still asks the person. */
  readonly portals: readonly string[];
  readonly profiles: readonly PortalProfile[];
  /** Whether the Kundennummer of the Bundesagentur is read and kept (§ 51a SGB II). */
  readonly keepCustomerNumbers: boolean | undefined;
  /** Whether text may be taken over from a portal's page. */
  readonly keepClips: boolean | undefined;
};

export type PolicyKey = keyof Policy;

export type PolicyFault = {
  /** As it was written, cut off: it is shown to the person, who passes it on. */
  readonly setting: string;
  readonly why: "unknown" | "malformed";
};

export type ReadPolicy = { readonly policy: Policy; readonly faults: readonly PolicyFault[] };

export const NO_POLICY: Policy = {
  relay: undefined,
  lockAfterMinutes: undefined,
  language: undefined,
  portals: [],
  profiles: [],
  keepCustomerNumbers: undefined,
  keepClips: undefined,
};

const MOST_PORTALS = 50;
const MOST_PROFILES = 50;
const MOST_FAULTS = 20;
const SETTING_SHOWN = 60;

export const LOCK_MINUTES = { least: 1, most: 60 } as const;

export function parsePolicy(data: unknown): ReadPolicy {
  const faults: PolicyFault[] = [];
  const values = new Map<string, unknown>(
    typeof data === "object" && data !== null && !Array.isArray(data) ? Object.entries(data) : [],
  );
  const malformed = (setting: string): undefined => {
    faults.push({ setting, why: "malformed" });
  };
  const one = <Value>(
    key: PolicyKey,
    read: (value: unknown) => Value | undefined,
  ): Value | undefined => {
    const value = values.get(key);
    return value === undefined ? undefined : (read(value) ?? malformed(key));
  };
  const list = <Value>(
    key: PolicyKey,
    most: number,
    read: (value: unknown) => Value | undefined,
  ): readonly Value[] => {
    const value = values.get(key);
    if (value === undefined) return [];
    if (!Array.isArray(value) || value.length > most) return malformed(key) ?? [];
    return value.flatMap((item: unknown, at) => read(item) ?? malformed(`${key}[${at}]`) ?? []);
  };
  const policy: Policy = {
    relay: one("relay", relayOf),
    lockAfterMinutes: one("lockAfterMinutes", minutesOf),
    language: one("language", (value) => (value === "de" || value === "en" ? value : undefined)),
    portals: [...new Set(list("portals", MOST_PORTALS, originOf))],
    profiles: list("profiles", MOST_PROFILES, profileOf),
    keepCustomerNumbers: one("keepCustomerNumbers", flagOf),
    keepClips: one("keepClips", flagOf),
  };
  for (const key of values.keys()) {
    if (!Object.hasOwn(policy, key))
      faults.push({ setting: key.slice(0, SETTING_SHOWN), why: "unknown" });
  }
  return { policy, faults: faults.slice(0, MOST_FAULTS) };
}

function relayOf(value: unknown): string | undefined {
  return typeof value === "string" && isRelayAddress(value) ? value : undefined;
}

function minutesOf(value: unknown): number | undefined {
  const isWithin =
    typeof value === "number" && value >= LOCK_MINUTES.least && value <= LOCK_MINUTES.most;
  return isWithin && Number.isInteger(value) ? value : undefined;
}

function originOf(value: unknown): string | undefined {
  return typeof value === "string" && isPortalOrigin(value) ? value : undefined;
}

function profileOf(value: unknown): PortalProfile | undefined {
  const parsed = parseProfile(value);
  return parsed.ok ? parsed.value : undefined;
}

function flagOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}
