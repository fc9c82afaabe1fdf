/**
 * Who speaks. Two classes and no third: our own pages, and our content script in the top frame of a
 * page that is on screen. Everybody else is not answered.
 */
import { portalOriginOf } from "./portal-origin";

/** What of `chrome.runtime.MessageSender` is looked at. */
export type Sender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentLifecycle?: string | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly windowId: number;
        readonly url?: string | undefined;
      }
    | undefined;
};

export type PortalPage = {
  readonly tab: number;
  readonly window: number;
  /** `https://…`, or `http://localhost:…`. */
  readonly origin: string;
  /** The whole address, as it is now. */
  readonly address: string;
};

export function portalPageOf(sender: Sender, extension: string): PortalPage | undefined {
  const { documentLifecycle = "active", frameId, id, tab, url } = sender;
  if (id !== extension || frameId !== 0 || documentLifecycle !== "active") return undefined;
  const origin = url === undefined ? undefined : portalOriginOf(url);
  if (tab?.id === undefined || url === undefined || origin === undefined) return undefined;
  // Chromium says for ever where a page was loaded; its tab goes along where an application goes on.
  const isSame = tab.url !== undefined && portalOriginOf(tab.url) === origin;
  return { tab: tab.id, window: tab.windowId, origin, address: isSame ? tab.url : url };
}
