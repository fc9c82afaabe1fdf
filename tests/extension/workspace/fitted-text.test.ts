import { err, ok } from "@beiakte/shared/base/result";
import { expect, test } from "vitest";
import type { FieldKind } from "../../../extension/src/messages/field-words";
import { fittedText } from "../../../extension/src/workspace/fitted-text";

const fitted = (text: string, kind: FieldKind, room?: number) =>
  fittedText(text, { kind, name: "", room, content: "empty", use: -1 });
const misfit = err({ type: "does-not-fit" });

test("[IN9] a field of one line gets one line, longer fields keep theirs", () => {
  const text = " Zeile eins \r\n\r\nZeile zwei ";
  expect(fitted(text, "line")).toEqual(ok("Zeile eins Zeile zwei"));
  expect(fitted(text, "lines")).toEqual(ok("Zeile eins \n\nZeile zwei"));
  expect(fitted(text, "rich")).toEqual(ok("Zeile eins \n\nZeile zwei"));
  expect(fitted(" \n ", "lines")).toEqual(misfit);
});

test("[IN9] a text is never cut: where there is no room, both lengths are said", () => {
  expect(fitted("Rania", "line", 5)).toEqual(ok("Rania"));
  expect(fitted("Rania", "line", 4)).toEqual(err({ type: "no-room", room: 4, length: 5 }));
});

test("[IN9] days and numbers are written as such fields take them, or not at all", () => {
  for (const day of ["01.04.1988", "01/04/1988", "1988-04-01"]) {
    expect(fitted(day, "date")).toEqual(ok("1988-04-01"));
  }
  for (const day of ["1988", "1.4.88", "bald", "01.04.1988 oder später"]) {
    expect(fitted(day, "date")).toEqual(misfit);
  }
  expect(fitted("12,5", "number")).toEqual(ok("12.5"));
  expect(fitted("-3", "number")).toEqual(ok("-3"));
  for (const number of ["12a", "1.000,00", "50.2-2024"]) {
    expect(fitted(number, "number")).toEqual(misfit);
  }
});
