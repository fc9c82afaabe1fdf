/**
 * Who opens the panel. In Chrome and Edge it is a side panel, which a click in a page may open. In
 * Firefox it is the sidebar: only the toolbar's button and the browser's own key open it, so a page
 * is told which ones.
 */
import { SIDEBAR_KEY_COMMAND, sidebarAction } from "./sidebar-action";

export type PanelDoor = {
  /** Must be called in the worker's first turn: the toolbar's button wakes it. */
  readonly openOnButton: () => void;
  /**
   * Must be called before anything is waited for: the click is the person's leave. Gives the words
   * for who must open it by hand.
   */
  readonly open: (window: number) => Promise<string | undefined>;
};

export function browserPanelDoor(): PanelDoor {
  const sidebar = sidebarAction();
  if (sidebar === undefined) {
    return {
      openOnButton: () =>
        void chrome.sidePanel
          .setPanelBehavior({ openPanelOnActionClick: true })
          .catch(() => undefined),
      open: (windowId) => chrome.sidePanel.open({ windowId }).then(nothing, nothing),
    };
  }
  return {
    openOnButton: () =>
      chrome.action.onClicked.addListener(() => void sidebar.toggle().catch(nothing)),
    async open(windowId) {
      // A panel that is open hears of the wish by itself.
      if (await sidebar.isOpen({ windowId }).catch(() => false)) return undefined;
      const commands = await chrome.commands.getAll().catch(() => []);
      const key = commands.find(({ name }) => name === SIDEBAR_KEY_COMMAND)?.shortcut ?? "";
      return key === ""
        ? chrome.i18n.getMessage("openByButton")
        : chrome.i18n.getMessage("openByButtonOrKey", key);
    },
  };
}

const nothing = (): undefined => undefined;
