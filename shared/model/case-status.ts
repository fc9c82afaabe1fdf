import type * as Y from "yjs";
import type { MemberId } from "../base/ids";
import { type Actor, change } from "./action";
import type { Instant, IsoDate } from "./iso-date";
import { fieldsOf, idOf, instantOf, isoDateOf, textOf } from "./stored-value";

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

/** What cannot be read as closed or archived is active: a case is never hidden by mistake. */
export function caseStatusOf(value: unknown): CaseStatus {
  const fields = fieldsOf(value);
  const type = fields.get("type");
  const date = isoDateOf(fields.get("date"));
  const reason = textOf(fields.get("reason"));
  const by = idOf("MemberId", fields.get("by"));
  const at = instantOf(fields.get("at"));
  if (type !== "closed" && type !== "archived") return { type: "active" };
  if (date === undefined || reason === undefined || by === undefined || at === undefined) {
    return { type: "active" };
  }
  return { type, date, reason, by, at };
}

export function closeCase(doc: Y.Doc, actor: Actor, date: IsoDate, reason: string): void {
  writeStatus(doc, { type: "closed", date, reason, by: actor.member, at: actor.clock.now() });
}

/** A closed case leaves the caseload; its day and reason of closing stay. */
export function archiveCase(doc: Y.Doc, actor: Actor): void {
  const status = caseStatusOf(doc.getMap<unknown>("case").get("status"));
  if (status.type !== "closed") return;
  writeStatus(doc, { ...status, type: "archived", by: actor.member, at: actor.clock.now() });
}

export function reopenCase(doc: Y.Doc): void {
  writeStatus(doc, { type: "active" });
}

function writeStatus(doc: Y.Doc, status: CaseStatus): void {
  change(doc, () => doc.getMap<unknown>("case").set("status", status));
}
