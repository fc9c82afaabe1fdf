import type { CaseId, MemberId } from "../base/ids";
import type { Accommodation } from "./accommodation";
import type { BirthDate, Instant, IsoDate } from "./iso-date";
import type { Progress, StepLabel } from "./plan-view";

/** How a case is called; the screen has the words. */
export type CaseTitle =
  | { readonly type: "family"; readonly name: string }
  | { readonly type: "single"; readonly name: string }
  | { readonly type: "nameless" };

export type RowPerson = {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: BirthDate | undefined;
};

/** One line of the caseload: what is projected, searched and listed. Plain data, fit for JSON. */
export type CaseRow = {
  readonly caseId: CaseId;
  readonly title: CaseTitle;
  readonly persons: readonly RowPerson[];
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  readonly accommodation: Accommodation | undefined;
  readonly responsible: MemberId | undefined;
  readonly status: "active" | "closed" | "archived";
  readonly createdAt: Instant;
  readonly progress: Progress;
  /** The earliest deadline among steps that are taken up and not ticked; see `overdueDays`. */
  readonly nextDeadline: { readonly date: IsoDate; readonly label: StepLabel } | undefined;
};
