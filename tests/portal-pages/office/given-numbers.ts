/**
 * Numbers as the offices' programs give and print them. Written apart from the other family of
 * pages: the two share neither a number, nor a label, nor a layout.
 */
import type { Seeded } from "../../support/seeded";

export type Chance = Seeded;

/** What stands on the page, and what it is worth. */
export type Given = { readonly text: string; readonly value: string };

export function oneOf<Value>(chance: Chance, of: readonly Value[]): Value {
  const value = of[chance.below(of.length)];
  if (value === undefined) throw new Error("nothing to choose from");
  return value;
}

/** One of several, written in one line between bars. */
export const word = (chance: Chance, words: string): string => oneOf(chance, words.split("|"));

/** `#` is any digit, `%` one that is not nought, `@` a letter, all else stands for itself. */
export function stencil(chance: Chance, form: string): string {
  return form.replaceAll(/[#%@]/g, (sign) => {
    if (sign === "@") return oneOf(chance, "ABCDEFGHIJKLMNOPRSTUVWZ".split(""));
    return String(sign === "#" ? chance.below(10) : 1 + chance.below(9));
  });
}

const between = (chance: Chance, low: number, high: number): number =>
  low + chance.below(high - low + 1);
const pair = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

export function date(chance: Chance): string {
  const [day, month, year] = [
    between(chance, 1, 28),
    between(chance, 1, 12),
    between(chance, 1951, 2027),
  ];
  return oneOf(chance, [
    `${pair(day)}.${pair(month)}.${year}`,
    `${day}.${month}.${year}`,
    `${pair(day)}.${pair(month)}.${pair(year % 100)}`,
    `${year}-${pair(month)}-${pair(day)}`,
  ]);
}

/** Luhn's sum with the given weights, as the insurers print it in their leaflets. */
function crossSums(figures: string, weights: readonly number[]): number {
  let total = 0;
  for (let at = 0; at < figures.length; at += 1) {
    const product = Number(figures.charAt(at)) * (weights[at % weights.length] ?? 0);
    total += Math.floor(product / 10) + (product % 10);
  }
  return total % 10;
}

