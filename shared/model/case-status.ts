import type { MemberId } from "../base/ids";
import type { Instant, IsoDate } from "./iso-date";

/** Where a case stands. One value in the document: its parts never come from two people. */
export type CaseStatus =
  | { readonly type: "active" }
  | {
      readonly type: "closed" | "archived";
      /** The last day of the work, said by a person. */
      readonly date: IsoDate;
      /** An id of the vocabulary `closeReason`. */
      readonly reason: string;
      readonly by: MemberId;
      readonly at: Instant;
    };
