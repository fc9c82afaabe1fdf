/**
 * The administration's settings, without waiting for them: after its start a browser leaves who asks
 * without an answer, for ten seconds and more, until it has read its policies.
 */
import type { Clock } from "@beiakte/shared/base/ports";
import type { SessionArea } from "./case-index";
import { parsePolicy, type ReadPolicy } from "./policy";

export type ManagedPort = {
  /** Rejects where there is no managed storage at all, as in Firefox where nothing is set. */
  readonly get: () => Promise<unknown>;
  /** Keeps what was read last, for the time until it is read again. */
  readonly area: SessionArea;
  readonly clock: Pick<Clock, "after">;
};

/** In the browser's local storage; who listens there hears of what came late. */
export const MANAGED_SEEN = "managed-seen";

const PATIENCE_MS = 300;

/** What is set; after a while without an answer, what was set when it was read last. */
export async function readManagedPolicy({ area, clock, get }: ManagedPort): Promise<ReadPolicy> {
  const seen = await area.get(MANAGED_SEEN);
  const reading = get()
    .catch(() => undefined)
    .then((data) => {
      if (JSON.stringify(data) !== JSON.stringify(seen)) void remember(area, data);
      return data;
    });
  const late = new Promise((resolve) => void clock.after(PATIENCE_MS, () => resolve(seen)));
  return parsePolicy(await Promise.race([reading, late]));
}

function remember(area: SessionArea, data: unknown): Promise<void> {
  return data === undefined ? area.remove(MANAGED_SEEN) : area.set(MANAGED_SEEN, data);
}
