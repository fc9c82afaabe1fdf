/** `https://portal.example`, with a port or without; `http` on this machine only, for practice. */
export function isPortalOrigin(origin: string): boolean {
  return /^(https:\/\/[a-z0-9.-]+|http:\/\/localhost)(:\d{1,5})?$/.test(origin);
}
