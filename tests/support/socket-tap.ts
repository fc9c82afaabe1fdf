/**
 * Stands between the browsers and a relay, passes everything on, and keeps what went by: what a
 * listener on the line would have, with the browsers' masking of frames taken off.
 */
import { once } from "node:events";
import { createServer, connect, type Socket } from "node:net";

export type SocketTap = {
  /** All bytes so far, of both directions and all connections. */
  readonly captured: () => Uint8Array;
  readonly close: () => Promise<void>;
};

/** Listens on 127.0.0.1 at the relay's own port; the relay is on another address of this machine. */
export async function tapSocket(relay: {
  readonly host: string;
  readonly port: number;
}): Promise<SocketTap> {
  const kept: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((browser) => {
    const there = connect(relay.port, relay.host);
    const unmask = unmasking((bytes) => kept.push(bytes));
    browser.on("data", unmask);
    there.on("data", (bytes) => kept.push(bytes));
    browser.pipe(there).pipe(browser);
    for (const socket of [browser, there]) {
      sockets.add(socket);
      // The other end hears of it by its own stream's end.
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    }
  });
  server.listen(relay.port, "127.0.0.1");
  await once(server, "listening");
  return {
    captured: () => Buffer.concat(kept),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

const END_OF_HEAD = "\r\n\r\n";

/** The frames of one browser (RFC 6455 §5.2): the head of the connection as it is, then payloads. */
function unmasking(keep: (bytes: Buffer) => void): (bytes: Buffer) => void {
  let held = Buffer.alloc(0);
  let isPastHead = false;
  return (bytes) => {
    held = Buffer.concat([held, bytes]);
    if (!isPastHead) {
      const end = held.indexOf(END_OF_HEAD);
      if (end < 0) return;
      keep(held.subarray(0, end));
      held = held.subarray(end + END_OF_HEAD.length);
      isPastHead = true;
    }
    for (let frame = firstFrame(held); frame !== undefined; frame = firstFrame(held)) {
      keep(frame.payload);
      held = held.subarray(frame.size);
    }
  };
}

function firstFrame(
  bytes: Buffer,
): { readonly payload: Buffer; readonly size: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const lengthSize = short === 127 ? 8 : short === 126 ? 2 : 0;
  const head = 2 + lengthSize + 4;
  if (bytes.length < head) return undefined;
  const length =
    lengthSize === 0
      ? short
      : lengthSize === 2
        ? bytes.readUInt16BE(2)
        : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < head + length) return undefined;
  const mask = bytes.subarray(head - 4, head);
  const payload = Buffer.from(bytes.subarray(head, head + length));
  for (let i = 0; i < length; i += 1) payload[i] = (payload[i] ?? 0) ^ (mask[i % 4] ?? 0);
  return { payload, size: head + length };
}
