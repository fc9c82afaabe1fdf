/**
 * The one connection to a relay: comes back by itself, proves who we are, and passes frames on.
 * It knows no space.
 */
import type { Bytes } from "../base/bytes";
import { type Live, variable } from "../base/live";
import type { Cancel, Clock, Random } from "../base/ports";
import { challengeToSign } from "../protocol/challenge";
import {
  type DeviceFrame,
  encodeDeviceFrame,
  parseRelayFrame,
  type RelayFrame,
} from "../protocol/frames";
import { PING_EVERY_MS, PROTOCOL_VERSION } from "../protocol/limits";
import { framePieces, PieceReader } from "../protocol/pieces";
import { type Refusal, refusalOfCloseCode } from "../protocol/refusals";
import type { DeviceKeys } from "../space/record";
import type { ConnectSocket, RelaySocket } from "./ports";

export type ConnectionState =
  | { readonly type: "connecting" }
  | { readonly type: "online" }
  | { readonly type: "offline" }
  | { readonly type: "relay-newer" }
  | { readonly type: "relay-older" }
  | { readonly type: "refused"; readonly reason: Refusal };

export type RelayConnectionContext = {
  readonly url: string;
  /** Name and port as in the address: what the signature is for. */
  readonly host: string;
  readonly keys: DeviceKeys;
  readonly sign: (challenge: Bytes) => Promise<Bytes>;
  readonly connect: ConnectSocket;
  readonly clock: Clock;
  readonly random: Random;
  readonly welcomed: () => void;
  readonly received: (frame: RelayFrame) => void;
  readonly lost: () => void;
};

// Quick enough that a dropped Wi-Fi is not felt, slow enough that a dead relay is not stormed.
const RETRY_FIRST_MS = 500;
const RETRY_MOST_MS = 30_000;

// Two answers missed: after a sleep the socket looks open and is not.
const SILENCE_MOST_MS = 2 * PING_EVERY_MS + 5000;

export class RelayConnection {
  readonly #context: RelayConnectionContext;
  readonly #state = variable<ConnectionState>({ type: "connecting" });
  #socket: RelaySocket | undefined;
  #pieces = new PieceReader();
  #failures = 0;
  #heardAt = 0;
  #generation = 0;
  #retry: Cancel | undefined;
  #ping: Cancel | undefined;
  #isClosed = false;

  constructor(context: RelayConnectionContext) {
    this.#context = context;
    this.#connect();
  }

  get state(): Live<ConnectionState> {
    return this.#state;
  }

  /** Goes out now, or not at all: who needs an answer asks again after `welcomed`. */
  send(frame: DeviceFrame): void {
    if (this.#state.get().type === "online") this.#write(frame);
  }

  /** There is reason to hope (network back, machine awake): tries at once. */
  wake(): void {
    if (this.#isClosed) return;
    if (this.#socket === undefined) {
      this.#failures = 0;
      this.#connect();
      return;
    }
    if (this.#context.clock.now() - this.#heardAt <= SILENCE_MOST_MS) return;
    this.#drop(1006);
    this.#failures = 0;
    this.#connect();
  }

  close(): void {
    this.#isClosed = true;
    this.#drop(1000);
    this.#retry?.();
  }

  #connect(): void {
    this.#retry?.();
    this.#generation += 1;
    const generation = this.#generation;
    const isCurrent = (): boolean => generation === this.#generation;
    this.#pieces = new PieceReader();
    this.#heardAt = this.#context.clock.now();
    this.#socket = this.#context.connect(this.#context.url, {
      opened: () => {},
      received: (message) => {
        if (isCurrent()) this.#received(message);
      },
      closed: (code) => {
        if (isCurrent()) this.#drop(code);
      },
    });
    this.#keepAlive();
  }

  #received(message: Bytes): void {
    this.#heardAt = this.#context.clock.now();
    const whole = this.#pieces.accept(message);
    // A relay that speaks nonsense is left; nothing of ours is lost by that.
    if (!whole.ok) return this.#drop(1006);
    if (whole.value === undefined) return;
    const parsed = parseRelayFrame(whole.value);
    if (!parsed.ok) return this.#drop(1006);
    const frame = parsed.value;
    switch (frame.type) {
      case "challenge":
        return this.#answer(frame.version, frame.challenge);
      case "welcome":
        this.#failures = 0;
        this.#state.set({ type: "online" });
        return this.#context.welcomed();
      case "pong":
        return;
      default:
        return this.#context.received(frame);
    }
  }

  #answer(version: number, challenge: Bytes): void {
    if (version !== PROTOCOL_VERSION) {
      this.#state.set({ type: version > PROTOCOL_VERSION ? "relay-newer" : "relay-older" });
      this.#drop(1000);
      return;
    }
    const { host, keys, sign } = this.#context;
    const generation = this.#generation;
    void sign(challengeToSign(host, challenge)).then((signature) => {
      if (generation !== this.#generation) return;
      const { sealingKey, signingKey } = keys;
      this.#write({ type: "authenticate", version, signingKey, sealingKey, host, signature });
    });
  }

  #write(frame: DeviceFrame): void {
    for (const piece of framePieces(encodeDeviceFrame(frame))) this.#socket?.send(piece);
  }

  #drop(code: number): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#generation += 1;
    this.#ping?.();
    socket?.close();
    const reason = refusalOfCloseCode(code);
    const isVersion = ["relay-newer", "relay-older"].includes(this.#state.get().type);
    if (reason !== undefined) this.#state.set({ type: "refused", reason });
    else if (!isVersion) this.#state.set({ type: "offline" });
    this.#context.lost();
    if (this.#isClosed) return;
    this.#failures += 1;
    const most = Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** Math.min(this.#failures - 1, 10));
    // Jitter over the upper half: else all devices of a team come back in the same moment.
    const [chance = 0] = this.#context.random.bytes(1);
    const delay = isVersion ? RETRY_MOST_MS : most / 2 + ((chance / 255) * most) / 2;
    this.#retry = this.#context.clock.after(delay, () => this.#connect());
  }

  #keepAlive(): void {
    this.#ping?.();
    this.#ping = this.#context.clock.after(PING_EVERY_MS, () => {
      if (this.#context.clock.now() - this.#heardAt > SILENCE_MOST_MS) return this.#drop(1006);
      this.send({ type: "ping" });
      this.#keepAlive();
    });
  }
}
