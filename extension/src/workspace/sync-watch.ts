/** What the line below the header says of all documents together. */
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import { connectionOf } from "./connection";
import type { Documents } from "./documents";
import type { Look } from "./outbox-watch";
import type { SpaceSession } from "./space-session";
import type { SyncView } from "./workspace";

export class SyncWatch {
  readonly #session: SpaceSession;
  readonly #documents: Documents;
  readonly #view: Variable<SyncView>;
  readonly #stops: readonly (() => void)[];

  constructor(session: SpaceSession, documents: Documents) {
    this.#session = session;
    this.#documents = documents;
    this.#view = variable<SyncView>({
      connection: connectionOf(session.context.link, session.space),
      waiting: 0,
      storeFault: undefined,
    });
    const soon = (): void => session.outbox.soon(this.#look);
    this.#stops = [
      session.activity.subscribe(soon),
      documents.storeFault.subscribe(soon),
      session.context.store.trouble.subscribe(soon),
      () => session.outbox.forget(this.#look),
    ];
    soon();
  }

  get view(): Live<SyncView> {
    return this.#view;
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  readonly #look: Look = (outbox) => {
    const connection = connectionOf(this.#session.context.link, this.#session.space);
    const before = this.#view.get().waiting;
    // The practice space has an outbox that nobody ever empties.
    const waiting = connection.type === "none" ? 0 : (outbox?.count ?? before);
    const next = { connection, waiting, storeFault: this.#storeFault() };
    if (JSON.stringify(next) !== JSON.stringify(this.#view.get())) this.#view.set(next);
  };

  #storeFault(): SyncView["storeFault"] {
    const fault = this.#documents.storeFault.get();
    if (fault === "store-full") return "full";
    const isGone = this.#session.context.store.trouble.get() !== undefined;
    return fault !== undefined || isGone ? "failed" : undefined;
  }
}
