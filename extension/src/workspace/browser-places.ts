/** Shows the place on a portal's page from which a clip was taken. */
import { type QuoteAnswer, quoteInPage, type QuoteRequest } from "../carried/quote-in-page";
import { portalAddress } from "../messages/portal-origin";
import { matchPatternOf } from "./browser-match-pattern";
import { browserClock } from "./contexts";

/** W3C TextQuoteSelector, and where the page is. */
export type QuotedPlace = {
  readonly origin: string;
  readonly path: string;
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
};

/** `missing`: the page is on screen, and the words are not on it. */
export type ShownPlace = "shown" | "missing" | "not-allowed";

// A portal that loads its data after the page is given this long, as a person would.
const TRIES = 16;
const TRY_EVERY_MS = 500;

/**
 * A colleague's note says where to go: only to a portal that this person has allowed, and never with
 * a word of the case in the address.
 */
export async function showPlace(place: QuotedPlace): Promise<ShownPlace> {
  const address = portalAddress(place.origin, place.path);
  if (address === undefined) return "not-allowed";
  const origins = [matchPatternOf(place.origin)];
  if (!(await chrome.permissions.contains({ origins }))) return "not-allowed";
  const open = await tabsAt(address);
  for (const tab of open) {
    // oxlint-disable-next-line no-await-in-loop -- the first that shows it is brought to the front
    if (await markIn(tab, place)) return goTo(tab);
  }
  const [first] = open;
  const tab = first ?? (await chrome.tabs.create({ url: address })).id;
  if (tab === undefined) return "missing";
  await goTo(tab);
  for (let tried = 0; tried < TRIES; tried += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look after another, until it is there
    if (await markIn(tab, place)) return "shown";
    // oxlint-disable-next-line no-await-in-loop
    await new Promise<void>((resolve) => void browserClock.after(TRY_EVERY_MS, resolve));
  }
  return "missing";
}

/** Query and fragment of an open tab may be what the page needs: it shows them already. */
async function tabsAt(address: string): Promise<readonly number[]> {
  const tabs = await chrome.tabs.query({});
  const at = tabs.filter(({ url }) => url !== undefined && url.split(/[?#]/u)[0] === address);
  const inOrder = at.toSorted((a, b) => Number(b.active) - Number(a.active));
  return inOrder.flatMap(({ id }) => id ?? []);
}

async function goTo(tab: number): Promise<"shown"> {
  const { windowId } = (await chrome.tabs.update(tab, { active: true })) ?? {};
  if (windowId !== undefined) await chrome.windows.update(windowId, { focused: true });
  return "shown";
}

/** In the frame where it fits best; whether it was there. */
async function markIn(tab: number, place: QuotedPlace): Promise<boolean> {
  const { prefix, start, suffix, text: exact } = place;
  const wanted = { exact, prefix, suffix, start };
  try {
    const frames = await ask({ tabId: tab, allFrames: true }, { type: "find", ...wanted });
    const found = frames.flatMap(({ frameId, result }) =>
      result?.type === "found" ? [{ frameId, fit: result.fit }] : [],
    );
    const [best] = found.toSorted((a, b) => b.fit - a.fit);
    if (best === undefined) return false;
    const target = { tabId: tab, frameIds: [best.frameId] };
    const [shown] = await ask(target, { type: "show", ...wanted });
    return shown?.result?.type === "found";
  } catch {
    // The page is still coming, or is one that nobody may look into.
    return false;
  }
}

function ask(
  target: chrome.scripting.InjectionTarget,
  request: QuoteRequest,
): Promise<chrome.scripting.InjectionResult<QuoteAnswer>[]> {
  return chrome.scripting.executeScript<[QuoteRequest], QuoteAnswer>({
    target,
    func: quoteInPage,
    args: [request],
  });
}
