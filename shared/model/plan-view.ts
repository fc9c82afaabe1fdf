import type { MemberId } from "../base/ids";
import type { Label } from "../catalogue/label";
import type { AreaId } from "../catalogue/template";
import type { Instant, IsoDate } from "./iso-date";
import type { StepId } from "./local-id";
import type { Responsible } from "./responsible";

/** What the screen says for a step: the template's words in its language, or the team's own. */
export type StepLabel =
  | { readonly type: "template"; readonly label: Label }
  | { readonly type: "own"; readonly text: string };

export type TickView = { readonly by: MemberId; readonly at: Instant };

export type StepView = {
  readonly stepId: StepId;
  readonly areaId: AreaId;
  readonly label: StepLabel;
  /** A ticked step is taken up, whatever it was before. */
  readonly state: "proposed" | "taken-up";
  /** The earliest tick that nobody took away. */
  readonly tick: TickView | undefined;
  readonly responsible: Responsible | undefined;
  /** Set by hand. */
  readonly deadline: IsoDate | undefined;
};

/** Counts steps that are taken up; what is only proposed counts for nobody and against nobody. */
export type Progress = { readonly done: number; readonly total: number };

export type AreaView = {
  readonly areaId: AreaId;
  readonly label: Label;
  /** In the order in which they are shown, taken up and proposed ones together. */
  readonly steps: readonly StepView[];
  readonly progress: Progress;
};

export type PlanView = {
  /** Only areas that hold a step, in the template's order. */
  readonly areas: readonly AreaView[];
  readonly progress: Progress;
};
