/**
 * One socket: pieces to frames, the handshake, one frame after another, and never more in memory
 * than the limits allow. Anyone can open one, so nothing that comes in may throw.
 */
import type { Socket } from "node:net";
import type { WebSocket } from "ws";
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { SpaceId } from "@beiakte/shared/base/ids";
import type { Cancel, Clock } from "@beiakte/shared/base/ports";
import {
  type DeviceFrame,
  encodeRelayFrame,
  parseDeviceFrame,
  type RelayFrame,
} from "@beiakte/shared/protocol/frames";
import { PROTOCOL_VERSION, WHOLE_MOST_BYTES } from "@beiakte/shared/protocol/limits";
import { framePieces, PieceReader } from "@beiakte/shared/protocol/pieces";
import { closeCodeOf, type Refusal } from "@beiakte/shared/protocol/refusals";
import { authenticate, type Authentication } from "./handshake";
import { type Limits, STRANGER_MOST_BYTES, TokenBucket, UNDER_WAY_MOST_BYTES } from "./limits";
import type { Log } from "./log";
import type { Metrics } from "./metrics";
import { answer, type Desk, type Sender } from "./verbs";

export type ConnectionDependencies = {
  readonly number: number;
  readonly webSocket: WebSocket;
  readonly socket: Socket;
  readonly isLocal: boolean;
  readonly challenge: Bytes;
  readonly names: readonly string[];
  readonly clock: Clock;
  readonly limits: Limits;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly desk: Desk;
};

/** How long the other side has for its half of the goodbye. */
const CLOSE_WITHIN_MS = 2000;

/** Catching up goes on when less than this waits for the socket. */
const DRAINED_BYTES = 256 << 10;

/** A bug in the relay; 1011 is the WebSocket's own code for it (RFC 6455, 7.4.1). */
const BUG_CODE = 1011;

export class Connection {
  readonly #with: ConnectionDependencies;
  readonly #pieces = new PieceReader();
  readonly #frames: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #cancelDeadline: Cancel;
  #sender: Sender | undefined;
  #queue: Promise<void> = Promise.resolve();
  #underWay = 0;
  #isResting = false;
  #isAlive = true;
  #isClosing = false;
  #isCorked = false;
  /** A large note on a slow line is no fault of the reader's: one such is not counted. */
  #largestWaiting = 0;
  #draining: (() => void)[] = [];

