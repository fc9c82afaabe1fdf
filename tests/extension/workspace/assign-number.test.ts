import { bytesToId } from "@beiakte/shared/base/ids";
import { variable } from "@beiakte/shared/base/live";
import { viewCaseFile } from "@beiakte/shared/model/case-file";
import { caseRow, type CaseRow } from "@beiakte/shared/model/case-row";
import { closeCase } from "@beiakte/shared/model/case-status";
import { createDirectory } from "@beiakte/shared/model/directory";
import { viewIdentifierKeys } from "@beiakte/shared/model/identifier-keys";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { assignNumber } from "../../../extension/src/workspace/assign-number";
import { BlindNames } from "../../../extension/src/workspace/blind-names";
import {
  casesByName,
  casesOf,
  makeCaseIndex,
  nameOf,
  readCaseIndex,
  writeCaseIndex,
} from "../../../extension/src/workspace/case-index";
import type { PageIdentifier } from "../../../extension/src/messages/page-words";
import { CASE_ID, day, replicas } from "../../shared/model/replicas";
import { memoryArea } from "../../support/page-port";
import { seeded } from "../../support/seeded";

const AZR = { kind: "azr", value: "150917012345" } as const;
const FILE = { kind: "file_number", value: "50.2-2024-01234" } as const;
const CUSTOMER = { kind: "ba_customer", value: "123A456789" } as const;

function desk(baCustomer = false) {
  const [{ actor, doc }] = replicas(1);
  const directory = new Y.Doc();
  createDirectory(directory, { organisation: "Stadt", team: "Team", accommodations: [] });
  const state = variable({ storeFault: undefined } as never);
  const log = { settle: () => Promise.resolve(), state };
  const context = {
    documents: { open: () => Promise.resolve({ doc, log, close: () => Promise.resolve() }) },
    directory: { doc: directory, log },
    rules: variable({ kinds: { baCustomer } }),
    actor,
    caseFileOf: (id: typeof CASE_ID) =>
      id === CASE_ID ? bytesToId("DocumentId", new Uint8Array(16)) : undefined,
  };
  const row = (): CaseRow => {
    const view = viewCaseFile(doc);
    if (!view.ok) throw new Error("a case");
    return caseRow(view.value);
  };
  return {
    actor,
    doc,
    directory,
    row,
    assign: (identifier: PageIdentifier, to = CASE_ID) => assignNumber(context, identifier, to),
  };
}

test("[PT14] a number that may be kept becomes the case's own, and is taken back", async () => {
  const { assign, row } = desk();
  const done = await assign(FILE);
  expect(row().identifiers).toEqual([FILE]);
  if (done.ok) await done.value.takeBack();
  expect(row().identifiers).toEqual([]);
});

test("[PT14] of a number that may only be compared nothing is written but its HMAC", async () => {
  const { assign, directory, doc, row } = desk();
  const done = await assign(AZR);
  expect(row().identifiers).toEqual([]);
  expect(row().attached).toMatchObject([{ kind: "azr" }]);
  for (const each of [doc, directory]) {
    const bytes = Buffer.from(Y.encodeStateAsUpdate(each)).toString("latin1");
    expect(bytes).not.toContain(AZR.value);
    expect(bytes).not.toContain("012345");
  }
  if (done.ok) await done.value.takeBack();
  expect(row().attached).toEqual([]);
});

test("[PT14] police numbers are refused, and a Kundennummer that the team may not keep", async () => {
  const { assign, row } = desk();
  const police = { kind: "d_number", value: "A123456789012" } as const;
  for (const number of [police, CUSTOMER]) {
    expect(await assign(number)).toEqual({ ok: false, error: "not-allowed" });
  }
  expect(row()).toMatchObject({ identifiers: [], attached: [] });
  const allowed = desk(true);
  expect((await allowed.assign(CUSTOMER)).ok).toBe(true);
  expect(allowed.row().identifiers).toEqual([CUSTOMER]);
});

test("[PT14] a closed case and an unknown one take no number", async () => {
  const { actor, assign, doc, row } = desk();
  const nowhere = bytesToId("CaseId", new Uint8Array(16).fill(9));
  expect(await assign(FILE, nowhere)).toEqual({ ok: false, error: "unknown-case" });
  closeCase(doc, actor, day("2026-11-22"), "other");
  expect(row().status).toBe("closed");
  expect(await assign(FILE)).toEqual({ ok: false, error: "case-closed" });
  expect(row().identifiers).toEqual([]);
});

test("[PT15] panel and background recognise an attached number, and nobody without the space's key", async () => {
  const { assign, directory, row } = desk();
  await assign(AZR);
  const rows = [row()];
  const keys = viewIdentifierKeys(directory);
  const names = new BlindNames(variable(keys));
  const name = nameOf("150917 012345") ?? "";
  expect(names.casesOf(name, rows)).toEqual([]);
  await names.learn([name]);
  expect(names.casesOf(name, rows)).toEqual([CASE_ID]);
  expect(new BlindNames(variable([])).casesOf(name, rows)).toEqual([]);
  const area = memoryArea();
  const key = seeded("session").bytes(32);
  await writeCaseIndex(area, await makeCaseIndex(key, casesByName([]), names.partsOf(rows)));
  const index = await readCaseIndex(area);
  if (index === undefined) throw new Error("an index");
  expect(await casesOf(index, [AZR.value, "150917099999"])).toEqual([[CASE_ID], []]);
  expect(await casesOf({ ...index, attached: [] }, [AZR.value])).toEqual([[]]);
});

test("[PT9] panel and background compare alike: what is too short names no case in either", () => {
  const cases = casesByName([
    { caseId: CASE_ID, identifiers: ["12/4", "32.1-45/2024", "32 145 2024"] },
  ]);
  expect([...cases]).toEqual([["321452024", [CASE_ID]]]);
  expect(nameOf("12/4")).toBeUndefined();
});
