/**
 * One document's sealed log, for as long as the document is open: takes the entries of the store
 * into the inner document, and seals what is written in it. Its promises are the rules LG in
 * SPEC.md.
 */
import * as Y from "yjs";
import type { Bytes } from "../base/bytes";
import type { EntryId, WriterId } from "../base/ids";
import { type Live, type Variable, variable } from "../base/live";
import type { Cancel, Clock, Random } from "../base/ports";
import { err, ok, type Result } from "../base/result";
import type { SealingKey } from "../crypto/seal";
import type { SigningKey } from "../crypto/signature";
import type { Coverage } from "./coverage";
import {
  isVolatile,
  lockOf,
  orphanedDrafts,
  stillUnsealed,
  type Unsealed,
  writeDrafts,
} from "./drafts";
import { FIRST_PREVIOUS, type Head, type ReceivedEntry } from "./entry";
import type { Locks, News, NewsItem, StoreFault } from "./entry-store";
import type { LogFault } from "./faults";
import { Gathering } from "./gathering";
import { LOG_ORIGIN, LogReader, type LogReaderContext, type SealedLink } from "./log-reader";
import { missingUpdate } from "./missing";
import { type Span, spanOf } from "./opening";
import type { Payload } from "./payload";
import { sealEntry } from "./sealing";
import { isSnapshotDue, mergedUpdates } from "./snapshot";
import { readOf } from "./store-reading";

export { LOG_ORIGIN } from "./log-reader";

export type SealedLogContext = LogReaderContext & {
  readonly signingKey: SigningKey;
  readonly draftKey: SealingKey;
  readonly locks: Locks;
  readonly news: News;
  readonly clock: Clock;
  readonly random: Random;
  /** Names this context among those of the device: random, new for each opening. */
  readonly context: string;
  /** The transaction origin of single actions (tick, date, move): they are sealed at once. */
  readonly actionOrigin: unknown;
};

export type LogState = {
  /** Local changes that are not on the disk yet, in any form. */
  readonly isWriting: boolean;
  /** Local changes that no entry holds yet: on this device only, as drafts at best. */
  readonly isUnsealed: boolean;
  /** The store could not take the last write; it is tried again. */
  readonly storeFault: StoreFault["type"] | undefined;
  /** Nothing is missing: only then is the document up to date. */
  readonly isComplete: boolean;
  readonly faults: readonly LogFault[];
  /** Counts up with every change of coverage: own entries and those taken in. */
  readonly version: number;
};

// A full disk is not emptied in a second; a person who deletes something should not wait long.
const STORE_RETRY_MS = 2000;

type SealedKind =
  | { readonly kind: "update" }
  | {
      readonly kind: "snapshot";
      readonly covers: readonly Head[];
      readonly setAside: readonly EntryId[];
    };

/** `no-key`: the current epoch's lockbox has not come; what is written stays a draft until then. */
type SealFault = StoreFault | { readonly type: "no-key" };

/** Where the next own entry belongs. The store has the last word: `insertSealed` refuses a place. */
type ChainEnd = { readonly writer: WriterId; readonly last: Head | undefined };

const HERE = { type: "here" } as const;

export class SealedLog {
  readonly #context: SealedLogContext;
  readonly #reader: LogReader;
  readonly #state: Variable<LogState>;
  readonly #gathering: Gathering;
  #unsealed: readonly Unsealed[] = [];
  #reading: Promise<void> = Promise.resolve();
  #writing: Promise<void> = Promise.resolve();
  #folding: Promise<void> = Promise.resolve();
  #hasDraftDue = false;
  /** As it was after the last sealing here: a colleague who watches waits for no more reads. */
  #end: ChainEnd | undefined;
  #isAttached = false;
  #isClosed = false;
  #lacksKey = false;
  #retry: Cancel | undefined;
  /** The news of our own last entry: there is nothing in it that is not here. */
  #told: NewsItem | undefined;
  readonly #release: (() => void)[] = [];

