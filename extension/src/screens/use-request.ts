import type { Result } from "@beiakte/shared/base/result";
import { useRef, useState } from "react";

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
  // State comes a moment late: a second press in the same breath must not ask twice.
  const running = useRef(false);
  const [fault, setFault] = useState<Fault | undefined>(undefined);
  return {
    isRunning,
    fault,
    run(ask, then) {
      if (running.current) return;
      running.current = true;
      setRunning(true);
      setFault(undefined);
      void ask()
        .then((result) => {
          if (result.ok) then?.(result.value);
          else setFault(() => result.error);
        })
        .finally(() => {
          running.current = false;
          setRunning(false);
        });
    },
    forget: () => {
      setFault(undefined);
    },
  };
}
