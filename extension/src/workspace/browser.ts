/** The browser's own things, as the ports that the workspace asks for. `chrome.*` stands in files of this name only. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import { bytesToHex, hexToBytes } from "@beiakte/shared/base/bytes";
import type { Live } from "@beiakte/shared/base/live";
import { err } from "@beiakte/shared/base/result";
import type { DeriveFromPassphrase } from "@beiakte/shared/crypto/passphrase";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import {
  browserClock,
  linkChannel,
  locksOf,
  newsOf,
  PRACTICE_NAME,
  SESSION_CHANNEL,
  sessionName,
  STORE_NAME,
  workbenchChannel,
} from "./contexts";
import type { ReadPolicy } from "./policy";
import { TEAM_PORTALS } from "./portal-rules";
import { Badge } from "./badge";
import { browserPage } from "./browser-page";
import { localArea } from "./browser-settings";
import { sessionArea } from "./browser-session";
import { storeExists } from "./browser-store";
import { openEntryStore } from "./indexed-entry-store";
import { makeWorkspace } from "./make-workspace";
import type { PagePort } from "./page-watch";
import { practicePart } from "./practice";
import { type StageContext, StageKeeper } from "./stage-keeper";
import type { SessionSecrets } from "./vault";
import { connectWebSocket } from "./web-socket";
import { openWorkbench } from "./workbench";
import type { Stage, Workspace } from "./workspace";

export type BrowserWorkspace = Workspace & { readonly start: () => Promise<void> };

/** The workspace of a page of this extension; `broken` where the browser gives no store. */
export async function browserWorkspace(policy: Live<ReadPolicy>): Promise<BrowserWorkspace> {
  const version = chrome.runtime.getManifest().version;
  const store = await openEntryStore({ name: STORE_NAME, random: cryptoRandom });
  if (!store.ok) {
    const fault = store.error.type === "store-newer" ? "store-newer" : "store-unavailable";
    return brokenWorkspace(version, fault);
  }
  const page = browserPage(policy);
  const parts = partsFor(STORE_NAME, page);
  const badge = new Badge({
    store: store.value,
    news: parts.news,
    clock: browserClock,
    show: (text) => chrome.action.setBadgeText({ text }),
  });
  void badge.look();
  const keeper = new StageKeeper({ ...parts, store: store.value, isPractice: false });
  const practice = practicePart({
    ...partsFor(PRACTICE_NAME, page),
    async openStore() {
      const opened = await openEntryStore({ name: PRACTICE_NAME, random: cryptoRandom });
      if (opened.ok) return opened;
      return err(opened.error.type === "store-full" ? "store-full" : "store-failed");
    },
    exists: () => storeExists(PRACTICE_NAME),
  });
  const channel = new BroadcastChannel(SESSION_CHANNEL);
  const workspace = makeWorkspace({
    version,
    keeper,
    practice,
    tell: (word) => channel.postMessage(word),
    restart: () => location.reload(),
  });
  channel.addEventListener("message", ({ data }) => {
    if (data === "locked") void keeper.locked("button");
    if (data === "idle") void keeper.locked("idle");
    if (data === "removed") location.reload();
  });
  workspace.stage.subscribe(() => {
    // Nothing of a team stays on a device that has none.
    if (workspace.stage.get().type === "first-run") void localArea().remove(TEAM_PORTALS);
  });
  globalThis.addEventListener("online", () => workspace.wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") workspace.wake();
  });
  return workspace;
}

function partsFor(name: string, page: PagePort): Omit<StageContext, "store" | "isPractice"> {
  return {
    session: sessionSecrets(sessionName(name)),
    locks: locksOf(name),
    news: newsOf(name),
    clock: browserClock,
    random: cryptoRandom,
    page,
    connect: connectWebSocket,
    linkChannel,
    deriveFromPassphrase,
    openWorkbench: () => openWorkbench(`${name}-workbench`, workbenchChannel(name)),
  };
}

/** In the memory of the browser only, for our own pages only, until it is closed. */
function sessionSecrets(name: string): SessionSecrets {
  const area = sessionArea();
  return {
    async get() {
      const stored = await area.get(name);
      return typeof stored === "string" ? hexToBytes(stored) : undefined;
    },
    set: (bytes) => area.set(name, bytesToHex(bytes)),
    clear: () => area.remove(name),
  };
}

const deriveFromPassphrase: DeriveFromPassphrase = (passphrase, cost) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("passphrase-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Bytes>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener("error", (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
    worker.postMessage({ passphrase, cost });
  });

const failed = () => Promise.resolve(err("store-failed" as const));
const nothing = () => Promise.resolve();

function brokenWorkspace(
  version: string,
  fault: Extract<Stage, { type: "broken" }>["fault"],
): BrowserWorkspace {
  const stage: Stage = { type: "broken", fault };
  return {
    version,
    stage: { get: () => stage, subscribe: () => () => undefined },
    start: nothing,
    foundTeam: failed,
    acceptInvitation: failed,
    practise: failed,
    endPractice: nothing,
    unlock: failed,
    lock: nothing,
    removeDevice: nothing,
  };
}
