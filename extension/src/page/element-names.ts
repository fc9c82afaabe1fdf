const setOf = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** They stand inside a line: a number may be broken over them. All others end the line. */
export const INLINE = setOf(
  "a abbr b big cite code data del em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr output slot",
);

/** They show no words, or words that are nobody's. */
export const SILENT = setOf(
  "script style noscript template svg math canvas video audio object embed head datalist option",
);

export const FIELDS = setOf("input textarea select");
