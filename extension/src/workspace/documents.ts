/** The documents that are open in this context: each once, however many screens show it. */
import type { DocumentId, MemberId } from "@beiakte/shared/base/ids";
import { bytesToHex } from "@beiakte/shared/base/bytes";
import { type Live, variable } from "@beiakte/shared/base/live";
import type { SealingKey } from "@beiakte/shared/crypto/seal";
import type { StoreFault } from "@beiakte/shared/log/entry-store";
import { SealedLog } from "@beiakte/shared/log/sealed-log";
import { ACTION } from "@beiakte/shared/model/action";
import { caretsOf } from "@beiakte/shared/sync/carets";
import { logSocketFor } from "@beiakte/shared/sync/log-socket";
import type { OpenPresence, Presence } from "@beiakte/shared/sync/presence";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { SavedWatch } from "./saved-watch";
import type { SpaceSession } from "./space-session";
import type { DocumentState } from "./workspace";

export type OpenDocument = {
  readonly document: DocumentId;
  readonly doc: Y.Doc;
  readonly log: SealedLog;
  readonly awareness: Awareness;
  readonly presence: OpenPresence;
  readonly state: Live<DocumentState>;
  /** Counts up with each change of the document. */
  readonly version: Live<number>;
  readonly close: () => Promise<void>;
};

export class Documents {
  readonly #session: SpaceSession;
  readonly #presence: Presence;
  readonly #draftKey: SealingKey;
  readonly #nameOf: (member: MemberId) => string;
  readonly #open = new Map<DocumentId, { users: number; readonly opening: Promise<Opened> }>();
  readonly #faulty = new Map<DocumentId, StoreFault["type"]>();
  readonly #storeFault = variable<StoreFault["type"] | undefined>(undefined);

  constructor(
    session: SpaceSession,
    presence: Presence,
    draftKey: SealingKey,
    nameOf: (member: MemberId) => string,
  ) {
    this.#session = session;
    this.#presence = presence;
    this.#draftKey = draftKey;
    this.#nameOf = nameOf;
  }

  /** To be closed as often as it was opened. */
  async open(document: DocumentId): Promise<OpenDocument> {
    let held = this.#open.get(document);
    if (held === undefined) {
      held = { users: 0, opening: this.#make(document) };
      this.#open.set(document, held);
    }
    held.users += 1;
    const opened = await held.opening;
    let isClosed = false;
    const close = async (): Promise<void> => {
      if (isClosed) return;
      isClosed = true;
      await this.#close(document);
    };
    return { ...opened, close };
  }

  /** The store could not take the last change of some document: it is in the memory only. */
  get storeFault(): Live<StoreFault["type"] | undefined> {
    return this.#storeFault;
  }

  /** What is open now, without opening it. */
  async peek(document: DocumentId): Promise<Opened | undefined> {
    return this.#open.get(document)?.opening;
  }

  get ids(): readonly DocumentId[] {
    return [...this.#open.keys()];
  }

  /** Seals what is pending and drops every inner document. */
  async closeAll(): Promise<void> {
    const all = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(all.map(async ({ opening }) => (await opening).end()));
  }

  async #close(document: DocumentId): Promise<void> {
    const held = this.#open.get(document);
    if (held === undefined) return;
    held.users -= 1;
    if (held.users > 0) return;
    const opened = await held.opening;
    await opened.log.settle();
    const isAway = (): boolean => held.users === 0 && this.#open.get(document) === held;
    // On a full disk: what is in the memory only stays there until the store has taken it.
    if (!isAway() || this.#keepsUntilWritten(opened, isAway)) return;
    this.#open.delete(document);
    await opened.end();
  }

  /** Whether the document is kept open, and closed once its changes are on the disk. */
  #keepsUntilWritten(opened: Opened, isAway: () => boolean): boolean {
    const { document, log } = opened;
    if (!log.state.get().isWriting) return false;
    const stop = log.state.subscribe(() => {
      if (!isAway()) return stop();
      if (log.state.get().isWriting) return;
      stop();
      this.#open.delete(document);
      void opened.end();
    });
    return true;
  }

  #watchStore(document: DocumentId, fault: StoreFault["type"] | undefined): void {
    if (fault === this.#faulty.get(document)) return;
    if (fault === undefined) this.#faulty.delete(document);
    else this.#faulty.set(document, fault);
    const [first] = this.#faulty.values();
    this.#storeFault.set(first);
  }

  async #make(document: DocumentId): Promise<Opened> {
    const session = this.#session;
    const { clock, link, locks, news, random, store } = session.context;
    const doc = new Y.Doc({ gc: true });
    const log = new SealedLog({
      space: session.space,
      document,
      doc,
      device: session.own.device,
      signingKey: session.own.signingKey,
      roster: () => session.roster.get(),
      keys: session.keys,
      draftKey: this.#draftKey,
      store,
      locks,
      news,
      clock,
      random,
      context: bytesToHex(random.bytes(8)),
      actionOrigin: ACTION,
    });
    await log.open();
    const presence = this.#presence.open(document, () => log.coverage.heads());
    const peer = {
      doc,
      clock,
      awarenessChanged: (update: Uint8Array) => presence.sendAwareness(new Uint8Array(update)),
      subscribe: (deliver: (awareness: Uint8Array) => void) =>
        presence.onAwareness((bytes, from) => {
          const carets = caretsOf(bytes, { name: this.#nameOf(from), member: from }, doc.clientID);
          if (carets !== undefined) deliver(carets);
        }),
    };
    // The address is never dialled and the room's name never sent: both say nothing.
    const provider = new WebsocketProvider("ws://log.invalid", "log", doc, {
      WebSocketPolyfill: logSocketFor(peer),
      disableBc: true,
    });
    const version = variable(0);
    doc.on("update", () => version.set(version.get() + 1));
    const saved = new SavedWatch(session, document, log, presence);
    const stops = [
      presence.others.subscribe(() => {
        log.isTogether = presence.others.get().length > 0;
      }),
      log.state.subscribe(() => {
        presence.readOn();
        this.#watchStore(document, log.state.get().storeFault);
      }),
      session.keyChanges.subscribe(() => void log.read()),
      link?.onComing(({ entries, space }) => {
        if (space === session.space) log.prepare(entries);
      }),
    ];
    log.isTogether = presence.others.get().length > 0;
    const end = async (): Promise<void> => {
      await log.close();
      for (const stop of stops) stop?.();
      this.#watchStore(document, undefined);
      saved.close();
      presence.close();
      provider.destroy();
      doc.destroy();
    };
    const { awareness } = provider;
    return { document, doc, log, awareness, presence, state: saved.state, version, end };
  }
}

type Opened = Omit<OpenDocument, "close"> & { readonly end: () => Promise<void> };
