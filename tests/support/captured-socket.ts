/** A socket that keeps a copy of every byte that went through it, both ways. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { ConnectSocket } from "@beiakte/shared/sync/ports";
import { connectNodeSocket } from "./colleague";

export type Capture = {
  readonly connect: ConnectSocket;
  readonly sent: readonly Bytes[];
  readonly received: readonly Bytes[];
};

export function capturedSocket(connect: ConnectSocket = connectNodeSocket): Capture {
  const sent: Bytes[] = [];
  const received: Bytes[] = [];
  return {
    sent,
    received,
    connect(url, events) {
      const socket = connect(url, {
        ...events,
        received(message) {
          received.push(message.slice());
          events.received(message);
        },
      });
      return {
        send(message) {
          sent.push(message.slice());
          socket.send(message);
        },
        close: () => socket.close(),
      };
    },
  };
}
