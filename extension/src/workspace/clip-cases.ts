/** Which case a clip belongs to, if that can be said without asking. */
import type { CaseId } from "@beiakte/shared/base/ids";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import { identifierKey } from "@beiakte/shared/model/identifiers";
import type { ClipIdentifier } from "@beiakte/shared/portal/clip";

// An office's own references are of all sorts: a file of one person names some of others' too.
const FILE_NUMBERS_MOST = 3;

/** Every case that the page named, in the caseload's order. */
export function casesNamed(
  identifiers: readonly ClipIdentifier[],
  caseload: readonly CaseRow[],
): readonly CaseId[] {
  const keys = new Set(identifiers.map(({ value }) => identifierKey(value)));
  return caseload
    .filter((row) => row.identifiers.some(({ value }) => keys.has(identifierKey(value))))
    .map(({ caseId }) => caseId);
}

/**
 * The one case that the page was about. A list shows numbers of one kind side by side: if only one
 * of its people has a case here, the text that was marked may well be about another.
 */
export function onlyCaseOf(
  identifiers: readonly ClipIdentifier[],
  caseload: readonly CaseRow[],
): CaseId | undefined {
  const [only, ...others] = casesNamed(identifiers, caseload);
  if (only === undefined || others.length > 0) return undefined;
  const own = caseload.find(({ caseId }) => caseId === only);
  const keys = new Set(own?.identifiers.map(({ value }) => identifierKey(value)));
  const matching = identifiers.filter(({ value }) => keys.has(identifierKey(value)));
  const isList = matching.some(({ kind }) => {
    const alike = identifiers.filter((one) => one.kind === kind);
    const strangers = alike.filter(({ value }) => !keys.has(identifierKey(value)));
    return kind === "file_number" ? alike.length > FILE_NUMBERS_MOST : strangers.length > 0;
  });
  return isList ? undefined : only;
}
