/** The pages beside this panel, as the browser tells of them. */
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { PageBrief } from "../messages/page-brief";
import { type PageIdentifier, parsePageWord } from "../messages/page-words";
import { portalPageOf } from "../messages/senders";
import { clipRings, ringClips } from "./browser-clips";
import type { PagePort } from "./page-watch";
import { PAGE_WISH } from "./page-wish";
import type { ReadPolicy } from "./policy";
import { localArea } from "./browser-settings";
import { sessionArea } from "./browser-session";
import { tellPage, tellPages } from "./browser-tell";

/** Once a page of ours: it listens for as long as that page lives. */
export function browserPage(policy: Live<ReadPolicy>): PagePort {
  const identifiers = variable<readonly PageIdentifier[]>([]);
  const onScreen = variable<string | undefined>(undefined);
  const wishes = variable(0);
  const tabs = new TabsOnScreen(identifiers, onScreen);
  void tabs.begin();
  chrome.storage.session.onChanged.addListener((changes) => {
    if (changes[PAGE_WISH]?.newValue !== undefined) wishes.set(wishes.get() + 1);
  });
  const clips = { rings: clipRings(), ring: ringClips };
  const portals = {
    policy,
    area: localArea(),
    onScreen,
    tryOut: (brief: PageBrief | undefined) => tabs.tryOut(brief),
  };
  const session = sessionArea();
  return { session, identifiers, wishes, tellPages: () => tellPages(), clips, portals };
}

type Found = { readonly origin: string; readonly identifiers: readonly PageIdentifier[] };

class TabsOnScreen {
  readonly #shown: Variable<readonly PageIdentifier[]>;
  readonly #onScreen: Variable<string | undefined>;
  readonly #found = new Map<number, Found>();
  #tried: number | undefined;
  #window: number | undefined;
  #tab: number | undefined;

  constructor(shown: Variable<readonly PageIdentifier[]>, onScreen: Variable<string | undefined>) {
    this.#shown = shown;
    this.#onScreen = onScreen;
  }

  /** On the tab on screen; the one where something was tried before is itself again. */
  tryOut(brief: PageBrief | undefined): void {
    if (this.#tried !== undefined && (brief === undefined || this.#tried !== this.#tab)) {
      tellPage(this.#tried, { type: "reread", readAs: undefined });
    }
    this.#tried = brief === undefined ? undefined : this.#tab;
    if (this.#tried !== undefined) tellPage(this.#tried, { type: "reread", readAs: brief });
  }

  async begin(): Promise<void> {
    chrome.runtime.onMessage.addListener((data: unknown, sender) => {
      const page = portalPageOf(sender, chrome.runtime.id);
      const word = page === undefined ? undefined : parsePageWord(data);
      if (page === undefined || word?.type !== "found") return;
      this.#found.set(page.tab, { origin: page.origin, identifiers: word.identifiers });
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
    const found = this.#tab === undefined ? undefined : this.#found.get(this.#tab);
    this.#onScreen.set(found?.origin);
    const shown = found?.identifiers ?? [];
    if (JSON.stringify(shown) !== JSON.stringify(this.#shown.get())) this.#shown.set(shown);
  }
}
