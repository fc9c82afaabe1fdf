/**
 * All that this device keeps, as one port: sealed entries, drafts, outbox, roster, projections and
 * the vault's sealed bytes. Nothing in it is readable without the vault; the only key in it is the
 * device's own signing key, which opens nothing and cannot be taken out.
 *
 * A write says by its `Result` whether it is on the disk. A read of a store that is gone (see
 * `trouble`) rejects.
 */
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { ClipId, DocumentId, EntryId, SpaceId } from "@beiakte/shared/base/ids";
import type { Live } from "@beiakte/shared/base/live";
import type { Result } from "@beiakte/shared/base/result";
import type { SigningKey } from "@beiakte/shared/crypto/signature";
import type { LogStore, StoreFault } from "@beiakte/shared/log/entry-store";
import type { FollowedSpace, SyncStore } from "@beiakte/shared/sync/ports";

export type Written = Promise<Result<void, StoreFault>>;

/** What the list and the search read of a document while it is closed; `bytes` are sealed. */
export type ProjectionRow = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  /** The newest entry of the document that it was computed from, by this store's order. */
  readonly order: number;
  readonly bytes: Bytes;
};

/** How far a document has come, by this store's order; 0 where there is nothing. */
export type DocumentProgress = {
  readonly document: DocumentId;
  readonly newest: number;
  readonly newestByOthers: number;
  /** What the person has seen of it. */
  readonly seen: number;
};

export function hasUnseen(progress: DocumentProgress): boolean {
  return progress.newestByOthers > progress.seen;
}

/** What the device authenticates with, locked or not. Both public keys together make its id. */
export type DeviceRow = {
  readonly signing: SigningKey;
  /** The public half of the HPKE key; the private one is in the vault. */
  readonly sealingKey: Bytes;
};

export type SpaceRow = FollowedSpace & {
  /** The relay's address, `wss://…`. */
  readonly relay: string;
};

/** A clip that waits. Where it is from and what it says lies in the sealed bytes only. */
export type ClipRow = {
  readonly clip: ClipId;
  readonly arrivedAt: number;
  readonly bytes: Bytes;
};

/** One row of bytes that is replaced as a whole: the old one or the new one, never half of it. */
export type BytesRow = {
  readonly read: () => Promise<Bytes | undefined>;
  readonly write: (bytes: Bytes) => Written;
  readonly remove: () => Written;
};

/** Why an open store cannot be used any more. What was committed is still on the disk. */
export type StoreTrouble =
  /** Another context brought a newer version of the extension. */
  | { readonly type: "superseded" }
  /** This device was removed, here or in another context. */
  | { readonly type: "erased" }
  /** The browser closed it: the disk is full or failed, or the person cleared the data. It may come back. */
  | { readonly type: "terminated" };

export type WaitingEntry = { readonly id: EntryId; readonly document: DocumentId };

export type EntryStore = LogStore &
  SyncStore & {
    /** Made by this opening: a device that had synced before has lost its data. */
    readonly isNew: boolean;
    readonly trouble: Live<StoreTrouble | undefined>;
    readonly projections: {
      readonly all: (space: SpaceId) => Promise<readonly ProjectionRow[]>;
      /** All of them or none. */
      readonly put: (...rows: readonly ProjectionRow[]) => Written;
      readonly remove: (space: SpaceId, document: DocumentId) => Written;
    };
    readonly vault: BytesRow;
    /** The vault's key under the browser session's secret: useless without that. */
    readonly sessionKey: BytesRow;
    readonly device: {
      readonly get: () => Promise<DeviceRow | undefined>;
      readonly put: (row: DeviceRow) => Written;
    };
    readonly spaces: {
      readonly all: () => Promise<readonly SpaceRow[]>;
      readonly put: (row: SpaceRow) => Written;
      readonly remove: (space: SpaceId) => Written;
    };
    /** What was taken from pages and is not in a case yet, the oldest first. */
    readonly clips: {
      readonly all: () => Promise<readonly ClipRow[]>;
      readonly put: (row: ClipRow) => Written;
      readonly remove: (clip: ClipId) => Written;
    };
    /** What waits for its acknowledgement, in order of sealing. */
    readonly waiting: (space: SpaceId) => Promise<readonly WaitingEntry[]>;
    /** Documents with drafts, of whatever context: something in them is not sealed yet. */
    readonly draftedDocuments: (space: SpaceId) => Promise<readonly DocumentId[]>;
    /** Documents with own entries for which the relay holds others: to be sealed again. */
    readonly rejectedDocuments: (space: SpaceId) => Promise<readonly DocumentId[]>;
    /** Every document of the space that has entries. */
    readonly progressOf: (space: SpaceId) => Promise<readonly DocumentProgress[]>;
    /** Of one document; nothing where it has no entries. */
    readonly progressAt: (
      space: SpaceId,
      document: DocumentId,
    ) => Promise<DocumentProgress | undefined>;
    /** The person has seen these documents up to these orders; never takes anything back. */
    readonly markSeen: (
      space: SpaceId,
      seen: readonly { readonly document: DocumentId; readonly order: number }[],
    ) => Written;
    /** Removes everything, for good, and closes. */
    readonly erase: () => Written;
    readonly close: () => void;
  };
