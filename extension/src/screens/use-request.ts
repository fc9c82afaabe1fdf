import type { Result } from "@beiakte/shared/base/result";
import { useState } from "react";

export type Request<Fault> = {
  readonly isRunning: boolean;
  readonly fault: Fault | undefined;
  readonly run: <Value>(
    ask: () => Promise<Result<Value, Fault>>,
    then?: (value: Value) => void,
  ) => void;
  readonly forget: () => void;
};

/** Something asked of the workspace that takes time and may be refused. */
export function useRequest<Fault>(): Request<Fault> {
  const [isRunning, setRunning] = useState(false);
  const [fault, setFault] = useState<Fault | undefined>(undefined);
  return {
    isRunning,
    fault,
    run(ask, then) {
      setRunning(true);
      setFault(undefined);
      void ask()
        .then((result) => {
          if (result.ok) then?.(result.value);
          else setFault(() => result.error);
        })
        .finally(() => {
          setRunning(false);
        });
    },
    forget: () => {
      setFault(undefined);
    },
  };
}
