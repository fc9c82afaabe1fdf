/** A space's directory: names, case files, accommodations, invitations. Flat keys by id. */
import type * as Y from "yjs";
import type { CaseId, DocumentId, InvitationId, MemberId } from "../base/ids";
import { ok, type Result } from "../base/result";
import { ACTION, type Actor, change } from "./action";
import { checkType, type ViewFault, writeFormat } from "./document-format";
import type { Instant } from "./iso-date";
import { idOf, instantOf, textOf, textsOf } from "./stored-value";

export type MemberListing = {
  readonly memberId: MemberId;
  readonly name: string;
  readonly organisation: string;
};

export type CaseListing = {
  readonly caseId: CaseId;
  readonly caseFile: DocumentId;
  readonly createdAt: Instant;
};

/** Kept in the directory so that another admin than the inviting one can approve. */
export type InvitationListing = {
  readonly invitationId: InvitationId;
  /** Hexadecimal. Never shown, never logged. */
  readonly secret: string;
  /** For whom it was made, in the admin's words. */
  readonly label: string;
  readonly expiresAt: Instant;
  readonly createdBy: MemberId;
};

export type DirectoryView = {
  readonly access: "writable" | "too-new";
  readonly organisation: string;
  readonly team: string;
  /** By name. */
  readonly members: readonly MemberListing[];
  /** Newest first. */
  readonly cases: readonly CaseListing[];
  /** Names of the municipal accommodations, in alphabetical order. */
  readonly accommodations: readonly string[];
  /** The one that expires first comes first; expired ones stay until they are removed. */
  readonly invitations: readonly InvitationListing[];
};

export type NewDirectory = {
  readonly organisation: string;
  readonly team: string;
  readonly accommodations: readonly string[];
};

/** Called once, by the device that founds the space. */
export function createDirectory(doc: Y.Doc, directory: NewDirectory): void {
  doc.transact(() => {
    writeFormat(doc, "directory");
    const team = doc.getMap<unknown>("team");
    team.set("organisation", directory.organisation.trim());
    team.set("name", directory.team.trim());
    team.set("accommodations", [...directory.accommodations]);
  }, ACTION);
}

/** A member's own entry; said again with another name, the new name counts. */
export function listMember(doc: Y.Doc, member: MemberListing): void {
  change(doc, () => {
    const members = doc.getMap<unknown>("members");
    members.set(`${member.memberId}/name`, member.name.trim());
    members.set(`${member.memberId}/organisation`, member.organisation.trim());
  });
}

export function setTeamName(doc: Y.Doc, organisation: string, team: string): void {
  change(doc, () => {
    doc.getMap<unknown>("team").set("organisation", organisation.trim());
    doc.getMap<unknown>("team").set("name", team.trim());
  });
}

export function setAccommodations(doc: Y.Doc, names: readonly string[]): void {
  const accommodations = names.map((name) => name.trim()).filter((name) => name !== "");
  change(doc, () => doc.getMap<unknown>("team").set("accommodations", accommodations));
}

export function listCase(doc: Y.Doc, actor: Actor, caseId: CaseId, caseFile: DocumentId): void {
  change(doc, () => {
    const cases = doc.getMap<unknown>("cases");
    cases.set(`${caseId}/caseFile`, caseFile);
    cases.set(`${caseId}/createdAt`, actor.clock.now());
  });
}

export function listInvitation(doc: Y.Doc, invitation: InvitationListing): void {
  const { invitationId, secret, label, expiresAt, createdBy } = invitation;
  change(doc, () => {
    const invitations = doc.getMap<unknown>("invitations");
    const fields = { secret, label: label.trim(), expiresAt, createdBy };
    for (const [name, value] of Object.entries(fields)) {
      invitations.set(`${invitationId}/${name}`, value);
    }
  });
}

/** When it was used, withdrawn or has expired: its secret is good for nothing more. */
export function removeInvitation(doc: Y.Doc, invitationId: InvitationId): void {
  change(doc, () => {
    const invitations = doc.getMap<unknown>("invitations");
    for (const key of [...invitations.keys()]) {
      if (key.startsWith(`${invitationId}/`)) invitations.delete(key);
    }
  });
}

export function viewDirectory(doc: Y.Doc): Result<DirectoryView, ViewFault> {
  const format = checkType(doc, "directory");
  if (!format.ok) return format;
  const team = doc.getMap<unknown>("team");
  return ok({
    access: format.value,
    organisation: textOf(team.get("organisation")) ?? "",
    team: textOf(team.get("name")) ?? "",
    members: viewMembers(doc.getMap<unknown>("members")),
    cases: viewCases(doc.getMap<unknown>("cases")),
    accommodations: [...textsOf(team.get("accommodations"))].sort(inGerman),
    invitations: viewInvitations(doc.getMap<unknown>("invitations")),
  });
}

function viewMembers(root: Y.Map<unknown>): readonly MemberListing[] {
  const members: MemberListing[] = [];
  for (const [id, value] of valuesOf(root, "name")) {
    const memberId = idOf("MemberId", id);
    const name = textOf(value);
    if (memberId === undefined || name === undefined) continue;
    members.push({ memberId, name, organisation: textOf(root.get(`${id}/organisation`)) ?? "" });
  }
  return members.sort((a, b) => inGerman(a.name, b.name) || (a.memberId < b.memberId ? -1 : 1));
}

function viewCases(root: Y.Map<unknown>): readonly CaseListing[] {
  const cases: CaseListing[] = [];
  for (const [id, value] of valuesOf(root, "caseFile")) {
    const caseId = idOf("CaseId", id);
    const caseFile = idOf("DocumentId", value);
    if (caseId === undefined || caseFile === undefined) continue;
    cases.push({ caseId, caseFile, createdAt: instantOf(root.get(`${id}/createdAt`)) ?? 0 });
  }
  return cases.sort((a, b) => b.createdAt - a.createdAt || (a.caseId < b.caseId ? -1 : 1));
}

function viewInvitations(root: Y.Map<unknown>): readonly InvitationListing[] {
  const invitations: InvitationListing[] = [];
  for (const [id, value] of valuesOf(root, "secret")) {
    const invitationId = idOf("InvitationId", id);
    const secret = textOf(value);
    const expiresAt = instantOf(root.get(`${id}/expiresAt`));
    const createdBy = idOf("MemberId", root.get(`${id}/createdBy`));
    if (invitationId === undefined || secret === undefined) continue;
    if (expiresAt === undefined || createdBy === undefined) continue;
    const label = textOf(root.get(`${id}/label`)) ?? "";
    invitations.push({ invitationId, secret, label, expiresAt, createdBy });
  }
  return invitations.sort(
    (a, b) => a.expiresAt - b.expiresAt || (a.invitationId < b.invitationId ? -1 : 1),
  );
}

/** The values of all keys `<id>/<name>`, by id. */
function valuesOf(root: Y.Map<unknown>, name: string): readonly (readonly [string, unknown])[] {
  const values: (readonly [string, unknown])[] = [];
  for (const [key, value] of root.entries()) {
    const [id, field, more] = key.split("/");
    if (id !== undefined && field === name && more === undefined) values.push([id, value]);
  }
  return values;
}

function inGerman(a: string, b: string): number {
  return a.localeCompare(b, "de");
}
