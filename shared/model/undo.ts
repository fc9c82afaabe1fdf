import type { MoveId, RevisionId, StepId, TickId, UntickId } from "./local-id";

/**
 * How to take back one action. Each names exactly what that action wrote, so taking it back leaves
 * alone what colleagues did meanwhile.
 */
export type Undo =
  | { readonly type: "take-back-tick"; readonly stepId: StepId; readonly tick: TickId }
  | { readonly type: "take-back-untick"; readonly stepId: StepId; readonly untick: UntickId }
  | { readonly type: "take-back-move"; readonly stepId: StepId; readonly move: MoveId }
  | { readonly type: "bring-back"; readonly stepId: StepId }
  | {
      readonly type: "take-back-added";
      readonly added: readonly { readonly stepId: StepId; readonly revision: RevisionId }[];
    };
