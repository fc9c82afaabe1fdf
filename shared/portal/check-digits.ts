/** Check digits of numbers in normal form: no spaces, capitals. Sources: domain of the issuers. */

/** ISO 13616: four first characters to the end, letters as 10…35, remainder 1 by 97. */
export function isIban(value: string): boolean {
  let rest = 0;
  for (const character of value.slice(4) + value.slice(0, 4)) {
    const number = Number.parseInt(character, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}

/** § 139b AO: ISO 7064 mod 11,10, and one digit twice or three times among the first ten. */
export function isTaxId(value: string): boolean {
  const counts = new Map<string, number>();
  let product = 10;
  for (const digit of value.slice(0, 10)) {
    counts.set(digit, (counts.get(digit) ?? 0) + 1);
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  const [most = 0, next] = [...counts.values()].filter((count) => count > 1);
  return (
    !value.startsWith("0") &&
    next === undefined &&
    most > 1 &&
    most < 4 &&
    (11 - product) % 10 === Number(value[10])
  );
}

/** § 147 SGB VI: the letter as 01…26, weighted, sum of all digits of the products. */
export function isPensionNumber(value: string): boolean {
  const digits = value.slice(0, 8) + placeOfLetter(value[8]) + value.slice(9, 11);
  return crossSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) === Number(value[11]);
}

/** § 290 SGB V: the letter as 01…26, weights 1 and 2 by turns. */
export function isHealthNumber(value: string): boolean {
  return (
    crossSum(placeOfLetter(value[0]) + value.slice(1, 9), [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) ===
    Number(value[9])
  );
}

function placeOfLetter(letter = "@"): string {
  return String(letter.charCodeAt(0) - 64).padStart(2, "0");
}

function crossSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  weights.forEach((weight, place) => {
    const product = Number(digits[place]) * weight;
    sum += Math.floor(product / 10) + (product % 10);
  });
  return sum % 10;
}
