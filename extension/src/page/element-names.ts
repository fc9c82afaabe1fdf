import { BLOCK } from "./node-sorts";

/** What a node is to who reads a page: its place in this list, as `node-sorts` names it. */
const NAMES = [
  // They show no words, or words that are nobody's.
  "script style noscript template svg math canvas video audio object embed head datalist option",
  "input textarea select",
  "iframe frame",
  // They stand inside a line: a number may be broken over them. All others end the line.
  "a abbr b big cite code data del em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr output slot",
  // No page can give them a shadow, so none is asked for: of most pages they are the larger part.
  "table thead tbody tr th td ul ol li dl dt dd",
  "",
];

const sorts = new Map(
  NAMES.flatMap((names, sort) => names.split(" ").map((name) => [name, sort] as const)),
);

/** Of an element's name in lower case, or of none. */
export function sortOf(name: string): number {
  return sorts.get(name) ?? BLOCK;
}
