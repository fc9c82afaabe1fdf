import { expect, test } from "vitest";
import { filesBelow, isCode, read } from "./sources";

type Rule = { readonly number: string; readonly section: string };

const RULES = rulesOf(read("shared/SPEC.md"));
const QUOTED = quotedBy(filesBelow("tests").filter(isCode));

test("[AR8] every rule of the specification is quoted by a test", () => {
  expect(RULES.map((rule) => rule.number).filter((number) => !QUOTED.has(number))).toEqual([]);
});

test("[AR8] every number that a test quotes is a rule of the specification", () => {
  const known = new Set(RULES.map((rule) => rule.number));
  const unknown = [...QUOTED].filter(([number]) => !known.has(number));
  expect(unknown.map(([number, file]) => `${file} quotes ${number}`)).toEqual([]);
});

test("[AR9] every rule has one number, and stands in the section that the number names", () => {
  const numbers = RULES.map((rule) => rule.number);
  expect(numbers.filter((number, place) => numbers.indexOf(number) !== place)).toEqual([]);
  const misplaced = RULES.filter((rule) => rule.section !== rule.number.slice(0, 2));
  expect(misplaced.map((rule) => rule.number)).toEqual([]);
});

/** Rules are lines of the form `- **[PL3]** sentence.` below a heading `## Plans (PL)`. */
function rulesOf(text: string): readonly Rule[] {
  let section = "";
  return text.split("\n").flatMap((line) => {
    section = /^## .*\(([A-Z]{2})\)$/.exec(line)?.[1] ?? section;
    const number = /^- \*\*\[([A-Z]{2}\d+)\]\*\* \S/.exec(line)?.[1];
    return number === undefined ? [] : [{ number, section }];
  });
}

/** A test quotes rules by beginning its name with their numbers, each in square brackets. */
function quotedBy(files: readonly string[]): ReadonlyMap<string, string> {
  const quoted = new Map<string, string>();
  for (const file of files) {
    for (const [numbers] of read(file).matchAll(/(?<=["'`])(?:\[[A-Z]{2}\d+\] ?)+/g)) {
      for (const [, number] of numbers.matchAll(/\[(\w+)\]/g)) quoted.set(number ?? "", file);
    }
  }
  return quoted;
}
