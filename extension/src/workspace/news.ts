/**
 * "Document D has news", told to every context of this device, the teller included. Nothing else
 * is said: what the news is stands in the store, committed.
 */
import { type DocumentId, parseId, type SpaceId } from "@beiakte/shared/base/ids";
import type { News } from "@beiakte/shared/log/entry-store";

/** What of a `BroadcastChannel` is used; it does not bring a context its own messages. */
export type NewsChannel = {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (
    type: "message",
    listener: (event: { readonly data: unknown }) => void,
  ) => void;
};

export function channelNews(channel: NewsChannel): News {
  const listeners = new Set<(space: SpaceId, document: DocumentId) => void>();
  const tell = (space: SpaceId, document: DocumentId) => {
    for (const listener of [...listeners]) listener(space, document);
  };

  channel.addEventListener("message", ({ data }) => {
    const told = parseNews(data);
    if (told !== undefined) tell(told.space, told.document);
  });

  return {
    post(space, document) {
      channel.postMessage({ space, document });
      // Later, as for the others: whoever posts is not called back in the middle of its work.
      queueMicrotask(() => tell(space, document));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** During an update a context of another version may speak here: what it means is not guessed. */
function parseNews(
  data: unknown,
): { readonly space: SpaceId; readonly document: DocumentId } | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (!("space" in data) || !("document" in data)) return undefined;
  if (typeof data.space !== "string" || typeof data.document !== "string") return undefined;
  const space = parseId("SpaceId", data.space);
  const document = parseId("DocumentId", data.document);
  return space.ok && document.ok ? { space: space.value, document: document.value } : undefined;
}
