/** Menu and shortcut for taking clips, over the browser's own things. */
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { CLIP_MOST } from "@beiakte/shared/portal/clip";
import { type QuoteAnswer, quoteInPage, type QuoteRequest } from "../carried/quote-in-page";
import { showWords } from "../carried/show-words";
import type { ContentWord } from "../messages/page-words";
import { isPortalAllowed } from "../workspace/browser-match-pattern";
import { readManaged } from "../workspace/browser-settings";
import { storeExists } from "../workspace/browser-store";
import { ringClips } from "../workspace/browser-clips";
import { keepClip } from "../workspace/clip-keeping";
import { browserClock, PRACTICE_NAME, STORE_NAME } from "../workspace/contexts";
import { openEntryStore } from "../workspace/indexed-entry-store";
import type { ToolbarWords } from "./toolbar-words";
import { type ClipDeskPorts, type ClipPlace, type ClipWord, takeClip } from "./clip-desk";

const CLIP = "clip";

const READ: QuoteRequest = { type: "read", most: CLIP_MOST.text, context: CLIP_MOST.context };

const PORTS: Omit<ClipDeskPorts, "say"> = {
  clock: browserClock,
  random: cryptoRandom,
  isAllowed: isPortalAllowed,
  mayKeep: async () => (await readManaged()).policy.keepClips !== false,
  async read({ frame, tab }) {
    const target =
      frame === undefined ? { tabId: tab, allFrames: true } : { tabId: tab, frameIds: [frame] };
    const answers = await chrome.scripting.executeScript<[QuoteRequest], QuoteAnswer>({
      target,
      func: quoteInPage,
      args: [READ],
    });
    return answers.map(({ result }) => result);
  },
  identifiers(tab) {
    const word: ContentWord = { type: "list" };
    return chrome.tabs.sendMessage(tab, word, { frameId: 0 });
  },
  async keep(clip) {
    const kept = await keepClip(clip, {
      names: [STORE_NAME, PRACTICE_NAME],
      exists: storeExists,
      async open(name) {
        const opened = await openEntryStore({ name, random: cryptoRandom });
        return opened.ok ? opened.value : undefined;
      },
    });
    if (kept.ok) ringClips();
    return kept;
  },
};

/** Must be called in the worker's first turn: it is woken by the events that are listened to here. */
export function serveClips(toolbar: ToolbarWords): void {
  const ports: ClipDeskPorts = { ...PORTS, say: (place, word) => say(toolbar, place, word) };
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.removeAll(() => {
      chrome.contextMenus.create({
        id: CLIP,
        title: chrome.i18n.getMessage("clipMenu"),
        contexts: ["selection"],
        documentUrlPatterns: ["https://*/*", "http://localhost/*"],
      });
    });
  });
  chrome.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== CLIP || tab?.id === undefined) return;
    const { frameId: frame, selectionText } = info;
    void takeClip(ports, { tab: tab.id, url: tab.url, frame, selectionText });
  });
  chrome.commands.onCommand.addListener((command, tab) => {
    if (command === CLIP) void takeFrom(ports, tab);
  });
}

async function takeFrom(ports: ClipDeskPorts, tab: chrome.tabs.Tab | undefined): Promise<void> {
  const [shown] = tab === undefined ? await currentTab() : [tab];
  if (shown?.id === undefined) return;
  const { id, url } = shown;
  await takeClip(ports, { tab: id, url, frame: undefined, selectionText: undefined });
}

function currentTab(): Promise<chrome.tabs.Tab[]> {
  return chrome.tabs.query({ active: true, lastFocusedWindow: true });
}

/** Names in the browser's own catalogue, which has no dashes. */
const MESSAGES: Readonly<Record<ClipWord, string>> = {
  taken: "clipTaken",
  cut: "clipCut",
  nothing: "clipNothing",
  "not-allowed": "clipNotAllowed",
  forbidden: "clipForbidden",
  "not-set-up": "clipNotSetUp",
  "store-full": "clipStoreFull",
  "store-failed": "clipStoreFailed",
};

/** On the page where we may, and at the toolbar's button, for who does not see it there. */
async function say(toolbar: ToolbarWords, { tab }: ClipPlace, word: ClipWord): Promise<void> {
  const words = chrome.i18n.getMessage(MESSAGES[word]);
  const isGood = word === "taken" || word === "cut";
  await toolbar.say(tab, words, isGood ? "✓" : "!");
  if (word === "not-allowed") return;
  await chrome.scripting.executeScript<[string], void>({
    target: { tabId: tab },
    func: showWords,
    args: [words],
  });
}
