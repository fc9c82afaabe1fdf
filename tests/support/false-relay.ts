/** What answers at a relay's address and is none that this version can speak with. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { encodeRelayFrame } from "@beiakte/shared/protocol/frames";
import { CHALLENGE_BYTES } from "@beiakte/shared/protocol/limits";
import { framePieces } from "@beiakte/shared/protocol/pieces";
import { type WebSocket, WebSocketServer } from "ws";
import { seeded } from "./seeded";

export type FalseRelay = {
  readonly url: string;
  /** How often somebody has connected. */
  readonly visits: () => number;
  readonly stop: () => Promise<void>;
};

/** A relay of another version of the protocol. */
export function relayOfVersion(version: number, port = 0): Promise<FalseRelay> {
  const challenge = new Uint8Array(CHALLENGE_BYTES);
  const frame = encodeRelayFrame({ type: "challenge", version, challenge });
  return listen(port, (socket) => {
    for (const piece of framePieces(frame)) socket.send(piece);
  });
}

/** Says nonsense from the first byte on, and goes on with it whatever it hears. */
export function babblingRelay(port = 0): Promise<FalseRelay> {
  const random = seeded("babble");
  return listen(port, (socket) => {
    const babble = (): void => socket.send(random.bytes(1 + random.below(200)));
    socket.on("message", babble);
    for (let i = 0; i < 20; i += 1) babble();
  });
}

async function listen(port: number, visited: (socket: WebSocket) => void): Promise<FalseRelay> {
  let visits = 0;
  const server = new WebSocketServer({ host: "127.0.0.1", port });
  server.on("connection", (socket) => {
    visits += 1;
    socket.on("error", () => undefined);
    visited(socket);
  });
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${address.port}`,
    visits: () => visits,
    async stop() {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, "close");
    },
  };
}
