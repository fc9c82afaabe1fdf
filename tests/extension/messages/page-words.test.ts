import { expect, test } from "vitest";
import {
  IDENTIFIERS_MOST,
  parseContentWord,
  parseMatches,
  parsePageWord,
} from "../../../extension/src/messages/page-words";

const BG = { kind: "bg_number", value: "12345//0012345" };

test("[PM1] what a page may say is heard exactly as it was said", () => {
  expect(parsePageWord({ type: "found", identifiers: [BG] })).toEqual({
    type: "found",
    identifiers: [BG],
  });
  expect(parsePageWord({ type: "found", identifiers: [] })).toEqual({
    type: "found",
    identifiers: [],
  });
  expect(parsePageWord({ type: "open", identifier: BG })).toEqual({
    type: "open",
    identifier: BG,
  });
});

test("[PM1] whatever else is said is not heard, and nothing more than was asked for is kept", () => {
  const nonsense = [
    ...[null, undefined, 1, "found", [], {}, { type: "write" }, { type: "found" }],
    ...[
      { type: "found", identifiers: "x" },
      { type: "found", identifiers: [BG, 1] },
    ],
    { type: "found", identifiers: Array.from({ length: IDENTIFIERS_MOST + 1 }, () => BG) },
    { type: "found", identifiers: [{ ...BG, value: "1".repeat(65) }] },
    { type: "found", identifiers: [{ ...BG, value: "" }] },
    { type: "found", identifiers: [{ ...BG, kind: "<b>" }] },
    { type: "found", identifiers: [{ ...BG, kind: 1 }] },
    { type: "open", identifier: { value: BG.value } },
    { type: "open", identifier: null },
    JSON.parse('{"__proto__":{"type":"open"},"identifier":{"kind":"a","value":"b"}}') as unknown,
  ];
  for (const data of nonsense) expect(parsePageWord(data)).toBeUndefined();
  const extra = { type: "open", identifier: { ...BG, caseId: "x" }, sender: "y" };
  expect(parsePageWord(extra)).toEqual({ type: "open", identifier: BG });
});

test("[PM2] an answer is one match for each identifier, of those that there are", () => {
  expect(parseMatches(["known", "none"], 2)).toEqual(["known", "none"]);
  for (const data of [["known"], ["known", "Haddad"], "known", undefined, [1, 2]]) {
    expect(parseMatches(data, 2)).toBeUndefined();
  }
  expect(parseContentWord({ type: "tell" })).toEqual({ type: "tell" });
  for (const data of [null, "tell", { type: "show" }])
    expect(parseContentWord(data)).toBeUndefined();
});
