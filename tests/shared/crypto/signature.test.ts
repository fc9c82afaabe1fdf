import { bytesToHex, hexToBytes, textToBytes } from "@beiakte/shared/base/bytes";
import { generateSigningKey, sign, signingKeyOf, verify } from "@beiakte/shared/crypto/signature";
import { createPublicKey, verify as verifyByOther } from "node:crypto";
import { expect, test } from "vitest";
import { seeded } from "../../support/seeded";

const random = seeded("signature");
const bytes = textToBytes("what is signed");

// RFC 8032 §7.1, tests 1 to 3.
test.each([
  [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  ],
  [
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
  ],
  [
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
  ],
])("[CR11] a seed stands for the pair that RFC 8032 says: %s", async (seed, publicKey) => {
  const key = await signingKeyOf(hexToBytes(seed) ?? new Uint8Array(0));
  expect(bytesToHex(key.publicKey)).toBe(publicKey);
});

test("[CR11] a signature is one that another implementation of Ed25519 accepts", async () => {
  const key = await signingKeyOf(random.bytes(32));
  const signature = await sign(key, "beiakte entry v1", bytes);
  const x = Buffer.from(key.publicKey).toString("base64url");
  const other = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const signed = Buffer.concat([Buffer.from("beiakte entry v1\0"), bytes]);
  expect(verifyByOther(null, signed, other, signature)).toBe(true);
});

test("[CR12] a signature holds for its bytes, its key and its use only", async () => {
  const key = await generateSigningKey();
  const signature = await sign(key, "beiakte entry v1", bytes);
  const other = await generateSigningKey();
  expect(await verify(key.publicKey, "beiakte entry v1", bytes, signature)).toBe(true);
  expect(await verify(key.publicKey, "beiakte record v1", bytes, signature)).toBe(false);
  expect(await verify(other.publicKey, "beiakte entry v1", bytes, signature)).toBe(false);
  expect(await verify(key.publicKey, "beiakte entry v1", textToBytes("what"), signature)).toBe(
    false,
  );
});

test("[CR12] a malformed key or signature says no, and never throws", async () => {
  const key = await generateSigningKey();
  const signature = await sign(key, "beiakte join v1", bytes);
  const found = await Promise.all([
    verify(new Uint8Array(31), "beiakte join v1", bytes, signature),
    verify(new Uint8Array(0), "beiakte join v1", bytes, signature),
    verify(new Uint8Array(32).fill(255), "beiakte join v1", bytes, signature),
    verify(key.publicKey, "beiakte join v1", bytes, signature.slice(1)),
    verify(key.publicKey, "beiakte join v1", bytes, new Uint8Array(0)),
    verify(key.publicKey, "beiakte join v1", bytes, new Uint8Array(64).fill(255)),
  ]);
  expect(found).toEqual(Array.from(found, () => false));
});

test("[CR12] a device's key signs and cannot be taken out", async () => {
  const { privateKey } = await generateSigningKey();
  await expect(crypto.subtle.exportKey("pkcs8", privateKey)).rejects.toThrow();
  const derived = await signingKeyOf(random.bytes(32));
  await expect(crypto.subtle.exportKey("pkcs8", derived.privateKey)).rejects.toThrow();
});
