/**
 * The device's store in memory: one honest fake of the whole port. Transactions commit one after
 * another, each at a moment that `schedule` decides; a context that was killed before that moment
 * leaves nothing behind.
 */
import { assert } from "@beiakte/shared/base/assert";
import { equalBytes } from "@beiakte/shared/base/bytes";
import type { SpaceId } from "@beiakte/shared/base/ids";
import { type Variable, variable } from "@beiakte/shared/base/live";
import type { Random } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import type { StoreFault } from "@beiakte/shared/log/entry-store";
import { START } from "@beiakte/shared/protocol/cursor";
import type { BytesRow, EntryStore, StoreTrouble } from "../../extension/src/workspace/entry-store";
import * as memory from "./memory-state";

/** Calls once, later: this is when a transaction commits. Must keep the order of calls. */
export type Schedule = (commit: () => void) => void;

export type MemoryEntryStore = EntryStore & {
  /** Another context's connection to the same store, which can die. */
  readonly connect: () => MemoryConnection;
  /** What a restored profile holds: all that is committed now, as a store of its own. */
  readonly copy: () => MemoryEntryStore;
};

/** What is under way when it is killed never commits, and its promises are never settled. */
export type MemoryConnection = { readonly store: EntryStore; readonly kill: () => void };

type Trouble = Variable<StoreTrouble | undefined>;
type Disk = {
  state: memory.MemoryState;
  readonly random: Random;
  readonly schedule: Schedule;
  /** Of the connections that are open. */
  readonly troubles: Set<Trouble>;
};

export function memoryEntryStore(
  random: Random,
  schedule: Schedule = queueMicrotask,
): MemoryEntryStore {
  const disk = { state: memory.emptyState(random), random, schedule, troubles: new Set<Trouble>() };
  return overDisk(disk, true);
}

function overDisk(disk: Disk, isNew: boolean): MemoryEntryStore {
  return {
    ...openConnection(disk, isNew).store,
    connect: () => openConnection(disk, false),
    copy: () =>
      overDisk({ ...disk, state: structuredClone(disk.state), troubles: new Set() }, false),
  };
}

