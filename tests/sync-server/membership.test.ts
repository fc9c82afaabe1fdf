import { assert } from "@beiakte/shared/base/assert";
import { type Bytes, concatBytes } from "@beiakte/shared/base/bytes";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import { START } from "@beiakte/shared/protocol/cursor";
import { expect, test } from "vitest";
import { makeVoucher, voucherHash } from "../../sync-server/src/voucher";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import {
  admit,
  authentication,
  connect,
  followAll,
  found,
  headOf,
  invite,
  joinRequestOf,
  makeDocument,
  makeEntry,
  makeIdentity,
  makeLockbox,
  makeSpace,
  makeSpaceOf,
  openSocket,
  type RelayDevice,
  type TestInvitation,
  type TestSpace,
} from "../support/relay-device";
import { runRelay } from "./running-relay";

const PROXIED = { headers: { "x-forwarded-for": "192.0.2.7" } };

test("[RE25] on loopback a space is founded without a voucher", async () => {
  const { anna, space } = await founded();
  await followAll(anna, space.space);
});

test("[RE25] whoever comes through a proxy needs a voucher, which serves once", async () => {
  const relay = await runRelay();
  const anna = await connect(relay.port, await makeIdentity(), PROXIED);
  const [one, two] = [await makeSpace(anna.identity), await makeSpace(anna.identity)];
  expect(await foundRefusal(anna, one)).toBe("voucher-needed");
  expect(await foundRefusal(anna, one, "beiakte-voucher-0000")).toBe("voucher-invalid");
  const voucher = makeVoucher(cryptoRandom);
  await relay.store.addVoucher(voucherHash(voucher), relay.clock.now());
  await found(anna, one, [], ` ${voucher.toUpperCase()}\n`);
  expect(await foundRefusal(anna, two, voucher)).toBe("voucher-invalid");
  // Asking again for what is there costs nothing.
  await found(anna, one, [], "");
});

test("[RE25] a relay that listens to the world asks everyone for a voucher", async () => {
  const relay = await runRelay({ host: "0.0.0.0" });
  const anna = await connect(relay.port, await makeIdentity());
  expect(await foundRefusal(anna, await makeSpace(anna.identity))).toBe("voucher-needed");
});

test("[RE25] a relay with a public name asks everyone for a voucher", async () => {
  const relay = await runRelay({ names: ["relay.example.org"] });
  const anna = await openSocket(relay.port, await makeIdentity());
  anna.send(await authentication(anna, "relay.example.org"));
  await anna.next("welcome");
  expect(await foundRefusal(anna, await makeSpace(anna.identity))).toBe("voucher-needed");
});

test("[RE26] any member gives a lost roster back, a stranger does not", async () => {
  const relay = await runRelay();
  const [anna, ben, carl] = await three(relay.port);
  const space = await makeSpaceOf(anna.identity, ben.identity);
  expect(await foundRefusal(carl, space)).toBe("not-a-member");
  await found(ben, space);
  await followAll(anna, space.space);
});

test("[RE26] a relay with an older roster takes the newest part, and never another branch", async () => {
  const relay = await runRelay();
  const [anna, ben] = await three(relay.port);
  const space = await makeSpace(anna.identity);
  await found(anna, space);
  const before = [...space.records];
  await admit(space, await invite(space, 2 ** 50), ben.identity);
  await found(ben, space);
  await followAll(ben, space.space);
  await found(anna, { ...space, records: before });
  const fork = { ...space, records: before };
  await invite(fork, 2 ** 50);
  expect(await foundRefusal(anna, fork)).toBe("roster-moved");
  const carl = await connect(relay.port, await makeIdentity());
  expect(await foundRefusal(carl, space)).toBe("not-a-member");
});

test("[RE26] a roster that is broken, empty or of another space is refused", async () => {
  const relay = await runRelay();
  const [anna] = await three(relay.port);
  const [space, other] = [await makeSpace(anna.identity), await makeSpace(anna.identity)];
  expect(await foundRefusal(anna, { ...space, records: [] })).toBe("malformed");
  expect(await foundRefusal(anna, { ...space, records: other.records })).toBe("malformed");
  const [first] = space.records;
  assert(first, "found");
  const broken = first.slice();
  broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
  expect(await foundRefusal(anna, { ...space, records: [broken] })).toBe("bad-signature");
  const newer = concatBytes(Uint8Array.of(2), first);
  expect(await foundRefusal(anna, { ...space, records: [newer] })).toBe("unknown-version");
  const { device } = await makeIdentity();
  anna.send({ type: "found", ...space, lockboxes: [makeLockbox(space, device)], voucher: "" });
  expect((await anna.next("refused")).reason).toBe("not-allowed");
});

