/**
 * The reading half of a sealed log: brings what the store holds into the inner document, follows
 * the chains, and knows what is missing or wrong. Every entry may come from a hostile member, and
 * its bytes from a hostile relay: whatever one of them is, the others are read.
 */
import * as Y from "yjs";
import type { Bytes } from "../base/bytes";
import type { DeviceId, DocumentId, EntryId, SpaceId } from "../base/ids";
import { ok, type Result } from "../base/result";
import type { Roster } from "../space/roster";
import { Chains } from "./chains";
import { Coverage } from "./coverage";
import type { EntryHeader, Head, ReceivedEntry } from "./entry";
import type { Arrived, LogStore, StoredEntry, StoreFault } from "./entry-store";
import type { LogFault } from "./faults";
import {
  type EpochKeys,
  type Opened,
  type OpeningContext,
  openStored,
  type Span,
  type Unopened,
} from "./opening";
import type { ClientOwner } from "./payload";
import { Reached } from "./reached";
import { foldedUpdate, isWhole } from "./snapshot";
import { readOf } from "./store-reading";

/** The origin of what the log brings into the document: never to be sealed again. */
export const LOG_ORIGIN = Symbol("sealed log");

export type LogReaderContext = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly doc: Y.Doc;
  readonly device: DeviceId;
  readonly roster: () => Roster;
  readonly keys: EpochKeys;
  readonly store: LogStore;
};

/** Own content that the relay refused at its place: to be sealed again. */
export type RejectedContent = { readonly entry: EntryId; readonly update: Bytes };

/** An own entry, committed just now. */
export type SealedLink = {
  readonly header: EntryHeader;
  readonly id: EntryId;
  readonly size: number;
  readonly arrived: Arrived;
};

export type Folded = {
  readonly covers: readonly Head[];
  readonly setAside: readonly EntryId[];
  readonly owners: readonly ClientOwner[];
  readonly update: Bytes;
};

// What the store fails to take is never asked for here: of such no more than this is kept.
const PREPARED_MOST = 100;

type Held = { readonly link: Head; readonly size: number; readonly span: Span };

export class LogReader {
  readonly #context: LogReaderContext;
  readonly #chains = new Chains();
  /** What this device has told its readers to have read. */
  readonly told = new Coverage();
  /** How far colleagues have said, in entries of theirs, to have read this device's chains. */
  readonly heard = new Coverage();
  readonly reached = new Reached();
  readonly #applied = new Set<EntryId>();
  readonly #setAside = new Map<EntryId, { readonly fault: LogFault; readonly isPlaced: boolean }>();
  readonly #snapshots = new Map<EntryId, readonly Head[]>();
  readonly #refused = new Set<EntryId>();
  #waiting: readonly Extract<Unopened, { type: "not-yet" }>[] = [];
  /** What is read beside the snapshot in use at each opening. */
  #tail: Held[] = [];
  #snapshot: Held | undefined;
  /** Own entries whose place in a chain is taken into account. */
  readonly #own = new Map<EntryId, Head>();
  #lastOrder = 0;
  #lastOwn: Head | undefined;
  #rejected: RejectedContent[] = [];
  readonly #prepared = new Map<EntryId, Promise<Opened | Unopened>>();

  constructor(context: LogReaderContext) {
    this.#context = context;
  }

  get coverage(): Coverage {
    return this.#chains.coverage;
  }

  /** The newest entry that this device has sealed here. */
  get lastOwn(): Head | undefined {
    return this.#lastOwn;
  }