function openConnection(disk: Disk, isNew: boolean): MemoryConnection {
  const trouble: Trouble = variable<StoreTrouble | undefined>(undefined);
  disk.troubles.add(trouble);
  let isAlive = true;
  let isClosed = false;
  const isUsable = () => !isClosed && trouble.get() === undefined;

  function read<Value>(run: (state: memory.MemoryState) => Value): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (!isAlive) return;
      disk.schedule(() => {
        if (!isAlive) return;
        if (isUsable()) resolve(structuredClone(run(disk.state)));
        else reject(new Error("the store is closed"));
      });
    });
  }

  function write<Value, Fault = never>(
    run: (state: memory.MemoryState) => Result<Value, Fault>,
  ): Promise<Result<Value, Fault | StoreFault>> {
    return new Promise((resolve, reject) => {
      if (!isAlive) return;
      disk.schedule(() => {
        if (!isAlive) return;
        if (!isUsable()) return resolve(err({ type: "store-failed" }));
        try {
          resolve(run(disk.state));
        } catch (bug) {
          reject(bug);
        }
      });
    });
  }

  const change = (run: (state: memory.MemoryState) => void) => write((state) => ok(run(state)));

  const bytesRow = (key: "vault" | "session-key"): BytesRow => ({
    read: () => read(({ bytes }) => bytes.get(key)),
    write: (value) => change(({ bytes }) => bytes.set(key, value.slice())),
    remove: () => change(({ bytes }) => bytes.delete(key)),
  });

  const store: EntryStore = {
    isNew,
    trouble,
    writer: () => read(({ writer }) => writer),
    entriesOf: (space, document, afterOrder) =>
      read(({ entries }) =>
        [...entries.values()]
          .filter((row) => row.space === space && row.document === document)
          .filter((row) => !row.isCovered && row.order > afterOrder)
          .map(({ order, id, bytes, place }) => ({ order, id, bytes, place })),
      ),
    chainHead: (document, chain) => read((state) => memory.chainHead(state, document, chain)),
    draftsOf: (space, document) =>
      read(({ drafts }) =>
        drafts
          .filter((draft) => draft.space === space && draft.document === document)
          .map(({ id, context, bytes }) => ({ id, context, bytes })),
      ),
    addDraft: (draft) =>
      write((state) => {
        state.lastDraft += 1;
        state.drafts.push({ ...draft, bytes: draft.bytes.slice(), id: state.lastDraft });
        return ok(state.lastDraft);
      }),
    insertSealed: (insert) => write((state) => memory.insertSealed(state, insert)),
    markCovered: (space, document, snapshot, covers) =>
      change((state) => memory.markCovered(state, space, document, snapshot, covers)),
    cursor: (space) => read(({ cursors }) => cursors.get(space) ?? START),
    receive: (space, self, entries, cursor) =>
      write((state) => ok(memory.receive(state, disk.random, space, self, entries, cursor))),
    acknowledge: (space, ids) =>
      change((state) => {
        for (const id of ids) memory.acknowledge(state, space, id);
      }),
    reject: (space, id) => change((state) => memory.reject(state, disk.random, space, id)),
    outbox: (space) =>
      read((state) =>
        waiting(state, space).map(({ id, bytes, isReturned }) => ({ id, bytes, isReturned })),
      ),
    unconfirm: (space) => change((state) => memory.unconfirm(state, space)),
    records: (space) => read(({ records }) => records.get(space) ?? []),
    addRecords: (space, from, added) =>
      change(({ records }) => {
        const held = records.get(space) ?? [];
        assert(from <= held.length, "records of a roster have no holes");
        records.set(space, [...held, ...added.slice(held.length - from)]);
      }),
    lockboxes: (space) => read(({ lockboxes }) => lockboxes.get(space) ?? []),
    addLockboxes: (space, added) =>
      change(({ lockboxes }) => {
        const held = [...(lockboxes.get(space) ?? [])];
        for (const box of added) {
          const isHeld = held.some(
            (other) =>
              other.device === box.device &&
              other.epoch === box.epoch &&
              equalBytes(other.bytes, box.bytes),
          );
          if (!isHeld) held.push(box);
        }
        lockboxes.set(space, held);
      }),
    projections: {
      all: (space) =>
        read(({ projections }) => [...projections.values()].filter((row) => row.space === space)),
      put: (...rows) =>
        change(({ projections }) => {
          for (const row of rows) {
            projections.set(memory.documentKey(row.space, row.document), structuredClone(row));
          }
        }),
      remove: (space, document) =>
        change(({ projections }) => projections.delete(memory.documentKey(space, document))),
    },
    vault: bytesRow("vault"),
    sessionKey: bytesRow("session-key"),
    device: {
      get: () => read(({ device }) => device),
      put: (row) => change((state) => void (state.device = row)),
    },
    spaces: {
      all: () => read(({ spaces }) => [...spaces.values()]),
      put: (row) => change(({ spaces }) => spaces.set(row.space, structuredClone(row))),
      remove: (space) => change(({ spaces }) => spaces.delete(space)),
    },
    clips: {
      all: () =>
        read(({ clips }) => [...clips.values()].toSorted((a, b) => a.arrivedAt - b.arrivedAt)),
      put: (row) => change(({ clips }) => clips.set(row.clip, structuredClone(row))),
      remove: (clip) => change(({ clips }) => clips.delete(clip)),
    },
    waiting: (space) =>
      read((state) => waiting(state, space).map(({ document, id }) => ({ document, id }))),
    draftedDocuments: (space) =>
      read(({ drafts }) => [
        ...new Set(drafts.filter((row) => row.space === space).map((row) => row.document)),
      ]),
    rejectedDocuments: (space) =>
      read(({ entries }) => [
        ...new Set(
          [...entries.values()]
            .filter((row) => row.space === space && row.place === "rejected")
            .map((row) => row.document),
        ),
      ]),
    progressOf: (space) => read((state) => memory.progressOf(state, space)),
    progressAt: (space, document) => read((state) => memory.progressAt(state, space, document)),
    markSeen: (space, seen) =>
      change((state) => {
        const known = new Set(memory.progressOf(state, space).map((row) => row.document));
        for (const { document, order } of seen) {
          if (!known.has(document)) continue;
          const key = memory.documentKey(space, document);
          state.seen.set(key, Math.max(order, state.seen.get(key) ?? 0));
        }
      }),
    erase: () =>
      change(() => {
        disk.state = memory.emptyState(disk.random);
        for (const open of disk.troubles) open.set({ type: "erased" });
        disk.troubles.clear();
      }),
    close() {
      isClosed = true;
      disk.troubles.delete(trouble);
    },
  };

  return {
    store,
    kill() {
      isAlive = false;
      disk.troubles.delete(trouble);
    },
  };
}

function waiting(state: memory.MemoryState, space: SpaceId): readonly memory.EntryRow[] {
  return [...state.entries.values()].filter((row) => row.space === space && row.place === "outbox");
}
