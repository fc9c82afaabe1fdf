/** Syncs sealed entries while no panel does, and counts what the person has not seen yet. */
import type { Random } from "@beiakte/shared/base/ports";
import { browserClock, linkChannel, locksOf, newsOf, STORE_NAME } from "../workspace/contexts";
import { type EntryStore, hasUnseen } from "../workspace/entry-store";
import { openEntryStore } from "../workspace/indexed-entry-store";
import { RelayLink } from "../workspace/relay-link";
import { connectWebSocket } from "../workspace/web-socket";

export class Background {
  readonly #random: Random;
  #store: Promise<EntryStore | undefined> | undefined;
  #link: RelayLink | undefined;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Takes the line to the relay if nobody has it, and brings the badge up to date. */
  async look(): Promise<void> {
    const store = await this.#opened();
    if (store === undefined) return;
    const locks = locksOf(STORE_NAME);
    const isTaken = await locks.isHeld("relay");
    if (!isTaken && this.#link?.isOwner !== true && (await store.spaces.all()).length > 0) {
      const news = newsOf(STORE_NAME);
      this.#link = new RelayLink({
        store,
        locks,
        news,
        channel: linkChannel(),
        connect: connectWebSocket,
        clock: browserClock,
        random: this.#random,
        kind: "background",
        // Only who is unlocked can seal again: it waits in the store for the next panel.
        rejected: () => undefined,
      });
      news.subscribe(() => void this.#showBadge());
    }
    this.#link?.wake();
    await this.#showBadge();
  }

  async #showBadge(): Promise<void> {
    const store = await this.#opened();
    if (store === undefined) return;
    const spaces = await store.spaces.all();
    const progress = await Promise.all(spaces.map(({ space }) => store.progressOf(space)));
    const unseen = progress.flat().filter(hasUnseen).length;
    await chrome.action.setBadgeText({ text: unseen === 0 ? "" : String(unseen) });
  }

  async #opened(): Promise<EntryStore | undefined> {
    const store = await (this.#store ??= this.#open());
    if (store?.trouble.get() === undefined) return store;
    // Removed, or taken over by a newer version: the next look begins anew.
    this.#store = undefined;
    this.#link?.close();
    this.#link = undefined;
    return undefined;
  }

  async #open(): Promise<EntryStore | undefined> {
    const opened = await openEntryStore({ name: STORE_NAME, random: this.#random });
    if (opened.ok) return opened.value;
    this.#store = undefined;
    return undefined;
  }
}
