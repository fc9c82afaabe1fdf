/**
 * "Document D has news", told to every context of this device, the teller included. Nothing else
 * is said to others: what the news is stands in the store, committed.
 */
import type { News, NewsItem } from "@beiakte/shared/log/entry-store";
import { idOf } from "@beiakte/shared/model/stored-value";
import { isOneOf, isRecord } from "../messages/reading";

/** What of a `BroadcastChannel` is used; it does not bring a context its own messages. */
export type NewsChannel = {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (
    type: "message",
    listener: (event: { readonly data: unknown }) => void,
  ) => void;
};

export function channelNews(channel: NewsChannel): News {
  const listeners = new Set<(item: NewsItem) => void>();
  const tell = (item: NewsItem) => {
    for (const listener of [...listeners]) listener(item);
  };

  channel.addEventListener("message", ({ data }) => {
    const told = parseNews(data);
    if (told !== undefined) tell(told);
  });

  return {
    post(item) {
      const { document, kind, space } = item;
      channel.postMessage({ space, document, kind });
      // Later, as for the others: whoever posts is not called back in the middle of its work.
      queueMicrotask(() => tell(item));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** During an update a context of another version may speak here: what it means is not guessed. */
function parseNews(data: unknown): NewsItem | undefined {
  if (!isRecord(data)) return undefined;
  const space = idOf("SpaceId", data["space"]);
  const document = idOf("DocumentId", data["document"]);
  const kind = isOneOf(KINDS, data["kind"]);
  return space && document && kind && { space, document, kind };
}

const KINDS = ["sealed", "received", "seen"] as const satisfies readonly NewsItem["kind"][];
