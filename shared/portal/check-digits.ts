/** Check digits of numbers in normal form: no spaces, capitals. Sources: domain of the issuers. */

/** ISO 13616: four first characters to the end, letters as 10…35, remainder 1 by 97. */
export function isIban(value: string): boolean {
  const turned = value.slice(4) + value.slice(0, 4);
  return BigInt(turned.replace(/./g, (sign) => String(Number.parseInt(sign, 36)))) % 97n === 1n;
}

/** § 139b AO: ISO 7064 mod 11,10, and one digit twice or three times among the first ten. */
export function isTaxId(value: string): boolean {
  const first = [...value.slice(0, 10)];
  let product = 10;
  for (const digit of first) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  const [most = "", next] =
    first
      .sort()
      .join("")
      .match(/(.)\1+/g) ?? [];
  return (
    !value.startsWith("0") &&
    next === undefined &&
    most !== "" &&
    most.length < 4 &&
    (11 - product) % 10 === Number(value[10])
  );
}

/** § 147 SGB VI: the letter as 01…26, weighted, sum of all digits of the products. */
export function isPensionNumber(value: string): boolean {
  const digits = value.slice(0, 8) + placeOfLetter(value[8]) + value.slice(9, 11);
  return crossSum(digits, "212571212121") === Number(value[11]);
}

/** § 290 SGB V: the letter as 01…26, weights 1 and 2 by turns. */
export function isHealthNumber(value: string): boolean {
  return crossSum(placeOfLetter(value[0]) + value.slice(1, 9), "1212121212") === Number(value[9]);
}

function placeOfLetter(letter = "@"): string {
  return String(letter.charCodeAt(0) - 64).padStart(2, "0");
}

function crossSum(digits: string, weights: string): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place += 1) {
    const product = Number(digits[place]) * Number(weights[place]);
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 10;
}
