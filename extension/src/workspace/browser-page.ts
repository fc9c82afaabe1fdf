/** The pages beside this panel, as the browser tells of them. */
import { type Variable, variable } from "@beiakte/shared/base/live";
import { type PageIdentifier, parsePageWord } from "../messages/page-words";
import { portalPageOf } from "../messages/senders";
import { clipRings, ringClips } from "./browser-clips";
import type { PagePort } from "./page-watch";
import { PAGE_WISH } from "./page-wish";
import { sessionArea } from "./browser-session";
import { tellPage, tellPages } from "./browser-tell";

/** Once a page of ours: it listens for as long as that page lives. */
export function browserPage(): PagePort {
  const identifiers = variable<readonly PageIdentifier[]>([]);
  const wishes = variable(0);
  const tabs = new TabsOnScreen(identifiers);
  void tabs.begin();
  chrome.storage.session.onChanged.addListener((changes) => {
    if (changes[PAGE_WISH]?.newValue !== undefined) wishes.set(wishes.get() + 1);
  });
  const clips = { rings: clipRings(), ring: ringClips };
  return { session: sessionArea(), identifiers, wishes, tellPages, clips };
}

class TabsOnScreen {
  readonly #shown: Variable<readonly PageIdentifier[]>;
  readonly #found = new Map<number, readonly PageIdentifier[]>();
  #window: number | undefined;
  #tab: number | undefined;

  constructor(shown: Variable<readonly PageIdentifier[]>) {
    this.#shown = shown;
  }

  async begin(): Promise<void> {
    chrome.runtime.onMessage.addListener((data: unknown, sender) => {
      const page = portalPageOf(sender, chrome.runtime.id);
      const word = page === undefined ? undefined : parsePageWord(data);
      if (page === undefined || word?.type !== "found") return;
      this.#found.set(page.tab, word.identifiers);
      this.#show();
    });
    chrome.tabs.onActivated.addListener(({ tabId, windowId }) => {
      if (windowId === this.#window) this.#goTo(tabId);
    });
    chrome.tabs.onRemoved.addListener((tab) => this.#forget(tab));
    chrome.tabs.onUpdated.addListener((tab, { status }) => {
      // What the page before it showed is not on screen any more.
      if (status === "loading") this.#forget(tab);
    });
    this.#window = (await chrome.windows.getCurrent()).id;
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    if (tab?.id !== undefined) this.#goTo(tab.id);
  }

  #goTo(tab: number): void {
    this.#tab = tab;
    this.#show();
    if (!this.#found.has(tab)) tellPage(tab);
  }

  #forget(tab: number): void {
    this.#found.delete(tab);
    this.#show();
  }

  #show(): void {
    const shown = this.#tab === undefined ? [] : (this.#found.get(this.#tab) ?? []);
    if (JSON.stringify(shown) !== JSON.stringify(this.#shown.get())) this.#shown.set(shown);
  }
}
