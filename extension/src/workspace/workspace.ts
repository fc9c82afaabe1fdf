/**
 * The one object that screens talk to. Everything that changes is a `Live` value; everything that
 * can go wrong is a `Result` with a closed reason, which `text/` has a sentence for.
 */
import type {
  CaseId,
  ClipId,
  DeviceId,
  DocumentId,
  InvitationId,
  MemberId,
} from "@beiakte/shared/base/ids";
import type { Live } from "@beiakte/shared/base/live";
import type { Result } from "@beiakte/shared/base/result";
import type { CaseFileView } from "@beiakte/shared/model/case-file";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import type { NewCase } from "@beiakte/shared/model/case-file";
import type { NoteClip } from "@beiakte/shared/model/clip-note";
import type { NoteKind, NoteView } from "@beiakte/shared/model/note";
import type { Undo } from "@beiakte/shared/model/action";
import type { SourcedProfile } from "@beiakte/shared/portal/effective-profile";
import type { PortalProfile } from "@beiakte/shared/portal/profile";
import type { Role } from "@beiakte/shared/space/record";
import type { CaretUser } from "@beiakte/shared/sync/carets";
import type { ConnectionState } from "@beiakte/shared/sync/relay-connection";
import type { PageIdentifier } from "../messages/page-words";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";

/** Where a change is, weakest first. `seen` is shown only when an entry or presence proves it. */
export type Saved = "writing" | "on-device" | "at-relay" | "seen";

export type Stage =
  | { readonly type: "starting" }
  /** There is no vault on this device yet. */
  | { readonly type: "first-run" }
  | { readonly type: "locked"; readonly because: "start" | "button" | "idle" }
  /** The invitation is accepted; an admin has still to approve. Both read the same six words. */
  | {
      readonly type: "waiting";
      readonly words: readonly string[];
      readonly connection: Live<Connection>;
    }
  | { readonly type: "open"; readonly team: OpenTeam }
  /** The store of this device cannot be used; nothing that was saved is lost by that. */
  | { readonly type: "broken"; readonly fault: "store-unavailable" | "store-newer" };

export type Connection =
  /** The practice space, which is never sent anywhere. */
  { readonly type: "none" } | ConnectionState;

export type SyncView = {
  readonly connection: Connection;
  /** Changes that are on this device and not yet at the relay. */
  readonly waiting: number;
  /** The device's store could not take the last change: the disk is full or gone. */
  readonly storeFault: "full" | "failed" | undefined;
};

export type MemberView = {
  readonly member: MemberId;
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
  readonly isSelf: boolean;
  readonly isOnline: boolean;
};

/** Somebody accepted an invitation and waits for approval. */
export type JoinRequestView = {
  /** Whose words these are. Two may ask with one invitation: one of them has intercepted it. */
  readonly device: DeviceId;
  readonly invitation: InvitationId;
  readonly name: string;
  readonly words: readonly string[];
};

export type InvitationView = {
  readonly invitation: InvitationId;
  readonly label: string;
  readonly expiresAt: number;
  readonly role: Role;
};

export type TeamView = {
  readonly name: string;
  readonly self: MemberId;
  readonly selfRole: Role;
  /** Marked *Übung* everywhere; never sent anywhere; removed in one step. */
  readonly isPractice: boolean;
  readonly members: readonly MemberView[];
  readonly requests: readonly JoinRequestView[];
  readonly invitations: readonly InvitationView[];
  readonly accommodations: readonly string[];
};

/** Who else has this document open now. */
export type PresenceView = { readonly member: MemberId; readonly name: string };

/** What a reader can prove went wrong in a log; shown as a state of that document. */
export type DocumentFault =
  | "gap"
  | "fork"
  | "bad-signature"
  | "unknown-device"
  | "not-allowed"
  | "unknown-epoch"
  | "incomplete"
  | "foreign-structs"
  | "unreadable"
  | "snapshot-differs"
  | "too-new";

export type DocumentState = {
  readonly saved: Saved;
  readonly faults: readonly DocumentFault[];
  readonly isComplete: boolean;
};

export type FoundFault =
  | "passphrase-too-short"
  | "relay-address-malformed"
  | "relay-unreachable"
  | "relay-newer"
  | "relay-older"
  | "voucher-needed"
  | "voucher-invalid"
  | "store-full"
  | "store-failed"
  | "refused";

