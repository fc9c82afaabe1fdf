/**
 * A portal's origin in the browser's own language of patterns. In Firefox a pattern with a port
 * matches nothing: leave is asked for the host there, which is what the browser shows and lists.
 */
export function matchPatternOf(origin: string): string {
  const isFirefox = chrome.runtime.getURL("").startsWith("moz-extension:");
  return `${isFirefox ? withoutPort(origin) : origin}/*`;
}

export function withoutPort(origin: string): string {
  const { hostname, protocol } = new URL(origin);
  return `${protocol}//${hostname}`;
}

/** Whether the person, or the administration, has given leave for this portal. */
export function isPortalAllowed(origin: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [matchPatternOf(origin)] });
}
