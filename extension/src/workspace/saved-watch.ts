/** Watches where the newest own change of a document is: the weakest place counts. */
import type { DocumentId } from "@beiakte/shared/base/ids";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { LogState, SealedLog } from "@beiakte/shared/log/sealed-log";
import type { OpenPresence } from "@beiakte/shared/sync/presence";
import type { Look } from "./outbox-watch";
import type { SpaceSession } from "./space-session";
import type { DocumentState, Saved } from "./workspace";

export class SavedWatch {
  readonly #document: DocumentId;
  readonly #log: SealedLog;
  readonly #presence: OpenPresence;
  readonly #state: Variable<DocumentState>;
  readonly #stops: readonly (() => void)[];

  constructor(session: SpaceSession, document: DocumentId, log: SealedLog, presence: OpenPresence) {
    this.#document = document;
    this.#log = log;
    this.#presence = presence;
    this.#state = variable(viewState("at-relay", log.state.get()));
    const soon = (): void => session.outbox.soon(this.#look);
    this.#stops = [
      log.state.subscribe(() => {
        // At once: nothing may be called saved that is not on the disk.
        if (log.state.get().isWriting) this.#set("writing");
        soon();
      }),
      presence.seenHeads.subscribe(soon),
      session.activity.subscribe(soon),
      () => session.outbox.forget(this.#look),
    ];
    soon();
  }

  get state(): Live<DocumentState> {
    return this.#state;
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  readonly #look: Look = (waiting) => {
    const { isUnsealed, isWriting } = this.#log.state.get();
    if (isWriting) return this.#set("writing");
    // Nothing can be asked now; the document says itself what of it is not written.
    if (waiting === undefined) return;
    if (isUnsealed || waiting.documents.has(this.#document)) return this.#set("on-device");
    this.#set(this.#isSeen() ? "seen" : "at-relay");
  };

  #isSeen(): boolean {
    const last = this.#log.lastOwn;
    if (last === undefined) return false;
    if (this.#log.heard.holds(last)) return true;
    const { device, seq, writer } = last;
    return this.#presence.seenHeads
      .get()
      .some((head) => head.device === device && head.writer === writer && head.seq >= seq);
  }

  #set(saved: Saved): void {
    const next = viewState(saved, this.#log.state.get());
    const before = this.#state.get();
    if (JSON.stringify(next) !== JSON.stringify(before)) this.#state.set(next);
  }
}

function viewState(saved: Saved, { faults, isComplete }: LogState): DocumentState {
  return { saved, faults: [...new Set(faults.map(({ type }) => type))], isComplete };
}
