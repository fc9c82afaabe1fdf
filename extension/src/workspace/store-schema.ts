/**
 * The tables of the device's store, version 2. Keys are chosen so that what is asked often is one
 * range of one table: the live entries of a document lie side by side, in order of arrival.
 */
import type { Bytes } from "@beiakte/shared/base/bytes";
import type {
  ClipId,
  DeviceId,
  DocumentId,
  EntryId,
  SpaceId,
  WriterId,
} from "@beiakte/shared/base/ids";
import type { NewDraft } from "@beiakte/shared/log/entry-store";
import type { Cursor } from "@beiakte/shared/protocol/cursor";
import type { SealedLockbox } from "@beiakte/shared/protocol/frames";
import type { DBSchema, IDBPDatabase } from "idb";
import type { ClipRow, DeviceRow, DocumentProgress, ProjectionRow, SpaceRow } from "./entry-store";

export const STORE_VERSION = 2;

export type EntryKey = [SpaceId, DocumentId, 0 | 1, number, EntryId];

export type PlaceKey = [DocumentId, DeviceId, WriterId, number];

export type EntryRow = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  /** 1: an adopted snapshot stands for it. A number, because IndexedDB has no boolean keys. */
  readonly covered: 0 | 1;
  readonly order: number;
  readonly id: EntryId;
  readonly device: DeviceId;
  readonly writer: WriterId;
  readonly seq: number;
  readonly bytes: Bytes;
};

/** Only what the relay has not acknowledged has a row here: the entry itself is never rewritten. */
export type OutboxRow = {
  readonly space: SpaceId;
  readonly id: EntryId;
  readonly document: DocumentId;
  readonly order: number;
  readonly place: "outbox" | "rejected";
  /** Acknowledged once: it waits for a relay that lost it. */
  readonly isReturned: boolean;
};

export type ProgressRow = DocumentProgress & { readonly space: SpaceId };

type ByDocument<Row> = { readonly key: [SpaceId, DocumentId]; readonly value: Row };

export interface StoreSchema extends DBSchema {
  readonly entries: {
    readonly key: EntryKey;
    readonly value: EntryRow;
    readonly indexes: {
      readonly id: EntryId;
      /** Not unique: two entries at one place are a fault, and both are kept. */
      readonly place: PlaceKey;
    };
  };
  readonly outbox: {
    readonly key: [SpaceId, EntryId];
    readonly value: OutboxRow;
    readonly indexes: {
      readonly place: [SpaceId, OutboxRow["place"], number];
      readonly document: [SpaceId, DocumentId];
    };
  };
  readonly drafts: {
    readonly key: number;
    /** The number is the table's own. */
    readonly value: NewDraft & { readonly id?: number };
    readonly indexes: { readonly document: [SpaceId, DocumentId] };
  };
  readonly cursors: { readonly key: SpaceId; readonly value: Cursor };
  readonly records: { readonly key: [SpaceId, number]; readonly value: Bytes };
  readonly lockboxes: {
    readonly key: [SpaceId, DeviceId, string, Bytes];
    readonly value: SealedLockbox & { readonly space: SpaceId };
  };
  readonly projections: ByDocument<ProjectionRow>;
  readonly progress: ByDocument<ProgressRow>;
  readonly spaces: { readonly key: SpaceId; readonly value: SpaceRow };
  readonly device: { readonly key: "device"; readonly value: DeviceRow };
  readonly writer: { readonly key: "writer"; readonly value: WriterId };
  /** The last order given out. */
  readonly order: { readonly key: "order"; readonly value: number };
  readonly bytes: { readonly key: "vault" | "session-key"; readonly value: Bytes };
  /** Since version 2. */
  readonly clips: { readonly key: ClipId; readonly value: ClipRow };
}

export type StoreDatabase = IDBPDatabase<StoreSchema>;

export const TABLES = [
  "entries",
  "outbox",
  "drafts",
  "cursors",
  "records",
  "lockboxes",
  "projections",
  "progress",
  "spaces",
  "device",
  "writer",
  "order",
  "bytes",
  "clips",
] as const;

/** `from`: the version that is there, 0 for none. Nothing that lies there is touched. */
export function createTables(db: StoreDatabase, from: number): void {
  if (from < 1) createFirstTables(db);
  if (from < 2) db.createObjectStore("clips", { keyPath: "clip" });
}

/** Version 1, as it was released. */
export function createFirstTables(db: StoreDatabase): void {
  const entries = db.createObjectStore("entries", {
    keyPath: ["space", "document", "covered", "order", "id"],
  });
  entries.createIndex("id", "id", { unique: true });
  entries.createIndex("place", ["document", "device", "writer", "seq"]);
  const outbox = db.createObjectStore("outbox", { keyPath: ["space", "id"] });
  outbox.createIndex("place", ["space", "place", "order"]);
  outbox.createIndex("document", ["space", "document"]);
  const drafts = db.createObjectStore("drafts", { keyPath: "id", autoIncrement: true });
  drafts.createIndex("document", ["space", "document"]);
  db.createObjectStore("cursors");
  db.createObjectStore("records");
  // By their bytes too: a relay that brings a false one cannot put it in the true one's place.
  db.createObjectStore("lockboxes", { keyPath: ["space", "device", "epoch", "bytes"] });
  db.createObjectStore("projections", { keyPath: ["space", "document"] });
  db.createObjectStore("progress", { keyPath: ["space", "document"] });
  db.createObjectStore("spaces", { keyPath: "space" });
  db.createObjectStore("device");
  db.createObjectStore("writer");
  db.createObjectStore("order");
  db.createObjectStore("bytes");
}

/** Every key that begins so: an array sorts after all strings and numbers. */
export function beginningWith(...parts: readonly (string | number)[]): IDBKeyRange {
  return IDBKeyRange.bound([...parts], [...parts, []]);
}
