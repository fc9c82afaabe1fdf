/**
 * One space at one relay: takes its stream in, brings the outbox out, gives a relay back what it
 * lost. It holds no content key; what it promises are the rules SY in SPEC.md.
 */
import { bytesToHex, equalBytes, type Bytes } from "../base/bytes";
import { bytesToId, type DeviceId, type EntryId } from "../base/ids";
import { type Live, variable } from "../base/live";
import type { Cancel, Clock } from "../base/ports";
import { entryId, parseEntry } from "../log/entry";
import type { News, StoreFault } from "../log/entry-store";
import { hashAfter } from "../log/running-hash";
import { type Cursor, START } from "../protocol/cursor";
import type { DeviceFrame, RefusedFrame, RelayFrame, StreamItem } from "../protocol/frames";
import type { Refusal } from "../protocol/refusals";
import { recordId } from "../space/record";
import { extendRoster, parseRoster, type Roster } from "../space/roster";
import { InFlight } from "./outbox";
import type { FollowedSpace as SpaceToFollow, ReceivedEntry, SyncStore } from "./ports";

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

export type FollowedSpaceContext = {
  readonly space: SpaceToFollow;
  readonly self: DeviceId;
  readonly store: SyncStore;
  readonly news: News;
  readonly clock: Clock;
  readonly send: (frame: DeviceFrame) => void;
  /** Own entries are to be sealed again: the relay holds others at their places. */
  readonly rejected: () => void;
};

// The relay was wiped, is full, or its disk is: somebody has to do something first.
const SLOW_RETRY_MS = 30_000;
const TOO_FAST_RETRY_MS = 1000;

export class FollowedSpace {
  readonly #context: FollowedSpaceContext;
  readonly #state = variable<SpaceState>({ type: "waiting" });
  readonly #roster = variable<Roster | undefined>(undefined);
  readonly #requests = variable<readonly Bytes[]>([]);
  readonly #arrivals = variable(0);
  readonly #inFlight = new InFlight();
  readonly #answers = new Map<string, (outcome: Refusal | undefined) => void>();
  #cursor: Cursor = START;
  #work: Promise<void> = Promise.resolve();
  #connection = 0;
  #isConnected = false;
  #acknowledged: EntryId[] = [];
  #retry: Cancel | undefined;

  constructor(context: FollowedSpaceContext) {
    this.#context = context;
    this.#then(async () => {
      const records = await context.store.records(context.space.space);
      const roster = await parseRoster(records);
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

  /** Counts up when lockboxes have come: the keyring may open more now. */
  get arrivals(): Live<number> {
    return this.#arrivals;
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
    this.#retry?.();
    for (const answer of this.#answers.values()) answer("too-slow");
    this.#answers.clear();
    if (this.#state.get().type !== "refused") this.#state.set({ type: "waiting" });
  }

  close(): void {
    this.disconnected();
  }

  /** There may be something new in the outbox. */
  sendOutbox(): void {
    if (this.#state.get().type === "live") this.#then(() => this.#sendOutbox());
  }

  /** Sends a roster record; the relay's answer, or nothing where it was taken. */
  async record(frame: Extract<DeviceFrame, { type: "record" }>): Promise<Refusal | undefined> {
    const id = await recordId(frame.record);
    if (!this.#isConnected) return "too-slow";
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#context.send(frame);
    });
  }

  received(frame: RelayFrame): void {
    const connection = this.#connection;
    this.#then(async () => {
      if (connection === this.#connection) await this.#take(frame);
    });
  }

  async #take(frame: RelayFrame): Promise<void> {
    const { space } = this.#context.space;
    switch (frame.type) {
      case "records":
        return this.#takeRecords(frame.from, frame.records);
      case "lockboxes":
        await this.#committed(this.#context.store.addLockboxes(space, frame.lockboxes));
        return this.#arrivals.set(this.#arrivals.get() + 1);
      case "entries":
        return this.#takeItems(frame.items);
      case "caught-up":
        return this.#caughtUp(frame.cursor);
      case "stored":
        this.#acknowledged.push(frame.id);
        return this.#acknowledge();
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
    this.#cursor = await this.#context.store.cursor(space);
    this.#state.set({ type: "catching-up" });
    this.#context.send({ type: "follow", space, cursor: this.#cursor });
  }

  async #takeRecords(from: number, records: readonly Bytes[]): Promise<void> {
    const before = this.#roster.get();
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
    const { news, self, store } = this.#context;
    const { space } = this.#context.space;
    const entries: ReceivedEntry[] = [];
    let cursor = this.#cursor;
    const ids = await Promise.all(
      items.map(({ entry, id }) => (entry === undefined ? id : entryId(entry))),
    );
    for (const [i, item] of items.entries()) {
      if (item.number <= cursor.number) continue;
      // A stream with a hole, or an id that is not its entry's: asked for again from where we are.
      if (item.number !== cursor.number + 1 || ids[i] !== item.id) return this.#follow();
      const entry = item.entry === undefined ? undefined : parseEntry(item.entry);
      if (entry?.ok === false && entry.error.type === "too-new") {
        return this.#state.set({ type: "too-new" });
      }
      // What is no entry, or one of another space, can only come from a hostile relay.
      if (entry?.ok === true && entry.value.header.space === space) {
        entries.push({ id: item.id, entry: entry.value });
      }
      // oxlint-disable-next-line no-await-in-loop -- each hash is made of the one before
      cursor = { number: item.number, hash: await hashAfter(cursor.hash, item.id) };
    }
    const received = await store.receive(space, self, entries, cursor);
    if (!received.ok) return this.#storeFault(received.error);
    this.#cursor = cursor;
    for (const { id } of entries) this.#inFlight.settled(id);
    for (const document of received.value.documents) news.post(space, document);
    if (received.value.hasNewWriter) this.#context.rejected();
  }

  async #caughtUp(cursor: Cursor): Promise<void> {
    const isSame =
      cursor.number === this.#cursor.number && equalBytes(cursor.hash, this.#cursor.hash);
    // We hold another history than the relay claims: both are put together, from the start.
    if (!isSame) return this.#startAgain();
    this.#state.set({ type: "live" });
    return this.#sendOutbox();
  }

