import { concatBytes, type Bytes } from "@beiakte/shared/base/bytes";
import { bytesToId, idToBytes } from "@beiakte/shared/base/ids";
import { signingKeyOf } from "@beiakte/shared/crypto/signature";
import { admitRecord, inviteRecord } from "@beiakte/shared/space/admitting";
import {
  INVITATION_LASTS_MS,
  invitationKeys,
  newInvitation,
} from "@beiakte/shared/space/invitation";
import { makeJoinRequest } from "@beiakte/shared/space/join";
import { type JoinRequest, parseJoinRequest } from "@beiakte/shared/space/join-request";
import type { OwnDevice } from "@beiakte/shared/space/own-device";
import {
  NO_RECORD,
  parseRecord,
  recordId,
  type RecordBody,
  signRecord,
} from "@beiakte/shared/space/record";
import { extendRoster, parseRoster, type Roster } from "@beiakte/shared/space/roster";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { must, newDevice, newMember, newSpace, NOON } from "../../support/devices";
import { seeded } from "../../support/seeded";

const random = seeded("roster");
const RELAY = "wss://relay.example";
const NAME = { name: "Ben", organisation: "Diakonie" };

const space = await newSpace(random);
const { anna } = space;
const ben = await newDevice(random);

/** Anna's space with an invitation, and Ben's request for it. */
const invitation = newInvitation(random, RELAY, space.roster.space, NOON);
const invited = must(await inviteRecord(space.roster, anna, invitation, "member", NOON));
const request = await requestOf(ben);

async function requestOf(newcomer: OwnDevice, secret = invitation.secret): Promise<JoinRequest> {
  return must(parseJoinRequest(await makeJoinRequest(random, secret, newcomer, NAME)));
}

function admit(to: Roster, asked: JoinRequest, time = NOON): ReturnType<typeof admitRecord> {
  return admitRecord(to, space.keyring, anna, asked, newMember(random), time);
}

/** What somebody else made by hand: signed by `author`, whatever the roster says. */
async function forged(roster: Roster, author: OwnDevice, body: RecordBody): Promise<Bytes> {
  const record = { previous: roster.head, author: author.device, time: NOON, body };
  return signRecord(record, author.signingKey);
}

function admitBody(asked: JoinRequest): RecordBody {
  return { type: "admit", ...asked, member: newMember(random) };
}

function fault(type: string): object {
  return { ok: false, error: { type } };
}

describe("founding", () => {
  test("[SP1] a space's id is the hash of its first record, which makes its founder an admin", async () => {
    const { roster, record } = space;
    expect(roster.space).toBe(await recordId(record));
    expect(roster.devices.get(anna.device)?.role).toBe("admin");
    expect(roster.currentEpoch.id).toBe(roster.head);
    expect([roster.length, roster.epochs.length]).toEqual([1, 1]);
  });

  test("[SP1] one device founds two different spaces", async () => {
    const [first, second] = [await newSpace(random), await newSpace(random)];
    expect(first.roster.space).not.toBe(second.roster.space);
  });

  test("[SP1] a founder must be the device that signs", async () => {
    const found = must(parseRecord(space.record));
    const record = { previous: NO_RECORD, author: ben.device, time: NOON, body: found.body };
    const stolen = await signRecord(record, ben.signingKey);
    expect(await extendRoster(undefined, stolen)).toEqual(fault("not-allowed"));
    const unsigned = await signRecord({ ...record, author: anna.device }, ben.signingKey);
    expect(await extendRoster(undefined, unsigned)).toEqual(fault("bad-signature"));
  });

  test("[SP1] a chain begins with its founding, once, and no other record is the first", async () => {
    const { body } = must(parseRecord(space.record));
    const again = await forged(space.roster, anna, body);
    expect(await extendRoster(space.roster, again)).toEqual(fault("not-allowed"));
    const invite = must(parseRecord(invited.record));
    const first = await signRecord({ ...invite, previous: NO_RECORD }, anna.signingKey);
    expect(await extendRoster(undefined, first)).toEqual(fault("not-allowed"));
    expect(await parseRoster([])).toEqual(fault("malformed"));
  });
});

