/** What a person has chosen for this browser; what the administration has set counts before it. */
import { isRecord, wholeNumber } from "../messages/reading";
import { LOCK_MINUTES, type Policy } from "./policy";

export type OwnSettings = { readonly lockAfterMinutes: number | undefined };

export const OWN_SETTINGS = "own-settings";

/** The system's own idleness: who works in a portal beside the panel is not idle. */
export const LOCK_AFTER_MINUTES = 10;

export const LOCK_CHOICES: readonly number[] = [2, 5, 10, 15, 30, 60];

/** From the disk, perhaps of an older version. */
export function parseOwnSettings(data: unknown): OwnSettings {
  const minutes = wholeNumber(
    isRecord(data) ? data["lockAfterMinutes"] : undefined,
    LOCK_MINUTES.least,
  );
  const isWithin = minutes !== undefined && minutes <= LOCK_MINUTES.most;
  return { lockAfterMinutes: isWithin ? minutes : undefined };
}

export function lockAfterMinutes(policy: Policy, own: OwnSettings): number {
  return policy.lockAfterMinutes ?? own.lockAfterMinutes ?? LOCK_AFTER_MINUTES;
}
