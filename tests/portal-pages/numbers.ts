/**
 * Numbers as offices give them, and numbers that only look so. All arithmetic here is the
 * generator's own: it knows nothing of how the product reads a page.
 */
import type { Seeded } from "../support/seeded";

export type Chance = Seeded;

export function pick<Value>(chance: Chance, values: readonly Value[]): Value {
  const value = values[chance.below(values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

export function digits(chance: Chance, count: number): string {
  let text = "";
  while (text.length < count) text += chance.below(10);
  return text;
}

const two = (number: number): string => String(number).padStart(2, "0");
const letter = (chance: Chance): string => pick(chance, "ABCDEFGHKLMNPRSTUVWXYZ".split(""));
const day = (chance: Chance): string => two(1 + chance.below(28));
const month = (chance: Chance): string => two(1 + chance.below(12));

export const azr = (chance: Chance): string =>
  two(chance.below(26)) + month(chance) + day(chance) + digits(chance, 6);

/** Leaves the remainder one by ninety-seven. */
export function iban(chance: Chance): string {
  const account = digits(chance, 18);
  return `DE${two(98 - Number(BigInt(`${account}131400`) % 97n))}${account}`;
}

export function taxId(chance: Chance): string {
  const set = "0123456789".split("");
  const order: string[] = [];
  while (set.length > 0) order.push(...set.splice(chance.below(set.length), 1));
  // One digit is left out, and another stands twice.
  const first = order.slice(0, 9);
  first.splice(chance.below(9) + 1, 0, pick(chance, first));
  if (first[0] === "0") first.push(first.shift() ?? "");
  if (first[0] === "0") return taxId(chance);
  let carried = 10;
  for (const digit of first) {
    const sum = Number(digit) + carried;
    carried = ((sum % 10 === 0 ? 10 : sum % 10) * 2) % 11;
  }
  return `${first.join("")}${carried === 1 ? 0 : 11 - carried}`;
}

const WEIGHED = (digit: number, weight: number): number =>
  [...String(digit * weight)].reduce((sum, one) => sum + Number(one), 0);

export function pension(chance: Chance): string {
  const sign = letter(chance);
  const front = two(2 + chance.below(80)) + day(chance) + month(chance) + digits(chance, 2);
  const back = digits(chance, 2);
  const all = `${front}${two(sign.charCodeAt(0) - 64)}${back}`.split("").map(Number);
  const weights = Array.from("212571212121", Number);
  const sum = all.reduce((total, digit, at) => total + WEIGHED(digit, weights[at] ?? 0), 0);
  return `${front}${sign}${back}${sum % 10}`;
}

export function health(chance: Chance): string {
  const sign = letter(chance);
  const back = digits(chance, 8);
  const all = [...two(sign.charCodeAt(0) - 64), ...back].map(Number);
  const sum = all.reduce((total, digit, at) => total + WEIGHED(digit, at % 2 === 0 ? 1 : 2), 0);
  return `${sign}${back}${sum % 10}`;
}

/** Another last digit: whatever it ended with, it is wrong now. */
export const spoiled = (chance: Chance, number: string): string =>
  number.slice(0, -1) + ((Number(number.slice(-1)) + 1 + chance.below(9)) % 10);

export const bg = (chance: Chance): string => `${digits(chance, 5)}//${digits(chance, 7)}`;
export const customer = (chance: Chance): string =>
  digits(chance, 3) + letter(chance) + digits(chance, 6);
export const bamf = (chance: Chance): string =>
  `${1 + chance.below(9)}${digits(chance, 6)}-${digits(chance, 3)}`;
export const childBenefit = (chance: Chance): string =>
  `${digits(chance, 3)}FK${digits(chance, 6)}`;
export const police = (chance: Chance): string => letter(chance) + digits(chance, 12);

export function serial(chance: Chance): string {
  const signs = "CFGHJKLMNPRTVWXYZ0123456789".split("");
  const middle = Array.from({ length: 6 }, () => pick(chance, signs)).join("");
  return pick(chance, ["C", "L", "Y", "Z"]) + middle + digits(chance, 2);
}

export function fileNumber(chance: Chance): string {
  const year = 2015 + chance.below(12);
  const count = (most: number): string => digits(chance, 2 + chance.below(most));
  return pick(chance, [
    () => `${50 + chance.below(5)}.${1 + chance.below(9)}-${year}-0${digits(chance, 4)}`,
    () => `${10 + chance.below(80)}.${1 + chance.below(9)}/${count(3)}-${String(year).slice(2)}`,
    () => `${pick(chance, ["SOZ", "IM", "ABH", "JC", "LRA"])}-${year}-${digits(chance, 5)}`,
    () =>
      `${pick(chance, ["IV", "II", "V"])}/${50 + chance.below(40)}-${digits(chance, 3)}/${year}`,
    () =>
      `${1 + chance.below(20)} ${pick(chance, ["K", "C", "S", "AS"])} ${digits(chance, 3)}/${year % 100}`,
    () => `${year}/${digits(chance, 4)}`,
    () => `${50 + chance.below(9)}-${digits(chance, 2)}-${digits(chance, 2)}/${year}`,
    () => `${digits(chance, 4)}.${digits(chance, 2)}.${digits(chance, 3)}`,
  ])();
}

/** Groups of two to four, as forms print long numbers. */
export function grouped(chance: Chance, number: string, gap: string): string {
  let text = "";
  let at = 0;
  while (at < number.length) {
    const size = 2 + chance.below(3);
    text += (at > 0 ? gap : "") + number.slice(at, at + size);
    at += size;
  }
  return text;
}
