/** @y/websocket-server as it comes: a process that forwards plain Yjs updates and keeps nothing. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";

export type StockServer = { readonly url: string; readonly stop: () => Promise<void> };

export async function startStockServer(): Promise<StockServer> {
  const manifest = createRequire(import.meta.url).resolve("@y/websocket-server/package.json");
  const port = await freePort();
  const child = spawn(process.execPath, [join(dirname(manifest), "src/server.js")], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return {
    url: `ws://127.0.0.1:${port}`,
    async stop() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

/** The server takes no port 0. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
