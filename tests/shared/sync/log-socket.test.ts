import { logSocketFor, type LogSocketPeer } from "@beiakte/shared/sync/log-socket";
import * as awarenessProtocol from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { testClock } from "../../support/clock";

// The provider has a clock of its own, and looks at it every 3 s.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function bound() {
  const clock = testClock(Date.now());
  const doc = new Y.Doc();
  const whispered: Uint8Array[] = [];
  const listeners = new Set<(awareness: Uint8Array) => void>();
  const peer: LogSocketPeer = {
    doc,
    clock,
    awarenessChanged: (update) => whispered.push(update),
    subscribe(deliver) {
      listeners.add(deliver);
      return () => listeners.delete(deliver);
    },
  };
  const provider = new WebsocketProvider("ws://log.invalid", "log", doc, {
    WebSocketPolyfill: logSocketFor(peer),
    disableBc: true,
  });
  const pass = (ms: number): void => {
    for (let at = 0; at < ms; at += 1000) {
      clock.advance(1000);
      vi.advanceTimersByTime(1000);
    }
  };
  const hear = (bytes: Uint8Array): void => {
    for (const listener of listeners) listener(bytes);
  };
  return { clock, doc, hear, listeners, pass, provider, whispered };
}

function awarenessOf(client: number, state: object): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const awareness = new awarenessProtocol.Awareness(doc);
  awareness.setLocalState(state);
  const update = awarenessProtocol.encodeAwarenessUpdate(awareness, [client]);
  awareness.destroy();
  return update;
}

test("[SY12] the provider is synced at once, and the document's changes do not go through it", () => {
  const { clock, doc, provider, whispered } = bound();
  expect(provider.synced).toBe(false);
  clock.advance(0);
  expect([provider.wsconnected, provider.synced]).toEqual([true, true]);
  const before = whispered.length;
  doc.getText("text").insert(0, "Wort");
  expect(whispered).toHaveLength(before);
  expect(doc.getText("text").toString()).toBe("Wort");
  provider.destroy();
});

test("[SY12] carets go out, and a colleague's come in", () => {
  const { clock, hear, provider, whispered } = bound();
  clock.advance(0);
  provider.awareness.setLocalStateField("user", { name: "Anna" });
  const own = whispered.at(-1);
  const other = new awarenessProtocol.Awareness(new Y.Doc());
  if (own !== undefined) awarenessProtocol.applyAwarenessUpdate(other, own, "test");
  expect(other.getStates().get(provider.doc.clientID)).toEqual({ user: { name: "Anna" } });
  hear(awarenessOf(42, { user: { name: "Ben" } }));
  expect(provider.awareness.getStates().get(42)).toEqual({ user: { name: "Ben" } });
  other.destroy();
  provider.destroy();
});

test("[SY13] nothing is cut in minutes of silence", () => {
  const { clock, pass, provider } = bound();
  clock.advance(0);
  const statuses: string[] = [];
  provider.on("status", ({ status }: { status: string }) => statuses.push(status));
  pass(120_000);
  expect(statuses).toEqual([]);
  expect(provider.wsconnected).toBe(true);
  provider.destroy();
});

test("[SY13] closed, it listens no more and keeps no timer", () => {
  const { clock, listeners, provider } = bound();
  clock.advance(0);
  expect(listeners.size).toBe(1);
  provider.destroy();
  expect(listeners.size).toBe(0);
  clock.advance(60_000);
});

test("[SY13] the machine slept: the provider comes back by itself", () => {
  const { clock, hear, pass, provider } = bound();
  clock.advance(0);
  // Only the provider's clock goes on, as when a tab is woken late.
  vi.advanceTimersByTime(40_000);
  pass(10_000);
  expect([provider.wsconnected, provider.synced]).toEqual([true, true]);
  hear(awarenessOf(43, { user: { name: "Ben" } }));
  expect(provider.awareness.getStates().has(43)).toBe(true);
  provider.destroy();
});

test("[SY14] nonsense from a colleague's program is dropped, and the next is heard", () => {
  const { clock, hear, provider } = bound();
  clock.advance(0);
  for (const nonsense of [[255], [1, 5, 1, 3, 123, 123, 123], [200, 200, 200, 200, 1]]) {
    expect(() => hear(Uint8Array.from(nonsense))).not.toThrow();
  }
  hear(awarenessOf(44, { user: { name: "Ben" } }));
  expect(provider.awareness.getStates().has(44)).toBe(true);
  provider.destroy();
});
