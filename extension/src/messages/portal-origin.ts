/**
 * The origin of a portal's page, such as `https://portal.example`: only `https`, and `http` on this
 * machine. Nothing for every other address.
 */
export function portalOriginOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, origin, protocol } = new URL(url);
  const isLocal = protocol === "http:" && hostname === "localhost";
  return protocol === "https:" || isLocal ? origin : undefined;
}
