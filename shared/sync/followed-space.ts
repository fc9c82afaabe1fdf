/**
 * One space at one relay: takes its stream in, brings the outbox out, gives a relay back what it
 * lost. It holds no content key; what it promises are the rules SY in SPEC.md.
 */
import { bytesToHex, equalBytes, type Bytes } from "../base/bytes";
import { bytesToId, type DeviceId, type EntryId, ID_LENGTH } from "../base/ids";
import { type Live, variable } from "../base/live";
import type { Cancel, Clock } from "../base/ports";
import { entryId, parseEntry, type ReceivedEntry } from "../log/entry";
import type { News, StoredEntry, StoreFault } from "../log/entry-store";
import { hashAfter } from "../log/running-hash";
import { readOf } from "../log/store-reading";
import { type Cursor, START } from "../protocol/cursor";
import type {
  DeviceFrame,
  RefusedFrame,
  RelayFrame,
  SealedLockbox,
  StreamItem,
} from "../protocol/frames";
import type { Refusal } from "../protocol/refusals";
import { recordId } from "../space/record";
import { extendRoster, parseRoster, type Roster } from "../space/roster";
import { InFlight } from "./outbox";
import type { FollowedSpace as SpaceToFollow, OutboxEntry, SyncStore } from "./ports";

export type SpaceState =
  | { readonly type: "waiting" }
  /** The invitation is accepted; an admin has still to approve. */
  | { readonly type: "joining" }
  | { readonly type: "catching-up" }
  | { readonly type: "live" }
  | { readonly type: "refused"; readonly reason: Refusal }
  /** An entry of a newer format stands in the stream: the extension must be updated. */
  | { readonly type: "too-new" }
  | { readonly type: "store-fault"; readonly fault: StoreFault["type"] };

type SentRecord = {
  readonly answer: (outcome: Refusal | undefined) => void;
  readonly lockboxes: readonly SealedLockbox[];
};

export type FollowedSpaceContext = {
  readonly space: SpaceToFollow;
  readonly self: DeviceId;
  readonly store: SyncStore;
  readonly news: News;
  readonly clock: Clock;
  readonly send: (frame: DeviceFrame) => void;
  /** Own entries are to be sealed again: the relay holds others at their places. */
  readonly rejected: () => void;
  /** On their way to the disk, and not there yet. */
  readonly coming: (entries: readonly ReceivedEntry[]) => void;
};

// The relay was wiped, is full, or its disk is: somebody has to do something first.
const SLOW_RETRY_MS = 30_000;
const TOO_FAST_RETRY_MS = 1000;
// Our own entries come back to say that the relay has them. Nobody waits for that, and while it is
// written the disk and the processor are not there for what a colleague has written.
const ECHO_AFTER_MS = 250;

export class FollowedSpace {
  readonly #context: FollowedSpaceContext;
  readonly #state = variable<SpaceState>({ type: "waiting" });
  readonly #roster = variable<Roster | undefined>(undefined);
  readonly #requests = variable<readonly Bytes[]>([]);
  readonly #arrivals = variable(0);
  readonly #activity = variable(0);
  readonly #inFlight = new InFlight();
  /** Records that were sent, with the lockboxes beside them. */
  readonly #answers = new Map<string, SentRecord>();
  #cursor: Cursor = START;
  #work: Promise<void> = Promise.resolve();
  #connection = 0;
  #isConnected = false;
  /** Entries that were refused for a gap before them. */
  readonly #gaps = new Set<string>();
  #startedAgainAt = Number.NEGATIVE_INFINITY;
  #foundAt = Number.NEGATIVE_INFINITY;
  #retry: { readonly at: number; readonly cancel: Cancel } | undefined;
  /** Of the stream, in order, and not taken in yet. */
  #came: readonly StreamItem[] = [];
  #echoDue: Cancel | undefined;

