import { concatBytes, textToBytes } from "@beiakte/shared/base/bytes";
import { idToBytes } from "@beiakte/shared/base/ids";
import { newSecret, secretBytes } from "@beiakte/shared/crypto/secret";
import { invitationKeys } from "@beiakte/shared/space/invitation";
import { makeJoinRequest, openJoinName } from "@beiakte/shared/space/join";
import {
  encodeJoinRequest,
  isJoinSigned,
  JOIN_MOST_BYTES,
  parseJoinRequest,
} from "@beiakte/shared/space/join-request";
import { nameKeyToText, parseNameKey } from "@beiakte/shared/space/name-key-text";
import fc from "fast-check";
import { expect, test } from "vitest";
import { must, newDevice } from "../../support/devices";
import { seeded } from "../../support/seeded";

const random = seeded("join");
const secret = newSecret("invitation", random);
const { invitation, signingKey, nameKey } = await invitationKeys(secret);
const ben = await newDevice(random);
const NAME = { name: "Ben Öztürk", organisation: "Diakonie" };
const bytes = await makeJoinRequest(random, secret, ben, NAME);
const request = must(parseJoinRequest(bytes));

test("[SP13] a request begins with its invitation, and comes back as it was", () => {
  expect(bytes.slice(0, 16)).toEqual(idToBytes(invitation));
  expect(request.keys).toEqual(ben.keys);
  expect(encodeJoinRequest(request)).toEqual(bytes);
});

test("[SP13] whoever holds the invitation's public key sees that its holder made these keys", async () => {
  expect(await isJoinSigned(request, signingKey.publicKey)).toBe(true);
  const mallory = await newDevice(random);
  const swapped = { ...request, keys: mallory.keys };
  expect(await isJoinSigned(swapped, signingKey.publicKey)).toBe(false);
  const other = await invitationKeys(newSecret("invitation", random));
  expect(await isJoinSigned(request, other.signingKey.publicKey)).toBe(false);
});

test("[SP13] any bytes are a request or malformed, never an exception; a later version is told", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
      parseJoinRequest(Uint8Array.from(tail));
      parseJoinRequest(concatBytes(bytes.slice(0, 17), tail));
    }),
    { numRuns: 1000 },
  );
  const later = bytes.with(16, 2);
  expect(parseJoinRequest(Uint8Array.from(later))).toEqual({
    ok: false,
    error: { type: "too-new", version: 2 },
  });
});

test("[SP14] an admin who has the name's key reads who asks", async () => {
  expect(await openJoinName(request, nameKey)).toEqual({ ok: true, value: NAME });
});

test("[SP14] the relay learns neither name nor organisation, nor how long they are", async () => {
  for (const word of [NAME.name, NAME.organisation]) {
    expect(Buffer.from(bytes).includes(Buffer.from(textToBytes(word)))).toBe(false);
  }
  const longer = { name: "Maximiliane von Hohenberg", organisation: "Stadt Neustadt am See" };
  expect((await makeJoinRequest(random, secret, ben, longer)).length).toBe(bytes.length);
});

test("[SP14] a name under other keys, or by another key, is unreadable", async () => {
  const unreadable = { ok: false, error: "unreadable" };
  const mallory = await newDevice(random);
  expect(await openJoinName({ ...request, keys: mallory.keys }, nameKey)).toEqual(unreadable);
  expect(await openJoinName(request, newSecret("join-name", random))).toEqual(unreadable);
  const empty = { ...request, nameBox: new Uint8Array(0) };
  expect(await openJoinName(empty, nameKey)).toEqual(unreadable);
});

test("[SP14] the longest name fits into a request", async () => {
  const long = "🌳".repeat(500);
  const large = await makeJoinRequest(random, secret, ben, { name: long, organisation: long });
  expect(large.length).toBeLessThanOrEqual(JOIN_MOST_BYTES);
  const found = must(await openJoinName(must(parseJoinRequest(large)), nameKey));
  expect(found).toEqual({ name: "🌳".repeat(100), organisation: "🌳".repeat(100) });
});

test("[SP15] the name's key comes back from its text, and is not the invitation's secret", () => {
  const text = nameKeyToText(nameKey);
  expect(secretBytes(must(parseNameKey(text)))).toEqual(secretBytes(nameKey));
  expect(text).not.toBe(Buffer.from(secretBytes(secret)).toString("hex"));
  for (const broken of ["", text.slice(2), `${text}00`, text.toUpperCase(), "x"]) {
    expect(parseNameKey(broken)).toEqual({ ok: false, error: "malformed" });
  }
});