export type AcceptFault =
  | Exclude<FoundFault, "voucher-needed" | "voucher-invalid">
  | "invitation-malformed"
  | "invitation-mistyped"
  | "invitation-expired"
  | "invitation-used"
  | "invitation-foreign";

export type FoundTeam = {
  readonly teamName: string;
  readonly organisation: string;
  readonly memberName: string;
  readonly passphrase: string;
  /** `wss://…`, or `ws://` to this machine. */
  readonly relay: string;
  readonly voucher: string;
};

export type AcceptInvitation = {
  readonly invitation: string;
  readonly memberName: string;
  readonly organisation: string;
  readonly passphrase: string;
};

export type Workspace = {
  readonly stage: Live<Stage>;
  /** Of this extension, e.g. `0.1.0`. */
  readonly version: string;
  readonly foundTeam: (request: FoundTeam) => Promise<Result<void, FoundFault>>;
  readonly acceptInvitation: (request: AcceptInvitation) => Promise<Result<void, AcceptFault>>;
  /** Progress in cases made of all cases: the sample caseload is written to this device. */
  readonly practise: (
    progress: (done: number, all: number) => void,
  ) => Promise<Result<void, "store-full" | "store-failed">>;
  /** Removes the practice space, wholly. */
  readonly endPractice: () => Promise<void>;
  readonly unlock: (
    passphrase: string,
  ) => Promise<Result<void, "wrong-passphrase" | "store-failed">>;
  readonly lock: () => Promise<void>;
  /** Removes this device's vault and all it holds: the only way on for a forgotten passphrase. */
  readonly removeDevice: () => Promise<void>;
};

export type OpenTeam = {
  readonly team: Live<TeamView>;
  readonly sync: Live<SyncView>;
  /** One row a case, of all cases of the team, newest change first. */
  readonly caseload: Live<readonly CaseRow[]>;
  /** Case ids, best first: by name or identifier. */
  readonly find: (query: string) => readonly CaseId[];
  /** Cases that may be the same as the new one. */
  readonly duplicatesOf: (newCase: NewCase) => readonly CaseRow[];
  readonly createCase: (newCase: NewCase) => Promise<Result<CaseId, "store-full" | "store-failed">>;
  readonly openCase: (id: CaseId) => Promise<Result<OpenCase, "unknown-case">>;
  /** The text to paste (`beiakte-1-…`), and the same as a QR code. */
  readonly invite: (
    label: string,
    role: Role,
  ) => Promise<Result<Invitation, "offline" | "refused">>;
  /** Exactly the device whose words were compared. */
  readonly approve: (device: DeviceId) => Promise<Result<void, "offline" | "refused">>;
  readonly decline: (device: DeviceId) => Promise<void>;
  readonly changePassphrase: (
    before: string,
    after: string,
  ) => Promise<Result<void, "wrong-passphrase" | "passphrase-too-short" | "store-failed">>;
  /** The page beside the panel; nothing is on it where there is none, as in a full page. */
  readonly page: OpenPage;
  /** What was taken from pages and waits for its case. */
  readonly inbox: Inbox;
  /** Which portals are read how. */
  readonly portals: OpenPortals;
  /** The workbench: ids and enums only, shared by all panels, surviving restarts. */
  readonly workbench: Workbench;
};

export type ClipView = {
  readonly clip: ClipId;
  readonly at: number;
  readonly origin: string;
  readonly title: string;
  readonly text: string;
  /** Those that its page named; none or several, else it would not wait. */
  readonly cases: readonly CaseId[];
};

export type InboxView = {
  /** The oldest first. */
  readonly clips: readonly ClipView[];
  /** Sealed to keys that are not this device's any more, or damaged. */
  readonly unreadable: readonly ClipId[];
};

/** `gone`: another panel has filed or discarded it. */
export type FileFault = "unknown-case" | "gone" | "store-full" | "store-failed";

export type Inbox = {
  readonly view: Live<InboxView>;
  /** Gives the case in which it now is. */
  readonly file: (clip: ClipId, caseId: CaseId) => Promise<Result<CaseId, FileFault>>;
  /** Gives what brings it back. */
  readonly discard: (
    clip: ClipId,
  ) => Promise<Result<() => Promise<void>, "store-full" | "store-failed">>;
};

