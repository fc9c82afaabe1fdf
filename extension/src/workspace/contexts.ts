/** What a context of this device needs of the browser, without any key: the background's half. */
import type { Clock } from "@beiakte/shared/base/ports";
import type { Locks, News } from "@beiakte/shared/log/entry-store";
import { LINK_NAME } from "./link-words";
import { webLocks } from "./locks";
import { channelNews } from "./news";
import type { LinkChannel } from "./relay-link";
import type { WorkbenchChannel } from "./workbench";

export const STORE_NAME = "beiakte";
export const PRACTICE_NAME = "beiakte-practice";
/** Between the contexts of this device: that the vault was locked, or the device removed. */
export const SESSION_CHANNEL = "beiakte-session-1";

export const browserClock: Clock = {
  now: () => Date.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The practice space and the real one must not wait for each other: the store's name goes before. */
export function locksOf(name: string): Locks {
  const locks = webLocks(navigator.locks);
  return {
    alone: (lock, run) => locks.alone(`${name}/${lock}`, run),
    hold: (lock) => locks.hold(`${name}/${lock}`),
    isHeld: (lock) => locks.isHeld(`${name}/${lock}`),
  };
}

export function newsOf(name: string): News {
  return channelNews(new BroadcastChannel(`${name}-news-1`));
}

export function linkChannel(): LinkChannel {
  return new BroadcastChannel(LINK_NAME);
}

export function workbenchChannel(name: string): WorkbenchChannel {
  return new BroadcastChannel(`beiakte-workbench/${name}-workbench`);
}

/** Where the session's secret lies while the browser runs; without it the passphrase is asked for. */
export function sessionName(name: string): string {
  return `${name}-session`;
}
