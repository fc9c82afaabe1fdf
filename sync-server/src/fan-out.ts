/**
 * Who follows which space, and what each has had. A follower is either catching up from the store
 * or live; it never gets an entry before the one that comes before it.
 */
import { type Bytes, equalBytes } from "@beiakte/shared/base/bytes";
import type { DeviceId, SpaceId } from "@beiakte/shared/base/ids";
import { ok } from "@beiakte/shared/base/result";
import type { Cursor } from "@beiakte/shared/protocol/cursor";
import {
  encodeRelayFrame,
  type RelayFrame,
  type SealedLockbox,
  type StreamItem,
} from "@beiakte/shared/protocol/frames";
import { DEVICES_MOST, ENTRIES_IN_FRAME_MOST } from "@beiakte/shared/protocol/limits";
import { framePieces } from "@beiakte/shared/protocol/pieces";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import type { Roster } from "@beiakte/shared/space/roster";
import { WHISPER_BACKLOG_MOST_BYTES } from "./limits";
import type { Membership, RosterStep } from "./members";
import type { Store, Stored } from "./store/store";

/** One connection, seen from behind. */
export type Recipient = {
  readonly device: DeviceId;
  readonly send: (frame: RelayFrame) => void;
  /** A frame that was encoded once for many. */
  readonly sendPieces: (pieces: readonly Bytes[]) => void;
  readonly backlogBytes: () => number;
  /** When there is room for more, or nobody left to send to. */
  readonly drained: () => Promise<void>;
};

type Following = {
  readonly space: SpaceId;
  readonly recipient: Recipient;
  /** The number of the last entry sent. */
  position: number;
  /** The number of the last entry that was committed while it was not live. */
  wanted: number;
  isLive: boolean;
};

/** Enough that the disk is busy, little enough that others come in between. */
const FRAME_BYTES = 512 << 10;

