/**
 * Runs in a portal's page, on origins that the person has allowed. It finds identifiers, asks the
 * background whether they name a case, and puts a mark beside each. It can never read a case.
 */
import type { Clock } from "@beiakte/shared/base/ports";
import { KIND_USE } from "@beiakte/shared/portal/portal-kind";
import { PageDesk } from "../page/page-desk";
import { Marks } from "../page/marks";
import { takeDomReads } from "../page/dom-reads";
import { PortalWatch } from "../page/portal-watch";

// A page that nobody can visit: the build takes the entry out of the manifest.
export const config = { matches: ["https://beiakte.invalid/*"], run_at: "document_idle" };

const clock: Clock = {
  now: () => Date.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

const dom = takeDomReads(globalThis);
const marks = new Marks({
  known: chrome.i18n.getMessage("markKnown"),
  several: chrome.i18n.getMessage("markSeveral"),
  none: chrome.i18n.getMessage("markNone"),
  locked: chrome.i18n.getMessage("markLocked"),
});
const desk = new PageDesk({
  marks,
  send: (word) => chrome.runtime.sendMessage(word),
  // After an update the old script is cut off: it takes its marks away and falls silent.
  gone: () => watch.close(),
});
const watch = new PortalWatch({
  document,
  dom,
  clock,
  observer: (changed) => new MutationObserver((records) => changed(records)),
  isOurs: (node) => node === marks.host,
  isWanted: (kind) => KIND_USE[kind] !== "never" && KIND_USE[kind] !== "off",
  onSeen: (sightings) => desk.saw(sightings),
});

chrome.runtime.onMessage.addListener((data: unknown, sender, answer) => {
  if (sender.id === chrome.runtime.id) answer(desk.hear(data));
});
watch.begin();
