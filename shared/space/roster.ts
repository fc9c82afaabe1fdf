/**
 * Who is in a space, as a signed chain of records. Everyone verifies it from the first record on,
 * whose hash is the space's id: nobody, the relay least of all, can slip a key in.
 */
import type { Bytes } from "../base/bytes";
import {
  bytesToId,
  type DeviceId,
  idToBytes,
  type InvitationId,
  type MemberId,
  type RecordId,
  type SpaceId,
} from "../base/ids";
import { err, ok, type Result } from "../base/result";
import { verify } from "../crypto/signature";
import {
  deviceIdOf,
  type DeviceKeys,
  joinToSign,
  NO_RECORD,
  parseRecord,
  recordId,
  type Role,
  type SignedRecord,
} from "./record";

export type RosterDevice = DeviceKeys & {
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly role: Role;
};

export type RosterInvitation = {
  readonly invitation: InvitationId;
  readonly invitationKey: Bytes;
  readonly expiresAt: number;
  readonly role: Role;
  readonly usedBy: DeviceId | undefined;
};

/** An epoch is named by the record that made it. */
export type Epoch = { readonly id: RecordId; readonly commitment: Bytes };

export type Roster = {
  readonly space: SpaceId;
  readonly head: RecordId;
  readonly length: number;
  readonly devices: ReadonlyMap<DeviceId, RosterDevice>;
  readonly invitations: ReadonlyMap<InvitationId, RosterInvitation>;
  /** In order; the last is the current one. */
  readonly epochs: readonly Epoch[];
  readonly currentEpoch: Epoch;
};

export type RosterFault =
  | { readonly type: "malformed" }
  | { readonly type: "too-new"; readonly version: number }
  /** The record does not extend the head: somebody else was faster, or the chain is forked. */
  | { readonly type: "moved" }
  | { readonly type: "bad-signature" }
  | { readonly type: "not-allowed" }
  | { readonly type: "invitation-invalid" };

/**
 * The roster with one more record. `at`: the relay gives its own clock, so that an invitation ends
 * when it should; readers give the record's time, because a chain once accepted must stay valid.
 */
export async function extendRoster(
  roster: Roster | undefined,
  bytes: Bytes,
  at?: number,
): Promise<Result<Roster, RosterFault>> {
  const parsed = parseRecord(bytes);
  if (!parsed.ok) return parsed;
  const record = parsed.value;
  const id = await recordId(bytes);
  if (record.previous !== (roster?.head ?? NO_RECORD)) return err({ type: "moved" });
  if (roster === undefined) return founded(record, id);
  const author = roster.devices.get(record.author);
  if (author === undefined || author.role !== "admin") return err({ type: "not-allowed" });
  if (!(await isSignedWith(author.signingKey, record))) return err({ type: "bad-signature" });
  const next = await applied(roster, record, at ?? record.time);
  return next.ok ? ok({ ...next.value, head: id, length: roster.length + 1 }) : next;
}

/** The roster of a whole chain, or the first fault in it. */
export async function parseRoster(records: readonly Bytes[]): Promise<Result<Roster, RosterFault>> {
  let roster: Roster | undefined;
  for (const record of records) {
    // One after another: each record is judged by the roster that those before it made.
    // oxlint-disable-next-line no-await-in-loop
    const next = await extendRoster(roster, record);
    if (!next.ok) return next;
    roster = next.value;
  }
  return roster === undefined ? err({ type: "malformed" }) : ok(roster);
}

async function founded(record: SignedRecord, id: RecordId): Promise<Result<Roster, RosterFault>> {
  const { body } = record;
  if (body.type !== "found") return err({ type: "not-allowed" });
  const device = await deviceIdOf(body.keys);
  if (device !== record.author) return err({ type: "not-allowed" });
  if (!(await isSignedWith(body.keys.signingKey, record))) return err({ type: "bad-signature" });
  const epoch: Epoch = { id, commitment: body.commitment };
  const founder: RosterDevice = { ...body.keys, device, member: body.member, role: "admin" };
  return ok({
    space: bytesToId("SpaceId", idToBytes(id)),
    head: id,
    length: 1,
    devices: new Map([[device, founder]]),
    invitations: new Map(),
    epochs: [epoch],
    currentEpoch: epoch,
  });
}

async function applied(
  roster: Roster,
  record: SignedRecord,
  at: number,
): Promise<Result<Roster, RosterFault>> {
  const { body } = record;
  switch (body.type) {
    case "found":
      return err({ type: "not-allowed" });
    case "invite": {
      if (roster.invitations.has(body.invitation)) return err({ type: "not-allowed" });
      const { invitation, invitationKey, expiresAt, role } = body;
      const made = { invitation, invitationKey, expiresAt, role, usedBy: undefined };
      return ok({ ...roster, invitations: new Map(roster.invitations).set(invitation, made) });
    }
    case "admit": {
      const invitation = roster.invitations.get(body.invitation);
      if (
        invitation === undefined ||
        invitation.usedBy !== undefined ||
        at > invitation.expiresAt
      ) {
        return err({ type: "invitation-invalid" });
      }
      const isGenuine = await verify(
        invitation.invitationKey,
        "beiakte join v1",
        joinToSign(body.invitation, body.keys),
        body.joinSignature,
      );
      if (!isGenuine) return err({ type: "bad-signature" });
      const device = await deviceIdOf(body.keys);
      if (roster.devices.has(device)) return err({ type: "not-allowed" });
      const admitted = { ...body.keys, device, member: body.member, role: invitation.role };
      const used = { ...invitation, usedBy: device };
      return ok({
        ...roster,
        devices: new Map(roster.devices).set(device, admitted),
        invitations: new Map(roster.invitations).set(body.invitation, used),
      });
    }
  }
}

function isSignedWith(signingKey: Bytes, record: SignedRecord): Promise<boolean> {
  return verify(signingKey, "beiakte record v1", record.signed, record.signature);
}
