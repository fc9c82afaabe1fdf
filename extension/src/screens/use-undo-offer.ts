import type { Cancel } from "@beiakte/shared/base/ports";
import type { Undo } from "@beiakte/shared/model/action";
import { useEffect, useRef, useState } from "react";
import { useApp } from "./context";

/** Long enough to read the sentence and reach the button; WCAG asks for no more for an extra. */
const OFFERED_FOR_MS = 10_000;

export type UndoOffer = { readonly words: string; readonly undo: Undo };

/** The last thing done, offered to be taken back. A newer one takes its place. */
export function useUndoOffer(): {
  readonly offer: UndoOffer | undefined;
  readonly show: (offer: UndoOffer) => void;
  readonly drop: () => void;
} {
  const { clock } = useApp().surroundings;
  const [offer, setOffer] = useState<UndoOffer | undefined>(undefined);
  const cancel = useRef<Cancel | undefined>(undefined);
  useEffect(() => () => cancel.current?.(), []);
  const drop = () => {
    cancel.current?.();
    setOffer(undefined);
  };
  return {
    offer,
    drop,
    show(next) {
      drop();
      setOffer(next);
      cancel.current = clock.after(OFFERED_FOR_MS, () => {
        setOffer(undefined);
      });
    },
  };
}
