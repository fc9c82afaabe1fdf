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
import { ownGlobal, setOwnGlobal } from "../page/own-globals";
import type { MakePageReader, PageReader } from "../page/page-reader";
import { PortalWatch } from "../page/portal-watch";

const clock: Pick<Clock, "after" | "now"> = {
  now: () => performance.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

const dom = takeDomReads(globalThis);
const marks = new Marks((match) => chrome.i18n.getMessage(`mark_${match}`), clock.now);
const desk = new PageDesk({
  dom,
  marks,
  clock,
  send: (word) => chrome.runtime.sendMessage(word),
  isCutOff,
});

let reader: PageReader | undefined;
let asked = 0;
/** The page for which the reader was asked last; empty where that gave none. */
let path = "";
let hasLeft = false;

/** Only a page on which something may be a number gets the reader. What was asked last holds. */
async function needReader(tried?: unknown): Promise<void> {
  path = location.pathname;
  asked += 1;
  const mine = asked;
  const brief = await desk.brief();
  if (mine !== asked) return;
  const make = ownGlobal("beiakteReader");
  reader = isMaker(make) ? make(dom, tried ?? brief) : undefined;
  if (reader) watch.lookAgain();
  else path = "";
}

const watch = new PortalWatch({
  watched: document,
  dom,
  clock,
  observer: (changed) => new MutationObserver((records) => changed(records)),
  isOurs: (node) => node === marks.host,
  reader() {
    // An application goes to another page without a load. Another profile may hold there, and what
    // that one forbids must not be read.
    if (path !== location.pathname) {
      reader = undefined;
      void needReader();
    }
    return reader;
  },
  isCutOff,
  onMoved: () => marks.moved(),
  onSeen: (sightings) => desk.saw(sightings),
});

function isCutOff(): boolean {
  // Typed as always there, which it is not after an update.
  const runtime: Partial<typeof chrome.runtime> | undefined = chrome.runtime;
  const isGone = runtime?.id === undefined;
  if (isGone) leave();
  return isGone;
}

/** After an update the old script takes its marks away and falls silent. */
function leave(): void {
  hasLeft = true;
  watch.close();
  marks.close();
}

function isMaker(value: unknown): value is MakePageReader {
  return typeof value === "function";
}

// A script may come into a page where one runs already, put in twice or after an update.
const before = ownGlobal("beiakteLeave");
if (typeof before === "function") Reflect.apply(before, undefined, []);
setOwnGlobal("beiakteLeave", leave);
chrome.runtime.onMessage.addListener((data: unknown, sender, answer) => {
  // What came in its place answers: who has left knows an older page.
  if (hasLeft || sender.id !== chrome.runtime.id) return;
  const word = parseContentWord(data);
  answer(desk.hear(word));
  if (word?.type === "reread") void needReader(word.readAs);
});
watch.begin();
