/**
 * Runs in a portal's page, on origins that the person has allowed. It watches the page for texts that
 * may hold an identifier, has them read, asks the background whether they name a case, and puts a
 * mark beside each. It can never read a case.
 */
import type { Clock } from "@beiakte/shared/base/ports";
import { takeDomReads } from "../page/dom-reads";
import { Marks } from "../page/marks";
import { PageDesk } from "../page/page-desk";
import { parseContentWord } from "../messages/page-words";
import type { PageReader } from "../page/page-reader";
import { PortalWatch } from "../page/portal-watch";
import { takeReader } from "../page/reader-door";

const clock: Pick<Clock, "after"> = {
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

let reader: PageReader | undefined;
let isAsking = false;

/** Only a page on which something may be a number gets the reader, and once. */
async function needReader(tried?: unknown): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  const brief = await desk.brief();
  reader = takeReader()?.(dom, tried ?? brief);
  isAsking = false;
  if (reader !== undefined) watch.lookAgain();
}

const watch = new PortalWatch({
  document,
  dom,
  clock,
  observer: (changed) => new MutationObserver((records) => changed(records)),
  isOurs: (node) => node === marks.host,
  reader() {
    if (reader === undefined) void needReader();
    return reader;
  },
  onSeen: (sightings) => desk.saw(sightings),
});

chrome.runtime.onMessage.addListener((data: unknown, sender, answer) => {
  if (sender.id !== chrome.runtime.id) return;
  answer(desk.hear(data));
  const word = parseContentWord(data);
  if (word?.type === "reread") void needReader(word.readAs);
});
watch.begin();
