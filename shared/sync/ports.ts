/** What the sync engine asks of its surroundings. It holds no content key and knows no case. */
import type { Bytes } from "../base/bytes";
import type { DeviceId, EntryId, SpaceId } from "../base/ids";
import type { Result } from "../base/result";
import type { ReceivedEntry } from "../log/entry";
import type { Arrived, StoreFault } from "../log/entry-store";
import type { Cursor } from "../protocol/cursor";
import type { SealedLockbox } from "../protocol/frames";

export type Received = {
  /** What was not there before, a document each. */
  readonly arrived: readonly Arrived[];
  /** The store was behind its own past (restored profile): it has a new writer from now on. */
  readonly hasNewWriter: boolean;
};

export type OutboxEntry = {
  readonly id: EntryId;
  readonly bytes: Bytes;
  /** The relay had it and has lost it: whoever wrote it, it is given back as it was. */
  readonly isReturned: boolean;
};

export type SyncStore = {
  readonly cursor: (space: SpaceId) => Promise<Cursor>;
  /**
   * Takes entries in and moves the cursor, in one transaction. What is there already stays, and
   * is acknowledged by coming back.
   */
  readonly receive: (
    space: SpaceId,
    self: DeviceId,
    entries: readonly ReceivedEntry[],
    cursor: Cursor,
  ) => Promise<Result<Received, StoreFault>>;
  /** The relay has committed these. */
  readonly acknowledge: (
    space: SpaceId,
    ids: readonly EntryId[],
  ) => Promise<Result<void, StoreFault>>;
  /**
   * The relay will not have this entry there: its content is to be sealed again, and that of all
   * that wait behind it in its chain, which cannot stand without it. What a snapshot stood for
   * here is read again.
   */
  readonly reject: (space: SpaceId, id: EntryId) => Promise<Result<void, StoreFault>>;
  /** What waits for its acknowledgement, in order of sealing. */
  readonly outbox: (space: SpaceId) => Promise<readonly OutboxEntry[]>;
  /**
   * The relay has lost something: every entry of the space goes back into the outbox, those of
   * other devices too, and the cursor to the start. What the relay still has is acknowledged as it
   * streams by again; the rest is sent. What was acknowledged before is marked as returned.
   */
  readonly unconfirm: (space: SpaceId) => Promise<Result<void, StoreFault>>;
  readonly records: (space: SpaceId) => Promise<readonly Bytes[]>;
  /** `from` is the place of the first one in the chain. */
  readonly addRecords: (
    space: SpaceId,
    from: number,
    records: readonly Bytes[],
  ) => Promise<Result<void, StoreFault>>;
  readonly lockboxes: (space: SpaceId) => Promise<readonly SealedLockbox[]>;
  readonly addLockboxes: (
    space: SpaceId,
    lockboxes: readonly SealedLockbox[],
  ) => Promise<Result<void, StoreFault>>;
};

/** One connection that keeps the order of messages. Events come after `connect` has returned. */
export type RelaySocket = {
  readonly send: (message: Bytes) => void;
  readonly close: () => void;
};

export type SocketEvents = {
  readonly opened: () => void;
  readonly received: (message: Bytes) => void;
  /** `code`: the WebSocket close code; 1006 where there was none. */
  readonly closed: (code: number) => void;
};

/** Makes one attempt; coming back is the engine's business. */
export type ConnectSocket = (url: string, events: SocketEvents) => RelaySocket;

/** A space that this device follows at one relay. */
export type FollowedSpace = {
  readonly space: SpaceId;
  /** Until the device is admitted, its request is what it has to say. */
  readonly joinRequest: Bytes | undefined;
  /** An operator's leave to found the space there; empty where none is needed. */
  readonly voucher: string;
};
