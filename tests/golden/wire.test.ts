/**
 * What format 1 wrote, on the wire and for the relay's disk. The keys are those that a test may
 * know: Anna's are made of 1 and 2, Ben's of 3 and 4, the invitation's secret of 6.
 */
import { bytesToHex, type Bytes } from "@beiakte/shared/base/bytes";
import { bytesToId } from "@beiakte/shared/base/ids";
import { entryKey, open } from "@beiakte/shared/crypto/seal";
import { Secret, secretBytes } from "@beiakte/shared/crypto/secret";
import { signingKeyOf } from "@beiakte/shared/crypto/signature";
import { encodeHeader, entryId, isSignedBy, parseEntry } from "@beiakte/shared/log/entry";
import { parsePayload, type Payload } from "@beiakte/shared/log/payload";
import { invitationKeys } from "@beiakte/shared/space/invitation";
import { invitationToText, parseInvitation } from "@beiakte/shared/space/invitation-text";
import { openJoinName } from "@beiakte/shared/space/join";
import {
  encodeJoinRequest,
  isJoinSigned,
  parseJoinRequest,
} from "@beiakte/shared/space/join-request";
import { emptyKeyring, type Keyring, openLockboxes } from "@beiakte/shared/space/keyring";
import { type OwnDevice, ownDevice } from "@beiakte/shared/space/own-device";
import { parseRecord, signRecord } from "@beiakte/shared/space/record";
import { parseRoster } from "@beiakte/shared/space/roster";
import { sixWords } from "@beiakte/shared/space/words";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { must } from "../support/devices";
import { goldenBytes, goldenText } from "./read-golden";

const V1 = "wire/v1";
const SPACE = "ea8b45913096d37089578cd73190eaccf04661686001ac317e1a0b1b9e5e8f69";
const ANNA = "8035f2fe2fbb40707f7ab739cb305fe0a19a9229048250804913c303f891e414";
const BEN = "5e7cef5b6e0e1a25efbbca20ee321bd7944508092ed524272b9c4f568f87f1cc";
const HEAD = "6e6ce78de36920340e4c700a5c52c16a1e95a5259e4dfc8c836ad66b4276e076";
const UPDATE = "c2178f39cbc6ac31d695ed58c870c5094d7535ba6cb64fbd9b54c6ecc56716df";
const SNAPSHOT = "bd96c05706ae71b04ea577444b074de3fb1fe03b3cdc98b7dcb5363a58de0a13";
const INVITATION = "2f628baf6c6c70bdb170c18e90ec6851";
const FOUNDED_AT = Date.UTC(2026, 0, 5, 9);

const anna = await ownDevice(await signingKeyOf(filled(1)), new Secret("device", filled(2)));
const ben = await ownDevice(await signingKeyOf(filled(3)), new Secret("device", filled(4)));
const records = ["found", "invite", "admit"].map((name) => goldenBytes(`${V1}/record-${name}`));
const roster = must(await parseRoster(records));

function filled(byte: number, length = 32): Bytes {
  return new Uint8Array(length).fill(byte);
}

async function keyringOf(own: OwnDevice, name: string): Promise<Keyring> {
  const lockbox = {
    device: own.device,
    epoch: roster.currentEpoch.id,
    bytes: goldenBytes(`${V1}/lockbox-${name}`),
  };
  const opened = await openLockboxes(emptyKeyring(roster.space), roster, own, [lockbox]);
  expect(opened.faults).toEqual([]);
  return opened.keyring;
}

/** What an entry says, after all that a reader checks. */
async function contentOf(name: string, author: OwnDevice): Promise<Payload> {
  const entry = must(parseEntry(goldenBytes(`${V1}/${name}`)));
  expect(encodeHeader(entry.header)).toEqual(entry.headerBytes);
  expect(entry.header.device).toBe(author.device);
  expect(await isSignedBy(entry, author.keys.signingKey)).toBe(true);
  const epochKey = (await keyringOf(ben, "ben")).keys.get(entry.header.epoch);
  expect(epochKey).toBeDefined();
  if (epochKey === undefined) throw new Error("the epoch's key is there");
  const key = await entryKey(epochKey, entry.header);
  const opened = must(await open(key, entry.nonce, entry.ciphertext, entry.headerBytes));
  return must(parsePayload(opened));
}

function textOf(payload: Payload): string {
  const document = new Y.Doc();
  Y.applyUpdate(document, payload.update);
  return document.getText("text").toJSON();
}

