import { concatBytes, type Bytes } from "@beiakte/shared/base/bytes";
import { bytesToId } from "@beiakte/shared/base/ids";
import { hash } from "@beiakte/shared/crypto/hash";
import { sign } from "@beiakte/shared/crypto/signature";
import {
  encodeHeader,
  entryId,
  type EntryHeader,
  FIRST_PREVIOUS,
  type Head,
  isSignedBy,
  parseEntry,
  signedPart,
} from "@beiakte/shared/log/entry";
import fc from "fast-check";
import { expect, test } from "vitest";
import { must, newDevice } from "../../support/devices";
import { seeded } from "../../support/seeded";

const random = seeded("entry");
const anna = await newDevice(random);
const MALFORMED = { ok: false, error: { type: "malformed" } };

const bytesOf = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Uint8Array.from(bytes));
const idOf = <Name extends Parameters<typeof bytesToId>[0]>(
  name: Name,
  length: number,
): fc.Arbitrary<ReturnType<typeof bytesToId<Name>>> =>
  bytesOf(length).map((bytes) => bytesToId(name, bytes));

const SEQ = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.maxSafeNat().map((seq) => seq || 1),
);
const HEAD: fc.Arbitrary<Head> = fc.record({
  device: idOf("DeviceId", 32),
  writer: idOf("WriterId", 8),
  seq: SEQ,
  id: idOf("EntryId", 32),
});
const PLACE = fc
  .record({
    space: idOf("SpaceId", 32),
    document: idOf("DocumentId", 16),
    epoch: idOf("RecordId", 32),
    roster: idOf("RecordId", 32),
    device: idOf("DeviceId", 32),
    writer: idOf("WriterId", 8),
    seq: SEQ,
    previous: idOf("EntryId", 32).filter((id) => id !== FIRST_PREVIOUS),
  })
  .map((place) => (place.seq === 1 ? { ...place, previous: FIRST_PREVIOUS } : place));
const keyOf = (head: Head): string => head.device + head.writer;
const HEADER: fc.Arbitrary<EntryHeader> = fc.oneof(
  PLACE.map((place) => ({ ...place, kind: "update" as const })),
  fc
    .record({
      place: PLACE,
      covers: fc.uniqueArray(HEAD, { selector: keyOf, maxLength: 5 }),
      setAside: fc.uniqueArray(idOf("EntryId", 32), { maxLength: 5 }),
    })
    .map(({ place, covers, setAside }) => ({
      ...place,
      kind: "snapshot" as const,
      covers: covers.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      setAside: setAside.toSorted(),
    })),
);

async function signedEntry(header: EntryHeader, ciphertext: Bytes): Promise<Bytes> {
  const signed = signedPart(encodeHeader(header), random.bytes(12), ciphertext);
  return concatBytes(signed, await sign(anna.signingKey, "beiakte entry v1", signed));
}

const [SAMPLE] = fc.sample(PLACE, { numRuns: 1, seed: 7 });
if (SAMPLE === undefined) throw new Error("one sample was asked for");
const UPDATE: EntryHeader = { ...SAMPLE, kind: "update" };

test("[EN1] whatever stands in an entry comes back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(HEADER, fc.uint8Array({ maxLength: 300 }), async (header, ciphertext) => {
      const bytes = await signedEntry(header, Uint8Array.from(ciphertext));
      const entry = must(parseEntry(bytes));
      expect(entry.header).toEqual(header);
      expect(entry.headerBytes).toEqual(encodeHeader(header));
      expect(entry.ciphertext).toEqual(Uint8Array.from(ciphertext));
      expect(concatBytes(entry.signed, entry.signature)).toEqual(bytes);
      expect(entry.bytes).toEqual(bytes);
      expect(await isSignedBy(entry, anna.keys.signingKey)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("[EN1] an entry's id is the hash of all its bytes", async () => {
  const bytes = await signedEntry(UPDATE, random.bytes(40));
  expect(await entryId(bytes)).toBe(bytesToId("EntryId", await hash(bytes)));
});

test("[EN2] any bytes are an entry or a fault, never an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(3), (bytes, kind) => {
      parseEntry(Uint8Array.from(bytes));
      parseEntry(Uint8Array.from([1, kind, ...bytes]));
    }),
    { numRuns: 1000 },
  );
});

