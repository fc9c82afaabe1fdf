/**
 * What the toolbar's button says of each tab: whether its page names a case, and for some seconds
 * what was just done there, which the page's next answer must not wipe away.
 */
import type { Clock } from "@beiakte/shared/base/ports";

export type ToolbarPort = {
  readonly clock: Pick<Clock, "after">;
  readonly setTitle: (tab: number, title: string) => Promise<void>;
  /** Without a text the tab shows what all tabs show. */
  readonly setBadge: (tab: number, text: string | undefined) => Promise<void>;
};

const SAID_FOR_MS = 5_000;

export class ToolbarWords {
  readonly #port: ToolbarPort;
  readonly #usual: string;
  /** Of tabs whose page has spoken since this worker began. */
  readonly #standing = new Map<number, string>();
  /** How often something was said there; the last one's end is the end. */
  readonly #said = new Map<number, number>();

  /** `usual`: where nothing is known of a page. */
  constructor(port: ToolbarPort, usual: string) {
    this.#port = port;
    this.#usual = usual;
  }

  async stand(tab: number, title: string): Promise<void> {
    this.#standing.set(tab, title);
    if (!this.#said.has(tab)) await this.#port.setTitle(tab, title);
  }

  async say(tab: number, title: string, badge: string): Promise<void> {
    const { clock, setBadge, setTitle } = this.#port;
    const count = (this.#said.get(tab) ?? 0) + 1;
    this.#said.set(tab, count);
    clock.after(SAID_FOR_MS, () => {
      if (this.#said.get(tab) !== count) return;
      this.#said.delete(tab);
      // The tab may be closed by then.
      setTitle(tab, this.#standing.get(tab) ?? this.#usual).catch(() => undefined);
      setBadge(tab, undefined).catch(() => undefined);
    });
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
    },
    chrome.i18n.getMessage("openPanel"),
  );
}
