/**
 * The network between devices and a relay in memory. Nothing arrives by itself: a test says which
 * message arrives next, which connection dies, and what the relay forgets.
 */
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { DeviceId } from "@beiakte/shared/base/ids";
import {
  encodeRelayFrame,
  parseDeviceFrame,
  type RelayFrame,
} from "@beiakte/shared/protocol/frames";
import { PROTOCOL_VERSION } from "@beiakte/shared/protocol/limits";
import { framePieces, PieceReader } from "@beiakte/shared/protocol/pieces";
import { closeCodeOf } from "@beiakte/shared/protocol/refusals";
import type { ConnectSocket, SocketEvents } from "@beiakte/shared/sync/ports";
import type { MemoryRelay, Recipient } from "./memory-relay";

/** One direction of one connection: its messages arrive in order, or not at all. */
export type Wire = {
  readonly owner: string;
  readonly direction: "to-relay" | "to-device";
  readonly waiting: (() => void)[];
};

type Connection = {
  readonly owner: string;
  readonly events: SocketEvents;
  readonly recipient: Recipient;
  readonly toRelay: Wire;
  readonly toDevice: Wire;
  readonly pieces: PieceReader;
  isOpen: boolean;
};

/** What a relay without keys may do with a frame on its way to a device. */
export type Tamper = (frame: RelayFrame, to: DeviceId) => readonly (RelayFrame | Bytes)[];

export class Switchboard {
  readonly relay: MemoryRelay;
  readonly #connections = new Set<Connection>();
  readonly #unreachable = new Set<string>();
  readonly #version: number;
  /** All that ever passed, in both directions. */
  readonly seen: Bytes[] = [];
  tamper: Tamper = (frame) => [frame];

  constructor(relay: MemoryRelay, version: number = PROTOCOL_VERSION) {
    this.relay = relay;
    this.#version = version;
  }

  /** The way of one device to the relay. `isAlive`: a dead context hears nothing. */
  connector(owner: string, device: DeviceId, isAlive: () => boolean = () => true): ConnectSocket {
    return (_, events) => {
      const connection = this.#connect(owner, device, {
        opened: () => isAlive() && events.opened(),
        received: (message) => isAlive() && events.received(message),
        closed: (code) => isAlive() && events.closed(code),
      });
      return {
        send: (message) => this.#sent(connection, message),
        close: () => this.#end(connection, undefined),
      };
    };
  }

  /** All on which something waits. */
  get wires(): readonly Wire[] {
    return [...this.#connections]
      .flatMap(({ toDevice, toRelay }) => [toRelay, toDevice])
      .filter(({ waiting }) => waiting.length > 0);
  }

  deliver(wire: Wire): void {
    wire.waiting.shift()?.();
  }

  /** The first message arrives twice. */
  repeat(wire: Wire): void {
    wire.waiting[0]?.();
    this.deliver(wire);
  }

  /** Everything under way on the device's connections is lost with them. */
  cut(owner?: string): void {
    for (const connection of [...this.#connections]) {
      if (owner === undefined || connection.owner === owner) this.#end(connection, 1006);
    }
  }

  setReachable(owner: string, isReachable: boolean): void {
    if (isReachable) this.#unreachable.delete(owner);
    else {
      this.#unreachable.add(owner);
      this.cut(owner);
    }
  }

  #connect(owner: string, device: DeviceId, events: SocketEvents): Connection {
    const toRelay: Wire = { owner, direction: "to-relay", waiting: [] };
    const toDevice: Wire = { owner, direction: "to-device", waiting: [] };
    const recipient: Recipient = {
      device,
      send: (frame) => {
        for (const one of this.tamper(frame, device)) {
          const whole = one instanceof Uint8Array ? one : encodeRelayFrame(one);
          for (const piece of framePieces(whole)) this.#toDevice(connection, piece);
        }
      },
    };
    const pieces = new PieceReader();
    const connection = { owner, events, recipient, toRelay, toDevice, pieces, isOpen: true };
    this.#connections.add(connection);
    toDevice.waiting.push(() => {
      if (this.#unreachable.has(owner)) return this.#end(connection, 1006);
      events.opened();
      const challenge = new Uint8Array(32).fill(7);
      return recipient.send({ type: "challenge", version: this.#version, challenge });
    });
    return connection;
  }

  #received(connection: Connection, message: Bytes): void {
    const whole = connection.pieces.accept(message);
    if (!whole.ok) return this.#end(connection, closeCodeOf("malformed"));
    if (whole.value === undefined) return;
    const frame = parseDeviceFrame(whole.value);
    if (!frame.ok) return this.#end(connection, closeCodeOf("malformed"));
    if (frame.value.type === "authenticate") return connection.recipient.send({ type: "welcome" });
    this.relay.take(connection.recipient, frame.value);
  }

  #sent(connection: Connection, message: Bytes): void {
    if (!connection.isOpen) return;
    this.seen.push(message);
    connection.toRelay.waiting.push(() => this.#received(connection, message));
  }

  #toDevice(connection: Connection, message: Bytes): void {
    if (!connection.isOpen) return;
    this.seen.push(message);
    connection.toDevice.waiting.push(() => connection.events.received(message));
  }

  /** `code`: what the device hears; nothing where it closed the connection itself. */
  #end(connection: Connection, code: number | undefined): void {
    if (!connection.isOpen) return;
    connection.isOpen = false;
    this.#connections.delete(connection);
    this.relay.leave(connection.recipient);
    if (code !== undefined) connection.events.closed(code);
  }
}