const rank = (letter: string): string => pair("ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(letter) + 1);

function bankNumber(chance: Chance): string {
  const account = oneOf(chance, ["66650085", "66690000", "37040044", "10010010", "60050101"]);
  const whole =
    account + stencil(chance, oneOf(chance, ["00########", "##########", "000#######"]));
  // The remainder is carried along, digit by digit.
  let rest = 0;
  for (const digit of `${whole}131400`) rest = (rest * 10 + Number(digit)) % 97;
  return `DE${pair(98 - rest)}${whole}`;
}

/** Ten figures of which one comes two or three times, and their check figure. */
function taxNumber(chance: Chance): string {
  const times = between(chance, 2, 3);
  const pool = "0123456789".split("");
  for (let at = pool.length - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1);
    const [here, there] = [pool[at] ?? "", pool[other] ?? ""];
    pool[at] = there;
    pool[other] = here;
  }
  const figures = pool.slice(0, 11 - times);
  const repeated = oneOf(chance, figures);
  while (figures.length < 10) figures.splice(chance.below(figures.length + 1), 0, repeated);
  const text = figures.join("");
  if (text.startsWith("0") || /(.)\1\1/.test(text)) return taxNumber(chance);
  let product = 10;
  for (const figure of text) {
    const sum = (Number(figure) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return text + ((11 - product) % 10);
}

function pensionNumber(chance: Chance): string {
  const front =
    oneOf(chance, ["02", "08", "13", "15", "18", "24", "50", "52", "65", "80"]) +
    pair(between(chance, 1, 31)) +
    pair(between(chance, 1, 12)) +
    pair(between(chance, 45, 99));
  const letter = stencil(chance, "@");
  const serial = pair(chance.below(100));
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  return front + letter + serial + crossSums(front + rank(letter) + serial, weights);
}

function healthNumber(chance: Chance): string {
  const letter = stencil(chance, "@");
  const rest = stencil(chance, "########");
  return letter + rest + crossSums(rank(letter) + rest, [1, 2]);
}

function cardNumber(chance: Chance): string {
  const signs = "CFGHJKLMNPRTVWXYZ0123456789".split("");
  let text = oneOf(chance, ["Y", "Z", "C0", "L1", "X", "K"]);
  while (text.length < 9) text += oneOf(chance, signs);
  // Letters only would be a word.
  return /\d.*\d/.test(text) ? text : cardNumber(chance);
}

const arrival = (chance: Chance): string =>
  pair(oneOf(chance, [85, 92, 99, 4, 11, 15, 16, 18, 22, 23, 24, 26])) +
  pair(between(chance, 1, 12)) +
  pair(between(chance, 1, 29));

/** An office's own references: as various as the offices. */
function reference(chance: Chance): string {
  const year = between(chance, 2009, 2027);
  return oneOf(chance, [
    () => stencil(chance, `50.21-%###/${year % 100}`),
    () => stencil(chance, `FB 50/3-%###`),
    () => stencil(chance, `32-0-%###/${year % 100}`),
    () => stencil(chance, `512.1/@-####`),
    () => stencil(chance, `ABH-${year}-00####`),
    () => stencil(chance, `33.2-05.11.1-####`),
    () => stencil(chance, `WG/${year}/%####`),
    () => stencil(chance, `50/502-44-####-${year}`),
    () => stencil(chance, `%#-######`),
    () => stencil(chance, `SG2-@@-%####.#`),
    () => stencil(chance, `${year}-%###-@@`),
    () => stencil(chance, `II.3-50##.#`),
    () => stencil(chance, `5.3 - %###/${year % 100}`),
    () => stencil(chance, `JA 51.4/##.###`),
    () => stencil(chance, `04.7.###.####`),
    () => stencil(chance, `%######`),
    () => stencil(chance, `00######`),
    () => stencil(chance, `UVG-%###-${year % 100}`),
    () => stencil(chance, `%##.%#.######.#`),
    () => stencil(chance, `A-%####/${year}`),
    () => stencil(chance, `%## @@ ####/${year % 100}`),
    () => stencil(chance, `E2${year % 100}-00####-@`),
  ])();
}

export type Kind =
  | "file_number"
  | "bg_number"
  | "ba_customer"
  | "azr"
  | "bamf_file"
  | "iban_de"
  | "tax_id"
  | "pension_no"
  | "health_no"
  | "child_benefit_no"
  | "eat_serial";

const parts = (text: string, lengths: readonly number[], gap: string): string => {
  let at = 0;
  const pieces = lengths.map((length) => text.slice(at, (at += length)));
  return [...pieces, text.slice(at)].filter((piece) => piece !== "").join(gap);
};

const printed = (chance: Chance, value: string, ways: readonly string[]): Given => ({
  value,
  text: oneOf(chance, [value, ...ways]),
});

export const GIVEN: Readonly<Record<Kind, (chance: Chance) => Given>> = {
  file_number(chance) {
    const text = reference(chance);
    return { text, value: text.replaceAll(" ", "").toUpperCase() };
  },
  bg_number(chance) {
    const [office, rest] = [stencil(chance, "%####"), stencil(chance, "00#####")];
    const joints = ["//", "//", "BG", "BG", " BG ", " // ", "BG "];
    return { value: `${office}//${rest}`, text: office + oneOf(chance, joints) + rest };
  },
  ba_customer(chance) {
    const value = stencil(chance, "%##@######");
    return printed(chance, value, [value, parts(value, [3, 1], " "), parts(value, [4], " ")]);
  },
  azr(chance) {
    const value = arrival(chance) + stencil(chance, "######");
    return printed(chance, value, [
      value,
      parts(value, [6], " "),
      parts(value, [2, 2, 2], " "),
      parts(value, [4, 4], " "),
    ]);
  },
  bamf_file(chance) {
    const file = stencil(chance, "%######");
    const land = oneOf(chance, ["475", "423", "438", "160", "163", "224", "475", "166"]);
    const joint = oneOf(chance, ["-", "-", "-", " - ", "–", "- "]);
    return { value: `${file}-${land}`, text: file + joint + land };
  },
  iban_de(chance) {
    const value = bankNumber(chance);
    const grouped = parts(value, [4, 4, 4, 4, 4], " ");
    return printed(chance, value, [grouped, grouped, grouped]);
  },
  tax_id(chance) {
    const value = taxNumber(chance);
    return printed(chance, value, [parts(value, [2, 3, 3], " "), parts(value, [2, 3, 3], " ")]);
  },
  pension_no(chance) {
    const value = pensionNumber(chance);
    return printed(chance, value, [
      value,
      parts(value, [2, 6, 1], " "),
      parts(value, [8, 1], " "),
      parts(value, [2, 6], " "),
    ]);
  },
  health_no(chance) {
    const value = healthNumber(chance);
    return printed(chance, value, [value, parts(value, [1], " "), parts(value, [1, 3, 3], " ")]);
  },
  child_benefit_no(chance) {
    const value = stencil(chance, "%##FK######");
    return printed(chance, value, [value, parts(value, [3, 2], " "), parts(value, [5], " ")]);
  },
  eat_serial(chance) {
    const value = cardNumber(chance);
    return { value, text: value };
  },
};