  async #startAgain(): Promise<void> {
    const { space } = this.#context.space;
    this.#inFlight.clear();
    if (!(await this.#committed(this.#context.store.unconfirm(space)))) return;
    await this.#follow();
  }

  async #sendOutbox(): Promise<void> {
    const { self, send, store } = this.#context;
    const { space } = this.#context.space;
    if (!this.#isConnected) return;
    for (const { bytes, device } of this.#inFlight.take(await store.outbox(space))) {
      send({ type: device === self ? "append" : "restore", space, entry: bytes });
    }
  }

  async #acknowledge(): Promise<void> {
    // Those that came while a write was under way go into the next one together.
    const ids = this.#acknowledged.splice(0);
    if (ids.length === 0) return;
    const { store } = this.#context;
    if (!(await this.#committed(store.acknowledge(this.#context.space.space, ids)))) return;
    for (const id of ids) this.#inFlight.settled(id);
    this.#arrivals.set(this.#arrivals.get() + 1);
  }

  async #recorded(id: string): Promise<void> {
    this.#answers.get(id)?.(undefined);
    this.#answers.delete(id);
    // The relay has taken the whole roster: now it knows the space.
    if (this.#state.get().type !== "live") await this.#follow();
  }

  async #refused({ reason, subject, verb }: RefusedFrame): Promise<void> {
    const { store } = this.#context;
    const { space } = this.#context.space;
    const answer = this.#answers.get(bytesToHex(subject));
    if (verb === "record" && answer !== undefined) {
      this.#answers.delete(bytesToHex(subject));
      return answer(reason);
    }
    switch (reason) {
      case "unknown-space":
        return this.#found();
      case "seq-taken":
      case "stale-epoch": {
        if (subject.length !== 32) return;
        const id = bytesToId("EntryId", subject);
        this.#inFlight.settled(id);
        // What another device wrote and the relay does not want back is not ours to repair.
        if (verb === "restore") {
          await this.#committed(store.acknowledge(space, [id]));
          return;
        }
        if (await this.#committed(store.reject(space, id))) this.#context.rejected();
        return;
      }
      case "gap":
        return this.#startAgain();
      case "too-fast":
        return this.#again(TOO_FAST_RETRY_MS);
      case "store-failed":
      case "space-full":
        this.#state.set({ type: "refused", reason });
        return this.#again(SLOW_RETRY_MS);
      default:
        this.#state.set({ type: "refused", reason });
        return this.#again(SLOW_RETRY_MS);
    }
  }

  /** A new space, or a relay that was wiped: it gets the whole roster, then the entries. */
  async #found(): Promise<void> {
    const { space, voucher } = this.#context.space;
    const { send, store } = this.#context;
    const records = await store.records(space);
    const lockboxes = await store.lockboxes(space);
    if (records.length === 0) {
      this.#state.set({ type: "refused", reason: "unknown-space" });
      return this.#again(SLOW_RETRY_MS);
    }
    send({ type: "found", space, records, lockboxes, voucher });
  }

  #again(delayMs: number): void {
    this.#retry?.();
    this.#retry = this.#context.clock.after(delayMs, () => {
      this.#inFlight.clear();
      this.#then(() => this.#follow());
    });
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
