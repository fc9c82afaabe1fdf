/** A made page in a file of its own: what is on it, and what a reader is known to make of it. */
import type { MadePage } from "./page-maker";

export type KeptPage = MadePage & {
  /** Not seen, though it is there. */
  readonly missed: readonly string[];
  /** Seen, though it is not there. */
  readonly wrong: readonly string[];
};

const HEAD_END = "\n-->\n";

export function keptPageToText({ name, html, truth, missed, wrong }: KeptPage): string {
  const known = [...missed.map((one) => `missed ${one}`), ...wrong.map((one) => `wrong ${one}`)];
  return `<!-- ${[name, ...truth, ...known].join("\n")}${HEAD_END}${html}\n`;
}

export function readKeptPage(text: string): KeptPage {
  const [head = "", ...rest] = text.split(HEAD_END);
  const [name = "", ...lines] = head.replace("<!-- ", "").split("\n");
  const named = (word: string): readonly string[] =>
    lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length));
  const truth = lines.filter((line) => !/^(missed|wrong) /.test(line));
  return {
    name,
    html: rest.join(HEAD_END),
    truth,
    missed: named("missed "),
    wrong: named("wrong "),
  };
}
