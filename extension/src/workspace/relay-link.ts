/**
 * This device's one line to its relay, seen from any of its contexts. Whoever holds the Web Lock
 * `relay` owns the socket; the others speak to it over a channel on which only sealed bytes, ids
 * and states go. When the owner dies, the next in line takes over.
 */
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { DeviceId, SpaceId } from "@beiakte/shared/base/ids";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { Clock, Random } from "@beiakte/shared/base/ports";
import { sign } from "@beiakte/shared/crypto/signature";
import type { Locks, News } from "@beiakte/shared/log/entry-store";
import type { SealedLockbox } from "@beiakte/shared/protocol/frames";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import { deviceIdOf } from "@beiakte/shared/space/record";
import type { ConnectSocket } from "@beiakte/shared/sync/ports";
import type { ConnectionState } from "@beiakte/shared/sync/relay-connection";
import { type Coming, SyncEngine, type Whisper } from "@beiakte/shared/sync/sync-engine";
import type { EntryStore } from "./entry-store";
import { parseLinkWord } from "./link-word-parser";
import type { LinkWord, SpaceLink } from "./link-words";

export type LinkState = {
  readonly connection: ConnectionState;
  readonly spaces: ReadonlyMap<SpaceId, SpaceLink>;
  /** Counts up whenever entries have come or were acknowledged. */
  readonly activity: number;
  /** Counts up whenever records or lockboxes have come. */
  readonly arrivals: number;
};

/** What of a `BroadcastChannel` is used. */
export type LinkChannel = {
  readonly postMessage: (word: LinkWord) => void;
  readonly addEventListener: (
    type: "message",
    listener: (event: { readonly data: unknown }) => void,
  ) => void;
  readonly close: () => void;
};

export type RelayLinkContext = {
  readonly store: EntryStore;
  readonly locks: Locks;
  readonly news: News;
  readonly channel: LinkChannel;
  readonly connect: ConnectSocket;
  readonly clock: Clock;
  readonly random: Random;
  /** `background`: gives the line to any panel that asks. */
  readonly kind: "panel" | "background";
  /** Own entries of the space are to be sealed again, by a context that is unlocked. */
  readonly rejected: (space: SpaceId) => void;
};

const OFFLINE: LinkState = {
  connection: { type: "connecting" },
  spaces: new Map(),
  activity: 0,
  arrivals: 0,
};

export class RelayLink {
  readonly #context: RelayLinkContext;
  readonly #state: Variable<LinkState> = variable(OFFLINE);
  readonly #whispers = new Set<(whisper: Whisper) => void>();
  readonly #awaiting = new Set<(coming: Coming) => void>();
  readonly #calls = new Map<string, (refusal: Refusal | undefined) => void>();
  #engine: SyncEngine | undefined;
  #letGo: (() => void) | undefined;
  #activity = 0;
  #arrivals = 0;
  #isClosed = false;

  constructor(context: RelayLinkContext) {
    this.#context = context;
    context.channel.addEventListener("message", ({ data }) => {
      const word = parseLinkWord(data);
      if (word !== undefined) this.#heard(word);
    });
    if (context.kind === "panel") context.channel.postMessage({ type: "wanted" });
    context.channel.postMessage({ type: "hello" });
    void this.#own();
  }

  get state(): Live<LinkState> {
    return this.#state;
  }

  get isOwner(): boolean {
    return this.#engine !== undefined;
  }

  /** Given away or given up: another link has to be made to speak with the relay again. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  whisper(space: SpaceId, to: readonly DeviceId[], bytes: Bytes): void {
    if (this.#engine !== undefined) return this.#engine.whisper(space, to, bytes);
    this.#context.channel.postMessage({ type: "whisper", space, to, bytes });
  }

  onWhisper(listener: (whisper: Whisper) => void): () => void {
    this.#whispers.add(listener);
    return () => this.#whispers.delete(listener);
  }

  /** Only in the context that holds the line: another one hears of entries when they are there. */
  onComing(listener: (coming: Coming) => void): () => void {
    this.#awaiting.add(listener);
    return () => this.#awaiting.delete(listener);
  }

