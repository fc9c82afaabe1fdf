import { decode, encode } from "@beiakte/shared/base/codec";
import { bytesToId } from "@beiakte/shared/base/ids";
import { closeLockbox } from "@beiakte/shared/crypto/lockbox";
import { newSecret, secretBytes } from "@beiakte/shared/crypto/secret";
import { directoryId } from "@beiakte/shared/space/directory-id";
import {
  currentKey,
  emptyKeyring,
  type Keyring,
  type Lockbox,
  lockboxesFor,
  openLockboxes,
  readKeyring,
  writeKeyring,
} from "@beiakte/shared/space/keyring";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { must, newDevice, newSpace } from "../../support/devices";
import { seeded } from "../../support/seeded";

const random = seeded("keyring");
const { roster, keyring, lockboxes, anna } = await newSpace(random);
const ben = await newDevice(random);
const forBen = must(await lockboxesFor(keyring, { device: ben.device, ...ben.keys }));
const epoch = roster.currentEpoch.id;
const none = emptyKeyring(roster.space);

function keysOf(ring: Keyring): object {
  return [...ring.keys].map(([id, key]) => [id, [...secretBytes(key)]]);
}

test("[SP7] each device opens its own lockboxes, and both hold the same key", async () => {
  const annas = await openLockboxes(none, roster, anna, lockboxes);
  const bens = await openLockboxes(none, roster, ben, forBen);
  expect([annas.faults, bens.faults]).toEqual([[], []]);
  expect(keysOf(annas.keyring)).toEqual(keysOf(keyring));
  expect(keysOf(bens.keyring)).toEqual(keysOf(keyring));
  expect(currentKey(bens.keyring, roster)).toBeDefined();
  expect(currentKey(none, roster)).toBeUndefined();
});

test("[SP7] a key that the epoch's record is not committed to is refused", async () => {
  // Whoever knows Ben's public key can seal him a key of their own: he would write for them.
  const place = { space: roster.space, epoch, device: ben.device };
  const planted = newSecret("epoch", random);
  const bytes = must(await closeLockbox(ben.keys.sealingKey, place, planted));
  const opened = await openLockboxes(none, roster, ben, [{ device: ben.device, epoch, bytes }]);
  expect(opened).toEqual({ keyring: none, faults: [{ type: "wrong-key", epoch }] });
});

test("[SP7] lockboxes of others, of unknown epochs, damaged or too new are told, and stop nothing", async () => {
  const [good] = forBen;
  if (good === undefined) throw new Error("Ben has a lockbox");
  const unknown = bytesToId("RecordId", random.bytes(32));
  const bad: readonly [Lockbox, string][] = [
    [{ ...good, device: anna.device }, "foreign"],
    [{ ...good, epoch: unknown }, "unknown-epoch"],
    [{ ...good, bytes: good.bytes.slice(0, -1) }, "unreadable"],
    [{ ...good, bytes: Uint8Array.of(9) }, "too-new"],
  ];
  const all = [...bad.map(([lockbox]) => lockbox), good];
  const opened = await openLockboxes(none, roster, ben, all);
  expect(opened.faults.map((fault) => fault.type)).toEqual(bad.map(([, type]) => type));
  expect(keysOf(opened.keyring)).toEqual(keysOf(keyring));
});

test("[SP7] a key that is held is not replaced", async () => {
  const damaged = [{ device: ben.device, epoch, bytes: new Uint8Array(81) }];
  expect(await openLockboxes(keyring, roster, ben, damaged)).toEqual({ keyring, faults: [] });
});

test("[SP8] a keyring comes back from its bytes, and prints no key", () => {
  const bytes = encode((writer) => writeKeyring(writer, keyring));
  const found = decode(bytes, readKeyring);
  expect(keysOf(must(found))).toEqual(keysOf(keyring));
  expect(inspect(keyring, { depth: 9, showHidden: true })).toContain("<key>");
  for (let length = 0; length < bytes.length; length += 1) {
    expect(decode(bytes.slice(0, length), readKeyring).ok).toBe(false);
  }
});

test("[SP9] the directory's id follows from its space, and is another in each", async () => {
  const other = await newSpace(random);
  expect(await directoryId(roster.space)).toBe(await directoryId(roster.space));
  expect(await directoryId(roster.space)).not.toBe(await directoryId(other.roster.space));
});
