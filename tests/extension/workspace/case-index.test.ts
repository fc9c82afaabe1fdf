import { bytesToId } from "@beiakte/shared/base/ids";
import { expect, test } from "vitest";
import {
  CASE_INDEX,
  casesByName,
  casesOf,
  makeCaseIndex,
  readCaseIndex,
  removeCaseIndex,
  writeCaseIndex,
} from "../../../extension/src/workspace/case-index";
import { takeWish, writeWish } from "../../../extension/src/workspace/page-wish";
import { memoryArea } from "../../support/page-port";
import { seeded } from "../../support/seeded";

const KEY = seeded("index").bytes(32);
const HADDAD = bytesToId("CaseId", new Uint8Array(16).fill(1));
const OKAFOR = bytesToId("CaseId", new Uint8Array(16).fill(2));
const NAMED = [
  { caseId: HADDAD, identifiers: ["12345//0012345", "32.1-45/2024", "12"] },
  { caseId: OKAFOR, identifiers: ["99999//0099999", "32.1-45/2024"] },
];

test("[PM5] an identifier names its cases however it is spelt, and a short one names none", async () => {
  const area = memoryArea();
  await writeCaseIndex(area, await makeCaseIndex(KEY, casesByName(NAMED)));
  const index = await readCaseIndex(area);
  expect(index).toBeDefined();
  if (index === undefined) return;
  const asked = ["12345 // 0012345", "32.1-45/2024", "99999//0099999", "55555//0000001", "12"];
  expect(await casesOf(index, asked)).toEqual([[HADDAD], [HADDAD, OKAFOR], [OKAFOR], [], []]);
});

test("[PM5] neither an identifier nor a part of one stands in the index", async () => {
  const area = memoryArea();
  await writeCaseIndex(area, await makeCaseIndex(KEY, casesByName(NAMED)));
  const stored = JSON.stringify(area.rows.get(CASE_INDEX));
  expect(stored).toContain(HADDAD);
  for (const text of ["0012345", "123450012345", "321452024", "99999"]) {
    expect(stored).not.toContain(text);
  }
  const other = await makeCaseIndex(seeded("other").bytes(32), casesByName(NAMED));
  const names = [...other.cases.keys()];
  for (const name of names) expect(stored).not.toContain(name);
});

test("[PM5] without the index nobody can say, and what is none is read as none", async () => {
  const area = memoryArea();
  expect(await readCaseIndex(area)).toBeUndefined();
  await writeCaseIndex(area, await makeCaseIndex(KEY, casesByName(NAMED)));
  await removeCaseIndex(area);
  expect(await readCaseIndex(area)).toBeUndefined();
  const key = "ab".repeat(32);
  for (const data of [1, {}, { key: "x", cases: [] }, { key, cases: 5 }, { key, cases: [5] }]) {
    await area.set(CASE_INDEX, data);
    expect(await readCaseIndex(area)).toBeUndefined();
  }
  await area.set(CASE_INDEX, { key, cases: [["n", [HADDAD, "no id", 7]]] });
  expect((await readCaseIndex(area))?.cases.get("n")).toEqual([HADDAD]);
});

test("[PM6] a click waits for its case for five minutes, and is answered once", async () => {
  const area = memoryArea();
  const identifier = { kind: "bg_number", value: "12345//0012345" } as const;
  await writeWish(area, identifier, 1000);
  expect(await takeWish(area, 200_000)).toEqual(identifier);
  expect(await takeWish(area, 200_000)).toBeUndefined();
  await writeWish(area, identifier, 1000);
  expect(await takeWish(area, 302_000)).toBeUndefined();
  await area.set("page-wish", { identifier: { kind: 1 }, at: 0 });
  expect(await takeWish(area, 0)).toBeUndefined();
});