test("[EN6] the devices of 2026 have the ids that they had", () => {
  expect([anna.device, ben.device]).toEqual([ANNA, BEN]);
});

test("[EN6] a roster of format 1 is read: founded, invited, admitted", () => {
  expect([roster.space, roster.head, roster.length]).toEqual([SPACE, HEAD, 3]);
  expect(roster.devices.get(anna.device)).toEqual({
    ...anna.keys,
    device: ANNA,
    member: bytesToId("MemberId", filled(5, 16)),
    role: "admin",
  });
  expect(roster.devices.get(ben.device)).toEqual({
    ...ben.keys,
    device: BEN,
    member: bytesToId("MemberId", filled(7, 16)),
    role: "member",
  });
  expect([...roster.invitations.values()]).toMatchObject([
    { invitation: INVITATION, expiresAt: FOUNDED_AT + 72 * 3_600_000, usedBy: BEN },
  ]);
});

test("[EN6] the records of format 1 are written today as they were then", async () => {
  const again = await Promise.all(
    records.map((bytes) => signRecord(must(parseRecord(bytes)), anna.signingKey)),
  );
  expect(again.map(bytesToHex)).toEqual(records.map(bytesToHex));
});

test("[EN6] the lockboxes of format 1 hold one key", async () => {
  const [annas, bens] = [await keyringOf(anna, "anna"), await keyringOf(ben, "ben")];
  const keys = [annas, bens].map((keyring) => [...keyring.keys.values()].map(secretBytes));
  expect(keys[0]).toEqual(keys[1]);
  expect(keys[0]).toHaveLength(1);
});

test("[EN6] an update of format 1 is verified and opened", async () => {
  expect(await entryId(goldenBytes(`${V1}/entry-update`))).toBe(UPDATE);
  const { header } = must(parseEntry(goldenBytes(`${V1}/entry-update`)));
  expect(header).toMatchObject({
    kind: "update",
    space: SPACE,
    epoch: SPACE,
    roster: HEAD,
    seq: 1,
  });
  const payload = await contentOf("entry-update", anna);
  expect([payload.time, payload.heads, payload.owners]).toEqual([FOUNDED_AT + 3000, [], []]);
  expect(textOf(payload)).toBe("Guten Tag, Frau Demir.");
});

test("[EN6] a snapshot of format 1 is verified and opened, with what it covers", async () => {
  expect(await entryId(goldenBytes(`${V1}/entry-snapshot`))).toBe(SNAPSHOT);
  const head = { device: ANNA, writer: "09".repeat(8), seq: 1, id: UPDATE };
  const { header } = must(parseEntry(goldenBytes(`${V1}/entry-snapshot`)));
  expect(header).toMatchObject({ kind: "snapshot", covers: [head], setAside: ["0b".repeat(32)] });
  const payload = await contentOf("entry-snapshot", ben);
  expect(payload.heads).toEqual([head]);
  expect(payload.owners).toEqual([{ client: 42, device: ANNA }]);
  expect(textOf(payload)).toBe("Guten Tag, Frau Demir.");
});

test("[EN6] an invitation of version 1 is read, and written today as it was then", async () => {
  const text = goldenText(`${V1}/invitation.txt`).trim();
  const invitation = must(await parseInvitation(text));
  expect(invitation).toMatchObject({
    relay: "wss://relay.example/beiakte",
    space: SPACE,
    expiresAt: FOUNDED_AT + 72 * 3_600_000,
  });
  expect(secretBytes(invitation.secret)).toEqual(filled(6));
  expect((await invitationKeys(invitation.secret)).invitation).toBe(INVITATION);
  expect(await invitationToText(invitation)).toBe(text);
});

test("[EN6] a join request of format 1 is verified, its name read, its words the same", async () => {
  const bytes = goldenBytes(`${V1}/join-request`);
  const request = must(parseJoinRequest(bytes));
  const { signingKey, nameKey } = await invitationKeys(new Secret("invitation", filled(6)));
  expect(encodeJoinRequest(request)).toEqual(bytes);
  expect(await isJoinSigned(request, signingKey.publicKey)).toBe(true);
  expect(must(await openJoinName(request, nameKey))).toEqual({
    name: "Ben Öztürk",
    organisation: "Diakonie",
  });
  const words = await sixWords(roster.space, request.invitation, request.keys);
  expect(words.join(" ")).toBe("Finale Tischtuch Autobahn Kimono Biologie Wohnung");
});
