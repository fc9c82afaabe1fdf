import { textToBytes } from "@beiakte/shared/base/bytes";
import { bytesToId } from "@beiakte/shared/base/ids";
import { draftKey, entryKey, projectionKey, whisperKey } from "@beiakte/shared/crypto/keys";
import { newNonce, open, openBox, seal, sealBox } from "@beiakte/shared/crypto/seal";
import { newSecret, Secret, secretBytes } from "@beiakte/shared/crypto/secret";
import { createDecipheriv, hkdfSync } from "node:crypto";
import { expect, test } from "vitest";
import { seeded } from "../../support/seeded";

const random = seeded("seal");
const epochKey = newSecret("epoch", random);
const place = {
  space: bytesToId("SpaceId", random.bytes(32)),
  document: bytesToId("DocumentId", random.bytes(16)),
  device: bytesToId("DeviceId", random.bytes(32)),
};
const plaintext = textToBytes("Frau Demir hat den Bescheid bekommen.");
const header = textToBytes("header");
const nonce = newNonce(random);

test("[CR4] what is sealed opens with its key, nonce and associated data", async () => {
  const key = await entryKey(epochKey, place);
  const ciphertext = await seal(key, nonce, plaintext, header);
  expect(ciphertext.length).toBe(plaintext.length + 16);
  expect(await open(key, nonce, ciphertext, header)).toEqual({ ok: true, value: plaintext });
});

test("[CR4] with another key, nonce or associated data, or any bit changed, it is unreadable", async () => {
  const key = await entryKey(epochKey, place);
  const ciphertext = await seal(key, nonce, plaintext, header);
  const unreadable = { ok: false, error: "unreadable" };
  const otherKey = await entryKey(newSecret("epoch", random), place);
  expect(await open(otherKey, nonce, ciphertext, header)).toEqual(unreadable);
  expect(await open(key, newNonce(random), ciphertext, header)).toEqual(unreadable);
  expect(await open(key, nonce, ciphertext, textToBytes("headeR"))).toEqual(unreadable);
  for (let bit = 0; bit < 8 * ciphertext.length; bit += 1) {
    const changed = ciphertext.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(await open(key, nonce, changed, header)).toEqual(unreadable);
  }
});

test("[CR4] bytes that are too short to be sealed are unreadable, not an exception", async () => {
  const key = await entryKey(epochKey, place);
  const unreadable = { ok: false, error: "unreadable" };
  expect(await open(key, nonce, new Uint8Array(15), header)).toEqual(unreadable);
  expect(await open(key, new Uint8Array(3), new Uint8Array(40), header)).toEqual(unreadable);
  for (const length of [0, 11, 12, 27]) {
    expect(await openBox(key, new Uint8Array(length), header)).toEqual(unreadable);
  }
});

test("[CR4] a box carries its nonce, and two boxes of one thing are different", async () => {
  const key = await draftKey(newSecret("draft", random));
  const [first, second] = [
    await sealBox(key, random, plaintext, header),
    await sealBox(key, random, plaintext, header),
  ];
  expect(first).not.toEqual(second);
  expect(await openBox(key, first, header)).toEqual({ ok: true, value: plaintext });
  expect(await openBox(key, second, header)).toEqual({ ok: true, value: plaintext });
});

test("[CR5] an entry's key is another in each space, document, device and epoch", async () => {
  const key = await entryKey(epochKey, place);
  const ciphertext = await seal(key, nonce, plaintext, header);
  const others = await Promise.all([
    entryKey(epochKey, { ...place, space: bytesToId("SpaceId", random.bytes(32)) }),
    entryKey(epochKey, { ...place, document: bytesToId("DocumentId", random.bytes(16)) }),
    entryKey(epochKey, { ...place, device: bytesToId("DeviceId", random.bytes(32)) }),
    entryKey(newSecret("epoch", random), place),
    whisperKey(epochKey, place.space),
  ]);
  const found = await Promise.all(others.map((other) => open(other, nonce, ciphertext, header)));
  expect(found.some((each) => each.ok)).toBe(false);
});

test("[CR5] one secret gives different keys for different uses", async () => {
  const bytes = random.bytes(32);
  const first = await draftKey(new Secret("draft", bytes));
  const second = await projectionKey(new Secret("projection", bytes));
  const box = await sealBox(first, random, plaintext, header);
  expect((await openBox(second, box, header)).ok).toBe(false);
});

test("[CR5] sealing is HKDF-SHA-256 and AES-256-GCM as another implementation understands them", async () => {
  const ciphertext = await seal(await entryKey(epochKey, place), nonce, plaintext, header);
  const fields = Buffer.from(place.space + place.document + place.device, "hex");
  const info = Buffer.concat([Buffer.from("beiakte entry key v1\0"), fields]);
  const key = hkdfSync("sha256", secretBytes(epochKey), new Uint8Array(0), info, 32);
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key), nonce);
  decipher.setAAD(header).setAuthTag(ciphertext.slice(-16));
  const opened = Buffer.concat([decipher.update(ciphertext.slice(0, -16)), decipher.final()]);
  expect(Uint8Array.from(opened)).toEqual(plaintext);
});

test("[CR5] a derived key is not given out again", async () => {
  const key = await entryKey(epochKey, place);
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
});
