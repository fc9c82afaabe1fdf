import { describe, expect, test } from "vitest";
import { numberedId } from "../../support/plain-entries";
import { makeContexts } from "../../support/contexts";
import { memoryEntryStore } from "../../support/memory-entry-store";
import { failingStore } from "../../support/failing-store";
import { channelNews, type NewsChannel } from "../../../extension/src/workspace/news";

const SPACE = numberedId("SpaceId", 1);
const NOTE = numberedId("DocumentId", 1);
const random = { bytes: (length: number) => new Uint8Array(length) };

describe("locks", () => {
  test("[ES23] under one name one context runs at a time, in order of asking", async () => {
    const contexts = makeContexts();
    const [a, b] = [contexts.context(), contexts.context()];
    const said: string[] = [];
    const run = (name: string) => async () => {
      said.push(`${name} begins`);
      await settled();
      said.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all([
      a.locks.alone("note", run("a")),
      b.locks.alone("note", run("b")),
      b.locks.alone("other", run("c")),
    ]);
    expect(results).toEqual(["a", "b", "c"]);
    expect(said.indexOf("b begins")).toBeGreaterThan(said.indexOf("a ends"));
    expect(said.indexOf("c begins")).toBeLessThan(said.indexOf("a ends"));
  });

  test("[ES23] a run that fails gives the lock back", async () => {
    const { locks } = makeContexts().context();
    await expect(locks.alone("note", () => Promise.reject(new Error("failed")))).rejects.toThrow();
    expect(await locks.alone("note", () => Promise.resolve("next"))).toBe("next");
  });

  test("[ES23] a name is held until it is let go, or its context dies", async () => {
    const contexts = makeContexts();
    const [a, b] = [contexts.context(), contexts.context()];
    const letGo = await a.locks.hold("a");
    await a.locks.hold("b");
    expect(await b.locks.isHeld("a")).toBe(true);
    letGo();
    await settled();
    expect(await b.locks.isHeld("a")).toBe(false);
    let isNext = false;
    const waiting = b.locks.hold("b").then(() => (isNext = true));
    await settled();
    expect(isNext).toBe(false);
    a.kill();
    await waiting;
    expect(await b.locks.isHeld("b")).toBe(true);
  });

  test("[ES23] a context that dies at work or waiting stops nobody", async () => {
    const contexts = makeContexts();
    const [a, b, c] = [contexts.context(), contexts.context(), contexts.context()];
    void a.locks.alone("note", () => new Promise(() => undefined));
    void b.locks.alone("note", () => Promise.resolve());
    const last = c.locks.alone("note", () => Promise.resolve("free"));
    b.kill();
    a.kill();
    expect(await last).toBe("free");
  });
});

describe("news", () => {
  test("[ES24] every living context hears which document has news, later", async () => {
    const contexts = makeContexts();
    const [a, b, dead] = [contexts.context(), contexts.context(), contexts.context()];
    const heard: string[] = [];
    for (const [name, { news }] of Object.entries({ a, b, dead })) {
      news.subscribe(({ arrived, document, kind, space }) => {
        const brings = arrived === undefined ? "" : ` ${arrived.entries.length}`;
        heard.push(`${name} ${space} ${document} ${kind}${brings}`);
      });
    }
    const stop = b.news.subscribe(() => heard.push("stopped"));
    stop();
    dead.kill();
    const arrived = { document: NOTE, after: 0, entries: [] };
    const item = { space: SPACE, document: NOTE, kind: "sealed", arrived } as const;
    a.news.post(item);
    expect(heard).toEqual([]);
    await settled();
    // The entries themselves stay where they were stored: the others read them from the disk.
    expect(heard.toSorted()).toEqual([`a ${SPACE} ${NOTE} sealed 0`, `b ${SPACE} ${NOTE} sealed`]);
    dead.news.post(item);
    await settled();
    expect(heard).toHaveLength(2);
  });

  test("[ES24] what is no news is passed over", () => {
    const listeners: ((event: { readonly data: unknown }) => void)[] = [];
    const channel: NewsChannel = {
      postMessage: () => undefined,
      addEventListener: (_, listener) => void listeners.push(listener),
    };
    let count = 0;
    channelNews(channel).subscribe(() => (count += 1));
    const kind = "sealed";
    const nonsense = [
      ...[null, 1, "x", {}, { space: 1, document: 2, kind }, { space: SPACE, document: "z", kind }],
      ...[
        { space: SPACE, document: NOTE },
        { space: SPACE, document: NOTE, kind: "other" },
      ],
    ];
    for (const data of nonsense) for (const listener of listeners) listener({ data });
    expect(count).toBe(0);
    for (const listener of listeners) listener({ data: { space: SPACE, document: NOTE, kind } });
    expect(count).toBe(1);
  });
});

describe("a store in memory that contexts share", () => {
  const draft = { space: SPACE, document: NOTE, context: "a", bytes: Uint8Array.of(1) };

  test("[ES25] what a context had not committed when it died is not there", async () => {
    const commits: (() => void)[] = [];
    const disk = memoryEntryStore(random, (commit) => commits.push(commit));
    const panel = disk.connect();
    const commitAll = () => {
      for (const commit of commits.splice(0)) commit();
    };
    const first = panel.store.addDraft(draft);
    commitAll();
    expect((await first).ok).toBe(true);
    let isSettled = false;
    void panel.store.addDraft(draft).then(() => (isSettled = true));
    panel.kill();
    const left = disk.draftsOf(SPACE, NOTE);
    commitAll();
    expect(await left).toHaveLength(1);
    expect(isSettled).toBe(false);
  });

  test("[ES25] a copy of the profile goes its own way", async () => {
    const disk = memoryEntryStore(random);
    await disk.addDraft(draft);
    const yesterday = disk.copy();
    await disk.addDraft(draft);
    expect(await yesterday.draftsOf(SPACE, NOTE)).toHaveLength(1);
    expect(await disk.draftsOf(SPACE, NOTE)).toHaveLength(2);
    expect(await yesterday.writer()).toBe(await disk.writer());
  });

  test("[ES20] a full disk in memory refuses the chosen write only, and heals", async () => {
    const failing = failingStore(memoryEntryStore(random));
    const { store } = failing;
    const full = { ok: false, error: { type: "store-full" } };
    failing.failAt(2);
    expect((await store.addDraft(draft)).ok).toBe(true);
    expect(await store.addDraft(draft)).toEqual(full);
    expect((await store.addDraft(draft)).ok).toBe(true);
    failing.fill();
    expect(await store.vault.write(Uint8Array.of(1))).toEqual(full);
    failing.heal();
    expect((await store.vault.write(Uint8Array.of(1))).ok).toBe(true);
    expect(await store.draftsOf(SPACE, NOTE)).toHaveLength(2);
    expect(failing.writes()).toBe(5);
  });
});

/** All that waits on promises has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