  constructor(context: SealedLogContext) {
    this.#context = context;
    this.#reader = new LogReader(context);
    this.#gathering = new Gathering(context.clock, () => void this.#seal());
    this.#state = variable<LogState>({
      isWriting: false,
      isUnsealed: false,
      storeFault: undefined,
      isComplete: false,
      faults: [],
      version: 0,
    });
  }

  get state(): Live<LogState> {
    return this.#state;
  }

  /** What colleagues' entries prove that they have seen of this device's. */
  get heard(): Coverage {
    return this.#reader.heard;
  }

  /** The newest entry that this device has sealed here. */
  get lastOwn(): Head | undefined {
    return this.#reader.lastOwn;
  }

  get coverage(): Coverage {
    return this.#reader.coverage;
  }

  /** Whether a colleague has the document open: then text is sealed at once. */
  set isTogether(isTogether: boolean) {
    this.#gathering.isTogether = isTogether;
  }

  /** Reads all there is. Afterwards changes of the document are sealed, and news are taken in. */
  async open(): Promise<void> {
    const { context, device, doc, document, locks, news, space } = this.#context;
    this.#release.push(await locks.hold(lockOf(context)));
    this.#release.push(
      news.subscribe((item) => {
        const isOther = item.space !== space || item.document !== document;
        if (isOther || item.kind === "seen" || item === this.#told) return;
        void this.#readAlone(() => this.#reader.read(item.arrived));
      }),
    );
    await this.read();
    const changed = (update: Uint8Array, origin: unknown): void => this.#changed(update, origin);
    doc.on("update", changed);
    this.#release.push(() => doc.off("update", changed));
    this.#isAttached = true;
    const before = missingUpdate(doc, this.#reader.reached, device);
    // Written before anybody listened: nothing later could be read without it.
    if (before.hasStructs) this.#changed(before.update(), undefined);
    this.#sealRejected();
    await this.#adoptOrphans();
  }

  /** Takes in what the store has got since. Also to be called when roster or keyring changed. */
  read(): Promise<void> {
    return this.#readAlone(() => this.#reader.read());
  }

  /** Opens these while the store is still taking them in: they are shown when they are read. */
  prepare(entries: readonly ReceivedEntry[]): void {
    if (this.#isAttached) this.#reader.prepare(entries);
  }

  /** Seals at once what was gathered, and is done when it is committed. */
  async settle(): Promise<void> {
    this.#gathering.flush();
    await this.#seal();
  }

  /** Content that the relay refused for its place is sealed again under the store's new writer. */
  async reseal(): Promise<void> {
    await this.#readAlone(() => this.#reader.reconcile());
    await this.settle();
  }

  /** Folds the log if that is worth it. Nothing happens while anything is missing or unsealed. */
  async snapshotIfDue(moment: "in-use" | "quiet"): Promise<void> {
    if (!this.#isSnapshotDue(moment)) return;
    await this.settle();
    await this.#fold(moment);
  }

  /** Seals what is pending and lets go. The document stays as it is. */
  async close(): Promise<void> {
    await this.settle();
    await this.snapshotIfDue("quiet");
    this.#isClosed = true;
    this.#gathering.close();
    this.#retry?.();
    await this.#folding;
    for (const release of this.#release.splice(0)) release();
    await this.#reading;
  }

  #readAlone(run: () => Promise<Result<void, StoreFault>>): Promise<void> {
    this.#reading = this.#reading.then(async () => {
      const read = await run();
      const version = this.#state.get().version + 1;
      this.#publish(read.ok ? { version } : { version, storeFault: read.error.type });
      if (!this.#isAttached) return;
      this.#sealRejected();
      // It may be there now.
      if (this.#lacksKey) void this.#seal();
    });
    return this.#reading;
  }

  #changed(update: Uint8Array, origin: unknown): void {
    if (origin === LOG_ORIGIN) return;
    this.#unsealed = [...this.#unsealed, { update, draft: undefined, from: HERE }];
    this.#publish({ isWriting: true });
    const isAction = origin === this.#context.actionOrigin;
    const isSealedSoon = this.#gathering.changed(isAction ? "action" : "text");
    if (!isSealedSoon) this.#draft();
  }

  #sealRejected(): void {
    const rejected = this.#reader.takeRejected();
    if (rejected.length === 0) return;
    const contents = rejected.map(({ entry, update }): Unsealed => {
      return { update, draft: undefined, from: { type: "rejected", entry } };
    });
    this.#unsealed = [...this.#unsealed, ...contents];
    this.#gathering.changed("action");
  }

  #draft(): void {
    if (this.#hasDraftDue) return;
    this.#hasDraftDue = true;
    this.#writing = this.#writing.then(async () => {
      this.#hasDraftDue = false;
      this.#wrote((await writeDrafts(this.#unsealed, this.#context))?.type);
    });
  }

  #seal(): Promise<void> {
    this.#writing = this.#writing.then(() => {
      if (this.#unsealed.length === 0) return undefined;
      // What was written here nobody else seals, and the store gives each place out once: only what
      // other contexts see too needs the lock, and a person who types does not wait for one.
      const isShared = this.#unsealed.some(({ from }) => from.type !== "here");
      return isShared ? this.#alone(() => this.#sealUpdate()) : this.#sealUpdate();
    });
    return this.#writing;
  }

  #alone(run: () => Promise<void>): Promise<void> {
    const { document, locks, space } = this.#context;
    return locks.alone(`log/${space}/${document}`, run);
  }

  async #sealUpdate(): Promise<void> {
    const gathered = this.#unsealed;
    const held = await stillUnsealed(gathered, this.#context);
    if (!held.ok) return this.#wrote(held.error.type);
    const taken = new Set(gathered);
    const rest = (): readonly Unsealed[] => this.#unsealed.filter((change) => !taken.has(change));
    if (held.value.length === 0) {
      this.#unsealed = rest();
      return this.#wrote(undefined);
    }
    const merged = mergedUpdates(held.value.map(({ update }) => update));
    const update = this.#withoutHole(new Uint8Array(merged));
    const drafts = held.value.flatMap(({ draft }) => draft ?? []);
    const rejected = held.value.flatMap(({ from }) => (from.type === "rejected" ? from.entry : []));
    const content = { owners: [], update };
    const sealed = await this.#sealAt({ kind: "update" }, content, drafts, rejected);
    if (!sealed.ok) {
      // What cannot be sealed now is kept as drafts at least.
      this.#draft();
      this.#lacksKey = sealed.error.type === "no-key";
      return sealed.error.type === "no-key" ? undefined : this.#wrote(sealed.error.type);
    }
    this.#lacksKey = false;
    this.#unsealed = rest();
    this.#committed(sealed.value, spanOf(update) ?? new Map());
    // In use a long tail is folded too: the next opening should not pay for it.
    if (this.#isSnapshotDue("in-use")) void this.#fold("in-use");
  }

  #isSnapshotDue(moment: "in-use" | "quiet"): boolean {
    const { snapshot, tail } = this.#reader.sizes;
    return isSnapshotDue(moment, tail, snapshot);
  }

  #fold(moment: "in-use" | "quiet"): Promise<void> {
    const fold = async (): Promise<void> => {
      // Another context of this device may have folded just now.
      await this.read();
      if (this.#isSnapshotDue(moment)) await this.#sealSnapshot();
    };
    // Beside the writing: a long log takes its time, and what is typed meanwhile does not wait.
    this.#folding = this.#folding.then(() => this.#alone(fold));
    return this.#folding;
  }

  async #sealSnapshot(): Promise<void> {
    if (this.#unsealed.length > 0) return;
    const folded = this.#reader.folded();
    if (folded === undefined) return;
    const { covers, owners, setAside, update } = folded;
    const kind = { kind: "snapshot", covers, setAside } as const;
    const sealed = await this.#sealAt(kind, { owners, update }, [], []);
    // Nobody waits for a snapshot: it is due again with the next change.
    if (!sealed.ok) return;
    this.#committed(sealed.value, spanOf(update) ?? new Map());
    const { document, space, store } = this.#context;
    await store.markCovered(space, document, sealed.value.id, covers);
  }

  /** Seals at the end of this store's chain and commits. */
  async #sealAt(
    kind: SealedKind,
    content: Pick<Payload, "owners" | "update">,
    drafts: readonly number[],
    rejected: readonly EntryId[],
  ): Promise<Result<SealedLink, SealFault>> {
    const { clock, device, document, keys, random, signingKey, space, store } = this.#context;
    const roster = this.#context.roster();
    const epoch = roster.currentEpoch.id;
    const epochKey = keys.keyFor(epoch);
    if (epochKey === undefined) return err({ type: "no-key" });
    const end = this.#end === undefined ? await this.#readEnd() : ok(this.#end);
    if (!end.ok) return end;
    const { last, writer } = end.value;
    const chain = { device, writer };
    const place = { seq: (last?.seq ?? 0) + 1, previous: last?.id ?? FIRST_PREVIOUS };
    const header = { ...kind, space, document, epoch, roster: roster.head, ...chain, ...place };
    const { refusedSnapshots, told } = this.#reader;
    const heads = this.coverage.aheadOf(told).filter((head) => head.device !== device);
    const payload = { time: clock.now(), heads, ...content };
    const sealed = await sealEntry(header, payload, epochKey, signingKey, random);
    const gone = [...rejected, ...refusedSnapshots];
    const inserted = await store.insertSealed({ ...sealed, drafts, rejected: gone });
    if (!inserted.ok) {
      const { error } = inserted;
      this.#end = undefined;
      // The store was found behind its own past just now, or another context of this device has
      // written: again, at the end as it is now.
      if (error.type === "place-taken") return this.#sealAt(kind, content, drafts, rejected);
      return err(error);
    }
    for (const head of heads) told.raise(head);
    this.#end = { writer, last: { ...chain, seq: place.seq, id: sealed.id } };
    const arrived = inserted.value;
    return ok({ header, id: sealed.id, size: sealed.bytes.length, arrived });
  }

  async #readEnd(): Promise<Result<ChainEnd, StoreFault>> {
    const { device, document, store } = this.#context;
    const writer = await readOf(store.writer());
    if (!writer.ok) return writer;
    const last = await readOf(store.chainHead(document, { device, writer: writer.value }));
    if (!last.ok) return last;
    // Another context of this device has written: what we seal may not claim to come after unread.
    if (last.value !== undefined && !this.coverage.holds(last.value)) await this.read();
    return ok({ writer: writer.value, last: last.value });
  }

  #committed(sealed: SealedLink, span: Span): void {
    const { document, news, space } = this.#context;
    this.#reader.sealed(sealed, span);
    this.#retry?.();
    this.#retry = undefined;
    this.#wrote(undefined);
    this.#told = { space, document, kind: "sealed", arrived: sealed.arrived };
    news.post(this.#told);
  }

  /** What the log lacks below these changes is filled from the document: else nobody could read on. */
  #withoutHole(update: Bytes): Bytes {
    const { device, doc } = this.#context;
    const { reached } = this.#reader;
    const span = spanOf(update);
    if (span === undefined || !reached.hasHoleBefore(span)) return update;
    return new Uint8Array(Y.mergeUpdates([update, missingUpdate(doc, reached, device).update()]));
  }

  /** `dead`: the context whose lock is held here, because it died just now. */
  async #adoptOrphans(dead?: string): Promise<void> {
    if (this.#isClosed) return;
    const { doc, locks } = this.#context;
    const { living, orphans } = await orphanedDrafts(this.#context, dead);
    for (const context of living) {
      // When that context ends, what it left is ours to seal.
      void locks.alone(lockOf(context), () => this.#adoptOrphans(context));
    }
    const known = new Set(this.#unsealed.map(({ draft }) => draft));
    const fresh = orphans.filter(({ draft }) => !known.has(draft));
    if (fresh.length === 0) return;
    doc.transact(() => {
      for (const { update } of fresh) Y.applyUpdate(doc, update, LOG_ORIGIN);
    }, LOG_ORIGIN);
    this.#unsealed = [...this.#unsealed, ...fresh];
    this.#gathering.changed("action");
    await this.#writing;
  }

  #wrote(fault: StoreFault["type"] | undefined): void {
    const isWriting = this.#unsealed.some(isVolatile);
    this.#publish({ isWriting, storeFault: fault, version: this.#state.get().version + 1 });
    if (fault === undefined || this.#isClosed) return;
    this.#retry ??= this.#context.clock.after(STORE_RETRY_MS, () => {
      this.#retry = undefined;
      void this.#seal();
    });
  }

  #publish(change: Partial<LogState>): void {
    const faults = this.#reader.faults();
    const isUnsealed = this.#unsealed.length > 0;
    const isComplete = faults.length === 0;
    this.#state.set({ ...this.#state.get(), ...change, faults, isComplete, isUnsealed });
  }
}
