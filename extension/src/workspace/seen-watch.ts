/** While a document is on the screen, what colleagues bring into it is seen. */
import type { DocumentId } from "@beiakte/shared/base/ids";
import type { Cancel } from "@beiakte/shared/base/ports";
import { hasUnseen } from "./entry-store";
import type { SpaceSession } from "./space-session";

// A person sees a colleague's keys one by one; the disk need not write down each.
const MARK_EVERY_MS = 500;

/** Until what it gives back is called. */
export function watchSeen(session: SpaceSession, document: DocumentId): () => void {
  const { clock, news, store } = session.context;
  let pending: Cancel | undefined;
  let isClosed = false;
  const mark = async (): Promise<void> => {
    const here = await store.progressAt(session.space, document);
    if (isClosed || here === undefined || !hasUnseen(here)) return;
    // Not written: it stays unseen, and is shown as such once more. Nothing is lost by that.
    await store.markSeen(session.space, [{ document, order: here.newest }]);
    news.post({ space: session.space, document, kind: "seen" });
  };
  const stop = news.subscribe((item) => {
    if (item.space !== session.space || item.document !== document) return;
    if (item.kind !== "received") return;
    pending ??= clock.after(MARK_EVERY_MS, () => {
      pending = undefined;
      void mark();
    });
  });
  void mark();
  return () => {
    isClosed = true;
    pending?.();
    stop();
  };
}
