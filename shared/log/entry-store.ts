/**
 * What a sealed log asks of this device's store. One store holds all spaces and documents of the
 * device; every method is one transaction, durable when its promise is fulfilled.
 */
import type { Bytes } from "../base/bytes";
import type { DocumentId, EntryId, SpaceId, WriterId } from "../base/ids";
import type { Result } from "../base/result";
import type { Chain, EntryHeader, Head } from "./entry";

/** Why a transaction did not commit; nothing of it is there. */
export type StoreFault = { readonly type: "store-full" } | { readonly type: "store-failed" };

/** Where an entry is on its way. `rejected`: the relay holds another one at its place. */
export type EntryPlace = "outbox" | "acknowledged" | "rejected";

export type StoredEntry = {
  /** This store's own counter, in order of arrival. */
  readonly order: number;
  readonly id: EntryId;
  readonly bytes: Bytes;
  readonly place: EntryPlace;
};

/** Entries of one document that one transaction has stored, in order. */
export type Arrived = {
  readonly document: DocumentId;
  /** The order of the document's newest entry before them; 0 where there was none. */
  readonly after: number;
  readonly entries: readonly StoredEntry[];
};

/** A local change, committed and not yet sealed: AES-GCM under the device's draft key. */
export type StoredDraft = {
  readonly id: number;
  /** The context that made it: while that one lives, the draft is its own to seal. */
  readonly context: string;
  readonly bytes: Bytes;
};

export type NewDraft = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly context: string;
  readonly bytes: Bytes;
};

export type SealedInsert = {
  readonly header: EntryHeader;
  readonly id: EntryId;
  readonly bytes: Bytes;
  /** What the entry replaces: removed in the same transaction. */
  readonly drafts: readonly number[];
  readonly rejected: readonly EntryId[];
};

export type LogStore = {
  /** The writer of this store's own chains; another one after it was found behind its own past. */
  readonly writer: () => Promise<WriterId>;
  /** The document's entries that no adopted snapshot covers, after this order, in order. */
  readonly entriesOf: (
    space: SpaceId,
    document: DocumentId,
    afterOrder: number,
  ) => Promise<readonly StoredEntry[]>;
  /** The newest entry of a chain of this device, covered or not. */
  readonly chainHead: (document: DocumentId, chain: Chain) => Promise<Head | undefined>;
  readonly draftsOf: (space: SpaceId, document: DocumentId) => Promise<readonly StoredDraft[]>;
  readonly addDraft: (draft: NewDraft) => Promise<Result<number, StoreFault>>;
  /**
   * Puts an own entry into the log and the outbox, if its place (document, writer, seq) is free
   * and its writer is still this store's.
   */
  readonly insertSealed: (
    insert: SealedInsert,
  ) => Promise<Result<Arrived, StoreFault | { readonly type: "place-taken" }>>;
  /**
   * After a snapshot was verified and taken: what it covers is no longer read. Entries that wait
   * in the outbox stay there.
   */
  readonly markCovered: (
    space: SpaceId,
    document: DocumentId,
    snapshot: EntryId,
    covers: readonly Head[],
  ) => Promise<Result<void, StoreFault>>;
};

/** Mutual exclusion between the contexts of one device (Web Locks in the browser). */
export type Locks = {
  /** Runs alone under this name. */
  readonly alone: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
  /** Holds a name for as long as this context lives, or until let go. */
  readonly hold: (name: string) => Promise<() => void>;
  /** Whether a living context holds the name. */
  readonly isHeld: (name: string) => Promise<boolean>;
};

/** "Document D has news": between the contexts of one device no more than that is said. */
export type NewsItem = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  /** `sealed` here, for the relay to have; `received` from the relay; `seen` by the person. */
  readonly kind: "sealed" | "received" | "seen";
  /** Within the context that has stored them, committed: nobody there has to read them again. */
  readonly arrived?: Arrived;
};

export type News = {
  readonly post: (item: NewsItem) => void;
  readonly subscribe: (listener: (item: NewsItem) => void) => () => void;
};
