/** The two records that let somebody in, as an admin's device makes them. */
import type { Bytes } from "../base/bytes";
import type { MemberId } from "../base/ids";
import { err, ok, type Result } from "../base/result";
import { type Invitation, invitationKeys } from "./invitation";
import type { JoinRequest } from "./join-request";
import { type Keyring, type Lockbox, lockboxesFor } from "./keyring";
import type { OwnDevice } from "./own-device";
import { deviceIdOf, type RecordBody, type Role, signRecord } from "./record";
import { extendRoster, type Roster, type RosterFault } from "./roster";

/** A record that extends the roster, and the roster that it makes. */
export type Recorded = { readonly record: Bytes; readonly roster: Roster };

export type Admitted = Recorded & { readonly lockboxes: readonly Lockbox[] };

/** `time`: milliseconds since 1970. The relay says `moved` where somebody else was faster. */
export async function inviteRecord(
  roster: Roster,
  own: OwnDevice,
  invitation: Invitation,
  role: Role,
  time: number,
): Promise<Result<Recorded, RosterFault>> {
  const { invitation: id, signingKey } = await invitationKeys(invitation.secret);
  return recorded(roster, own, time, {
    type: "invite",
    invitation: id,
    invitationKey: signingKey.publicKey,
    expiresAt: invitation.expiresAt,
    role,
  });
}

/**
 * Called when the admin has compared the six words. The request is judged once more, as every
 * reader of the roster will: nothing is sealed to keys that the roster does not take.
 */
export async function admitRecord(
  roster: Roster,
  keyring: Keyring,
  own: OwnDevice,
  request: JoinRequest,
  member: MemberId,
  time: number,
): Promise<Result<Admitted, RosterFault | { readonly type: "unusable-key" }>> {
  const { invitation, keys, joinSignature } = request;
  const body = { type: "admit", invitation, keys, member, joinSignature } as const;
  const admitted = await recorded(roster, own, time, body);
  if (!admitted.ok) return admitted;
  const { sealingKey } = keys;
  const lockboxes = await lockboxesFor(keyring, { device: await deviceIdOf(keys), sealingKey });
  if (!lockboxes.ok) return err({ type: lockboxes.error });
  return ok({ ...admitted.value, lockboxes: lockboxes.value });
}

async function recorded(
  roster: Roster,
  own: OwnDevice,
  time: number,
  body: RecordBody,
): Promise<Result<Recorded, RosterFault>> {
  const unsigned = { previous: roster.head, author: own.device, time, body };
  const record = await signRecord(unsigned, own.signingKey);
  const extended = await extendRoster(roster, record, time);
  return extended.ok ? ok({ record, roster: extended.value }) : extended;
}
