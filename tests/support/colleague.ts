/** One device of one person, without a browser: the whole workspace on fakes, a real socket. */
import { err } from "@beiakte/shared/base/result";
import { variable } from "@beiakte/shared/base/live";
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { Clock } from "@beiakte/shared/base/ports";
import { stretchPassphrase } from "@beiakte/shared/crypto/stretch-passphrase";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import type { ConnectSocket } from "@beiakte/shared/sync/ports";
import WebSocket from "ws";
import type { EntryStore } from "../../extension/src/workspace/entry-store";
import { makeWorkspace } from "../../extension/src/workspace/make-workspace";
import { StageKeeper } from "../../extension/src/workspace/stage-keeper";
import type { OpenTeam, Stage, WorkbenchView } from "../../extension/src/workspace/workspace";
import { makeContexts } from "./contexts";
import { noPage } from "./page-port";
import { memoryEntryStore } from "./memory-entry-store";

export const realClock: Clock = {
  now: () => Date.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

export const connectNodeSocket: ConnectSocket = (url, events) => {
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  socket.on("open", () => events.opened());
  socket.on("message", (data: ArrayBuffer) => events.received(new Uint8Array(data)));
  socket.on("close", (code) => events.closed(code));
  // What goes wrong is told by `close`, which follows.
  socket.on("error", () => undefined);
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    },
    close: () => socket.close(),
  };
};

export function makeColleague(store: EntryStore = memoryEntryStore(cryptoRandom)) {
  const { locks, news } = makeContexts().context();
  let secret: Bytes | undefined;
  const keeper = new StageKeeper({
    store,
    session: {
      get: () => Promise.resolve(secret),
      set: (bytes) => Promise.resolve(void (secret = bytes)),
      clear: () => Promise.resolve(void (secret = undefined)),
    },
    locks,
    news,
    clock: realClock,
    random: cryptoRandom,
    connect: connectNodeSocket,
    linkChannel: () => ({ postMessage: () => {}, addEventListener: () => {}, close: () => {} }),
    deriveFromPassphrase: stretchPassphrase,
    openWorkbench: () => Promise.resolve(memoryWorkbench()),
    page: noPage(),
    isPractice: false,
  });
  const workspace = makeWorkspace({
    version: "0.1.0",
    keeper,
    practice: {
      resume: () => Promise.resolve(undefined),
      begin: () => Promise.resolve(err("store-failed")),
      end: () => Promise.resolve(),
    },
    tell: () => undefined,
    restart: () => undefined,
  });
  return { keeper, store, workspace };
}

export function memoryWorkbench() {
  const view = variable<WorkbenchView>({
    openCase: undefined,
    tab: "plan",
    filter: "mine",
    place: "cases",
  });
  return {
    get: view.get,
    subscribe: view.subscribe,
    set: (change: Partial<WorkbenchView>) => view.set({ ...view.get(), ...change }),
    close: () => undefined,
  };
}

/** Done when the live value is as wanted; gives it. */
export function until<Value, Wanted extends Value>(
  live: { readonly get: () => Value; readonly subscribe: (call: () => void) => () => void },
  is: (value: Value) => value is Wanted,
): Promise<Wanted>;
export function until<Value>(
  live: { readonly get: () => Value; readonly subscribe: (call: () => void) => () => void },
  is: (value: Value) => boolean,
): Promise<Value>;
export function until<Value>(
  live: { readonly get: () => Value; readonly subscribe: (call: () => void) => () => void },
  is: (value: Value) => boolean,
): Promise<Value> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const value = live.get();
      if (!is(value)) return false;
      resolve(value);
      return true;
    };
    if (look()) return;
    const stop = live.subscribe(() => {
      if (look()) stop();
    });
  });
}

export async function openTeamOf(workspace: {
  readonly stage: { readonly get: () => Stage; readonly subscribe: (c: () => void) => () => void };
}): Promise<OpenTeam> {
  const stage = await until(workspace.stage, (value) => value.type === "open");
  if (stage.type !== "open") throw new Error("not open");
  return stage.team;
}
