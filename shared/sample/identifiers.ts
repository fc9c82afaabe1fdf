import type { NewIdentifier } from "../model/identifiers";
import type { Outline } from "./outline";
import { PORTAL_CLIENTS } from "./portal-clients";
import type { Seeded } from "./seeded";

/**
 * Identifiers in the form of the real ones, with districts, offices and keys of zeros, which are
 * not given to anybody as far as is known. Numbers of banks, taxes, pensions and health insurance
 * are left out: a practice caseload should not teach anybody to collect them.
 */
export function sampleIdentifiers(
  chance: Seeded,
  outline: Outline,
): readonly Omit<NewIdentifier, "personId">[] {
  const year = outline.openedOn.slice(0, 4);
  const digits = (count: number): string => String(chance.below(10 ** count)).padStart(count, "0");
  const identifiers = [
    // The index makes it the only one of its kind.
    { kind: "file_number", value: `50.2-${year}-0${1000 + outline.index}` },
  ];
  const atPortal = PORTAL_CLIENTS.get(outline.index);
  if (atPortal !== undefined) identifiers.push(atPortal.identifier);
  else if (chance.percent(55)) {
    identifiers.push({ kind: "bg_number", value: `00000//${digits(7)}` });
  }
  if (chance.percent(35)) {
    const letter = chance.pick(["A", "B", "C", "D", "E", "F", "H", "K"]);
    identifiers.push({ kind: "ba_customer", value: `000${letter}${digits(6)}` });
  }
  if (chance.percent(40)) {
    identifiers.push({ kind: "bamf_file", value: `000${digits(4)}-000` });
  }
  if (outline.isFamily && chance.percent(50)) {
    identifiers.push({ kind: "child_benefit_no", value: `000FK${digits(6)}` });
  }
  return identifiers;
}