export class FanOut {
  readonly #store: Store;
  readonly #bySpace = new Map<SpaceId, Map<Recipient, Following>>();
  /** Connections that asked to join and wait for an admin. */
  readonly #joining = new Map<SpaceId, Set<Recipient>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** `membership` is read when the cursor has been judged, so that no record falls in between. */
  async follow(
    recipient: Recipient,
    space: SpaceId,
    cursor: Cursor,
    membership: () => Membership | undefined,
  ): Promise<Refusal | undefined> {
    const hash = await this.#store.hashAt(space, cursor.number);
    if (!hash.ok) return hash.error;
    this.#unfollow(space, recipient);
    if (hash.value === undefined || !equalBytes(hash.value, cursor.hash)) {
      recipient.send({ type: "diverged", space });
      return undefined;
    }
    const members = membership();
    if (members?.roster.devices.has(recipient.device) !== true) return "not-a-member";
    const position = cursor.number;
    const following = { space, recipient, position, wanted: position, isLive: false };
    within(this.#bySpace, space, () => new Map()).set(recipient, following);
    recipient.send({ type: "records", space, from: 0, records: members.records });
    const failed = await this.#sendKept(recipient, space, members);
    if (failed !== undefined) {
      this.#unfollow(space, recipient);
      return failed;
    }
    void this.#catchUp(following);
    return undefined;
  }

  /** The whole roster and its own lockboxes, for a device that has just been admitted. */
  async welcome(
    recipient: Recipient,
    space: SpaceId,
    members: Membership,
  ): Promise<Refusal | undefined> {
    const lockboxes = await this.#store.lockboxes(space, recipient.device);
    if (!lockboxes.ok) return lockboxes.error;
    recipient.send({ type: "records", space, from: 0, records: members.records });
    recipient.send({ type: "lockboxes", space, lockboxes: lockboxes.value });
    return undefined;
  }

  /** Tells it when its device has been admitted. */
  awaitAdmission(recipient: Recipient, space: SpaceId): void {
    within(this.#joining, space, () => new Set()).add(recipient);
  }

  leave(recipient: Recipient): void {
    for (const space of this.#bySpace.keys()) this.#unfollow(space, recipient);
    for (const [space, joining] of this.#joining) {
      joining.delete(recipient);
      if (joining.size === 0) this.#joining.delete(space);
    }
  }

  appended(space: SpaceId, items: readonly StreamItem[]): void {
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined) return;
    let pieces: readonly Bytes[] | undefined;
    for (const following of this.#followers(space)) {
      following.wanted = last.number;
      if (!following.isLive) continue;
      if (following.position !== first.number - 1) {
        // Only where another relay on the same store has numbered in between.
        following.isLive = false;
        void this.#catchUp(following);
        continue;
      }
      pieces ??= entryFrames(space, items).flatMap((frame) => framePieces(frame));
      following.position = last.number;
      following.recipient.sendPieces(pieces);
    }
  }

  recorded({ space, from, after, lockboxes }: RosterStep): void {
    const records = after.records.slice(from);
    for (const { recipient } of this.#followers(space)) {
      if (!after.roster.devices.has(recipient.device)) {
        this.#unfollow(space, recipient);
        refuseToFollow(recipient, space, "not-a-member");
        continue;
      }
      recipient.send({ type: "records", space, from, records });
      sendOwn(recipient, space, lockboxes);
    }
    for (const recipient of this.#joining.get(space) ?? []) {
      if (!after.roster.devices.has(recipient.device)) continue;
      this.#joining.get(space)?.delete(recipient);
      recipient.send({ type: "records", space, from: 0, records: after.records });
      sendOwn(recipient, space, lockboxes);
    }
    void this.tellRequests(space, after);
  }

  /** Admins get the whole list each time: what is not in it has been answered. */
  async tellRequests(space: SpaceId, { roster }: Membership): Promise<void> {
    const admins = this.#followers(space).filter(({ recipient }) => isAdmin(roster, recipient));
    if (admins.length === 0) return;
    const requests = await this.#openRequests(space, roster);
    // The list comes again with the next request, and when an admin follows.
    if (!requests.ok) return;
    for (const following of admins) {
      if (!this.#isCurrent(following)) continue;
      following.recipient.send({ type: "join-requests", space, requests: requests.value });
    }
  }

  /** To these devices, or to all that follow the space but the sender. */
  whisper(space: SpaceId, from: DeviceId, to: readonly DeviceId[], bytes: Bytes): void {
    const pieces = framePieces(encodeRelayFrame({ type: "whispered", space, from, bytes }));
    for (const { recipient } of this.#followers(space)) {
      if (recipient.device === from) continue;
      if (to.length > 0 && !to.includes(recipient.device)) continue;
      if (recipient.backlogBytes() > WHISPER_BACKLOG_MOST_BYTES) continue;
      recipient.sendPieces(pieces);
    }
  }

  async #catchUp(following: Following): Promise<void> {
    const { space, recipient } = following;
    while (this.#isCurrent(following)) {
      const most = { items: ENTRIES_IN_FRAME_MOST, bytes: FRAME_BYTES };
      // Each frame goes on from the one before, and waits until the reader has taken it.
      // oxlint-disable-next-line no-await-in-loop
      const items = await this.#store.read(space, following.position, most);
      // oxlint-disable-next-line no-await-in-loop
      const hash = await this.#store.hashAt(space, following.position);
      if (!this.#isCurrent(following)) return;
      if (!items.ok || !hash.ok) {
        this.#unfollow(space, recipient);
        refuseToFollow(recipient, space, "store-failed");
        return;
      }
      const last = items.value.at(-1);
      if (last !== undefined) {
        recipient.send({ type: "entries", space, items: items.value });
        following.position = last.number;
        // oxlint-disable-next-line no-await-in-loop
        await recipient.drained();
        continue;
      }
      // Committed while we were reading: nobody will say it again.
      if (following.wanted > following.position) continue;
      if (hash.value === undefined) return;
      following.isLive = true;
      const cursor = { number: following.position, hash: hash.value };
      recipient.send({ type: "caught-up", space, cursor });
      return;
    }
  }

  /** Own lockboxes, and for admins who is waiting at the door. */
  async #sendKept(
    recipient: Recipient,
    space: SpaceId,
    { roster }: Membership,
  ): Promise<Refusal | undefined> {
    const lockboxes = await this.#store.lockboxes(space, recipient.device);
    if (!lockboxes.ok) return lockboxes.error;
    recipient.send({ type: "lockboxes", space, lockboxes: lockboxes.value });
    if (!isAdmin(roster, recipient)) return undefined;
    const requests = await this.#openRequests(space, roster);
    if (!requests.ok) return requests.error;
    recipient.send({ type: "join-requests", space, requests: requests.value });
    return undefined;
  }

  async #openRequests(space: SpaceId, roster: Roster): Stored<readonly Bytes[]> {
    const kept = await this.#store.requests(space);
    if (!kept.ok) return kept;
    return ok(
      kept.value
        .filter(({ invitation }) => roster.invitations.get(invitation)?.usedBy === undefined)
        .map(({ bytes }) => bytes)
        .slice(-DEVICES_MOST),
    );
  }

  /** A copy: who is sent to may leave by it. */
  #followers(space: SpaceId): readonly Following[] {
    return [...(this.#bySpace.get(space)?.values() ?? [])];
  }

  #isCurrent(following: Following): boolean {
    return this.#bySpace.get(following.space)?.get(following.recipient) === following;
  }

  #unfollow(space: SpaceId, recipient: Recipient): void {
    const followers = this.#bySpace.get(space);
    followers?.delete(recipient);
    if (followers?.size === 0) this.#bySpace.delete(space);
  }
}

function isAdmin(roster: Roster, { device }: Recipient): boolean {
  return roster.devices.get(device)?.role === "admin";
}

function refuseToFollow(recipient: Recipient, space: SpaceId, reason: Refusal): void {
  recipient.send({ type: "refused", verb: "follow", space, subject: new Uint8Array(), reason });
}

function sendOwn(recipient: Recipient, space: SpaceId, lockboxes: readonly SealedLockbox[]): void {
  const own = lockboxes.filter(({ device }) => device === recipient.device);
  if (own.length > 0) recipient.send({ type: "lockboxes", space, lockboxes: own });
}

/** A commit may hold more than a frame may. */
function entryFrames(space: SpaceId, items: readonly StreamItem[]): readonly Bytes[] {
  const frames: Bytes[] = [];
  let from = 0;
  let bytes = 0;
  items.forEach((item, i) => {
    const size = item.entry?.length ?? 0;
    const isFull = i - from >= ENTRIES_IN_FRAME_MOST || bytes + size > FRAME_BYTES;
    if (i > from && isFull) {
      frames.push(encodeRelayFrame({ type: "entries", space, items: items.slice(from, i) }));
      from = i;
      bytes = 0;
    }
    bytes += size;
  });
  frames.push(encodeRelayFrame({ type: "entries", space, items: items.slice(from) }));
  return frames;
}

function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const held = map.get(key) ?? make();
  map.set(key, held);
  return held;
}
