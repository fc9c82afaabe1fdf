/**
 * What the toolbar's button says of each tab: whether its page names a case, and for some seconds
 * what was just done there, which the page's next answer must not wipe away.
 */
import type { Cancel, Clock } from "@beiakte/shared/base/ports";
import { tellPage } from "../workspace/browser-tell";

export type ToolbarPort = {
  readonly clock: Pick<Clock, "after">;
  readonly setTitle: (tab: number, title: string) => Promise<void>;
  /** Without a text the tab shows what all tabs show. */
  readonly setBadge: (tab: number, text: string | undefined) => Promise<void>;
  /** The page's script asks again whether it names a case, and the answer stands here. */
  readonly askAgain: (tab: number) => void;
};

const SAID_FOR_MS = 5_000;

export class ToolbarWords {
  readonly #port: ToolbarPort;
  readonly #usual: string;
  /** Where something was said: how its end is called off. */
  readonly #said = new Map<number, Cancel>();

  /** `usual`: where nothing is known of a page. */
  constructor(port: ToolbarPort, usual: string) {
    this.#port = port;
    this.#usual = usual;
  }

  async stand(tab: number, title: string): Promise<void> {
    if (!this.#said.has(tab)) await this.#port.setTitle(tab, title);
  }

  async say(tab: number, title: string, badge: string): Promise<void> {
    const { askAgain, clock, setBadge, setTitle } = this.#port;
    this.#said.get(tab)?.();
    const cancel = clock.after(SAID_FOR_MS, () => {
      this.#said.delete(tab);
      // The tab may be closed by then.
      setTitle(tab, this.#usual).catch(() => undefined);
      setBadge(tab, undefined).catch(() => undefined);
      askAgain(tab);
    });
    this.#said.set(tab, cancel);
    await Promise.all([setBadge(tab, badge), setTitle(tab, title)]);
  }
}

export function browserToolbar(clock: ToolbarPort["clock"]): ToolbarWords {
  return new ToolbarWords(
    {
      clock,
      setTitle: (tabId, title) => chrome.action.setTitle({ tabId, title }),
      async setBadge(tabId, text) {
        try {
          await chrome.action.setBadgeText(text === undefined ? { tabId } : { tabId, text });
        } catch {
          // Not every browser can take a tab's own text away.
          await chrome.action.setBadgeText({ tabId, text: "" });
        }
      },
      askAgain: tellPage,
    },
    chrome.i18n.getMessage("openPanel"),
  );
}
