import { expect, test } from "vitest";
import { initialsOf, markOf, PERSON_COLOURS } from "../../../extension/src/components/initials";

test("[UI7] a person is known by initials, whatever the script", () => {
  expect(initialsOf("Aylin Kaya")).toBe("AK");
  expect(initialsOf("Katharina von Hohenfels-Wittelsberger")).toBe("KH");
  expect(initialsOf("Yonas")).toBe("Y");
  expect(initialsOf("  ömer  ışık ")).toBe("ÖI");
  expect(initialsOf("Олена Коваленко")).toBe("ОК");
  expect(initialsOf("")).toBe("");
});

test("[UI7] the same member has the same shape and colour everywhere, and both differ among members", () => {
  expect(markOf("0a0b0c0d")).toEqual(markOf("0a0b0c0d"));
  const marks = Array.from({ length: 60 }, (_, n) => markOf(n.toString(16).padStart(6, "0")));
  expect(new Set(marks.map((mark) => mark.colour)).size).toBe(PERSON_COLOURS);
  expect(new Set(marks.map((mark) => mark.shape)).size).toBe(3);
});