test("[RE27] a record that extends the head reaches all followers, and the same again is recorded", async () => {
  const { anna, space } = await founded();
  await followAll(anna, space.space);
  await anna.next("records");
  await invite(space, 2 ** 50);
  const record = space.records[1];
  assert(record, "invite");
  sendRecord(anna, space, record);
  await anna.next("recorded");
  expect(await anna.next("records")).toMatchObject({ from: 1, records: [record] });
  sendRecord(anna, space, record);
  expect((await anna.next("recorded")).id).toBe(await headOf(space));
});

test("[RE27] a record that does not extend the head, or that its author may not make, is refused", async () => {
  const relay = await runRelay();
  const [anna, ben, carl] = await three(relay.port);
  const space = await makeSpaceOf(anna.identity, ben.identity);
  await found(anna, space);
  const fork = { ...space, records: space.records.slice(0, 2) };
  await invite(fork, 2 ** 50);
  expect(await recordRefusal(anna, space, fork.records.at(-1))).toBe("roster-moved");
  const byMember = { ...space, founder: ben.identity, records: [...space.records] };
  await invite(byMember, 2 ** 50);
  expect(await recordRefusal(ben, space, byMember.records.at(-1))).toBe("not-allowed");
  const good = { ...space, records: [...space.records] };
  await invite(good, 2 ** 50);
  expect(await recordRefusal(ben, space, good.records.at(-1))).toBe("wrong-sender");
  expect(await recordRefusal(carl, space, good.records.at(-1))).toBe("not-a-member");
  expect(await recordRefusal(anna, space, Uint8Array.of(1, 2))).toBe("malformed");
});

test("[RE28] who asks to join is told to admins, and admitted it follows at once", async () => {
  const { relay, anna, space } = await founded();
  const ben = await connect(relay.port, await makeIdentity());
  const invitation = await inviteAt(anna, space, relay.clock.now() + 1000);
  await followAll(anna, space.space);
  const request = await join(ben, space, invitation);
  expect((await anna.next("join-requests")).requests).toEqual([]);
  expect((await anna.next("join-requests")).requests).toEqual([request]);
  const carl = await connect(relay.port, await makeIdentity());
  const second = await join(carl, space, invitation);
  expect((await anna.next("join-requests")).requests).toEqual([request, second]);

  const later = await connect(relay.port, anna.identity);
  await followAll(later, space.space);
  expect((await later.next("join-requests")).requests).toEqual([request, second]);

  const record = await admit(space, invitation, ben.identity, relay.clock.now());
  const lockbox = makeLockbox(space, ben.identity.device);
  anna.send({ type: "record", space: space.space, record, lockboxes: [lockbox] });
  await anna.next("recorded");
  expect((await anna.next("join-requests")).requests).toEqual([]);
  expect(carl.unread()).toEqual([]);
  expect(await ben.next("records")).toMatchObject({ from: 0, records: space.records });
  expect((await ben.next("lockboxes")).lockboxes).toEqual([lockbox]);
  await followAll(ben, space.space);
  ben.send({
    type: "append",
    space: space.space,
    entry: (await makeEntry(space, ben.identity, { document: makeDocument() })).bytes,
  });
  await ben.next("stored");
});

test("[RE28] who was admitted while away gets roster and lockboxes by asking again", async () => {
  const { relay, anna, space } = await founded();
  const ben = await connect(relay.port, await makeIdentity());
  const invitation = await inviteAt(anna, space, relay.clock.now() + 1000);
  await join(ben, space, invitation);
  await isDone(ben);
  await ben.close();
  const record = await admit(space, invitation, ben.identity, relay.clock.now());
  const lockbox = makeLockbox(space, ben.identity.device);
  anna.send({ type: "record", space: space.space, record, lockboxes: [lockbox] });
  await anna.next("recorded");
  const back = await connect(relay.port, ben.identity);
  await join(back, space, invitation);
  expect((await back.next("records")).records).toEqual(space.records);
  expect((await back.next("lockboxes")).lockboxes).toEqual([lockbox]);
});

