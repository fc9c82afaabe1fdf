import fc from "fast-check";
import {
  isHealthNumber,
  isIban,
  isPensionNumber,
  isTaxId,
} from "@beiakte/shared/portal/check-digits";
import { expect, test } from "vitest";

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));
const letter = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""));

/** The one that fits, found by trying. */
function completed(write: (check: string) => string, fits: (value: string) => boolean, length = 1) {
  const all = Array.from({ length: 10 ** length }, (_, check) =>
    write(String(check).padStart(length, "0")),
  );
  return all.filter(fits);
}

function changedOnce(value: string, place: number, by: number): string {
  const digit = (Number(value[place]) + by) % 10;
  return value.slice(0, place) + digit + value.slice(place + 1);
}

test("[DT3] the public samples fit", () => {
  expect(isIban("DE89370400440532013000")).toBe(true);
  expect(isTaxId("86095742719")).toBe(true);
  expect(isPensionNumber("15070649C103")).toBe(true);
  expect(isHealthNumber("A123456780")).toBe(true);
});

test("[DT3] an IBAN with one other digit is none", () => {
  fc.assert(
    fc.property(digits(18), fc.nat(19), fc.integer({ min: 1, max: 9 }), (account, place, by) => {
      const [iban] = completed(
        (check) => `DE${check}${account}`,
        (value) => isIban(value) && !/^DE(0[01]|99)/.test(value),
        2,
      );
      expect(iban !== undefined && isIban(changedOnce(iban, place + 2, by))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("[DT3] a tax id with one other digit is none", () => {
  fc.assert(
    fc.property(digits(10), fc.nat(10), fc.integer({ min: 1, max: 9 }), (first, place, by) => {
      for (const id of completed((check) => first + check, isTaxId)) {
        expect(isTaxId(changedOnce(id, place, by))).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

test("[DT3] a tax id repeats exactly one digit, at most three times", () => {
  expect(completed((check) => `1234567890${check}`.slice(0, 11), isTaxId)).toEqual([]);
  expect(completed((check) => `1111234567${check}`, isTaxId)).toEqual([]);
  expect(completed((check) => `1122345678${check}`, isTaxId)).toEqual([]);
  expect(completed((check) => `1112345678${check}`, isTaxId)).toHaveLength(1);
});

test("[DT3] a health number with one other digit is none", () => {
  fc.assert(
    fc.property(
      letter,
      digits(8),
      fc.nat(8),
      fc.integer({ min: 1, max: 9 }),
      (first, rest, place, by) => {
        const [number = ""] = completed((check) => first + rest + check, isHealthNumber);
        expect(isHealthNumber(number)).toBe(true);
        expect(isHealthNumber(changedOnce(number, place + 1, by))).toBe(false);
      },
    ),
  );
});

test("[DT3] a pension number with one other digit is none, but where the weight is seven", () => {
  const places = [0, 1, 2, 3, 5, 6, 7, 9, 10, 11];
  fc.assert(
    fc.property(
      digits(8),
      letter,
      digits(2),
      fc.constantFrom(...places),
      fc.integer({ min: 1, max: 9 }),
      (a, b, c, place, by) => {
        const [number = ""] = completed((check) => a + b + c + check, isPensionNumber);
        expect(isPensionNumber(number)).toBe(true);
        expect(isPensionNumber(changedOnce(number, place, by))).toBe(false);
      },
    ),
  );
});
