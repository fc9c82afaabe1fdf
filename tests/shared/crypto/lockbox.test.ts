import { concatBytes, hexToBytes, textToBytes, type Bytes } from "@beiakte/shared/base/bytes";
import { bytesToId } from "@beiakte/shared/base/ids";
import { deriveHpkePair, hpkeOpen } from "@beiakte/shared/crypto/hpke";
import { closeLockbox, openLockbox, sealingPairOf } from "@beiakte/shared/crypto/lockbox";
import { newSecret, secretBytes } from "@beiakte/shared/crypto/secret";
import { createCipheriv, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { must } from "../../support/devices";
import { seeded } from "../../support/seeded";

const random = seeded("lockbox");
const place = {
  space: bytesToId("SpaceId", random.bytes(32)),
  epoch: bytesToId("RecordId", random.bytes(32)),
  device: bytesToId("DeviceId", random.bytes(32)),
};
const secret = newSecret("device", random);
const epochKey = newSecret("epoch", random);

// RFC 9180, appendix A.1.1: DHKEM(X25519, HKDF-SHA256).
const RFC = {
  ikmR: hex("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037"),
  pkRm: hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d"),
  enc: hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
  sharedSecret: hex("fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc"),
  info: hex("4f6465206f6e2061204772656369616e2055726e"),
};

test("[CR6] a device's pair is the one that RFC 9180 derives", async () => {
  expect((await deriveHpkePair(RFC.ikmR)).publicKey).toEqual(RFC.pkRm);
});

test("[CR6] what is sealed by RFC 9180's shared secret and key schedule opens", async () => {
  // The RFC has no vector of X25519 with AES-256-GCM: the key schedule of §5.1 is worked out here,
  // by another implementation of its primitives, from the RFC's own shared secret.
  const plaintext = textToBytes("Beauty is truth, truth beauty");
  const { key, nonce } = keySchedule(RFC.sharedSecret, RFC.info);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  const sealed = { encapsulated: RFC.enc, ciphertext: Uint8Array.from(body) };
  const opened = await hpkeOpen(await deriveHpkePair(RFC.ikmR), RFC.info, sealed);
  expect(opened).toEqual({ ok: true, value: plaintext });
});

test("[CR7] a lockbox gives its device the epoch's key", async () => {
  const pair = await sealingPairOf(secret);
  const bytes = must(await closeLockbox(pair.publicKey, place, epochKey));
  const opened = must(await openLockbox(await sealingPairOf(secret), place, bytes));
  expect(secretBytes(opened)).toEqual(secretBytes(epochKey));
});

test("[CR7] a lockbox opens for no other device, and at no other place", async () => {
  const pair = await sealingPairOf(secret);
  const bytes = must(await closeLockbox(pair.publicKey, place, epochKey));
  const stranger = await sealingPairOf(newSecret("device", random));
  const found = await Promise.all([
    openLockbox(stranger, place, bytes),
    openLockbox(pair, { ...place, space: bytesToId("SpaceId", random.bytes(32)) }, bytes),
    openLockbox(pair, { ...place, epoch: bytesToId("RecordId", random.bytes(32)) }, bytes),
    openLockbox(pair, { ...place, device: bytesToId("DeviceId", random.bytes(32)) }, bytes),
  ]);
  expect(found).toEqual(Array.from(found, () => ({ ok: false, error: "unreadable" })));
});

test("[CR7] a lockbox of which any byte is changed or missing does not open", async () => {
  const pair = await sealingPairOf(secret);
  const bytes = must(await closeLockbox(pair.publicKey, place, epochKey));
  const changed = Array.from(bytes, (byte, at) => bytes.with(at, byte ^ 1));
  const cut = [new Uint8Array(0), bytes.slice(0, 1), bytes.slice(0, -1), concatBytes(bytes, bytes)];
  const found = await Promise.all(
    [...changed, ...cut].map((each) => openLockbox(pair, place, each)),
  );
  expect(found.some((each) => each.ok)).toBe(false);
});

test("[CR7] a lockbox of a later version is too new, not broken", async () => {
  const pair = await sealingPairOf(secret);
  const found = await openLockbox(pair, place, Uint8Array.of(2, 1, 2, 3));
  expect(found).toEqual({ ok: false, error: "too-new" });
});

test("[CR7] a key that makes no shared secret is refused, not sealed to", async () => {
  const found = await Promise.all(
    [new Uint8Array(32), new Uint8Array(31), new Uint8Array(32).fill(1, 0, 1)].map((key) =>
      closeLockbox(key, place, epochKey),
    ),
  );
  expect(found).toEqual(Array.from(found, () => ({ ok: false, error: "unusable-key" })));
});

/** RFC 9180 §5.1, base mode, suite 0x0020, 0x0001, 0x0002. */
function keySchedule(sharedSecret: Bytes, info: Bytes): { key: Buffer; nonce: Buffer } {
  const suite = Buffer.concat([Buffer.from("HPKE"), Buffer.from([0, 0x20, 0, 1, 0, 2])]);
  const extract = (salt: Uint8Array, label: string, ikm: Uint8Array): Buffer =>
    createHmac("sha256", salt)
      .update(Buffer.concat([Buffer.from("HPKE-v1"), suite, Buffer.from(label), ikm]))
      .digest();
  const expand = (prk: Uint8Array, label: string, about: Uint8Array, length: number): Buffer =>
    createHmac("sha256", prk)
      .update(Buffer.from([0, length]))
      .update(Buffer.concat([Buffer.from("HPKE-v1"), suite, Buffer.from(label), about]))
      .update(Buffer.from([1]))
      .digest()
      .subarray(0, length);
  const empty = new Uint8Array(0);
  const hashes = [extract(empty, "psk_id_hash", empty), extract(empty, "info_hash", info)];
  const context = Buffer.concat([Buffer.from([0]), ...hashes]);
  const prk = extract(sharedSecret, "secret", empty);
  return { key: expand(prk, "key", context, 32), nonce: expand(prk, "base_nonce", context, 12) };
}

function hex(text: string): Bytes {
  return hexToBytes(text) ?? new Uint8Array(0);
}
