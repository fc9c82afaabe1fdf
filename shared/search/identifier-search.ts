import type { CaseId } from "../base/ids";
import { identifierKey } from "../model/identifiers";

/** The identifiers of each case, as people wrote them. */
export type IdentifierIndex = Map<CaseId, readonly string[]>;

/** Below this a number is a year or a house number, and would find half of the caseload. */
const SHORTEST = 3;

/**
 * Cases with an identifier that is the query, then those with one that begins with it, then those
 * where a part of one begins with it: on the telephone people say the last part of a file number.
 * Spaces and punctuation count nowhere. Newest cases are not preferred: the caller's order of
 * adding decides among equals.
 */
export function findByIdentifier(index: IdentifierIndex, query: string): readonly CaseId[] {
  const wanted = identifierKey(query);
  if (wanted.length < SHORTEST || !/\d/u.test(wanted)) return [];
  const whole: CaseId[] = [];
  const beginning: CaseId[] = [];
  const part: CaseId[] = [];
  for (const [caseId, values] of index) {
    const keys = values.map(identifierKey);
    if (keys.includes(wanted)) whole.push(caseId);
    else if (keys.some((key) => key.startsWith(wanted))) beginning.push(caseId);
    else if (values.some((value) => hasPart(value, wanted))) part.push(caseId);
  }
  return [...whole, ...beginning, ...part];
}

function hasPart(value: string, wanted: string): boolean {
  const starts = value.matchAll(/[^\p{L}\p{N}]+/gu);
  return [...starts].some((start) => identifierKey(value.slice(start.index)).startsWith(wanted));
}
