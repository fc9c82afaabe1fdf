/**
 * An invitation: the way into a space for one newcomer. Whoever holds it can ask to be admitted;
 * it opens nothing by itself.
 */
import { type InvitationId, bytesToId, ID_LENGTH, type SpaceId } from "../base/ids";
import type { Random } from "../base/ports";
import { deriveBytes, deriveSecret } from "../crypto/derive";
import { type InvitationSecret, type JoinNameKey, newSecret } from "../crypto/secret";
import { signingKeyOf, type SigningKey } from "../crypto/signature";

export type Invitation = {
  /** Where the relay is: `wss://…`, or `ws://…` on this machine. */
  readonly relay: string;
  readonly space: SpaceId;
  readonly secret: InvitationSecret;
  /** Milliseconds since 1970. The relay holds to it by its own clock. */
  readonly expiresAt: number;
};

/** What follows from an invitation's secret, the same at both ends. */
export type InvitationKeys = {
  readonly invitation: InvitationId;
  /** Signs the newcomer's keys. */
  readonly signingKey: SigningKey;
  /** Opens the newcomer's name. It may lie in the directory, where the secret may not. */
  readonly nameKey: JoinNameKey;
};

/** Long enough for a weekend, short enough that a forgotten mail is worthless. */
export const INVITATION_LASTS_MS = 72 * 60 * 60 * 1000;

export function newInvitation(
  random: Random,
  relay: string,
  space: SpaceId,
  now: number,
): Invitation {
  const secret = newSecret("invitation", random);
  return { relay, space, secret, expiresAt: now + INVITATION_LASTS_MS };
}

export async function invitationKeys(secret: InvitationSecret): Promise<InvitationKeys> {
  const [id, seed, nameKey] = await Promise.all([
    deriveBytes(secret, "beiakte invitation id v1", ID_LENGTH.InvitationId),
    deriveBytes(secret, "beiakte invitation signing v1", 32),
    deriveSecret("join-name", secret, "beiakte join name secret v1"),
  ]);
  const signingKey = await signingKeyOf(seed);
  return { invitation: bytesToId("InvitationId", id), signingKey, nameKey };
}
