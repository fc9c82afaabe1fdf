/** `chrome.storage.session`: in the memory of the browser, for our own pages only. */
import type { SessionArea } from "./case-index";

export function sessionArea(): SessionArea {
  const area = chrome.storage.session;
  return {
    get: async (name) => (await area.get(name))[name],
    set: (name, value) => area.set({ [name]: value }).catch(() => undefined),
    remove: (name) => area.remove(name).catch(() => undefined),
  };
}
