/** The page beside this panel, and its fields, as the browser lets us at them. */
import type { Random } from "@beiakte/shared/base/ports";
import type { FieldAnswer, FieldRequest } from "../messages/field-words";
import { portalOriginOf } from "../messages/portal-origin";
import { type FramePlace, type Inserting, type InsertPort, makeInserting } from "./insert";
import { isPortalAllowed } from "./browser-match-pattern";

/** What the browser runs in the page, taken there by its text alone. */
export type FieldHand = (request: FieldRequest) => FieldAnswer;

export function browserInserting(random: Random, hand: FieldHand): Inserting {
  return makeInserting(browserInsertPort(hand), random);
}

function browserInsertPort(hand: FieldHand): InsertPort {
  return {
    async page() {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      // The browser tells the address only of pages that the person has allowed.
      if (tab?.id === undefined || tab.url === undefined) return undefined;
      const origin = portalOriginOf(tab.url);
      if (origin === undefined) return undefined;
      return (await isPortalAllowed(origin))
        ? { tab: tab.id, address: tab.url, origin }
        : undefined;
    },
    async ask(tab, where, request) {
      const run = (target: chrome.scripting.InjectionTarget) =>
        chrome.scripting
          .executeScript<[FieldRequest], unknown>({ target, func: hand, args: [request] })
          // The page has gone meanwhile, or does not let anybody in: nobody has answered.
          .catch(() => []);
      const results = await run(targetOf(tab, where));
      return results.map(({ documentId, frameId, result }) => {
        return { place: { frame: frameId, document: documentId }, answer: result };
      });
    },
  };
}

function targetOf(
  tabId: number,
  where: FramePlace | "all-frames",
): chrome.scripting.InjectionTarget {
  if (where === "all-frames") return { tabId, allFrames: true };
  return where.document === undefined
    ? { tabId, frameIds: [where.frame] }
    : { tabId, documentIds: [where.document] };
}
