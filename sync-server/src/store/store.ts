/**
 * What the relay keeps, as a port. The relay believes that what `append` answered with `stored` is
 * on the disk: a store that answers earlier breaks the promise "at the relay".
 */
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { DeviceId, EntryId, InvitationId, SpaceId } from "@beiakte/shared/base/ids";
import type { Result } from "@beiakte/shared/base/result";
import type { Entry } from "@beiakte/shared/log/entry";
import type { Cursor } from "@beiakte/shared/protocol/cursor";
import type { SealedLockbox, StreamItem } from "@beiakte/shared/protocol/frames";
import type { Refusal } from "@beiakte/shared/protocol/refusals";

/** A full or broken disk is no bug: the caller refuses, and the relay lives on. */
export type Stored<Value> = Promise<Result<Value, "store-failed">>;

/** One entry on its way in. Its sender and epoch are settled, its place is not. */
export type Offer = {
  readonly space: SpaceId;
  readonly id: EntryId;
  readonly entry: Entry;
  /** `restore`: given back by anyone after a loss, so the chain may have holes. */
  readonly way: "append" | "restore";
};

export type Outcome =
  | { readonly type: "stored"; readonly number: number }
  /** It was there before: sending twice is harmless. */
  | { readonly type: "held"; readonly number: number }
  | { readonly type: "refused"; readonly reason: Refusal };

export type Batch = {
  readonly offers: readonly Offer[];
  /** Milliseconds since 1970, by the relay's clock. */
  readonly at: number;
  readonly spaceMostBytes: number;
};

export type Founding = {
  readonly space: SpaceId;
  readonly records: readonly Bytes[];
  readonly lockboxes: readonly SealedLockbox[];
  /** SHA-256 of the voucher that is used up by this; nothing where none is needed. */
  readonly voucherHash: Bytes | undefined;
  readonly at: number;
};

export type RosterChange = {
  readonly space: SpaceId;
  /** How many records the space has: another length means that somebody else was faster. */
  readonly from: number;
  readonly records: readonly Bytes[];
  readonly lockboxes: readonly SealedLockbox[];
  /** Whether these lockboxes take the place of those that are there. */
  readonly lockboxesWin: "new" | "held";
  /** Invitations used by these records: their requests have been answered. */
  readonly settled: readonly InvitationId[];
};

export type JoinRequest = {
  readonly invitation: InvitationId;
  readonly device: DeviceId;
  readonly bytes: Bytes;
};

/** More devices asking with one invitation than this, and the oldest request gives way. */
export const REQUESTS_PER_INVITATION_MOST = 4;

export type Store = {
  readonly found: (founding: Founding) => Stored<"stored" | "known" | "voucher-invalid">;
  /** The whole roster in order; empty where the space is unknown. */
  readonly records: (space: SpaceId) => Stored<readonly Bytes[]>;
  readonly extend: (change: RosterChange) => Stored<"stored" | "moved">;
  readonly lockboxes: (space: SpaceId, device: DeviceId) => Stored<readonly SealedLockbox[]>;

  readonly keepRequest: (space: SpaceId, request: JoinRequest, at: number) => Stored<void>;
  /** Oldest first, of all invitations, open or not. */
  readonly requests: (space: SpaceId) => Stored<readonly JoinRequest[]>;

  /**
   * All of a batch in one commit, one outcome an offer. Numbers of a space are dense and in the
   * order of the offers; the spaces are known.
   */
  readonly append: (batch: Batch) => Stored<readonly Outcome[]>;
  /** Consecutive items from `after` + 1 on: at least one where there is one. */
  readonly read: (
    space: SpaceId,
    after: number,
    most: { readonly items: number; readonly bytes: number },
  ) => Stored<readonly StreamItem[]>;
  /** The running hash after that many entries; nothing where there are not so many. */
  readonly hashAt: (space: SpaceId, number: number) => Stored<Bytes | undefined>;
  readonly head: (space: SpaceId) => Stored<Cursor>;

  /**
   * Removes the bytes of entries that a snapshot stored at or before `before` stands for, but for
   * each document's two newest snapshots. Numbers, ids and running hashes stay. Requests as old go
   * too. Gives the number of entries.
   */
  readonly forget: (before: number) => Stored<number>;

  readonly addVoucher: (voucherHash: Bytes, expiresAt: number) => Stored<void>;
  readonly hasVoucher: (voucherHash: Bytes, at: number) => Stored<boolean>;

  readonly close: () => Promise<void>;
};
