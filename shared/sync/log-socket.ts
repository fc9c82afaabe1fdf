/**
 * The end of y-websocket that never meets the network. The stock provider binds an open document
 * to a `LogSocket`; through it go carets and names, both ways. Changes do not: the sealed log
 * takes them from the document itself and brings opened entries into it, because the provider
 * drops edits whenever its socket is not open, and one lost word makes all later ones unreadable.
 *
 * The wire is that of y-protocols: a varint (0 sync, 1 awareness), then its fields.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import type { Cancel, Clock } from "../base/ports";

const SYNC = 0;
const AWARENESS = 1;

// The provider closes a connection that has brought nothing for 30 s.
const ALIVE_EVERY_MS = 15_000;

/** What stands behind the socket of one document. */
export type LogSocketPeer = {
  readonly doc: Y.Doc;
  readonly clock: Clock;
  /** The provider says who we are and where our caret is: to be whispered to colleagues. */
  readonly awarenessChanged: (update: Uint8Array) => void;
  /** Hands in what colleagues whispered; gives back how to stop. */
  readonly subscribe: (deliver: (awareness: Uint8Array) => void) => () => void;
};

/** A WebSocket class for one document: to be given to the provider as `WebSocketPolyfill`. */
export function logSocketFor(peer: LogSocketPeer): typeof WebSocket {
  class LogSocket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    // On the instance too: the provider compares `ws.readyState === ws.OPEN`.
    readonly CONNECTING = 0;
    readonly OPEN = 1;
    readonly CLOSING = 2;
    readonly CLOSED = 3;

    binaryType = "arraybuffer";
    readyState = 0;
    onopen: (() => void) | null = null;
    onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
    onclose: ((event: { readonly code: number }) => void) | null = null;
    onerror: (() => void) | null = null;
    readonly #stop: () => void;
    #isDelivering = false;
    #alive: Cancel | undefined;

    constructor() {
      this.#stop = peer.subscribe((awareness) => this.#deliver(framed(AWARENESS, awareness)));
      // After the provider has set its handlers.
      peer.clock.after(0, () => this.#open());
    }

    send(data: Uint8Array): void {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      const kind = decoding.readVarUint(decoder);
      if (kind === AWARENESS) {
        // The provider repeats whatever it hears; whispered back, each caret would cost twice.
        if (this.#isDelivering) return undefined;
        return peer.awarenessChanged(decoding.readVarUint8Array(decoder));
      }
      if (kind !== SYNC || decoding.readVarUint(decoder) !== syncProtocol.messageYjsSyncStep1)
        return;
      // The document already holds all that the log holds: the answer says just "you are in step".
      const answer = encoding.createEncoder();
      encoding.writeVarUint(answer, SYNC);
      encoding.writeVarUint(answer, syncProtocol.messageYjsSyncStep2);
      encoding.writeVarUint8Array(answer, EMPTY_UPDATE);
      this.#deliver(encoding.toUint8Array(answer));
    }

    close(): void {
      if (this.readyState === this.CLOSED) return;
      this.readyState = this.CLOSED;
      this.#alive?.();
      this.#stop();
      this.onclose?.({ code: 1000 });
    }

    #open(): void {
      if (this.readyState !== this.CONNECTING) return;
      this.readyState = this.OPEN;
      this.onopen?.();
      this.#stayAlive();
    }

    #stayAlive(): void {
      this.#alive = peer.clock.after(ALIVE_EVERY_MS, () => {
        this.#deliver(framed(AWARENESS, NO_AWARENESS));
        this.#stayAlive();
      });
    }

    #deliver(message: Uint8Array): void {
      if (this.readyState !== this.OPEN) return;
      this.#isDelivering = true;
      try {
        this.onmessage?.({ data: new Uint8Array(message).buffer });
      } catch {
        // A colleague's program whispered what is no awareness: its caret is missing, no more.
      } finally {
        this.#isDelivering = false;
      }
    }
  }
  // y-websocket uses this much of a WebSocket and no more.
  return LogSocket as unknown as typeof WebSocket;
}

const EMPTY_UPDATE = Y.encodeStateAsUpdate(new Y.Doc());
const NO_AWARENESS = Uint8Array.of(0);

function framed(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}
