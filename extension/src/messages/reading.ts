/** The first look at what somebody else has sent. */

export function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null;
}

export function isOneOf<Word extends string>(
  words: readonly Word[],
  data: unknown,
): Word | undefined {
  return words.find((word) => word === data);
}

export function wholeNumber(data: unknown, least: number): number | undefined {
  return typeof data === "number" && Number.isSafeInteger(data) && data >= least ? data : undefined;
}
