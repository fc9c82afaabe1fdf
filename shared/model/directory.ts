import type { CaseId, DocumentId, InvitationId, MemberId } from "../base/ids";
import type { Instant } from "./iso-date";

export type MemberView = {
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
  readonly members: readonly MemberView[];
  /** Newest first. */
  readonly cases: readonly CaseListing[];
  /** Names of the municipal accommodations, in alphabetical order. */
  readonly accommodations: readonly string[];
  readonly invitations: readonly InvitationListing[];
};
