/** Syncs sealed entries while no panel does, and counts what the person has not seen yet. */
import type { Random } from "@beiakte/shared/base/ports";
import { Badge } from "../workspace/badge";
import { browserClock, linkChannel, locksOf, newsOf, STORE_NAME } from "../workspace/contexts";
import type { EntryStore } from "../workspace/entry-store";
import { openEntryStore } from "../workspace/indexed-entry-store";
import { RelayLink } from "../workspace/relay-link";
import { connectWebSocket } from "../workspace/web-socket";

type Opened = { readonly store: EntryStore; readonly badge: Badge };

export class Background {
  readonly #random: Random;
  readonly #locks = locksOf(STORE_NAME);
  readonly #news = newsOf(STORE_NAME);
  #opened: Promise<Opened | undefined> | undefined;
  #link: RelayLink | undefined;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Takes the line to the relay if nobody has it, and brings the badge up to date. */
  async look(): Promise<void> {
    const opened = await this.#open();
    if (opened === undefined) return;
    const { badge, store } = opened;
    const hasSpaces = (await store.spaces.all()).length > 0;
    const isTaken = await this.#locks.isHeld("relay");
    // A panel has asked for the line meanwhile, and may have gone since.
    if (this.#link?.isClosed === true) this.#link = undefined;
    if (hasSpaces && !isTaken) this.#link ??= this.#connect(store);
    this.#link?.wake();
    await badge.look();
  }

  #connect(store: EntryStore): RelayLink {
    return new RelayLink({
      store,
      locks: this.#locks,
      news: this.#news,
      channel: linkChannel(),
      connect: connectWebSocket,
      clock: browserClock,
      random: this.#random,
      kind: "background",
      // Only who is unlocked can seal again: it waits in the store for the next panel.
      rejected: () => undefined,
    });
  }

  async #open(): Promise<Opened | undefined> {
    const opened = await (this.#opened ??= this.#openStore());
    if (opened?.store.trouble.get() === undefined) return opened;
    // Removed, or taken over by a newer version: the next look begins anew.
    opened.badge.close();
    this.#opened = undefined;
    this.#link?.close();
    this.#link = undefined;
    return undefined;
  }

  async #openStore(): Promise<Opened | undefined> {
    const store = await openEntryStore({ name: STORE_NAME, random: this.#random });
    if (!store.ok) {
      this.#opened = undefined;
      return undefined;
    }
    const badge = new Badge({
      store: store.value,
      news: this.#news,
      clock: browserClock,
      show: (text) => chrome.action.setBadgeText({ text }),
    });
    return { store: store.value, badge };
  }
}
