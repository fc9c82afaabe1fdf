import type { CaseId, MemberId } from "../base/ids";
import type { Accommodation } from "./accommodation";
import type { CaseStatus } from "./case-status";
import type { PersonView } from "./household";
import type { IdentifierView } from "./identifiers";
import type { Instant } from "./iso-date";
import type { NoteListItem } from "./note-list";
import type { PlanView } from "./plan-view";

export type CaseFileView = {
  /** A file that a newer version wrote is shown as far as it is understood, and never written. */
  readonly access: "writable" | "too-new";
  readonly caseId: CaseId;
  readonly createdAt: Instant;
  readonly createdBy: MemberId;
  readonly responsible: MemberId | undefined;
  readonly accommodation: Accommodation | undefined;
  readonly status: CaseStatus;
  /** Adults first, then in the order in which they were added. */
  readonly household: readonly PersonView[];
  readonly identifiers: readonly IdentifierView[];
  readonly plan: PlanView;
  /** Newest first. */
  readonly notes: readonly NoteListItem[];
};
