/**
 * All spaces of this device at one relay, over one connection. Works with the vault locked: it
 * stores and forwards sealed bytes and signs nothing but the relay's challenge.
 */
import type { ReceivedEntry } from "../log/entry";
import type { Bytes } from "../base/bytes";
import type { DeviceId, SpaceId } from "../base/ids";
import type { Live } from "../base/live";
import type { Clock, Random } from "../base/ports";
import type { News } from "../log/entry-store";
import type { RelayFrame, SealedLockbox } from "../protocol/frames";
import type { Refusal } from "../protocol/refusals";
import type { DeviceKeys } from "../space/record";
import { FollowedSpace } from "./followed-space";
import type { ConnectSocket, FollowedSpace as SpaceToFollow, SyncStore } from "./ports";
import { type ConnectionState, RelayConnection } from "./relay-connection";

export type SyncEngineContext = {
  readonly url: string;
  readonly host: string;
  readonly device: DeviceId;
  readonly keys: DeviceKeys;
  readonly sign: (challenge: Bytes) => Promise<Bytes>;
  readonly connect: ConnectSocket;
  readonly store: SyncStore;
  readonly news: News;
  readonly clock: Clock;
  readonly random: Random;
  /** Own entries of the space are to be sealed again. */
  readonly rejected: (space: SpaceId) => void;
};

/** Entries that the store is taking in: what becomes of them the news say. */
export type Coming = { readonly space: SpaceId; readonly entries: readonly ReceivedEntry[] };

export type Whisper = { readonly space: SpaceId; readonly from: DeviceId; readonly bytes: Bytes };

export class SyncEngine {
  readonly #context: SyncEngineContext;
  readonly #connection: RelayConnection;
  readonly #spaces = new Map<SpaceId, FollowedSpace>();
  readonly #listeners = new Set<(whisper: Whisper) => void>();
  readonly #awaiting = new Set<(coming: Coming) => void>();
  readonly #stopNews: () => void;

  constructor(context: SyncEngineContext) {
    this.#context = context;
    const { clock, connect, host, keys, random, sign, url } = context;
    this.#stopNews = context.news.subscribe(({ arrived, kind, space }) => {
      if (kind === "sealed") this.#spaces.get(space)?.sealed(arrived?.entries ?? []);
    });
    this.#connection = new RelayConnection({
      url,
      host,
      keys,
      sign,
      connect,
      clock,
      random,
      welcomed: () => this.#each((space) => space.connected()),
      received: (frame) => this.#received(frame),
      lost: () => this.#each((space) => space.disconnected()),
    });
  }

  get connection(): Live<ConnectionState> {
    return this.#connection.state;
  }

  /** Follows a space from now on; the same one again is the same. */
  follow(space: SpaceToFollow): FollowedSpace {
    const known = this.#spaces.get(space.space);
    if (known !== undefined) return known;
    const { clock, device, news, rejected, store } = this.#context;
    const followed = new FollowedSpace({
      space,
      self: device,
      store,
      news,
      clock,
      send: (frame) => this.#connection.send(frame),
      rejected: () => rejected(space.space),
      coming: (entries) => {
        for (const listener of this.#awaiting) listener({ space: space.space, entries });
      },
    });
    this.#spaces.set(space.space, followed);
    if (this.#connection.state.get().type === "online") followed.connected();
    return followed;
  }

  get spaces(): ReadonlyMap<SpaceId, FollowedSpace> {
    return this.#spaces;
  }

  space(space: SpaceId): FollowedSpace | undefined {
    return this.#spaces.get(space);
  }

  /** To be sealed already; to these devices, or to all where none is named. */
  whisper(space: SpaceId, to: readonly DeviceId[], bytes: Bytes): void {
    this.#connection.send({ type: "whisper", space, to, bytes });
  }

  onWhisper(listener: (whisper: Whisper) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onComing(listener: (coming: Coming) => void): () => void {
    this.#awaiting.add(listener);
    return () => this.#awaiting.delete(listener);
  }

  async record(
    space: SpaceId,
    record: Bytes,
    lockboxes: readonly SealedLockbox[],
  ): Promise<Refusal | undefined> {
    const followed = this.#spaces.get(space);
    if (followed === undefined) return "unknown-space";
    return followed.record({ type: "record", space, record, lockboxes });
  }

  wake(): void {
    this.#connection.wake();
  }

  close(): void {
    this.#stopNews();
    this.#connection.close();
    this.#each((space) => space.close());
  }

  #received(frame: RelayFrame): void {
    if (frame.type === "whispered") {
      for (const listener of this.#listeners) listener(frame);
      return;
    }
    if (!("space" in frame) || frame.space === undefined) return;
    this.#spaces.get(frame.space)?.received(frame);
  }

  #each(call: (space: FollowedSpace) => void): void {
    for (const space of this.#spaces.values()) call(space);
  }
}
