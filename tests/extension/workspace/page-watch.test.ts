import { bytesToId, type CaseId } from "@beiakte/shared/base/ids";
import { variable } from "@beiakte/shared/base/live";
import type { IdentifierKey } from "@beiakte/shared/model/identifier-keys";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import { blinded, blindingKey } from "@beiakte/shared/crypto/blind-index";
import { expect, test } from "vitest";
import { CASE_INDEX, casesOf, readCaseIndex } from "../../../extension/src/workspace/case-index";
import { CaseNames } from "../../../extension/src/workspace/case-names";
import { PageWatch } from "../../../extension/src/workspace/page-watch";
import { writeWish } from "../../../extension/src/workspace/page-wish";
import type { WorkbenchView } from "../../../extension/src/workspace/workspace";
import { testClock } from "../../support/clock";
import { idle } from "../../support/idle";
import { testPage } from "../../support/page-port";
import { seeded } from "../../support/seeded";

const idOf = (byte: number): CaseId => bytesToId("CaseId", new Uint8Array(16).fill(byte));
const [HADDAD, OKAFOR] = [idOf(1), idOf(2)];
const HADDADS = { kind: "bg_number", value: "12345//0012345" } as const;
const OKAFORS = { kind: "bg_number", value: "54321//0054321" } as const;
const SHARED = { kind: "file_number", value: "32.1-45/2024" } as const;
const STRANGERS = { kind: "bg_number", value: "11111//0011111" } as const;

function row(caseId: CaseId, ...identifiers: CaseRow["identifiers"]): CaseRow {
  return {
    caseId,
    title: { type: "nameless" },
    persons: [],
    identifiers,
    attached: [],
    accommodation: undefined,
    responsible: undefined,
    status: "active",
    createdAt: 0,
    progress: { done: 0, total: 0 },
    nextDeadline: undefined,
  };
}

function watched() {
  const page = testPage();
  const clock = testClock();
  const caseload = variable<readonly CaseRow[]>([
    row(HADDAD, HADDADS, SHARED),
    row(OKAFOR, OKAFORS, SHARED),
  ]);
  const opened: (CaseId | undefined)[] = [];
  const identifierKeys = variable<readonly IdentifierKey[]>([]);
  const isHeld = variable(false);
  const place = variable<{ readonly place: WorkbenchView["place"] }>({ place: "cases" });
  const rules = variable({ kinds: { baCustomer: false } });
  const make = () =>
    new PageWatch({
      port: page.port,
      caseload,
      names: new CaseNames(caseload, identifierKeys),
      workbench: { ...place, set: ({ openCase }) => opened.push(openCase) },
      identifierKeys,
      isHeld,
      rules,
      clock,
      random: seeded("watch"),
    });
  const pass = async (): Promise<void> => {
    clock.advance(500);
    await idle();
  };
  return { ...page, identifierKeys, isHeld, place, rules, caseload, clock, make, opened, pass };
}

test("[PM10] the panel goes to the case of the page once, and again when the page comes again", () => {
  const { identifiers, make, opened } = watched();
  make();
  identifiers.set([HADDADS]);
  identifiers.set([HADDADS, STRANGERS]);
  expect(opened).toEqual([HADDAD]);
  identifiers.set([OKAFORS]);
  identifiers.set([]);
  identifiers.set([OKAFORS]);
  expect(opened).toEqual([HADDAD, OKAFOR, OKAFOR]);
});

test("[PM10] where a page names several cases or none, the panel stays and says so", () => {
  const { identifiers, make, opened } = watched();
  const watch = make();
  identifiers.set([SHARED]);
  expect(watch.view.get().identifiers.map(({ cases }) => cases)).toEqual([[HADDAD, OKAFOR]]);
  identifiers.set([STRANGERS]);
  expect(watch.view.get().identifiers).toEqual([{ ...STRANGERS, cases: [], isProposed: true }]);
  identifiers.set([{ kind: "azr", value: "150917012345" }]);
  expect(watch.view.get().identifiers[0]?.isProposed).toBe(false);
  expect(opened).toEqual([]);
});

test("[PM10] a panel that is pinned stays where it is, and follows again when it is let go", () => {
  const { identifiers, make, opened } = watched();
  const watch = make();
  watch.pin(true);
  identifiers.set([HADDADS]);
  expect(opened).toEqual([]);
  watch.pin(false);
  expect(opened).toEqual([HADDAD]);
});

