import { parseIsoDate } from "@beiakte/shared/model/iso-date";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isoDayOf,
  shortDay,
  typedBirth,
  typedDay,
  writtenDay,
  writtenTime,
  writtenWeekday,
} from "../../../extension/src/text/dates";

const TODAY = "2026-11-22";
const MORNING = new Date(2026, 10, 22, 10, 40).getTime();

test("[UI5] days and times are written as an office writes them", () => {
  expect(writtenDay(TODAY, "de")).toBe("22.11.2026");
  expect(writtenDay(TODAY, "en")).toBe("22/11/2026");
  expect(writtenDay("1988", "de")).toBe("1988");
  expect(shortDay("2026-11-26", TODAY, "de")).toBe("26.11.");
  expect(shortDay("2027-01-02", TODAY, "de")).toBe("02.01.2027");
  expect(writtenTime(MORNING, "de")).toBe("10:40");
  expect(isoDayOf(MORNING)).toBe(TODAY);
  expect(writtenWeekday(MORNING, "de")).toBe("Sonntag, 22.11.2026");
});

test("[UI6] a deadline is typed as it is said, and without a year it lies ahead", () => {
  expect(typedDay("22.11.", TODAY)).toBe(TODAY);
  expect(typedDay("22.11", TODAY)).toBe(TODAY);
  expect(typedDay("1.12.", TODAY)).toBe("2026-12-01");
  expect(typedDay("21.11.", TODAY)).toBe("2027-11-21");
  expect(typedDay("5.3.27", TODAY)).toBe("2027-03-05");
  expect(typedDay("05.03.2027", TODAY)).toBe("2027-03-05");
  expect(typedDay("22/11/2026", TODAY)).toBe(TODAY);
  expect(typedDay("2026-11-22", TODAY)).toBe(TODAY);
  for (const wrong of ["", "morgen", "22", "22.11.2", "22.11.20261"]) {
    expect(typedDay(wrong, TODAY), wrong).toBeUndefined();
  }
});

test("[UI6] a birth date may be a year alone, and two figures lie in the past", () => {
  expect(typedBirth("1988", TODAY)).toBe("1988");
  expect(typedBirth("1.4.1988", TODAY)).toBe("1988-04-01");
  expect(typedBirth("1.4.88", TODAY)).toBe("1988-04-01");
  expect(typedBirth("1.4.20", TODAY)).toBe("2020-04-01");
  expect(typedBirth("1.4.", TODAY)).toBeUndefined();
});

test("[UI6] whatever day is written can be typed again", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1920-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }),
      fc.constantFrom("de" as const, "en" as const),
      (date, language) => {
        const day = date.toISOString().slice(0, 10);
        expect(typedDay(writtenDay(day, language), TODAY)).toBe(day);
        expect(parseIsoDate(day).ok).toBe(true);
      },
    ),
  );
});
