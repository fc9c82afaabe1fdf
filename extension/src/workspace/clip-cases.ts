/** Which case a clip belongs to, if that can be said without asking. */
import type { CaseId } from "@beiakte/shared/base/ids";
import type { ClipIdentifier } from "@beiakte/shared/portal/clip";

/** Of each of its identifiers, which cases it names. */
export type CasesOf = (value: string) => readonly CaseId[];

// An office's own references are of all sorts: a file of one person names some of others' too.
const FILE_NUMBERS_MOST = 3;

/** Every case that the page named. */
export function casesNamed(
  identifiers: readonly ClipIdentifier[],
  casesOf: CasesOf,
): ReadonlySet<CaseId> {
  return new Set(identifiers.flatMap(({ value }) => casesOf(value)));
}

/**
 * The one case that the page was about. A list shows numbers of one kind side by side: if only one
 * of its people has a case here, the text that was marked may well be about another.
 */
export function onlyCaseOf(
  identifiers: readonly ClipIdentifier[],
  casesOf: CasesOf,
): CaseId | undefined {
  const [only, ...others] = casesNamed(identifiers, casesOf);
  if (only === undefined || others.length > 0) return undefined;
  const isOwn = ({ value }: ClipIdentifier): boolean => casesOf(value).includes(only);
  const isList = identifiers.filter(isOwn).some(({ kind }) => {
    const alike = identifiers.filter((one) => one.kind === kind);
    return kind === "file_number" ? alike.length > FILE_NUMBERS_MOST : !alike.every(isOwn);
  });
  return isList ? undefined : only;
}
