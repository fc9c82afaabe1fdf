/**
 * One document's sealed log, for as long as the document is open: takes the entries of the store
 * into the inner document, and seals what is written in it. Its promises are the rules LG in
 * SPEC.md.
 */
import * as Y from "yjs";
import type { Bytes } from "../base/bytes";
import type { DeviceId, DocumentId, EntryId, SpaceId } from "../base/ids";
import { type Live, type Variable, variable } from "../base/live";
import type { Cancel, Clock, Random } from "../base/ports";
import type { SealingKey } from "../crypto/seal";
import type { SigningKey } from "../crypto/signature";
import type { Roster } from "../space/roster";
import { Chains } from "./chains";
import { Coverage } from "./coverage";
import { lockOf, orphanedDrafts, type Unsealed, writeDrafts } from "./drafts";
import { FIRST_PREVIOUS, type Head } from "./entry";
import type { Locks, LogStore, News, StoredEntry } from "./entry-store";
import type { LogFault } from "./faults";
import { Gathering } from "./gathering";
import { type EpochKeys, openStored, type Opened, spanOf, type Unopened } from "./opening";
import { type Payload } from "./payload";
import { Reached } from "./reached";
import { sealEntry } from "./sealing";
import { foldedUpdate, isSnapshotDue, isWhole, mergedUpdates } from "./snapshot";

export type SealedLogContext = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly doc: Y.Doc;
  readonly device: DeviceId;
  readonly signingKey: SigningKey;
  readonly roster: () => Roster;
  readonly keys: EpochKeys;
  readonly draftKey: SealingKey;
  readonly store: LogStore;
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
  readonly storeFault: "store-full" | "store-failed" | undefined;
  /** Nothing is missing: only then is the document up to date. */
  readonly isComplete: boolean;
  readonly faults: readonly LogFault[];
  /** Counts up with every change of coverage: own entries and those taken in. */
  readonly version: number;
};

/** The origin of what the log brings into the document: never to be sealed again. */
export const LOG_ORIGIN = Symbol("sealed log");

// A full disk is not emptied in a second; a person who deletes something should not wait long.
const STORE_RETRY_MS = 2000;

type SealedKind =
  | { readonly kind: "update" }
  | {
      readonly kind: "snapshot";
      readonly covers: readonly Head[];
      readonly setAside: readonly EntryId[];
    };

type TailEntry = { readonly link: Head; readonly size: number; readonly span: Opened["span"] };

export class SealedLog {
  readonly #context: SealedLogContext;
  readonly #state: Variable<LogState>;
  readonly #chains = new Chains();
  /** What this device has told its readers to have read. */
  readonly #told = new Coverage();
  /** How far colleagues have said, in entries of theirs, to have read this device's chains. */
  readonly #heard = new Coverage();
  #lastOwn: Head | undefined;
  readonly #reached = new Reached();
  readonly #gathering: Gathering;
  readonly #setAside = new Map<EntryId, LogFault>();
  #waiting: readonly { readonly stored: StoredEntry; readonly fault: LogFault }[] = [];
  #tail: readonly TailEntry[] = [];
  #snapshotBytes = 0;
  #lastOrder = 0;
  #unsealed: Unsealed[] = [];
  #rejected: EntryId[] = [];
  #reading: Promise<void> = Promise.resolve();
  #writing: Promise<void> = Promise.resolve();
  #hasDraftDue = false;
  #retry: Cancel | undefined;
  readonly #release: (() => void)[] = [];

  constructor(context: SealedLogContext) {
    this.#context = context;
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
    return this.#heard;
  }

  /** The newest entry that this device has sealed here. */
  get lastOwn(): Head | undefined {
    return this.#lastOwn;
  }

  get coverage(): Coverage {
    return this.#chains.coverage;
  }

  /** Whether a colleague has the document open: then text is sealed at once. */
  set isTogether(isTogether: boolean) {
    this.#gathering.isTogether = isTogether;
  }