  /** Sizes in bytes: of the entries beside the newest snapshot, and of that one. */
  get sizes(): { readonly tail: number; readonly snapshot: number } {
    const tail = this.#tail.reduce((sum, { size }) => sum + size, 0);
    return { tail, snapshot: this.#snapshot?.size ?? 0 };
  }

  /** Refused snapshots: there is nothing in them to seal again, and they can go. */
  get refusedSnapshots(): readonly EntryId[] {
    return [...this.#refused].filter((id) => this.#snapshots.has(id));
  }

  faults(): readonly LogFault[] {
    return [
      ...this.#chains.faults(),
      ...[...this.#setAside.values()].map(({ fault }) => fault),
      ...this.#waiting.map(({ fault }) => fault),
      ...(isWhole(this.#context.doc) ? [] : [{ type: "incomplete" } as const]),
    ];
  }

  /**
   * Takes in what came since, and once more what could not be opened before. `arrived`: what is
   * known to have come; the store is asked only where there may be more than that.
   */
  async read(arrived?: Arrived): Promise<Result<void, StoreFault>> {
    const { document, space, store } = this.#context;
    const isAll = arrived !== undefined && arrived.after <= this.#lastOrder;
    const fresh = isAll
      ? ok(arrived.entries)
      : await readOf(store.entriesOf(space, document, this.#lastOrder));
    if (!fresh.ok) return fresh;
    const waiting = this.#waiting.map(({ stored }) => stored);
    this.#waiting = [];
    this.#lastOrder = Math.max(this.#lastOrder, fresh.value.at(-1)?.order ?? 0);
    return this.#take([...waiting, ...fresh.value]);
  }

  /** Begins to open what the store is taking in. Nothing of it is in the document before `read`. */
  prepare(entries: readonly ReceivedEntry[]): void {
    const { document } = this.#context;
    for (const { entry, id } of entries) {
      if (entry.header.document !== document || this.#isKnown(id)) continue;
      if (this.#prepared.size >= PREPARED_MOST) return;
      const stored = { order: 0, id, bytes: entry.bytes, place: "acknowledged" } as const;
      this.#prepared.set(id, openStored(stored, this.#openingContext()));
    }
  }

  /** The relay has refused own entries: what does not stand in the log any more is taken back. */
  async reconcile(): Promise<Result<void, StoreFault>> {
    const { device, document, space, store } = this.#context;
    const stored = await readOf(store.entriesOf(space, document, 0));
    if (!stored.ok) return stored;
    const places = new Map(stored.value.map(({ id, place }) => [id, place]));
    const isHere = (link: Head): boolean => {
      const place = places.get(link.id);
      return link.device !== device || (place !== undefined && place !== "rejected");
    };
    // Not only the tail and the snapshot in use: a colleague's snapshot may have taken the place of
    // the refused one already, and a head that nobody else knows would spoil every later snapshot.
    const gone = [...this.#own.values()].filter((link) => !isHere(link));
    this.#chains.withdraw(gone);
    for (const { id } of gone) {
      this.#applied.delete(id);
      this.#own.delete(id);
    }
    this.#tail = this.#tail.filter(({ link }) => isHere(link));
    if (this.#snapshot !== undefined && !isHere(this.#snapshot.link)) this.#snapshot = undefined;
    // What another context has folded meanwhile is not gone: its snapshot still stands for it.
    for (const { id, place } of stored.value) {
      if (place !== "rejected") this.#chains.cover(this.#snapshots.get(id) ?? []);
    }
    // A snapshot that lacked what was refused lacks nothing any more.
    const doubted = stored.value.filter(
      ({ id }) => this.#setAside.get(id)?.fault.type === "snapshot-differs",
    );
    for (const { id } of doubted) {
      this.#setAside.delete(id);
      this.#applied.delete(id);
    }
    const rejected = stored.value.filter(({ place }) => place === "rejected");
    return this.#take([...rejected, ...doubted]);
  }

  /** Own content that was refused, each once. */
  takeRejected(): readonly RejectedContent[] {
    const rejected = this.#rejected;
    this.#rejected = [];
    return rejected;
  }

  /** An own entry is committed; another read may have met it already. */
  sealed({ arrived, header, id, size }: SealedLink, span: Span): void {
    const link = { ...header, id };
    this.#lastOwn = link;
    if (arrived.after === this.#lastOrder) {
      this.#lastOrder = arrived.entries.at(-1)?.order ?? this.#lastOrder;
    }
    this.reached.raise(span, header.device);
    if (this.#applied.has(id)) return;
    this.#applied.add(id);
    this.#chains.add(link);
    this.#own.set(id, link);
    if (header.kind === "update") this.#tail.push({ link, size, span });
    else {
      this.#snapshots.set(id, header.covers);
      this.#use({ link, size, span }, header.covers);
    }
  }

  /**
   * What a snapshot is made of. Nothing where anything is missing: from a document with holes the
   * holes would be frozen for ever, and a fork would be hidden.
   */
  folded(): Folded | undefined {
    if (this.#chains.faults().length > 0 || this.#waiting.length > 0) return undefined;
    const update = foldedUpdate(this.#context.doc);
    if (update === undefined) return undefined;
    const covers = this.coverage.heads();
    const placed = [...this.#setAside].filter(([, { isPlaced }]) => isPlaced);
    const setAside = placed.map(([id]) => id).toSorted();
    return { covers, setAside, owners: this.reached.owners(), update };
  }

  async #take(stored: readonly StoredEntry[]): Promise<Result<void, StoreFault>> {
    const unknown = stored.filter(({ id, place }) =>
      place === "rejected" ? !this.#refused.has(id) : !this.#isKnown(id),
    );
    const all = await Promise.all(unknown.map((entry) => this.#opened(entry)));
    for (const one of all) if (one.type !== "opened") this.#keep(one);
    // Another read may have met the same ones meanwhile.
    const opened = all.filter((one) => one.type === "opened");
    const snapshots = opened.filter(
      ({ entry, isRejected }) => entry.header.kind === "snapshot" && !isRejected,
    );
    this.#applySnapshots(snapshots);
    this.#applyUpdates(opened.filter(({ entry }) => entry.header.kind === "update"));
    for (const { entry, id, isRejected } of opened) {
      if (!isRejected || entry.header.kind !== "snapshot") continue;
      this.#refused.add(id);
      this.#snapshots.set(id, []);
    }
    for (const snapshot of snapshots.toReversed()) {
      // oxlint-disable-next-line no-await-in-loop -- the newest that can be believed ends it
      const adopted = await this.#adopt(snapshot);
      if (adopted === "differs") continue;
      return adopted;
    }
    return { ok: true, value: undefined };
  }

  async #opened(stored: StoredEntry): Promise<Opened | Unopened> {
    const { id, place } = stored;
    const prepared = await this.#prepared.get(id);
    this.#prepared.delete(id);
    // What could not be opened then may be now.
    const isHeld = prepared?.type === "opened" && place !== "rejected";
    return isHeld ? prepared : openStored(stored, this.#openingContext());
  }

  #openingContext(): OpeningContext {
    const { document, keys, roster, space } = this.#context;
    return { space, document, roster: roster(), keys };
  }

  #isKnown(id: EntryId): boolean {
    return this.#applied.has(id) || this.#setAside.has(id);
  }

  #keep(unopened: Unopened): void {
    if (unopened.type === "not-yet") {
      this.#waiting = [...this.#waiting, unopened];
      return;
    }
    // Its place is known even where its content is not: what comes after it is no gap. Only the
    // signature says whose place it is.
    const header = unopened.fault.type === "bad-signature" ? undefined : unopened.entry?.header;
    this.#aside(unopened.stored.id, unopened.fault, header);
  }

  #aside(id: EntryId, fault: LogFault, header: EntryHeader | undefined): void {
    this.#setAside.set(id, { fault, isPlaced: header !== undefined });
    if (header !== undefined) this.#chains.add({ ...header, id });
  }

  #applySnapshots(snapshots: readonly Opened[]): void {
    this.#apply(snapshots);
    for (const { entry, id, payload, span } of snapshots) {
      const { header } = entry;
      if (header.kind !== "snapshot") continue;
      for (const { client, device } of payload.owners) this.reached.own(client, device);
      this.reached.raiseTo(span);
      this.#chains.cover(header.covers);
      this.#chains.add({ ...header, id });
      this.#snapshots.set(id, header.covers);
      this.#applied.add(id);
      this.#said(header, id, [...payload.heads, ...header.covers]);
    }
  }

  #applyUpdates(opened: readonly Opened[]): void {
    const updates: Opened[] = [];
    for (const one of opened) {
      const { entry, id, isRejected, payload, span } = one;
      const { header } = entry;
      if (!this.reached.isOwnedBy(span, header.device)) {
        this.#aside(id, { type: "foreign-structs", entry: id }, isRejected ? undefined : header);
        continue;
      }
      updates.push(one);
      this.reached.raise(span, header.device);
      if (isRejected) {
        this.#refused.add(id);
        this.#rejected.push({ entry: id, update: payload.update });
        continue;
      }
      this.#applied.add(id);
      this.#chains.add({ ...header, id });
      this.#tail.push({ link: { ...header, id }, size: entry.bytes.length, span });
      this.#said(header, id, payload.heads);
    }
    this.#apply(updates);
  }

  #said(header: EntryHeader, id: EntryId, heads: readonly Head[]): void {
    const isOwn = header.device === this.#context.device;
    if (isOwn) {
      this.#lastOwn = { ...header, id };
      this.#own.set(id, { ...header, id });
    }
    for (const head of heads) (isOwn ? this.told : this.heard).raise(head);
  }

  #apply(opened: readonly Opened[]): void {
    if (opened.length === 0) return;
    const { doc } = this.#context;
    doc.transact(() => {
      for (const { id, payload } of opened) {
        try {
          Y.applyUpdate(doc, payload.update, LOG_ORIGIN);
        } catch {
          // Well-formed and yet not applicable: a member sealed nonsense. The rest goes on.
          this.#aside(id, { type: "unreadable", entry: id }, undefined);
        }
      }
    }, LOG_ORIGIN);
  }

  /** A snapshot stands for what it covers only if it lacks nothing that we hold ourselves. */
  async #adopt({ entry, id, span }: Opened): Promise<"differs" | Result<void, StoreFault>> {
    const { header } = entry;
    if (header.kind !== "snapshot") return "differs";
    const { covers } = header;
    const covered = this.#coveredBy(covers).filter(({ link }) => link.id !== id);
    const differs = covered.some((held) =>
      [...held.span].some(([client, { to }]) => to > (span.get(client)?.to ?? 0)),
    );
    if (differs) {
      this.#aside(id, { type: "snapshot-differs", entry: id }, header);
      return "differs";
    }
    this.#use({ link: { ...header, id }, size: entry.bytes.length, span }, covers);
    // Most documents are opened so: a write to the disk for nothing would be a tenth of it.
    if (this.#isAllThereIs(id)) return { ok: true, value: undefined };
    const { document, space, store } = this.#context;
    return store.markCovered(space, document, id, covers);
  }

  /** Nothing else was read: what this entry covers is marked already. */
  #isAllThereIs(id: EntryId): boolean {
    const isAlone = this.#applied.size === 1 && this.#applied.has(id);
    return isAlone && this.#setAside.size === 0 && this.#waiting.length === 0;
  }

  #use(snapshot: Held, covers: readonly Head[]): void {
    const covered = new Set(this.#coveredBy(covers));
    this.#tail = this.#tail.filter((held) => !covered.has(held));
    this.#snapshot = snapshot;
  }

  #coveredBy(covers: readonly Head[]): readonly Held[] {
    const coverage = new Coverage();
    for (const head of covers) coverage.raise(head);
    const all = this.#snapshot === undefined ? this.#tail : [...this.#tail, this.#snapshot];
    return all.filter(({ link }) => coverage.holds(link));
  }
}
