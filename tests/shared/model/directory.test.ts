import { bytesToId, type InvitationId } from "@beiakte/shared/base/ids";
import {
  createDirectory,
  type DirectoryView,
  listCase,
  listInvitation,
  listMember,
  removeInvitation,
  setAccommodations,
  setTeamName,
  viewDirectory,
} from "@beiakte/shared/model/directory";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { CASE_ID, memberOf, replicas, START } from "./replicas";

const [A] = replicas(1);
const FILE = bytesToId("DocumentId", new Uint8Array(16).fill(5));

function newDirectory(): Y.Doc {
  const doc = new Y.Doc();
  const accommodations = ["Unterkunft Oststadt", "Unterkunft Äußere Au", "Unterkunft Brötzingen"];
  createDirectory(doc, { organisation: "Stadt", team: " Team Ost ", accommodations });
  return doc;
}

function viewOf(doc: Y.Doc): DirectoryView {
  const viewed = viewDirectory(doc);
  if (!viewed.ok) throw new Error(viewed.error.type);
  return viewed.value;
}

test("[CA12] the directory names the team, its accommodations and its members, in German order", () => {
  const doc = newDirectory();
  listMember(doc, { memberId: memberOf(1), name: "Markus Hirt", organisation: "Diakonie" });
  listMember(doc, { memberId: memberOf(2), name: "Aylin Kaya", organisation: "Stadt" });
  expect(viewOf(doc)).toMatchObject({
    access: "writable",
    organisation: "Stadt",
    team: "Team Ost",
    accommodations: ["Unterkunft Äußere Au", "Unterkunft Brötzingen", "Unterkunft Oststadt"],
    members: [{ name: "Aylin Kaya" }, { name: "Markus Hirt", organisation: "Diakonie" }],
  });
  setTeamName(doc, "Stadt Pforzheim", "Team West");
  setAccommodations(doc, ["Unterkunft Nord ", ""]);
  expect(viewOf(doc)).toMatchObject({ team: "Team West", accommodations: ["Unterkunft Nord"] });
});

test("[CA12] two people who list cases offline find both", () => {
  const a = newDirectory();
  const b = new Y.Doc();
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  const other = bytesToId("CaseId", new Uint8Array(16).fill(8));
  listCase(a, A.actor, CASE_ID, FILE);
  listCase(b, { ...A.actor, clock: { now: () => START + 1 } }, other, FILE);
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  expect(viewOf(a).cases.map((each) => each.caseId)).toEqual([other, CASE_ID]);
});

test("[CA12] an invitation is there for another admin, and its secret is gone once it is removed", () => {
  const doc = newDirectory();
  const invitationId: InvitationId = bytesToId("InvitationId", new Uint8Array(16).fill(3));
  const secret = "5ec4e7".repeat(8);
  const invitation = {
    invitationId,
    secret,
    label: "Frau Vogel",
    expiresAt: START,
    createdBy: memberOf(1),
  };
  listInvitation(doc, invitation);
  expect(viewOf(doc).invitations).toEqual([invitation]);
  removeInvitation(doc, invitationId);
  expect(viewOf(doc).invitations).toEqual([]);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  expect(new TextDecoder("latin1").decode(Y.encodeStateAsUpdate(copy))).not.toContain(secret);
});

test("[CA2] a directory of a newer format is not written", () => {
  const doc = newDirectory();
  doc.getMap("document").set("format", 2);
  listCase(doc, A.actor, CASE_ID, FILE);
  expect(viewOf(doc)).toMatchObject({ access: "too-new", cases: [] });
});

test("[CA5] entries that cannot be read are left out, and the others stay", () => {
  const doc = newDirectory();
  listCase(doc, A.actor, CASE_ID, FILE);
  for (const root of ["members", "cases", "invitations"]) {
    for (const key of ["x", "x/name", `${CASE_ID}/secret`, "/", "a/b/c"]) {
      doc.getMap(root).set(key, 17);
    }
  }
  expect(viewOf(doc)).toMatchObject({ members: [], invitations: [] });
  expect(viewOf(doc).cases).toHaveLength(1);
});