test("[RE28] an invitation that is used, unknown or past by the relay's clock lets nobody ask", async () => {
  const { relay, anna, space } = await founded();
  const [ben, carl] = await three(relay.port);
  const used = await inviteAt(anna, space, relay.clock.now() + 1000);
  const open = await inviteAt(anna, space, relay.clock.now() + 1000);
  const record = await admit(space, used, ben.identity, relay.clock.now());
  sendRecord(anna, space, record);
  await anna.next("recorded");
  const refusal = async (invitation: TestInvitation): Promise<Refusal> => {
    await join(carl, space, invitation);
    return (await carl.next("refused")).reason;
  };
  expect(await refusal(used)).toBe("invitation-invalid");
  const foreign = await invite(await makeSpace(carl.identity), 2 ** 50);
  expect(await refusal(foreign)).toBe("invitation-invalid");
  relay.clock.turn(1001);
  expect(await refusal(open)).toBe("invitation-invalid");
  carl.send({ type: "join", space: space.space, request: new Uint8Array(15) });
  expect((await carl.next("refused")).reason).toBe("malformed");
  // Nor does an admin with a slow clock admit by it.
  const late = await admit(space, open, carl.identity, 1000);
  expect(await recordRefusal(anna, space, late)).toBe("invitation-invalid");
});

test("[RE34] a request is not kept when another key than the invitation's has signed it", async () => {
  const { relay, anna, space } = await founded();
  const ben = await connect(relay.port, await makeIdentity());
  const invitation = await inviteAt(anna, space, relay.clock.now() + 1000);
  const signed = await joinRequestOf(ben.identity, invitation);
  const forged = await joinRequestOf(ben.identity, invitation, ben.identity.signing);
  const refusal = async (request: Bytes): Promise<Refusal> => {
    ben.send({ type: "join", space: space.space, request });
    return (await ben.next("refused")).reason;
  };
  expect(await refusal(forged)).toBe("invitation-invalid");
  expect(await refusal(signed.subarray(0, 100))).toBe("malformed");
  expect(await refusal(signed.with(16, 2))).toBe("unknown-version");
  await followAll(anna, space.space);
  expect((await anna.next("join-requests")).requests).toEqual([]);
});

test("[RE34] nobody asks with another device's request", async () => {
  const { relay, anna, space } = await founded();
  const ben = await connect(relay.port, await makeIdentity());
  const invitation = await inviteAt(anna, space, relay.clock.now() + 1000);
  const request = await joinRequestOf(await makeIdentity(), invitation);
  ben.send({ type: "join", space: space.space, request });
  expect((await ben.next("refused")).reason).toBe("wrong-sender");
});

test("[RE28] a member who is no admin sees no requests", async () => {
  const relay = await runRelay();
  const [anna, ben, carl] = await three(relay.port);
  const space = await makeSpaceOf(anna.identity, ben.identity);
  await found(anna, space);
  const invitation = await inviteAt(anna, space, relay.clock.now() + 1000);
  await join(carl, space, invitation);
  await isDone(carl);
  ben.send({ type: "follow", space: space.space, cursor: START });
  await ben.next("caught-up");
  expect(ben.unread().filter(({ type }) => type === "join-requests")).toEqual([]);
});

async function founded() {
  const relay = await runRelay();
  const anna = await connect(relay.port, await makeIdentity());
  const space = await makeSpace(anna.identity);
  await found(anna, space);
  return { relay, anna, space };
}

async function three(port: number) {
  return [
    await connect(port, await makeIdentity()),
    await connect(port, await makeIdentity()),
    await connect(port, await makeIdentity()),
  ] as const;
}

async function foundRefusal(device: RelayDevice, space: TestSpace, voucher = ""): Promise<Refusal> {
  const { records } = space;
  device.send({ type: "found", space: space.space, records, lockboxes: [], voucher });
  return (await device.next("refused")).reason;
}

function sendRecord(device: RelayDevice, { space }: TestSpace, record: Bytes): void {
  device.send({ type: "record", space, record, lockboxes: [] });
}

async function recordRefusal(
  device: RelayDevice,
  space: TestSpace,
  record: Bytes | undefined,
): Promise<Refusal> {
  assert(record, "a record");
  sendRecord(device, space, record);
  return (await device.next("refused")).reason;
}

async function inviteAt(
  device: RelayDevice,
  space: TestSpace,
  expiresAt: number,
): Promise<TestInvitation> {
  const invitation = await invite(space, expiresAt);
  const record = space.records.at(-1);
  assert(record, "invite");
  sendRecord(device, space, record);
  await device.next("recorded");
  return invitation;
}

/** The relay answers in order: what was sent before has had its effect. */
async function isDone(device: RelayDevice): Promise<void> {
  device.send({ type: "ping" });
  await device.next("pong");
}

async function join(
  device: RelayDevice,
  { space }: TestSpace,
  invitation: TestInvitation,
): Promise<Bytes> {
  const request = await joinRequestOf(device.identity, invitation);
  device.send({ type: "join", space, request });
  return request;
}
