import type { Live } from "@beiakte/shared/base/live";
import { useSyncExternalStore } from "react";

/** The only bridge between the workspace and React. */
export function useView<Value>(live: Live<Value>): Value {
  return useSyncExternalStore(live.subscribe, live.get);
}
