/**
 * Who may open a socket. A browser always says which page asks, and any web page could found spaces
 * on an open local relay. What is no browser says nothing, and could say anything.
 */
const EXTENSION = /^(?:chrome|moz)-extension:\/\/[\w-]+$/u;

export function isAllowedOrigin(origin: string | undefined, list: readonly string[]): boolean {
  return origin === undefined || EXTENSION.test(origin) || list.includes(origin);
}

const LOOPBACK = /^(?:localhost|::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/u;

export function isLoopback(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK.test(host);
}

/** Behind a reverse proxy everything comes from loopback; a proxy says so by one of these. */
const PROXY_HEADERS = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

export function isProxied(headers: Readonly<Record<string, unknown>>): boolean {
  return PROXY_HEADERS.some((name) => headers[name] !== undefined);
}

/** The hosts that a device may sign for when the operator names none. */
export function defaultNames(host: string, port: number): readonly string[] {
  const bracketed = host.includes(":") ? `[${host}]` : host;
  return [bracketed, "localhost", "127.0.0.1", "[::1]"].map((name) =>
    `${name}:${port}`.toLowerCase(),
  );
}
