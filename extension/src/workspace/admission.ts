/** Inviting, and letting in after both have compared the six words. */
import { bytesToId } from "@beiakte/shared/base/ids";
import { err, ok } from "@beiakte/shared/base/result";
import { listInvitation, listMember, removeInvitation } from "@beiakte/shared/model/directory";
import { admitRecord, inviteRecord } from "@beiakte/shared/space/admitting";
import { invitationKeys, newInvitation } from "@beiakte/shared/space/invitation";
import { invitationToText } from "@beiakte/shared/space/invitation-text";
import { nameKeyToText } from "@beiakte/shared/space/name-key-text";
import { encode } from "uqr";
import type { OpenDocument } from "./documents";
import type { SpaceSession } from "./space-session";
import type { TeamWatch } from "./team-view";
import type { OpenTeam } from "./workspace";

export type Admission = Pick<OpenTeam, "invite" | "approve" | "decline">;

export type AdmissionContext = {
  readonly session: SpaceSession;
  readonly watch: TeamWatch;
  readonly directory: OpenDocument;
  readonly relay: string | undefined;
};

export function admission({ directory, relay, session, watch }: AdmissionContext): Admission {
  const { clock, link, random } = session.context;
  return {
    async invite(label, role) {
      if (relay === undefined || link === undefined) return err("offline");
      const roster = session.roster.get();
      const invitation = newInvitation(random, relay, roster.space, clock.now());
      const made = await inviteRecord(roster, session.own, invitation, role, clock.now());
      if (!made.ok) return err("refused");
      const refusal = await link.record(roster.space, made.value.record, []);
      if (refusal !== undefined) return err(refusal === "too-slow" ? "offline" : "refused");
      const keys = await invitationKeys(invitation.secret);
      listInvitation(directory.doc, {
        invitationId: keys.invitation,
        secret: nameKeyToText(keys.nameKey),
        label,
        expiresAt: invitation.expiresAt,
        createdBy: session.member,
      });
      const text = await invitationToText(invitation);
      // Capitals only: then the code needs a third fewer dots, and case means nothing in it.
      const { data } = encode(text.toUpperCase(), { ecc: "M" });
      return ok({ text, qr: data });
    },
    async approve(device) {
      // By the device, not the invitation: who intercepted that asks with it too, and has other words.
      const asked = watch.requests.find((request) => request.device === device);
      if (asked === undefined || link === undefined) return err("refused");
      const member = bytesToId("MemberId", random.bytes(16));
      const roster = session.roster.get();
      const admitted = await admitRecord(
        roster,
        session.keyring,
        session.own,
        asked.request,
        member,
        clock.now(),
      );
      if (!admitted.ok) return err("refused");
      const { lockboxes, record } = admitted.value;
      const refusal = await link.record(roster.space, record, lockboxes);
      if (refusal !== undefined) return err(refusal === "too-slow" ? "offline" : "refused");
      listMember(directory.doc, { memberId: member, ...asked.newcomer });
      removeInvitation(directory.doc, asked.invitation);
      return ok(undefined);
    },
    decline(device) {
      watch.decline(device);
      return Promise.resolve();
    },
  };
}
