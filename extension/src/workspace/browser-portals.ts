/** The portals beside which the person wants Beiakte: origins that the browser asks leave for. */
import { type Live, variable } from "@beiakte/shared/base/live";
import { portalOriginOf } from "../messages/portal-origin";
import { matchPatternOf } from "./browser-match-pattern";

export type Portals = {
  /** `https://fachverfahren.example`, in order. */
  readonly origins: Live<readonly string[]>;
  /** Must be called from a click: the browser asks the person, who may say no. */
  readonly allow: (origin: string) => Promise<boolean>;
  readonly forget: (origin: string) => Promise<void>;
};

/**
 * The origin of what a person has copied from the address line, which may leave out `https://`;
 * nothing for what is no portal's.
 */
export function originFromAddress(address: string): string | undefined {
  const text = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  const origin = portalOriginOf(whole);
  if (text === "" || origin === undefined) return undefined;
  // A word that somebody has typed is no name of a machine.
  const { hostname } = new URL(origin);
  return hostname.includes(".") || hostname === "localhost" ? origin : undefined;
}

export function browserPortals(): Portals {
  const origins = variable<readonly string[]>([]);
  const look = async (): Promise<void> => {
    const { origins: patterns = [] } = await chrome.permissions.getAll();
    origins.set(patterns.map((pattern) => pattern.replace(/\/\*$/u, "")).toSorted());
  };
  chrome.permissions.onAdded.addListener(() => void look());
  chrome.permissions.onRemoved.addListener(() => void look());
  void look();
  return {
    origins,
    allow: (origin) =>
      chrome.permissions.request({ origins: [matchPatternOf(origin)] }).catch(() => false),
    forget: async (origin) => {
      await chrome.permissions.remove({ origins: [matchPatternOf(origin)] }).catch(() => false);
    },
  };
}
