import { attachNumber, removeAttached, viewAttached } from "@beiakte/shared/model/attached";
import { identifierChoices } from "@beiakte/shared/model/choices";
import { createDirectory } from "@beiakte/shared/model/directory";
import { identifierKeyFor, viewIdentifierKeys } from "@beiakte/shared/model/identifier-keys";
import {
  changeIdentifier,
  keepIdentifier,
  viewIdentifiers,
} from "@beiakte/shared/model/identifiers";
import {
  NO_TEAM_PORTALS,
  removeTeamProfile,
  setKeepCustomerNumbers,
  setTeamProfile,
  viewTeamPortals,
} from "@beiakte/shared/model/team-portals";
import { takeBack } from "@beiakte/shared/model/undo";
import { SHIPPED_PROFILES } from "@beiakte/shared/portal/shipped-profiles";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { meet, replicas, seededRandom } from "./replicas";

const AZR = { kind: "azr", keyId: "0123456789abcdef", mac: "ab".repeat(32) };

test("[PT10] of an attached number stands its HMAC; two who attach it at once make one record", () => {
  const [a, b] = replicas(2);
  attachNumber(a.doc, a.actor, AZR);
  attachNumber(b.doc, b.actor, AZR);
  meet(a, b);
  for (const { doc } of [a, b]) expect(viewAttached(doc)).toMatchObject([AZR]);
  const [first] = viewAttached(a.doc);
  if (first === undefined) return;
  const undo = removeAttached(a.doc, a.actor, first.attachedId);
  expect(viewAttached(a.doc)).toEqual([]);
  if (undo !== undefined) takeBack(a.doc, a.actor, undo);
  expect(viewAttached(a.doc)).toHaveLength(1);
});

test("[PT10] what is no HMAC is not read", () => {
  const [a] = replicas(1);
  attachNumber(a.doc, a.actor, { ...AZR, mac: "150917012345" });
  attachNumber(a.doc, a.actor, { ...AZR, keyId: "no/key" });
  expect(viewAttached(a.doc)).toEqual([]);
});

test("[PT11] a number is kept once and taken back, unless a colleague has changed it meanwhile", () => {
  const [a, b] = replicas(2);
  const number = { kind: "file_number", value: "50.2-2024-01234" };
  const undo = keepIdentifier(a.doc, a.actor, number);
  expect(keepIdentifier(a.doc, a.actor, { ...number, value: "50.2 2024 01234" })).toBeUndefined();
  meet(a, b);
  if (undo === undefined) throw new Error("it was kept");
  const [held] = viewIdentifiers(b.doc);
  if (held !== undefined) {
    changeIdentifier(b.doc, b.actor, held.identifierId, { ...held, value: "50.2-2024-99999" });
  }
  takeBack(a.doc, a.actor, undo);
  expect(viewIdentifiers(a.doc)).toEqual([]);
  meet(a, b);
  expect(viewIdentifiers(a.doc).map(({ value }) => value)).toEqual(["50.2-2024-99999"]);
});

function directory(): Y.Doc {
  const doc = new Y.Doc();
  createDirectory(doc, { organisation: "Stadt", team: "Team", accommodations: [] });
  return doc;
}

test("[PT12] a space has a key for attached numbers when it needs one; of two both count", () => {
  const anna = directory();
  const ben = new Y.Doc();
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(anna));
  expect(viewIdentifierKeys(anna)).toEqual([]);
  const annas = identifierKeyFor(anna, { random: seededRandom(1) });
  expect(identifierKeyFor(anna, { random: seededRandom(3) })).toEqual(annas);
  identifierKeyFor(ben, { random: seededRandom(2) });
  Y.applyUpdate(anna, Y.encodeStateAsUpdate(ben));
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(anna));
  expect(viewIdentifierKeys(anna)).toHaveLength(2);
  expect(viewIdentifierKeys(anna)).toEqual(viewIdentifierKeys(ben));
});

test("[PT13] a team's profiles and its word on Kundennummern stand in its directory", () => {
  const doc = directory();
  expect(viewTeamPortals(doc)).toEqual(NO_TEAM_PORTALS);
  const [first, second] = SHIPPED_PROFILES;
  if (first === undefined || second === undefined) return;
  setTeamProfile(doc, second);
  setTeamProfile(doc, { ...first, name: "Unser Jobcenter" });
  setKeepCustomerNumbers(doc, true);
  doc.getMap<unknown>("profiles").set("newer", { id: "newer", name: "N", regex: "x" });
  const view = viewTeamPortals(doc);
  expect(view.profiles.map(({ name }) => name)).toEqual([second.name, "Unser Jobcenter"]);
  expect(view.keepCustomerNumbers).toBe(true);
  removeTeamProfile(doc, first.id);
  expect(viewTeamPortals(doc).profiles).toEqual([second]);
});

test("[PY4] by hand a Kundennummer is offered only where it may be kept, or stands already", () => {
  const ids = (keeps: boolean, chosen?: string) =>
    identifierChoices(keeps, chosen).map(({ id }) => id);
  expect(ids(false)).not.toContain("ba_customer");
  expect(ids(true)).toContain("ba_customer");
  expect(ids(false, "ba_customer")).toContain("ba_customer");
  expect(ids(true)).not.toContain("azr");
});
