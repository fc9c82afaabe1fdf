/** To our content scripts: what they know of cases is old. They ask again. */
import type { ContentWord } from "../messages/page-words";

const TELL: ContentWord = { type: "tell" };

export function tellPages(word: ContentWord = TELL): void {
  void chrome.tabs.query({}).then((tabs) => {
    for (const { id } of tabs) if (id !== undefined) tellPage(id, word);
  });
}

export function tellPage(tab: number, word: ContentWord = TELL): void {
  // Most tabs are no portals and have nobody who could answer.
  chrome.tabs.sendMessage(tab, word).catch(() => undefined);
}