/** What is on the tab on screen, and which cases it names. */
export type PageView = {
  readonly identifiers: readonly (PageIdentifier & {
    readonly cases: readonly CaseId[];
    /** Whether a case may be offered to bear it. */
    readonly isProposed: boolean;
  })[];
};

export type OpenPage = {
  readonly view: Live<PageView>;
  /** Pinned, the panel stays at its case whatever page is on screen. */
  readonly isPinned: Live<boolean>;
  readonly pin: (isPinned: boolean) => void;
  /** The number is kept with the case, or compared only, as its kind allows. */
  readonly assign: (
    identifier: PageIdentifier,
    to: CaseId,
  ) => Promise<Result<Assigned, AssignFault>>;
};

export type Assigned = { readonly takeBack: () => Promise<void> };

export type AssignFault =
  | "unknown-case"
  | "case-closed"
  /** Police numbers, and a Kundennummer that the team may not keep. */
  | "not-allowed"
  | "store-full"
  | "store-failed";

export type PortalsView = {
  /** Each once, as it holds now. */
  readonly profiles: readonly SourcedProfile[];
  /** Whether the Kundennummer of the Bundesagentur is read and may be kept. */
  readonly keepsCustomerNumbers: boolean;
  /** By the administration: nobody can change it here. */
  readonly isCustomerNumbersSet: boolean;
};

export type OpenPortals = {
  readonly view: Live<PortalsView>;
  /** The origin of the portal on the tab on screen, if it is one where our script runs. */
  readonly onScreen: Live<string | undefined>;
  readonly profileAt: (url: string) => SourcedProfile | undefined;
  /** For the whole team. */
  readonly save: (profile: PortalProfile) => void;
  readonly remove: (id: string) => void;
  readonly keepCustomerNumbers: (isKept: boolean) => void;
  /**
   * Somebody edits a profile: until the answer is called the panel stays where it is, whatever page
   * comes on screen, and profiles may be tried out there.
   */
  readonly edit: () => () => void;
  /** The page on screen reads itself so until the editing ends. */
  readonly tryOut: (profile: PortalProfile) => void;
};

export type Invitation = { readonly text: string; readonly qr: readonly (readonly boolean[])[] };

export type WorkbenchView = {
  readonly openCase: CaseId | undefined;
  readonly tab: "plan" | "notes" | "file";
  readonly filter: "mine" | "all" | "due" | "closed";
  readonly place: "cases" | "inbox" | "team" | "settings";
};

export type Workbench = Live<WorkbenchView> & {
  readonly set: (change: Partial<WorkbenchView>) => void;
};

export type OpenCase = {
  readonly id: CaseId;
  readonly file: Live<CaseFileView>;
  /** The case file's document: actions of `shared/model` change it; `act` says so to the log. */
  readonly act: (action: (doc: Y.Doc) => Undo | undefined) => Undo | undefined;
  readonly state: Live<DocumentState>;
  readonly presence: Live<readonly PresenceView[]>;
  /** Newest first. */
  readonly notes: Live<readonly NoteView[]>;
  readonly createNote: (
    kind: NoteKind,
  ) => Promise<Result<DocumentId, "store-full" | "store-failed">>;
  readonly openNote: (id: DocumentId) => Promise<OpenNote>;
  /** Seals what is pending and lets go of the documents. */
  readonly close: () => Promise<void>;
};

export type OpenNote = {
  readonly id: DocumentId;
  readonly view: Live<NoteView>;
  /** Where it was taken from, if it was made of a clip. */
  readonly clip: Live<NoteClip | undefined>;
  /** Tiptap binds to `doc` (the fragment's name is `NOTE_TEXT`) and to the provider's awareness. */
  readonly doc: Y.Doc;
  readonly provider: { readonly awareness: Awareness };
  readonly caret: CaretUser;
  readonly act: (action: (doc: Y.Doc) => Undo | undefined) => Undo | undefined;
  readonly state: Live<DocumentState>;
  readonly presence: Live<readonly PresenceView[]>;
  /** Seals at once what was gathered: on blur. */
  readonly settle: () => void;
  readonly close: () => Promise<void>;
};