  /** Reads all there is. Afterwards changes of the document are sealed, and news are taken in. */
  async open(): Promise<void> {
    const { context, doc, document, locks, news, space } = this.#context;
    this.#release.push(await locks.hold(lockOf(context)));
    this.#release.push(
      news.subscribe((newsSpace, newsDocument) => {
        if (newsSpace === space && newsDocument === document) void this.read();
      }),
    );
    await this.read();
    const changed = (update: Uint8Array, origin: unknown): void => this.#changed(update, origin);
    doc.on("update", changed);
    this.#release.push(() => doc.off("update", changed));
    await this.#adoptOrphans();
  }

  /** Takes in what the store has got since. Also to be called when roster or keyring changed. */
  read(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readNow());
    return this.#reading;
  }

  /** Seals at once what was gathered, and is done when it is committed. */
  async settle(): Promise<void> {
    this.#gathering.flush();
    await this.#writing;
  }

  /** Content that the relay refused for its place is sealed again under the store's new writer. */
  async reseal(): Promise<void> {
    const { document, space, store } = this.#context;
    const stored = await store.entriesOf(space, document, 0);
    await this.#take(stored.filter(({ place }) => place === "rejected"));
    await this.settle();
  }

  /** Folds the log if that is worth it. Nothing happens while anything is missing or unsealed. */
  async snapshotIfDue(moment: "in-use" | "quiet"): Promise<void> {
    const tail = this.#tail.reduce((sum, { size }) => sum + size, 0);
    if (!isSnapshotDue(moment, tail, this.#snapshotBytes)) return;
    await this.settle();
    await this.#alone(() => this.#sealSnapshot());
  }

  /** Seals what is pending and lets go. The document stays as it is. */
  async close(): Promise<void> {
    await this.settle();
    await this.snapshotIfDue("quiet");
    this.#gathering.close();
    this.#retry?.();
    for (const release of this.#release.splice(0)) release();
    await this.#reading;
  }

  async #readNow(): Promise<void> {
    const { document, space, store } = this.#context;
    const fresh = await store.entriesOf(space, document, this.#lastOrder);
    const waiting = this.#waiting.map(({ stored }) => stored);
    this.#waiting = [];
    this.#lastOrder = fresh.at(-1)?.order ?? this.#lastOrder;
    await this.#take([...waiting, ...fresh]);
    this.#publish({ version: this.#state.get().version + 1 });
  }

  async #take(stored: readonly StoredEntry[]): Promise<void> {
    const { document, keys, roster, space } = this.#context;
    const context = { space, document, roster: roster(), keys };
    const unknown = stored.filter(({ id, place }) => place === "rejected" || !this.#isApplied(id));
    const all = await Promise.all(unknown.map((entry) => openStored(entry, context)));
    for (const one of all) if (one.type !== "opened") this.#keep(one);
    const opened = all.filter((one) => one.type === "opened");
    const snapshots = opened.filter(({ entry }) => entry.header.kind === "snapshot");
    this.#applySnapshots(snapshots);
    const updates = opened.filter(({ entry }) => entry.header.kind === "update");
    this.#applyUpdates(updates);
    const newest = snapshots.at(-1);
    if (newest !== undefined) await this.#adopt(newest);
  }

  readonly #applied = new Set<EntryId>();

  #isApplied(id: EntryId): boolean {
    return this.#applied.has(id) || this.#setAside.has(id);
  }

  #keep(unopened: Unopened): void {
    if (unopened.type === "not-yet") {
      this.#waiting = [...this.#waiting, unopened];
      return;
    }
    this.#setAside.set(unopened.stored.id, unopened.fault);
    // Its place is known even where its content is not: what comes after it is no gap.
    const header = unopened.entry?.header;
    if (header !== undefined && unopened.fault.type !== "bad-signature") {
      this.#chains.add({ ...header, id: unopened.stored.id });
    }
  }

  #applySnapshots(snapshots: readonly Opened[]): void {
    for (const { entry, id, payload, span } of snapshots) {
      const { header } = entry;
      if (header.kind !== "snapshot") continue;
      this.#apply([{ id, update: payload.update }]);
      for (const { client, device } of payload.owners) this.#reached.own(client, device);
      this.#reached.raiseTo(span);
      this.#chains.cover(header.covers);
      this.#chains.add({ ...header, id });
      this.#applied.add(id);
    }
  }

  #applyUpdates(opened: readonly Opened[]): void {
    const { device } = this.#context;
    const updates: { readonly id: EntryId; readonly update: Bytes }[] = [];
    for (const { entry, id, isRejected, payload, span } of opened) {
      const { header } = entry;
      if (!this.#reached.isOwnedBy(span, header.device)) {
        this.#setAside.set(id, { type: "foreign-structs", entry: id });
        this.#chains.add({ ...header, id });
        continue;
      }
      updates.push({ id, update: payload.update });
      if (isRejected) {
        if (this.#rejected.includes(id)) continue;
        this.#rejected.push(id);
        this.#unsealed.push({ update: payload.update, draft: undefined });
        continue;
      }
      this.#applied.add(id);
      this.#reached.raise(span, header.device);
      this.#chains.add({ ...header, id });
      this.#tail = [...this.#tail, { link: { ...header, id }, size: entry.bytes.length, span }];
      if (header.device === device) this.#lastOwn = { ...header, id };
      const said = header.device === device ? this.#told : this.#heard;
      for (const head of payload.heads) said.raise(head);
    }
    this.#apply(updates);
    if (this.#rejected.length > 0) this.#gathering.changed("action");
  }

  #apply(updates: readonly { readonly id: EntryId; readonly update: Bytes }[]): void {
    if (updates.length === 0) return;
    const { doc } = this.#context;
    doc.transact(() => {
      for (const { id, update } of updates) {
        try {
          Y.applyUpdate(doc, update, LOG_ORIGIN);
        } catch {
          // Well-formed and yet not applicable: a member sealed nonsense. The rest goes on.
          this.#setAside.set(id, { type: "unreadable", entry: id });
        }
      }
    }, LOG_ORIGIN);
  }

  /** A snapshot stands for what it covers only if it lacks nothing that we hold ourselves. */
  async #adopt(snapshot: Opened): Promise<void> {
    const { header } = snapshot.entry;
    if (header.kind !== "snapshot") return;
    const covers = new Coverage();
    for (const head of header.covers) covers.raise(head);
    const covered = this.#tail.filter(({ link }) => covers.holds(link));
    const differs = covered.some(({ span }) =>
      [...span].some(([client, { to }]) => to > (snapshot.span.get(client)?.to ?? 0)),
    );
    if (differs) {
      this.#setAside.set(snapshot.id, { type: "snapshot-differs", entry: snapshot.id });
      return;
    }
    this.#tail = this.#tail.filter(({ link }) => !covers.holds(link));
    this.#snapshotBytes = snapshot.entry.bytes.length;
    const { document, space, store } = this.#context;
    await store.markCovered(space, document, snapshot.id, header.covers);
  }

  #changed(update: Uint8Array, origin: unknown): void {
    if (origin === LOG_ORIGIN) return;
    this.#unsealed.push({ update, draft: undefined });
    this.#publish({ isWriting: true });
    const isAction = origin === this.#context.actionOrigin;
    const isSealedSoon = this.#gathering.changed(isAction ? "action" : "text");
    if (!isSealedSoon) this.#draft();
  }

  #draft(): void {
    if (this.#hasDraftDue) return;
    this.#hasDraftDue = true;
    this.#writing = this.#writing.then(async () => {
      this.#hasDraftDue = false;
      const fault = await writeDrafts(this.#unsealed, this.#context);
      this.#wrote(fault?.type);
    });
  }

  #seal(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#alone(() => this.#sealUpdate()));
    return this.#writing;
  }

  #alone(run: () => Promise<void>): Promise<void> {
    const { document, locks, space } = this.#context;
    return locks.alone(`log/${space}/${document}`, run);
  }

  async #sealUpdate(): Promise<void> {
    const taken = this.#unsealed;
    if (taken.length === 0) return;
    const rejected = this.#rejected;
    const merged = mergedUpdates(taken.map(({ update }) => update));
    const update = this.#withoutHole(new Uint8Array(merged));
    const span = spanOf(update) ?? new Map();
    const drafts = taken.flatMap(({ draft }) => draft ?? []);
    const sealed = await this.#sealAt({ kind: "update" }, { owners: [], update }, drafts, rejected);
    if (sealed === undefined) return;
    this.#unsealed = this.#unsealed.filter((change) => !taken.includes(change));
    this.#rejected = this.#rejected.filter((id) => !rejected.includes(id));
    this.#reached.raise(span, this.#context.device);
    this.#tail = [...this.#tail, { link: sealed, size: update.length, span }];
    this.#wrote(undefined);
    await this.#foldInUse();
  }

  async #sealSnapshot(): Promise<void> {
    const update = foldedUpdate(this.#context.doc);
    const hasGap = this.#chains.faults().length > 0 || this.#waiting.length > 0;
    // From a document with holes the holes would be frozen for ever.
    if (update === undefined || hasGap || this.#unsealed.length > 0) return;
    const covers = this.#chains.coverage.heads();
    const setAside = [...this.#setAside.keys()].toSorted();
    const owners = this.#reached.owners();
    const header = { kind: "snapshot", covers, setAside } as const;
    const sealed = await this.#sealAt(header, { owners, update }, [], []);
    if (sealed === undefined) return;
    const { document, space, store } = this.#context;
    this.#tail = [];
    this.#snapshotBytes = update.length;
    await store.markCovered(space, document, sealed.id, covers);
  }

  /** In use a long tail is folded too: the next opening should not pay for it. */
  async #foldInUse(): Promise<void> {
    const tail = this.#tail.reduce((sum, { size }) => sum + size, 0);
    if (isSnapshotDue("in-use", tail, this.#snapshotBytes)) await this.#sealSnapshot();
  }

  /** Seals at the end of this store's chain and commits. Nothing where the store refused. */
  async #sealAt(
    kind: SealedKind,
    content: Pick<Payload, "owners" | "update">,
    drafts: readonly number[],
    rejected: readonly EntryId[],
  ): Promise<Head | undefined> {
    const { clock, device, document, keys, random, signingKey, space, store } = this.#context;
    const roster = this.#context.roster();
    const epoch = roster.currentEpoch.id;
    const epochKey = keys.keyFor(epoch);
    if (epochKey === undefined) return this.#wrote("store-failed");
    const chain = { device, writer: await store.writer() };
    const before = await store.chainHead(document, chain);
    // Another context of this device has written: what we seal may not claim to come after unread.
    if (before !== undefined && !this.#chains.coverage.holds(before)) await this.read();
    const place = { seq: (before?.seq ?? 0) + 1, previous: before?.id ?? FIRST_PREVIOUS };
    const header = { ...kind, space, document, epoch, roster: roster.head, ...chain, ...place };
    const unsaid = this.#chains.coverage.aheadOf(this.#told);
    const heads = unsaid.filter((head) => head.device !== device);
    const payload = { time: clock.now(), heads, ...content };
    const sealed = await sealEntry(header, payload, epochKey, signingKey, random);
    const inserted = await store.insertSealed({ ...sealed, drafts, rejected });
    if (!inserted.ok) {
      // The store was found behind its own past just now: again, under its new writer.
      if (inserted.error.type === "place-taken")
        return this.#sealAt(kind, content, drafts, rejected);
      return this.#wrote(inserted.error.type);
    }
    for (const head of heads) this.#told.raise(head);
    const head = { ...chain, seq: place.seq, id: sealed.id };
    this.#chains.add({ ...head, previous: place.previous });
    this.#lastOwn = head;
    this.#applied.add(sealed.id);
    this.#context.news.post(space, document);
    return head;
  }

  /** What the log lacks below these changes is filled from the document: else nobody could read on. */
  #withoutHole(update: Bytes): Bytes {
    const span = spanOf(update);
    if (span === undefined || !this.#reached.hasHoleBefore(span)) return update;
    return new Uint8Array(
      Y.encodeStateAsUpdate(this.#context.doc, Y.encodeStateVector(this.#reached.vector())),
    );
  }

  async #adoptOrphans(): Promise<void> {
    const { doc, locks } = this.#context;
    const { living, orphans } = await orphanedDrafts(this.#context);
    for (const context of living) {
      // When that context dies, what it left is ours to seal.
      void locks.alone(lockOf(context), () => this.#adoptOrphans());
    }
    if (orphans.length === 0) return;
    doc.transact(() => {
      for (const { update } of orphans) Y.applyUpdate(doc, update, LOG_ORIGIN);
    }, LOG_ORIGIN);
    this.#unsealed.push(...orphans);
    this.#gathering.changed("action");
    await this.#writing;
  }

  #wrote(fault: LogState["storeFault"]): undefined {
    const isWriting = this.#unsealed.some(({ draft }) => draft === undefined);
    this.#publish({ isWriting, storeFault: fault, version: this.#state.get().version + 1 });
    this.#retry?.();
    this.#retry = undefined;
    if (fault === undefined) return undefined;
    this.#retry = this.#context.clock.after(STORE_RETRY_MS, () => void this.#seal());
    return undefined;
  }

  #publish(change: Partial<LogState>): void {
    const faults = [
      ...this.#chains.faults(),
      ...this.#setAside.values(),
      ...this.#waiting.map(({ fault }) => fault),
      ...(isWhole(this.#context.doc) ? [] : [{ type: "incomplete" } as const]),
    ];
    const isComplete = faults.length === 0;
    const isUnsealed = this.#unsealed.length > 0;
    this.#state.set({ ...this.#state.get(), ...change, faults, isComplete, isUnsealed });
  }
}
