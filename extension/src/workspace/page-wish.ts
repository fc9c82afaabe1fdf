/**
 * Somebody has clicked the mark beside an identifier and waits for its case. The wish outlives the
 * opening of the panel and the passphrase, but not a coffee: it lies in the browser's memory only.
 */
import { type PageIdentifier, parseIdentifier } from "../messages/page-words";
import { isRecord } from "../messages/reading";
import type { SessionArea } from "./case-index";

export const PAGE_WISH = "page-wish";

const WISH_LASTS_MS = 5 * 60_000;

export async function writeWish(
  area: SessionArea,
  identifier: PageIdentifier,
  now: number,
): Promise<void> {
  await area.set(PAGE_WISH, { identifier, at: now });
}

/** The wish that is still fresh; whoever takes it fulfils it, so it is there once. */
export async function takeWish(
  area: SessionArea,
  now: number,
): Promise<PageIdentifier | undefined> {
  const stored = await area.get(PAGE_WISH);
  if (stored === undefined) return undefined;
  await area.remove(PAGE_WISH);
  if (!isRecord(stored)) return undefined;
  const at = stored["at"];
  const isFresh = typeof at === "number" && Math.abs(now - at) <= WISH_LASTS_MS;
  return isFresh ? parseIdentifier(stored["identifier"]) : undefined;
}