test("[PM10] whoever is at the settings or the team is left there, and told of the case", () => {
  for (const elsewhere of ["settings", "team"] as const) {
    const { identifiers, make, opened, place } = watched();
    const watch = make();
    place.set({ place: elsewhere });
    identifiers.set([HADDADS]);
    expect(watch.view.get().identifiers.map(({ cases }) => cases)).toEqual([[HADDAD]]);
    place.set({ place: "cases" });
    expect(opened).toEqual([]);
    identifiers.set([OKAFORS]);
    expect(opened).toEqual([OKAFOR]);
  }
});

test("[PM10] a page that was there before the vault was opened is followed too", () => {
  const { identifiers, make, opened } = watched();
  identifiers.set([OKAFORS]);
  make();
  expect(opened).toEqual([OKAFOR]);
});

test("[PM6] a click on a mark opens its case, even where the caseload comes later", async () => {
  const { caseload, clock, make, opened, session, wishes } = watched();
  const all = caseload.get();
  caseload.set([]);
  await writeWish(session, OKAFORS, clock.now());
  make();
  await idle();
  expect(opened).toEqual([]);
  caseload.set(all);
  expect(opened).toEqual([OKAFOR]);
  await writeWish(session, HADDADS, clock.now());
  wishes.set(1);
  await idle();
  expect(opened).toEqual([OKAFOR, HADDAD]);
});

test("[PM11] the index follows the caseload, pages are told, and locking takes it away", async () => {
  const { caseload, make, pass, session, told } = watched();
  const watch = make();
  await pass();
  const first = await readCaseIndex(session);
  expect(first && (await casesOf(first, [HADDADS.value]))).toEqual([[HADDAD]]);
  expect(told.count).toBe(1);
  // The same cases in another order are no news.
  caseload.set(caseload.get().toReversed());
  await pass();
  expect(told.count).toBe(1);
  caseload.set([...caseload.get(), row(idOf(3), STRANGERS)]);
  await pass();
  const second = await readCaseIndex(session);
  expect(second && (await casesOf(second, [STRANGERS.value]))).toEqual([[idOf(3)]]);
  await watch.close();
  expect(session.rows.has(CASE_INDEX)).toBe(false);
  expect(told.count).toBe(3);
  caseload.set([]);
  await pass();
  expect(session.rows.has(CASE_INDEX)).toBe(false);
});

test("[PT9] a number too short to name anything names no case in the panel either", () => {
  const { caseload, identifiers, make } = watched();
  caseload.set([row(HADDAD, { kind: "file_number", value: "12/4" })]);
  const watch = make();
  identifiers.set([{ kind: "file_number", value: "124" }]);
  expect(watch.view.get().identifiers[0]?.cases).toEqual([]);
});

test("[PT15] the panel goes to the case of an attached number", async () => {
  const { caseload, identifierKeys, identifiers, make, opened, pass } = watched();
  const key = { keyId: "k", key: seeded("space").bytes(32) };
  const mac = await blinded(await blindingKey(key.key), "150917012345");
  caseload.set([{ ...row(OKAFOR), attached: [{ kind: "azr", keyId: "k", mac }] }]);
  identifierKeys.set([key]);
  make();
  identifiers.set([{ kind: "azr", value: "150917012345" }]);
  await pass();
  expect(opened).toEqual([OKAFOR]);
});

test("[PT18] while a profile is edited the panel stays, and does not jump when that ends", async () => {
  const { identifiers, isHeld, make, opened, pass } = watched();
  make();
  isHeld.set(true);
  identifiers.set([HADDADS]);
  isHeld.set(false);
  identifiers.set([HADDADS, STRANGERS]);
  await pass();
  expect(opened).toEqual([]);
  identifiers.set([OKAFORS]);
  expect(opened).toEqual([OKAFOR]);
});

test("[PY4] a Kundennummer is offered for keeping from the moment it is allowed", () => {
  const { identifiers, make, rules } = watched();
  const watch = make();
  identifiers.set([{ kind: "ba_customer", value: "123A456789" }]);
  expect(watch.view.get().identifiers[0]?.isProposed).toBe(false);
  rules.set({ kinds: { baCustomer: true } });
  expect(watch.view.get().identifiers[0]?.isProposed).toBe(true);
});