describe("the chain", () => {
  test("[SP2] a record extends the head and nothing else", async () => {
    const other = newInvitation(random, RELAY, space.roster.space, NOON);
    const rival = must(await inviteRecord(space.roster, anna, other, "member", NOON));
    expect(await extendRoster(invited.roster, rival.record)).toEqual(fault("moved"));
    expect(await extendRoster(invited.roster, invited.record)).toEqual(fault("moved"));
    expect(await extendRoster(undefined, invited.record)).toEqual(fault("moved"));
  });

  test("[SP2] a chain read as a whole gives the same roster, and no part of it can be left out", async () => {
    const admitted = must(await admit(invited.roster, request));
    const chain = [space.record, invited.record, admitted.record];
    expect(await parseRoster(chain)).toEqual({ ok: true, value: admitted.roster });
    expect(await parseRoster([space.record, admitted.record])).toEqual(fault("moved"));
    expect(await parseRoster([invited.record, admitted.record])).toEqual(fault("moved"));
  });

  test("[SP2] a record of which any byte was changed is refused", async () => {
    const changed = [...invited.record.keys()].map((at) =>
      invited.record.with(at, (invited.record[at] ?? 0) ^ 1),
    );
    const found = await Promise.all(
      changed.map((bytes) => extendRoster(space.roster, Uint8Array.from(bytes))),
    );
    expect(found.some((each) => each.ok)).toBe(false);
  });

  test("[SP2] a record of a later version is told apart", async () => {
    const later = concatBytes(Uint8Array.of(2), invited.record.slice(1));
    const expected = { ok: false, error: { type: "too-new", version: 2 } };
    expect(await extendRoster(space.roster, later)).toEqual(expected);
  });

  test("[SP2] any bytes are a record or malformed, never an exception", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(3), (bytes, type) => {
        parseRecord(Uint8Array.from([1, type, ...bytes]));
        parseRecord(Uint8Array.from(bytes));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("who may", () => {
  test("[SP3] a record in the name of an admin needs the admin's signature", async () => {
    const body = must(parseRecord(invited.record)).body;
    const bytes = await forged(space.roster, { ...anna, signingKey: ben.signingKey }, body);
    expect(await extendRoster(space.roster, bytes)).toEqual(fault("bad-signature"));
  });

  test("[SP3] neither a stranger nor a member without the right adds a record", async () => {
    const body = must(parseRecord(invited.record)).body;
    const byStranger = await forged(space.roster, ben, body);
    expect(await extendRoster(space.roster, byStranger)).toEqual(fault("not-allowed"));
    const { roster } = must(await admit(invited.roster, request));
    const other = newInvitation(random, RELAY, roster.space, NOON);
    const byMember = await inviteRecord(roster, ben, other, "admin", NOON);
    expect(byMember).toEqual(fault("not-allowed"));
  });

  test("[SP3] who was invited as an admin invites in turn", async () => {
    const asAdmin = must(await inviteRecord(space.roster, anna, invitation, "admin", NOON));
    const { roster } = must(await admit(asAdmin.roster, request));
    const other = newInvitation(random, RELAY, roster.space, NOON);
    expect((await inviteRecord(roster, ben, other, "member", NOON)).ok).toBe(true);
  });
});

describe("invitations", () => {
  test("[SP4] an invitation admits one device, as the role that it was made for", async () => {
    const { roster } = must(await admit(invited.roster, request));
    expect(roster.devices.get(ben.device)?.role).toBe("member");
    expect(roster.invitations.get(request.invitation)?.usedBy).toBe(ben.device);
    const second = await requestOf(await newDevice(random));
    expect(await admit(roster, second)).toEqual(fault("invitation-invalid"));
  });

  test("[SP4] two admins who admit with one invitation at once: the second one is refused", async () => {
    const [first, second] = [await requestOf(ben), await requestOf(await newDevice(random))];
    const winner = must(await admit(invited.roster, first));
    const loser = must(await admit(invited.roster, second));
    expect(await extendRoster(winner.roster, loser.record)).toEqual(fault("moved"));
    const again = await forged(winner.roster, anna, admitBody(second));
    expect(await extendRoster(winner.roster, again)).toEqual(fault("invitation-invalid"));
  });

  test("[SP4] an invitation ends after 72 hours, by the clock of whoever judges", async () => {
    const last = NOON + INVITATION_LASTS_MS;
    expect((await admit(invited.roster, request, last)).ok).toBe(true);
    expect(await admit(invited.roster, request, last + 1)).toEqual(fault("invitation-invalid"));
    // An admin whose clock is slow, or turned back: the relay judges by its own.
    const { record } = must(await admit(invited.roster, request, NOON));
    const byRelay = await extendRoster(invited.roster, record, last + 1);
    expect(byRelay).toEqual(fault("invitation-invalid"));
  });

  test("[SP4] an invitation of another space admits nobody here", async () => {
    const foreign = newInvitation(random, RELAY, space.roster.space, NOON);
    const foreignRequest = await requestOf(ben, foreign.secret);
    expect(await admit(invited.roster, foreignRequest)).toEqual(fault("invitation-invalid"));
  });

  test("[SP4] one invitation is not made twice", async () => {
    const again = await inviteRecord(invited.roster, anna, invitation, "admin", NOON);
    expect(again).toEqual(fault("not-allowed"));
  });

  test("[SP5] keys that were put in the place of the newcomer's are refused", async () => {
    const mallory = await newDevice(random);
    const swaps = [
      mallory.keys,
      { ...request.keys, signingKey: mallory.keys.signingKey },
      { ...request.keys, sealingKey: mallory.keys.sealingKey },
    ];
    for (const keys of swaps) {
      expect(await admit(invited.roster, { ...request, keys })).toEqual(fault("bad-signature"));
    }
  });

  test("[SP5] a signature made without the invitation admits nobody", async () => {
    const other = await requestOf(ben, newInvitation(random, RELAY, space.roster.space, 0).secret);
    const mixed = { ...request, joinSignature: other.joinSignature };
    expect(await admit(invited.roster, mixed)).toEqual(fault("bad-signature"));
  });

  test("[SP5] the key of an invitation follows from its secret, and its id is no part of it", async () => {
    const { invitation: id, signingKey } = await invitationKeys(invitation.secret);
    expect(invited.roster.invitations.get(id)?.invitationKey).toEqual(signingKey.publicKey);
    const fromId = await signingKeyOf(concatBytes(idToBytes(id), idToBytes(id)));
    expect(fromId.publicKey).not.toEqual(signingKey.publicKey);
  });

  test("[SP6] a device is in a space once", async () => {
    const { roster } = must(await admit(invited.roster, request));
    const second = newInvitation(random, RELAY, roster.space, NOON);
    const again = must(await inviteRecord(roster, anna, second, "admin", NOON));
    const asked = await requestOf(ben, second.secret);
    expect(await admit(again.roster, asked)).toEqual(fault("not-allowed"));
  });

  test("[SP6] a newcomer whose key cannot be sealed to is not admitted", async () => {
    const keys = { ...ben.keys, sealingKey: new Uint8Array(32) };
    const asked = await requestOf({ ...ben, keys });
    expect(await admit(invited.roster, asked)).toEqual(fault("unusable-key"));
  });
});

test("[SP1] a space's id is 32 bytes, as its record's", () => {
  const again = bytesToId("SpaceId", idToBytes(space.roster.head));
  expect(again).toBe(space.roster.space);
});
