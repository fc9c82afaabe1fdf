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

/**
 * A page of a portal, from what a note says of it: a colleague may have written it. Nothing where
 * the path would lead to another origin; never a query or a fragment.
 */
export function portalAddress(origin: string, path: string): string | undefined {
  if (!URL.canParse(path, origin)) return undefined;
  const url = new URL(path, origin);
  return portalOriginOf(url.href) === origin ? `${origin}${url.pathname}` : undefined;
}
