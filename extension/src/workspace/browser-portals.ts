/** The portals beside which the person wants Beiakte: origins that the browser asks leave for. */
import { type Live, variable } from "@beiakte/shared/base/live";

export type Portals = {
  /** `https://fachverfahren.example`, in order. */
  readonly origins: Live<readonly string[]>;
  /** Must be called from a click: the browser asks the person, who may say no. */
  readonly allow: (origin: string) => Promise<boolean>;
  readonly forget: (origin: string) => Promise<void>;
};

/**
 * The origin of what a person has copied from the address line; nothing for what is no page of an
 * office: only `https`, and `http` on this machine.
 */
export function portalOriginOf(address: string): string | undefined {
  const text = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  if (text === "" || !URL.canParse(whole)) return undefined;
  const { hostname, origin, protocol } = new URL(whole);
  const isLocal = protocol === "http:" && hostname === "localhost";
  const isNamed = hostname.includes(".") || hostname === "localhost";
  return isNamed && (protocol === "https:" || isLocal) ? origin : undefined;
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
    allow: (origin) => chrome.permissions.request({ origins: [`${origin}/*`] }).catch(() => false),
    forget: async (origin) => {
      await chrome.permissions.remove({ origins: [`${origin}/*`] }).catch(() => false);
    },
  };
}
