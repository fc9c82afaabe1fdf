/**
 * The contexts of one device (panels, tabs, background) with what the browser gives them: a table
 * of locks and a broadcast channel. A context that is killed lets go of its locks and hears and
 * says nothing any more; what it was waiting for never comes.
 */
import type { Locks, News } from "@beiakte/shared/log/entry-store";
import { type LockTable, webLocks } from "../../extension/src/workspace/locks";
import { channelNews, type NewsChannel } from "../../extension/src/workspace/news";

export type Context = { readonly locks: Locks; readonly news: News; readonly kill: () => void };

export type Contexts = { readonly context: () => Context };

type Life = { isAlive: boolean };
type Request = { readonly life: Life; readonly granted: () => void };

/** `deliver` calls once, later: when a message of the channel arrives. Must keep the order. */
export function makeContexts(deliver: (arrive: () => void) => void = queueMicrotask): Contexts {
  /** By name, in order of asking; the first of each has the lock. */
  const queues = new Map<string, Request[]>();
  const channels = new Map<Life, ((event: { readonly data: unknown }) => void)[]>();

  function leave(name: string, request: Request): void {
    const queue = queues.get(name) ?? [];
    const hadLock = queue[0] === request;
    const rest = queue.filter((other) => other !== request);
    if (rest.length === 0) queues.delete(name);
    else queues.set(name, rest);
    if (hadLock) grantFirst(name);
  }

  function grantFirst(name: string): void {
    const first = queues.get(name)?.[0];
    if (first !== undefined) queueMicrotask(first.granted);
  }

  function lockTable(life: Life): LockTable {
    return {
      request: (name, run) =>
        new Promise((resolve, reject) => {
          if (!life.isAlive) return;
          const request: Request = {
            life,
            granted() {
              // Killed between the granting and its arrival: the lock has gone on already.
              if (!life.isAlive) return;
              const end = (settle: () => void) => {
                if (!life.isAlive) return;
                leave(name, request);
                settle();
              };
              run().then(
                (value) => end(() => resolve(value)),
                (thrown: unknown) => end(() => reject(thrown)),
              );
            },
          };
          const queue = queues.get(name) ?? [];
          queues.set(name, [...queue, request]);
          if (queue.length === 0) grantFirst(name);
        }),
      query: () => Promise.resolve({ held: [...queues.keys()].map((name) => ({ name })) }),
    };
  }

  function channel(life: Life): NewsChannel {
    channels.set(life, []);
    return {
      postMessage(message) {
        if (!life.isAlive) return;
        for (const [other, listeners] of channels) {
          if (other === life) continue;
          const data: unknown = structuredClone(message);
          deliver(() => {
            if (other.isAlive) for (const listener of listeners) listener({ data });
          });
        }
      },
      addEventListener: (_, listener) => void channels.get(life)?.push(listener),
    };
  }

  return {
    context() {
      const life: Life = { isAlive: true };
      return {
        locks: webLocks(lockTable(life)),
        news: mortalNews(channelNews(channel(life)), life),
        kill() {
          life.isAlive = false;
          channels.delete(life);
          for (const [name, queue] of [...queues]) {
            for (const request of queue) if (request.life === life) leave(name, request);
          }
        },
      };
    },
  };
}

function mortalNews(news: News, life: Life): News {
  return {
    post(item) {
      if (life.isAlive) news.post(item);
    },
    subscribe: (listener) =>
      news.subscribe((item) => {
        if (life.isAlive) listener(item);
      }),
  };
}
