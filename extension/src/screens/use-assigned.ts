import type { Cancel } from "@beiakte/shared/base/ports";
import type { CaseTitle } from "@beiakte/shared/model/case-row";
import { useEffect, useRef, useState } from "react";
import type { Assigned } from "../workspace/workspace";
import { useApp } from "./context";

/** As long as any other undo is offered. */
const OFFERED_FOR_MS = 10_000;

export type AssignedOffer = { readonly title: CaseTitle; readonly assigned: Assigned };

/** A number was assigned to a case, and can be taken back for a while: the case need not be open. */
export function useAssigned(): {
  readonly offer: AssignedOffer | undefined;
  readonly show: (offer: AssignedOffer) => void;
  readonly takeBack: () => void;
} {
  const { clock } = useApp().surroundings;
  const [offer, setOffer] = useState<AssignedOffer | undefined>(undefined);
  const cancel = useRef<Cancel | undefined>(undefined);
  useEffect(() => () => cancel.current?.(), []);
  return {
    offer,
    show(next) {
      cancel.current?.();
      setOffer(next);
      cancel.current = clock.after(OFFERED_FOR_MS, () => {
        setOffer(undefined);
      });
    },
    takeBack() {
      cancel.current?.();
      void offer?.assigned.takeBack();
      setOffer(undefined);
    },
  };
}