  constructor(dependencies: ConnectionDependencies) {
    this.#with = dependencies;
    const { clock, limits, webSocket, challenge } = dependencies;
    this.#frames = new TokenBucket(clock, limits.framesPerSecond, limits.framesAtOnce);
    this.#bytes = new TokenBucket(clock, limits.bytesPerSecond, limits.bytesAtOnce);
    webSocket.binaryType = "arraybuffer";
    webSocket.on("message", (data, isBinary) => this.#received(data, isBinary));
    webSocket.on("pong", () => (this.#isAlive = true));
    // `close` follows, and says all that we want to know.
    webSocket.on("error", () => undefined);
    webSocket.on("close", (code) => this.#closed(code));
    this.#cancelDeadline = clock.after(limits.authenticateWithinMs, () =>
      this.#end("authenticate", "not-authenticated"),
    );
    this.#send({ type: "challenge", version: PROTOCOL_VERSION, challenge });
  }

  /** To be called now and then: ends a connection that was silent since the last call. */
  probe(): void {
    if (!this.#isAlive) return this.#with.webSocket.terminate();
    this.#isAlive = false;
    return this.#with.webSocket.ping();
  }

  /** Takes in nothing more; what was taken in gets its answer. */
  async finish(): Promise<void> {
    this.#isResting = true;
    this.#with.webSocket.pause();
    await this.#queue;
  }

  close(code: number): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    const { webSocket, clock } = this.#with;
    // A paused socket never sees the other side's goodbye.
    webSocket.resume();
    webSocket.close(code);
    const cancel = clock.after(CLOSE_WITHIN_MS, () => webSocket.terminate());
    webSocket.once("close", cancel);
  }

  #received(data: unknown, isBinary: boolean): void {
    if (this.#isClosing) return;
    this.#isAlive = true;
    if (!isBinary || !(data instanceof ArrayBuffer)) return this.#end("ping", "malformed");
    const message = new Uint8Array(data);
    const most = this.#sender === undefined ? STRANGER_MOST_BYTES : WHOLE_MOST_BYTES;
    const whole = this.#pieces.accept(message, most);
    if (!whole.ok) return this.#end("ping", whole.error);
    const restMs = Math.max(this.#frames.take(1), this.#bytes.take(message.length));
    if (restMs > 0) this.#rest(restMs);
    if (whole.value === undefined) return undefined;
    return this.#enqueue(whole.value);
  }

  #enqueue(bytes: Bytes): void {
    const parsed = parseDeviceFrame(bytes);
    if (!parsed.ok) return this.#end("ping", "malformed");
    const frame = parsed.value;
    this.#with.metrics.received(frame.type);
    const done = this.#hold(bytes.length);
    this.#queue = this.#queue
      .then(() => (this.#isClosing ? undefined : this.#handle(frame)))
      .catch((bug: unknown) => {
        const cause = bug instanceof Error ? bug.message : "unknown";
        this.#with.log({ type: "bug", cause });
        this.close(BUG_CODE);
      })
      .then(done);
    return undefined;
  }

  async #handle(frame: DeviceFrame): Promise<void> {
    if (frame.type === "ping") return this.#send({ type: "pong" });
    if (frame.type === "authenticate") {
      return this.#sender === undefined ? this.#admit(frame) : this.#end(frame.type, "malformed");
    }
    if (this.#sender === undefined) return this.#end(frame.type, "not-authenticated");
    return answer(this.#with.desk, this.#sender, frame);
  }

  async #admit(frame: Authentication): Promise<void> {
    const { challenge, names, isLocal, clock, limits, log, number } = this.#with;
    const device = await authenticate(frame, challenge, names);
    if (!device.ok) return this.#end("authenticate", device.error);
    if (this.#isClosing) return undefined;
    this.#cancelDeadline();
    this.#sender = {
      device: device.value,
      isLocal,
      whispers: new TokenBucket(clock, limits.whispersPerSecond, limits.whispersAtOnce),
      send: (answered) => this.#send(answered),
      sendPieces: (pieces) => this.#sendPieces(pieces),
      backlogBytes: () => this.#with.webSocket.bufferedAmount,
      drained: () => this.#drained(),
      refuse: (verb, space, subject, reason) => this.#refuse(verb, space, subject, reason),
      hold: (bytes) => this.#hold(bytes),
    };
    log({ type: "authenticated", connection: number, device: device.value });
    return this.#send({ type: "welcome" });
  }

  #refuse(
    verb: DeviceFrame["type"],
    space: SpaceId | undefined,
    subject: Bytes,
    reason: Refusal,
  ): void {
    const { log, metrics, number } = this.#with;
    metrics.refused(reason);
    log({ type: "refused", connection: number, verb, reason });
    this.#send({ type: "refused", verb, space, subject, reason });
  }

  /** A refusal after which there is nothing more to say. */
  #end(verb: DeviceFrame["type"], reason: Refusal): void {
    if (this.#isClosing) return;
    this.#refuse(verb, undefined, new Uint8Array(), reason);
    this.close(closeCodeOf(reason));
  }

  #send(frame: RelayFrame): void {
    this.#sendPieces(framePieces(encodeRelayFrame(frame)));
  }

  #sendPieces(pieces: readonly Bytes[]): void {
    const { webSocket, limits } = this.#with;
    if (this.#isClosing) return;
    const most = limits.backlogMostBytes + this.#largestWaiting;
    if (webSocket.bufferedAmount > most) return this.#cutOff();
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    this.#largestWaiting = Math.max(this.#largestWaiting, bytes);
    this.#cork();
    for (const piece of pieces) {
      webSocket.send(piece, { binary: true }, () => this.#written());
    }
    return undefined;
  }

  /** Waiting for one slow reader would cost all others memory. It comes back with its cursor. */
  #cutOff(): void {
    this.#with.metrics.refused("too-slow");
    if (this.#sender !== undefined) this.#with.desk.fanOut.leave(this.#sender);
    this.close(closeCodeOf("too-slow"));
  }

  /** All that is sent in one tick goes out in one write. */
  #cork(): void {
    if (this.#isCorked) return;
    this.#isCorked = true;
    this.#with.socket.cork();
    process.nextTick(() => {
      this.#isCorked = false;
      this.#with.socket.uncork();
    });
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      // Not at once: others shall come in between.
      setImmediate(() => {
        this.#draining.push(resolve);
        this.#written();
      });
    });
  }

  #written(): void {
    const { webSocket } = this.#with;
    const isOpen = webSocket.readyState === webSocket.OPEN;
    if (isOpen && webSocket.bufferedAmount > DRAINED_BYTES) return;
    this.#largestWaiting = 0;
    for (const resolve of this.#draining.splice(0)) resolve();
  }

  /** Bytes that wait for an answer; too many, and the socket is read no further. */
  #hold(bytes: number): () => void {
    this.#underWay += bytes;
    this.#read();
    return () => {
      this.#underWay -= bytes;
      this.#read();
    };
  }

  #rest(delayMs: number): void {
    if (this.#isResting) return;
    this.#isResting = true;
    this.#read();
    this.#with.clock.after(delayMs, () => {
      this.#isResting = false;
      this.#read();
    });
  }

  #read(): void {
    const { webSocket } = this.#with;
    if (webSocket.readyState !== webSocket.OPEN) return;
    const shallRest = this.#isResting || this.#underWay > UNDER_WAY_MOST_BYTES;
    if (shallRest === webSocket.isPaused) return;
    if (shallRest) webSocket.pause();
    else webSocket.resume();
  }

  #closed(code: number): void {
    const { log, desk, number } = this.#with;
    this.#isClosing = true;
    this.#cancelDeadline();
    if (this.#sender !== undefined) desk.fanOut.leave(this.#sender);
    this.#written();
    log({ type: "closed", connection: number, code });
  }
}
