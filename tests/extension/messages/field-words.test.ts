import { expect, test } from "vitest";
import { parseFieldAnswer } from "../../../extension/src/messages/field-words";

const FIELD = { kind: "line", name: "Betreff", room: 60, content: "empty", use: -1 };
const MARKED = { type: "marked", field: FIELD, origin: "https://portal.example" };

test("[IN11] what a page may answer is read", () => {
  for (const answer of [
    { type: "surveyed", path: [0, -1], active: "frame", frame: 2 },
    MARKED,
    { ...MARKED, field: { ...FIELD, use: 3 } },
    { type: "counted", counts: [0, 2] },
    { type: "inserted", isExact: false },
    { type: "undone" },
    { type: "left" },
    { type: "refused", reason: "changed" },
  ]) {
    expect(parseFieldAnswer(answer)).toEqual(answer);
  }
  // A bound that is not set comes as null, or not at all.
  for (const room of [null, undefined]) {
    const parsed = parseFieldAnswer({ ...MARKED, field: { ...FIELD, room } });
    expect(parsed).toMatchObject({ field: { room: undefined } });
  }
});

test("[IN11] everything else is refused", () => {
  for (const answer of [
    undefined,
    null,
    "marked",
    [],
    { type: "done" },
    { ...MARKED, field: null },
    { ...MARKED, field: { ...FIELD, kind: "password" } },
    { ...MARKED, field: { ...FIELD, name: 7 } },
    { ...MARKED, field: { ...FIELD, room: -1 } },
    { ...MARKED, field: { ...FIELD, room: "60" } },
    { ...MARKED, field: { ...FIELD, content: "" } },
    { ...MARKED, field: { ...FIELD, use: -2 } },
    { type: "counted", counts: "1" },
    { type: "counted", counts: [1, "1"] },
    { type: "counted", counts: Array.from({ length: 21 }, () => 0) },
    { type: "surveyed", path: Array.from({ length: 21 }, () => 0), active: "field", frame: -1 },
    { type: "surveyed", path: ["0"], active: "field", frame: -1 },
    { type: "surveyed", path: [], active: "field", frame: 0.5 },
    { type: "surveyed", path: [], active: "all", frame: -1 },
    { type: "inserted", isExact: "yes" },
    { type: "refused", reason: "because" },
  ]) {
    expect(parseFieldAnswer(answer), JSON.stringify(answer)).toBeUndefined();
  }
});

test("[IN11] a name is short, on one line, and cannot turn the direction of our sentence", () => {
  const name = `  Be\u202Etreff\n\u0000\u2066und ${"mehr ".repeat(50)}`;
  const parsed = parseFieldAnswer({ ...MARKED, field: { ...FIELD, name } });
  const shown = parsed?.type === "marked" ? parsed.field.name : "";
  expect(shown).toMatch(/^Be treff und mehr mehr/u);
  expect(shown.length).toBeLessThanOrEqual(60);
});

test("[IN11] an address that is no portal's is not shown as one", () => {
  for (const origin of ["null", "file:///", "javascript:alert(1)", 7]) {
    expect(parseFieldAnswer({ ...MARKED, origin })).toEqual({ ...MARKED, origin: undefined });
  }
});
