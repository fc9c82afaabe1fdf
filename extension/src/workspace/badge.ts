/**
 * The number at the toolbar's icon: how many documents hold something of others that the person has
 * not seen. Every context that is alive keeps it up to date; a number is all that it ever says.
 */
import type { Cancel, Clock } from "@beiakte/shared/base/ports";
import type { News } from "@beiakte/shared/log/entry-store";
import { directoryId } from "@beiakte/shared/space/directory-id";
import { type EntryStore, hasUnseen } from "./entry-store";

export type BadgeContext = {
  readonly store: Pick<EntryStore, "spaces" | "progressOf" | "trouble">;
  readonly news: News;
  readonly clock: Clock;
  readonly show: (text: string) => Promise<void>;
};

// While colleagues type, the number need not be counted with each of their keys.
const COUNT_EVERY_MS = 500;

export class Badge {
  readonly #context: BadgeContext;
  readonly #stop: () => void;
  #pending: Cancel | undefined;

  constructor(context: BadgeContext) {
    this.#context = context;
    this.#stop = context.news.subscribe(({ kind }) => {
      if (kind === "sealed") return;
      this.#pending ??= context.clock.after(COUNT_EVERY_MS, () => {
        this.#pending = undefined;
        void this.look();
      });
    });
  }

  async look(): Promise<void> {
    const { show, store } = this.#context;
    if (store.trouble.get() !== undefined) return;
    const unseen = await unseenDocuments(store);
    await show(unseen === 0 ? "" : String(unseen));
  }

  close(): void {
    this.#stop();
    this.#pending?.();
  }
}

/** The directory is left out: nobody opens it, so nobody could ever have seen it. */
export async function unseenDocuments(
  store: Pick<EntryStore, "spaces" | "progressOf">,
): Promise<number> {
  const spaces = await store.spaces.all();
  const counts = await Promise.all(
    spaces.map(async ({ space }) => {
      const directory = await directoryId(space);
      const progress = await store.progressOf(space);
      return progress.filter((one) => one.document !== directory && hasUnseen(one)).length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
