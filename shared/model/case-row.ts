import type { CaseId, MemberId } from "../base/ids";
import type { Accommodation } from "./accommodation";
import type { Attached } from "./attached";
import type { CaseFileView } from "./case-file";
import { fullName, type PersonView } from "./household";
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
  readonly attached: readonly Attached[];
  readonly accommodation: Accommodation | undefined;
  readonly responsible: MemberId | undefined;
  readonly status: "active" | "closed" | "archived";
  readonly createdAt: Instant;
  readonly progress: Progress;
  /** The earliest deadline among steps that are taken up and not ticked; late where `daysBetween` says so. */
  readonly nextDeadline: { readonly date: IsoDate; readonly label: StepLabel } | undefined;
};

export function caseRow(view: CaseFileView): CaseRow {
  return {
    caseId: view.caseId,
    title: titleOf(view.household),
    persons: view.household.map(({ givenName, familyName, birthDate }) => ({
      givenName,
      familyName,
      birthDate,
    })),
    identifiers: view.identifiers.map(({ kind, value }) => ({ kind, value })),
    attached: view.attached.map(({ kind, keyId, mac }) => ({ kind, keyId, mac })),
    accommodation: view.accommodation,
    responsible: view.responsible,
    status: view.status.type,
    createdAt: view.createdAt,
    progress: view.plan.progress,
    nextDeadline: nextDeadlineOf(view),
  };
}

/** A family by the name that most of its persons bear, at a tie the first person's. */
export function titleOf(
  household: readonly Pick<PersonView, "givenName" | "familyName">[],
): CaseTitle {
  const [first] = household;
  if (first === undefined) return { type: "nameless" };
  if (household.length > 1) {
    const counts = new Map<string, number>();
    for (const { familyName } of household) {
      if (familyName !== "") counts.set(familyName, (counts.get(familyName) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    if (most !== undefined) return { type: "family", name: most[0] };
  }
  const name = fullName(first);
  return name === "" ? { type: "nameless" } : { type: "single", name };
}

function nextDeadlineOf(view: CaseFileView): CaseRow["nextDeadline"] {
  let next: CaseRow["nextDeadline"];
  for (const area of view.plan.areas) {
    for (const step of area.steps) {
      if (step.state === "proposed" || step.tick !== undefined) continue;
      if (step.deadline === undefined) continue;
      if (next === undefined || step.deadline < next.date) {
        next = { date: step.deadline, label: step.label };
      }
    }
  }
  return next;
}
