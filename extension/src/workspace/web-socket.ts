import type { ConnectSocket } from "@beiakte/shared/sync/ports";

/** One attempt over the browser's own WebSocket; the engine comes back by itself. */
export const connectWebSocket: ConnectSocket = (url, events) => {
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  socket.addEventListener("open", () => events.opened());
  socket.addEventListener("message", ({ data }) => {
    if (data instanceof ArrayBuffer) events.received(new Uint8Array(data));
  });
  socket.addEventListener("close", ({ code }) => events.closed(code));
  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    },
    close: () => socket.close(),
  };
};
