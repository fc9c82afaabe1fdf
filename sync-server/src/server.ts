/** The relay's door: one WebSocket endpoint at `/`, and a little HTTP beside it. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Cancel, Clock, Random } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { CHALLENGE_BYTES, FRAME_MOST_BYTES } from "@beiakte/shared/protocol/limits";
import { Connection } from "./connection";
import { FanOut } from "./fan-out";
import { GroupCommit } from "./group-commit";
import { DEFAULT_LIMITS, type Limits } from "./limits";
import type { Log } from "./log";
import { Members } from "./members";
import { makeMetrics } from "./metrics";
import { defaultNames, isAllowedOrigin, isLoopback, isProxied } from "./origin";
import type { Store } from "./store/store";
import type { Desk } from "./verbs";

export type RelayDependencies = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** None: what it listens on, and the names of loopback. */
  readonly names?: readonly string[];
  readonly allowedOrigins?: readonly string[];
  readonly limits?: Partial<Limits>;
};

export type Relay = {
  readonly port: number;
  /** Takes nothing more, finishes the commit, says goodbye. The store stays open. */
  readonly close: () => Promise<void>;
};

/** Why it does not listen: the operating system's code, like EADDRINUSE. */
export type ListenFault = { readonly type: "cannot-listen"; readonly code: string };

/** A laptop that went to sleep says no goodbye. */
const PROBE_EVERY_MS = 30_000;
const FORGET_EVERY_MS = 60 * 60 * 1000;

/** RFC 6455, 7.4.1: the endpoint is going away. */
const GOING_AWAY = 1001;

export async function startRelay(with_: RelayDependencies): Promise<Result<Relay, ListenFault>> {
  const { store, clock, random, log, host } = with_;
  const limits = { ...DEFAULT_LIMITS, ...with_.limits };
  const metrics = makeMetrics();
  const fanOut = new FanOut(store);
  const commits = new GroupCommit({
    store,
    clock,
    metrics,
    spaceMostBytes: limits.spaceMostBytes,
    committed: (space, items) => fanOut.appended(space, items),
  });
  const members = new Members({ store, clock });
  const desk: Desk = { store, clock, members, fanOut, commits, log };
  const connections = new Set<Connection>();
  // Who gives the relay a public name means it for others, whatever a proxy says or leaves out.
  const isPrivate = isLoopback(host) && (with_.names ?? []).length === 0;
  let names: readonly string[] = [];
  let opened = 0;

  const webSockets = new WebSocketServer({
    noServer: true,
    // Pieces are at most this long; what is a little longer still gets a refusal with a reason.
    maxPayload: 2 * FRAME_MOST_BYTES,
    // Sealed bytes do not shrink, and a stranger's may grow.
    perMessageDeflate: false,
  });
  const http = createServer((request, response) => {
    void respond(request, response, metrics.page);
  });
  http.on("upgrade", (request, socket, head) => {
    if (request.url !== "/") return turnAway(socket, "404 Not Found");
    if (!isAllowedOrigin(request.headers.origin, with_.allowedOrigins ?? [])) {
      log({ type: "origin-refused" });
      return turnAway(socket, "403 Forbidden");
    }
    if (!(socket instanceof Socket)) return socket.destroy();
    const isLocal = isPrivate && isLoopback(socket.remoteAddress) && !isProxied(request.headers);
    socket.setNoDelay(true);
    return webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      opened += 1;
      log({ type: "opened", connection: opened });
      const connection = new Connection({
        number: opened,
        webSocket,
        socket,
        isLocal,
        challenge: random.bytes(CHALLENGE_BYTES),
        names,
        clock,
        limits,
        log,
        metrics,
        desk,
      });
      connections.add(connection);
      metrics.connections.inc();
      webSocket.once("close", () => {
        connections.delete(connection);
        metrics.connections.dec();
      });
    });
  });

  const listening = await listen(http, with_.port, host);
  if (!listening.ok) return listening;
  const port = listening.value;
  names =
    with_.names === undefined || with_.names.length === 0
      ? defaultNames(host, port)
      : with_.names.map((name) => name.toLowerCase());

  const cancels = [
    repeat(clock, PROBE_EVERY_MS, () => {
      for (const connection of connections) connection.probe();
    }),
    repeat(clock, FORGET_EVERY_MS, () => {
      void forgetOld(store, clock, limits, log);
    }),
  ];

  return ok({
    port,
    async close() {
      for (const cancel of cancels) cancel();
      const closed = new Promise((resolve) => http.close(resolve));
      await Promise.all([...connections].map((connection) => connection.finish()));
      await commits.idle();
      for (const connection of connections) connection.close(GOING_AWAY);
      http.closeIdleConnections();
      await closed;
    },
  });
}

async function forgetOld(store: Store, clock: Clock, limits: Limits, log: Log): Promise<void> {
  const forgotten = await store.forget(clock.now() - limits.retentionMs);
  if (forgotten.ok && forgotten.value > 0) log({ type: "forgot", entries: forgotten.value });
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  page: () => Promise<{ readonly type: string; readonly text: string }>,
): Promise<void> {
  if (request.method === "GET" && request.url === "/healthz") {
    response.writeHead(200, { "content-type": "text/plain" }).end("ok\n");
    return;
  }
  // Counts are for the operator's own monitoring, not for whoever comes through the proxy.
  if (request.method === "GET" && request.url === "/metrics" && !isProxied(request.headers)) {
    const { type, text } = await page();
    response.writeHead(200, { "content-type": type }).end(text);
    return;
  }
  response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
}

function turnAway(socket: Duplex, status: string): void {
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function listen(
  http: ReturnType<typeof createServer>,
  port: number,
  host: string,
): Promise<Result<number, ListenFault>> {
  return new Promise((resolve) => {
    http.once("error", (error) => {
      const code = "code" in error ? String(error.code) : error.message;
      resolve(err({ type: "cannot-listen", code }));
    });
    http.listen(port, host, () => {
      const address = http.address();
      const isBound = address !== null && typeof address !== "string";
      resolve(ok(isBound ? address.port : port));
    });
  });
}

function repeat(clock: Clock, everyMs: number, call: () => void): Cancel {
  let cancel = clock.after(everyMs, again);
  function again(): void {
    call();
    cancel = clock.after(everyMs, again);
  }
  return () => cancel();
}