  constructor(context: FollowedSpaceContext) {
    this.#context = context;
    this.#then(async () => {
      const records = await readOf(context.store.records(context.space.space));
      const roster = await parseRoster(records.ok ? records.value : []);
      if (roster.ok) this.#roster.set(roster.value);
    });
  }

  get state(): Live<SpaceState> {
    return this.#state;
  }

  get roster(): Live<Roster | undefined> {
    return this.#roster;
  }

  get joinRequests(): Live<readonly Bytes[]> {
    return this.#requests;
  }

  /** Counts up when records or lockboxes have come: the keyring may open more now. */
  get arrivals(): Live<number> {
    return this.#arrivals;
  }

  /** Counts up when entries have come or were acknowledged. */
  get activity(): Live<number> {
    return this.#activity;
  }

  connected(): void {
    this.#isConnected = true;
    this.#connection += 1;
    this.#then(() => this.#follow());
  }

  disconnected(): void {
    this.#isConnected = false;
    this.#connection += 1;
    this.#inFlight.clear();
    this.#retry?.cancel();
    this.#retry = undefined;
    this.#takeWhatCame();
    for (const { answer } of this.#answers.values()) answer("too-slow");
    this.#answers.clear();
    if (this.#state.get().type !== "refused") this.#state.set({ type: "waiting" });
  }

  close(): void {
    this.disconnected();
  }

  /**
   * There is something new in the outbox: these, or unknown where another context has sealed it.
   * What follows directly on what was sent goes out without asking the disk for it again.
   */
  sealed(entries: readonly StoredEntry[]): void {
    if (this.#state.get().type !== "live") return;
    const fresh = this.#inFlight.next(entries);
    if (fresh === undefined) this.#then(() => this.#sendOutbox());
    else this.#send(fresh);
  }

  /** Sends a roster record; the relay's answer, or nothing where it was taken. */
  async record(frame: Extract<DeviceFrame, { type: "record" }>): Promise<Refusal | undefined> {
    const id = await recordId(frame.record);
    if (!this.#isConnected) return "too-slow";
    return new Promise((resolve) => {
      this.#answers.set(id, { answer: resolve, lockboxes: frame.lockboxes });
      this.#context.send(frame);
    });
  }

  received(frame: RelayFrame): void {
    if (frame.type !== "entries") {
      // In the order in which they came; but an acknowledgement is no reason to hurry, see `#stored`.
      if (frame.type !== "stored") this.#takeWhatCame();
      const connection = this.#connection;
      return this.#then(async () => {
        if (connection === this.#connection) await this.#take(frame);
      });
    }
    this.#came = [...this.#came, ...frame.items];
    const isEcho = frame.items.every(({ id }) => this.#inFlight.has(id));
    if (!isEcho) return this.#takeWhatCame();
    this.#echoDue ??= this.#context.clock.after(ECHO_AFTER_MS, () => this.#takeWhatCame());
  }

  #takeWhatCame(): void {
    const items = this.#came;
    this.#came = [];
    this.#echoDue?.();
    this.#echoDue = undefined;
    // Even if the connection has gone meanwhile: the cursor knows whether it still fits.
    if (items.length > 0) this.#then(() => this.#takeItems(items));
  }

  async #take(frame: RelayFrame): Promise<void> {
    const { space } = this.#context.space;
    switch (frame.type) {
      case "records":
        return this.#takeRecords(frame.from, frame.records);
      case "lockboxes":
        await this.#committed(this.#context.store.addLockboxes(space, frame.lockboxes));
        return this.#arrivals.set(this.#arrivals.get() + 1);
      case "caught-up":
        return this.#caughtUp(frame.cursor);
      case "stored":
        return this.#stored(frame.id, frame.number);
      case "recorded":
        return this.#recorded(frame.id);
      case "diverged":
        return this.#startAgain();
      case "join-requests":
        return this.#requests.set(frame.requests);
      case "refused":
        return this.#refused(frame);
      default:
        return undefined;
    }
  }

  async #follow(): Promise<void> {
    const { joinRequest, space } = this.#context.space;
    if (!this.#isConnected) return;
    const roster = this.#roster.get();
    if (joinRequest !== undefined && roster?.devices.has(this.#context.self) !== true) {
      this.#state.set({ type: "joining" });
      this.#context.send({ type: "join", space, request: joinRequest });
      return;
    }
    const cursor = await readOf(this.#context.store.cursor(space));
    if (!cursor.ok) return this.#storeFault(cursor.error);
    this.#cursor = cursor.value;
    this.#state.set({ type: "catching-up" });
    this.#context.send({ type: "follow", space, cursor: cursor.value });
  }

  async #takeRecords(from: number, records: readonly Bytes[]): Promise<void> {
    const before = this.#roster.get();
    // The relay was set back to before our newest records: it gets them again.
    if (from === 0 && records.length < (before?.length ?? 0)) return this.#found();
    let roster = before;
    const fresh: Bytes[] = [];
    for (const record of records.slice(Math.max(0, (roster?.length ?? 0) - from))) {
      // oxlint-disable-next-line no-await-in-loop -- each record is judged by those before it
      const next = await extendRoster(roster, record);
      // A relay that shows another history shows it in vain: what we have stays as it is.
      if (!next.ok || (roster === undefined && next.value.space !== this.#context.space.space)) {
        return;
      }
      roster = next.value;
      fresh.push(record);
    }
    if (roster === undefined || fresh.length === 0) return;
    const { space } = this.#context.space;
    const stored = this.#context.store.addRecords(space, before?.length ?? 0, fresh);
    if (!(await this.#committed(stored))) return;
    this.#roster.set(roster);
    this.#arrivals.set(this.#arrivals.get() + 1);
    if (this.#state.get().type === "joining") await this.#follow();
  }

  async #takeItems(items: readonly StreamItem[]): Promise<void> {
    const { coming, news, self, store } = this.#context;
    const { space } = this.#context.space;
    if (this.#state.get().type === "too-new") return;
    const before = this.#cursor;
    const fresh: StreamItem[] = [];
    for (const item of items) {
      const last = fresh.at(-1)?.number ?? before.number;
      if (item.number > last + 1) return this.#outOfStep();
      if (item.number > last) fresh.push(item);
    }
    const [ids, cursor] = await Promise.all([
      Promise.all(fresh.map(async ({ entry, id }) => (entry === undefined ? id : entryId(entry)))),
      cursorAfter(before, fresh),
    ]);
    if (fresh.some(({ id }, i) => ids[i] !== id)) return this.#outOfStep();
    const entries: ReceivedEntry[] = [];
    for (const { entry: bytes, id } of fresh) {
      const entry = bytes === undefined ? undefined : parseEntry(bytes);
      if (entry?.ok === false && entry.error.type === "too-new") {
        return this.#state.set({ type: "too-new" });
      }
      // What is no entry, or one of another space, can only come from a hostile relay.
      if (entry?.ok === true && entry.value.header.space === space) {
        entries.push({ id, entry: entry.value });
      }
    }
    if (fresh.length === 0) return;
    coming(entries);
    const received = await store.receive(space, self, entries, cursor);
    if (!received.ok) return this.#storeFault(received.error);
    this.#cursor = cursor;
    for (const { id } of items) this.#inFlight.settled(id);
    for (const arrived of received.value.arrived) {
      news.post({ space, document: arrived.document, kind: "received", arrived });
    }
    this.#activity.set(this.#activity.get() + 1);
  }

  /**
   * A stream with a hole, or an id that is not its entry's: asked for again from where we are, but
   * not at once, or a hostile relay would keep us busy. While an answer is under way, what comes
   * before it belongs to the stream that we have left.
   */
  #outOfStep(): void {
    if (this.#state.get().type === "live") this.#again(TOO_FAST_RETRY_MS);
  }

  async #caughtUp(cursor: Cursor): Promise<void> {
    if (this.#state.get().type !== "catching-up") return;
    if (cursor.number > this.#cursor.number) return this.#again(TOO_FAST_RETRY_MS);
    const isSame =
      cursor.number === this.#cursor.number && equalBytes(cursor.hash, this.#cursor.hash);
    // We hold another history than the relay claims: both are put together, from the start.
    if (!isSame) return this.#startAgain();
    this.#state.set({ type: "live" });
    return this.#sendOutbox();
  }

  async #startAgain(): Promise<void> {
    const { clock, store } = this.#context;
    // A relay that says so each time would keep us busy for ever.
    if (Math.abs(clock.now() - this.#startedAgainAt) < SLOW_RETRY_MS) {
      return this.#again(SLOW_RETRY_MS);
    }
    this.#startedAgainAt = clock.now();
    this.#inFlight.clear();
    this.#gaps.clear();
    if (!(await this.#committed(store.unconfirm(this.#context.space.space)))) return;
    await this.#follow();
  }

  async #sendOutbox(): Promise<void> {
    const { store } = this.#context;
    const { space } = this.#context.space;
    const connection = this.#connection;
    const outbox = await readOf(store.outbox(space));
    if (!outbox.ok) return this.#storeFault(outbox.error);
    if (connection !== this.#connection || this.#state.get().type !== "live") return;
    this.#send(this.#inFlight.take(outbox.value));
  }

  #send(entries: readonly OutboxEntry[]): void {
    const { send, space } = this.#context;
    for (const { bytes, isReturned } of entries) {
      send({ type: isReturned ? "restore" : "append", space: space.space, entry: bytes });
    }
  }

  /**
   * What stands behind our cursor is acknowledged by the stream, in one transaction with the
   * cursor: a relay that is set back afterwards is found out by the cursor, and gets it again.
   */
  async #stored(id: EntryId, number: number): Promise<void> {
    if (number > this.#cursor.number) return;
    const { store } = this.#context;
    if (!(await this.#committed(store.acknowledge(this.#context.space.space, [id])))) return;
    this.#inFlight.settled(id);
    this.#activity.set(this.#activity.get() + 1);
  }

  async #recorded(id: string): Promise<void> {
    const sent = this.#answers.get(id);
    if (sent !== undefined) {
      // The relay may be wiped before the newcomer has fetched theirs: it gets them from here then.
      const { space } = this.#context.space;
      await this.#committed(this.#context.store.addLockboxes(space, sent.lockboxes));
      sent.answer(undefined);
      this.#answers.delete(id);
    }
    // The relay has taken the whole roster: now it knows the space.
    if (this.#state.get().type !== "live") await this.#follow();
  }

  async #refused({ reason, subject, verb }: RefusedFrame): Promise<void> {
    const answer = this.#answers.get(bytesToHex(subject))?.answer;
    if (verb === "record" && answer !== undefined) {
      this.#answers.delete(bytesToHex(subject));
      return answer(reason);
    }
    switch (reason) {
      case "unknown-space":
        return this.#found();
      case "seq-taken":
      case "stale-epoch":
      case "covers-too-little":
      case "covers-unknown":
        return this.#notThere(subject);
      case "bad-signature":
      case "wrong-sender":
      case "too-large":
        if (verb === "restore") return this.#notThere(subject);
        this.#state.set({ type: "refused", reason });
        return this.#again(SLOW_RETRY_MS);
      case "gap": {
        const gap = bytesToHex(subject);
        // Something before it was refused for the moment; or else the relay has lost something.
        if (this.#gaps.has(gap)) return this.#startAgain();
        this.#gaps.add(gap);
        return this.#again(TOO_FAST_RETRY_MS);
      }
      case "not-a-member":
        // We are one: a relay that was set back to before our admission gets the roster again.
        if (verb === "follow" && this.#roster.get()?.devices.has(this.#context.self) === true) {
          await this.#found();
        }
        this.#state.set({ type: "refused", reason });
        return this.#again(SLOW_RETRY_MS);
      case "too-fast":
        return this.#again(TOO_FAST_RETRY_MS);
      default:
        this.#state.set({ type: "refused", reason });
        return this.#again(SLOW_RETRY_MS);
    }
  }

  /** The relay will never take this entry as it is. */
  async #notThere(subject: Bytes): Promise<void> {
    const { rejected, self, store } = this.#context;
    const { space } = this.#context.space;
    if (subject.length !== ID_LENGTH.EntryId) return;
    const id = bytesToId("EntryId", subject);
    const outbox = await readOf(store.outbox(space));
    if (!outbox.ok) return this.#storeFault(outbox.error);
    const waiting = outbox.value.find((entry) => entry.id === id);
    if (waiting === undefined) return;
    const entry = parseEntry(waiting.bytes);
    // What another device wrote is not ours to repair: it stays here, and is not sent any more.
    const isOwn = entry.ok && entry.value.header.device === self;
    const written = isOwn ? store.reject(space, id) : store.acknowledge(space, [id]);
    if (!(await this.#committed(written))) return;
    this.#inFlight.settled(id);
    if (isOwn) rejected();
  }

  /** A new space, or a relay that was wiped: it gets the whole roster, then the entries. */
  async #found(): Promise<void> {
    const { space, voucher } = this.#context.space;
    const { clock, send, store } = this.#context;
    // A relay that forgets it each time would keep us busy for ever.
    if (Math.abs(clock.now() - this.#foundAt) < TOO_FAST_RETRY_MS) {
      return this.#again(TOO_FAST_RETRY_MS);
    }
    this.#foundAt = clock.now();
    this.#inFlight.clear();
    const [records, lockboxes] = await Promise.all([
      readOf(store.records(space)),
      readOf(store.lockboxes(space)),
    ]);
    if (!records.ok) return this.#storeFault(records.error);
    if (!lockboxes.ok) return this.#storeFault(lockboxes.error);
    if (records.value.length === 0) {
      this.#state.set({ type: "refused", reason: "unknown-space" });
      return this.#again(SLOW_RETRY_MS);
    }
    // A newcomer's lockbox may be here before the record that admits them: the relay takes none of
    // a device that it does not know.
    const roster = this.#roster.get();
    const held = lockboxes.value.filter(({ device }) => roster?.devices.has(device) === true);
    send({ type: "found", space, records: records.value, lockboxes: held, voucher });
  }

  #again(delayMs: number): void {
    const { clock } = this.#context;
    const at = clock.now() + delayMs;
    if (this.#retry !== undefined && this.#retry.at <= at) return;
    this.#retry?.cancel();
    const cancel = clock.after(delayMs, () => {
      this.#retry = undefined;
      this.#inFlight.clear();
      this.#then(() => this.#follow());
    });
    this.#retry = { at, cancel };
  }

  async #committed(
    writing: Promise<{ ok: true } | { ok: false; error: StoreFault }>,
  ): Promise<boolean> {
    const written = await writing;
    if (!written.ok) this.#storeFault(written.error);
    return written.ok;
  }

  /** Nothing of the transaction is there: the relay is asked again later, nothing is skipped. */
  #storeFault({ type }: StoreFault): void {
    this.#state.set({ type: "store-fault", fault: type });
    this.#again(TOO_FAST_RETRY_MS);
  }

  #then(work: () => Promise<void> | void): void {
    this.#work = this.#work.then(work);
  }
}

async function cursorAfter(before: Cursor, items: readonly StreamItem[]): Promise<Cursor> {
  let cursor = before;
  for (const { id, number } of items) {
    // oxlint-disable-next-line no-await-in-loop -- each hash is made of the one before
    cursor = { number, hash: await hashAfter(cursor.hash, id) };
  }
  return cursor;
}
