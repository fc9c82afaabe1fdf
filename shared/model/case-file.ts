/** A case file: everything of a case but the texts of its notes. */
import type * as Y from "yjs";
import type { CaseId, MemberId } from "../base/ids";
import { err, ok, type Result } from "../base/result";
import { type Accommodation, accommodationOf } from "./accommodation";
import { ACTION, type Actor, change } from "./action";
import { type AttachedView, viewAttached } from "./attached";
import { type CaseStatus, caseStatusOf } from "./case-status";
import { checkType, type ViewFault, writeFormat } from "./document-format";
import { addPerson, type NewPerson, type PersonView, viewHousehold } from "./household";
import {
  addIdentifier,
  type IdentifierView,
  type NewIdentifier,
  viewIdentifiers,
} from "./identifiers";
import type { Instant } from "./iso-date";
import { type NoteListItem, viewNoteList } from "./note-list";
import { type PlanView, viewPlan } from "./plan-view";
import { idOf, instantOf } from "./stored-value";

export type NewCase = {
  readonly household: readonly NewPerson[];
  readonly identifiers: readonly Omit<NewIdentifier, "personId">[];
  readonly accommodation: Accommodation | undefined;
  readonly responsible: MemberId | undefined;
};

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
  /** By these the case is recognised; the numbers themselves are kept nowhere. */
  readonly attached: readonly AttachedView[];
  readonly plan: PlanView;
  /** Newest first. */
  readonly notes: readonly NoteListItem[];
};

export function createCaseFile(doc: Y.Doc, actor: Actor, caseId: CaseId, newCase: NewCase): void {
  doc.transact(() => {
    writeFormat(doc, "case-file");
    const root = doc.getMap<unknown>("case");
    root.set("caseId", caseId);
    root.set("createdAt", actor.clock.now());
    root.set("createdBy", actor.member);
    root.set("responsible", newCase.responsible ?? null);
    root.set("accommodation", newCase.accommodation ?? null);
    for (const person of newCase.household) addPerson(doc, actor, person);
    for (const identifier of newCase.identifiers) {
      addIdentifier(doc, actor, { ...identifier, personId: undefined });
    }
  }, ACTION);
}

/** The member who answers for the case. */
export function setCaseResponsible(doc: Y.Doc, responsible: MemberId | undefined): void {
  change(doc, () => doc.getMap<unknown>("case").set("responsible", responsible ?? null));
}

export function setAccommodation(doc: Y.Doc, accommodation: Accommodation | undefined): void {
  change(doc, () => doc.getMap<unknown>("case").set("accommodation", accommodation ?? null));
}

export function viewCaseFile(doc: Y.Doc): Result<CaseFileView, ViewFault> {
  const format = checkType(doc, "case-file");
  if (!format.ok) return format;
  const root = doc.getMap<unknown>("case");
  const caseId = idOf("CaseId", root.get("caseId"));
  const createdAt = instantOf(root.get("createdAt"));
  const createdBy = idOf("MemberId", root.get("createdBy"));
  if (caseId === undefined || createdAt === undefined || createdBy === undefined) {
    return err({ type: "absent" });
  }
  return ok({
    access: format.value,
    caseId,
    createdAt,
    createdBy,
    responsible: idOf("MemberId", root.get("responsible")),
    accommodation: accommodationOf(root.get("accommodation")),
    status: caseStatusOf(root.get("status")),
    household: viewHousehold(doc),
    identifiers: viewIdentifiers(doc),
    attached: viewAttached(doc),
    plan: viewPlan(doc),
    notes: viewNoteList(doc),
  });
}
