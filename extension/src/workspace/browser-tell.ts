/** To our content scripts: what they know of cases is old. They ask again. */
import type { ContentWord } from "../messages/page-words";

export function tellPages(): void {
  void chrome.tabs.query({}).then((tabs) => {
    for (const { id } of tabs) if (id !== undefined) tellPage(id);
  });
}

export function tellPage(tab: number): void {
  const word: ContentWord = { type: "tell" };
  // Most tabs are no portals and have nobody who could answer.
  chrome.tabs.sendMessage(tab, word).catch(() => undefined);
}