test("[EN2] an entry that is cut or has bytes left over is malformed", async () => {
  const bytes = await signedEntry(UPDATE, random.bytes(40));
  const cut = Array.from({ length: bytes.length - 1 }, (_, at) => bytes.slice(0, at + 1));
  expect(cut.map(parseEntry)).toEqual(cut.map(() => MALFORMED));
  expect(parseEntry(concatBytes(bytes, Uint8Array.of(0)))).toEqual(MALFORMED);
  expect(parseEntry(new Uint8Array(0))).toEqual(MALFORMED);
});

test("[EN3] an entry of a later version is told apart, so that the panel can ask for an update", () => {
  const found = parseEntry(Uint8Array.of(2, 1, 2, 3));
  expect(found).toEqual({ ok: false, error: { type: "too-new", version: 2 } });
});

test("[EN4] places count from one, and the first entry of a chain has none before it", async () => {
  const second = bytesToId("EntryId", random.bytes(32));
  const headers: readonly EntryHeader[] = [
    { ...UPDATE, seq: 0, previous: FIRST_PREVIOUS },
    { ...UPDATE, seq: 1, previous: second },
    { ...UPDATE, seq: 2, previous: FIRST_PREVIOUS },
  ];
  const entries = await Promise.all(headers.map((header) => signedEntry(header, random.bytes(20))));
  expect(entries.map(parseEntry)).toEqual(entries.map(() => MALFORMED));
});

test("[EN4] what a snapshot covers and sets aside has one order and no double", async () => {
  const head = (device: number, writer: number): Head => ({
    device: bytesToId("DeviceId", new Uint8Array(32).fill(device)),
    writer: bytesToId("WriterId", new Uint8Array(8).fill(writer)),
    seq: 1,
    id: bytesToId("EntryId", new Uint8Array(32).fill(9)),
  });
  const [low, high] = [2, 3].map((byte) => bytesToId("EntryId", new Uint8Array(32).fill(byte)));
  if (low === undefined || high === undefined) throw new Error("two ids were made");
  const snapshot = (covers: readonly Head[], setAside = [low]): Promise<Bytes> =>
    signedEntry({ ...SAMPLE, kind: "snapshot", covers, setAside }, random.bytes(20));
  expect(parseEntry(await snapshot([head(1, 1), head(1, 2), head(2, 1)], [low, high])).ok).toBe(
    true,
  );
  const bad = await Promise.all([
    snapshot([head(2, 1), head(1, 1)]),
    snapshot([head(1, 2), head(1, 1)]),
    snapshot([head(1, 1), head(1, 1)]),
    snapshot([{ ...head(1, 1), seq: 0 }]),
    snapshot([], [high, low]),
    snapshot([], [low, low]),
  ]);
  expect(bad.map(parseEntry)).toEqual(bad.map(() => MALFORMED));
});

test("[EN5] an entry of which any byte is changed is malformed or not signed", async () => {
  const bytes = await signedEntry(UPDATE, random.bytes(40));
  const found = await Promise.all(
    Array.from(bytes, async (byte, at) => {
      const parsed = parseEntry(bytes.with(at, byte ^ 1));
      return parsed.ok && (await isSignedBy(parsed.value, anna.keys.signingKey));
    }),
  );
  expect(found).not.toContain(true);
});

test("[EN5] nobody signs in the name of another, nor with a malformed key", async () => {
  const entry = must(parseEntry(await signedEntry(UPDATE, random.bytes(40))));
  const ben = await newDevice(random);
  expect(await isSignedBy(entry, ben.keys.signingKey)).toBe(false);
  expect(await isSignedBy(entry, new Uint8Array(31))).toBe(false);
  expect(await isSignedBy(entry, new Uint8Array(0))).toBe(false);
});