  /** Nothing where the relay took it. `too-slow`: there was no connection, or it broke. */
  record(
    space: SpaceId,
    record: Bytes,
    lockboxes: readonly SealedLockbox[],
  ): Promise<Refusal | undefined> {
    if (this.#engine !== undefined) return this.#engine.record(space, record, lockboxes);
    const call = this.#context.random.bytes(8).join();
    return new Promise((resolve) => {
      this.#calls.set(call, resolve);
      this.#context.clock.after(CALL_MOST_MS, () => this.#answered(call, "too-slow"));
      this.#context.channel.postMessage({ type: "record", call, space, record, lockboxes });
    });
  }

  /** The list of followed spaces has changed in the store. */
  refresh(): void {
    this.#context.channel.postMessage({ type: "refresh" });
    void this.#follow();
  }

  /** Network back, machine awake. */
  wake(): void {
    this.#context.channel.postMessage({ type: "wake" });
    this.#engine?.wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#engine?.close();
    this.#engine = undefined;
    this.#letGo?.();
    this.#context.channel.close();
  }

  async #own(): Promise<void> {
    const letGo = await this.#context.locks.hold("relay");
    if (this.#isClosed) return letGo();
    this.#letGo = letGo;
    await this.#follow();
  }

  async #follow(): Promise<void> {
    const { store } = this.#context;
    if (this.#letGo === undefined) return;
    const spaces = await store.spaces.all();
    const [first] = spaces;
    const device = await store.device.get();
    if (first === undefined || device === undefined) return;
    this.#engine ??= await this.#makeEngine(first.relay);
    for (const space of spaces) {
      // One relay a device for now: a team of another relay is another profile.
      if (space.relay !== first.relay || this.#engine?.space(space.space) !== undefined) continue;
      const followed = this.#engine?.follow(space);
      for (const live of [followed?.state, followed?.joinRequests]) {
        live?.subscribe(() => this.#publish());
      }
      followed?.activity.subscribe(() => {
        this.#activity += 1;
        this.#publish();
      });
      followed?.arrivals.subscribe(() => {
        this.#arrivals += 1;
        this.#publish();
      });
    }
    this.#publish();
  }

  async #makeEngine(url: string): Promise<SyncEngine | undefined> {
    const { clock, connect, news, random, store } = this.#context;
    const device = await store.device.get();
    if (device === undefined || this.#isClosed) return undefined;
    const keys = { signingKey: device.signing.publicKey, sealingKey: device.sealingKey };
    const engine = new SyncEngine({
      url,
      host: new URL(url).host,
      device: await deviceIdOf(keys),
      keys,
      sign: (challenge) => sign(device.signing, "beiakte challenge v1", challenge),
      connect,
      store,
      news,
      clock,
      random,
      rejected: (space) => {
        this.#context.rejected(space);
        this.#context.channel.postMessage({ type: "rejected", space });
      },
    });
    engine.connection.subscribe(() => this.#publish());
    engine.onComing((coming) => {
      for (const listener of this.#awaiting) listener(coming);
    });
    engine.onWhisper((whisper) => {
      this.#whispered(whisper);
      const { bytes, from, space } = whisper;
      this.#context.channel.postMessage({ type: "whispered", space, from, bytes });
    });
    return engine;
  }

  #publish(): void {
    const engine = this.#engine;
    if (engine === undefined) return;
    const spaces = [...engine.spaces].map(([space, followed]): [SpaceId, SpaceLink] => [
      space,
      { state: followed.state.get(), joinRequests: followed.joinRequests.get() },
    ]);
    const connection = engine.connection.get();
    const counts = { activity: this.#activity, arrivals: this.#arrivals };
    this.#state.set({ connection, spaces: new Map(spaces), ...counts });
    this.#context.channel.postMessage({ type: "state", connection, spaces, ...counts });
  }

  #heard(word: LinkWord): void {
    const { channel, kind } = this.#context;
    switch (word.type) {
      case "wanted":
        if (kind === "background") this.close();
        return;
      case "hello":
        return this.#publish();
      case "refresh":
        return void this.#follow();
      case "wake":
        return this.#engine?.wake();
      case "whisper":
        return this.#engine?.whisper(word.space, word.to, word.bytes);
      case "record":
        if (this.#engine === undefined) return;
        void this.#engine.record(word.space, word.record, word.lockboxes).then((refusal) => {
          channel.postMessage({ type: "recorded", call: word.call, refusal });
        });
        return;
      case "recorded":
        return this.#answered(word.call, word.refusal);
      case "rejected":
        return this.#context.rejected(word.space);
      case "whispered":
        return this.#whispered(word);
      case "state": {
        if (this.isOwner) return;
        const { activity, arrivals, connection } = word;
        return this.#state.set({ connection, spaces: new Map(word.spaces), activity, arrivals });
      }
    }
  }

  #whispered(whisper: Whisper): void {
    for (const listener of this.#whispers) listener(whisper);
  }

  #answered(call: string, refusal: Refusal | undefined): void {
    this.#calls.get(call)?.(refusal);
    this.#calls.delete(call);
  }
}

// The owner answers within a round trip; after this the person should hear that it did not work.
const CALL_MOST_MS = 10_000;
