import fc from "fast-check";
import { expect, test } from "vitest";
import type { Bytes } from "@beiakte/shared/base/bytes";
import { bytesToId, ID_LENGTH } from "@beiakte/shared/base/ids";
import {
  type DeviceFrame,
  encodeDeviceFrame,
  encodeRelayFrame,
  parseDeviceFrame,
  parseRelayFrame,
  type RelayFrame,
} from "@beiakte/shared/protocol/frames";
import { WHISPER_MOST_BYTES } from "@beiakte/shared/protocol/limits";
import { closeCodeOf, REFUSALS, refusalOfCloseCode } from "@beiakte/shared/protocol/refusals";

const bytes = (constraints: fc.IntArrayConstraints = { maxLength: 300 }): fc.Arbitrary<Bytes> =>
  fc.uint8Array(constraints).map((made) => Uint8Array.from(made));
const fixed = (length: number) => bytes({ minLength: length, maxLength: length });
const id = <Name extends keyof typeof ID_LENGTH>(name: Name) =>
  fixed(ID_LENGTH[name]).map((made) => bytesToId(name, made));
const whole = fc.nat(Number.MAX_SAFE_INTEGER);
const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 4 });
const space = id("SpaceId");
const cursor = fc.record({ number: whole, hash: fixed(32) });
const lockboxes = some(
  fc.record({ device: id("DeviceId"), epoch: id("RecordId"), bytes: bytes() }),
);
const is = <Type extends string>(type: Type) => fc.constant(type);

const deviceFrame: fc.Arbitrary<DeviceFrame> = fc.oneof(
  fc.record({
    type: is("authenticate"),
    version: whole,
    signingKey: fixed(32),
    sealingKey: fixed(32),
    host: fc.string({ unit: "grapheme", maxLength: 20 }),
    signature: fixed(64),
  }),
  fc.record({ type: is("follow"), space, cursor }),
  fc.record({ type: is("append"), space, entry: bytes() }),
  fc.record({ type: is("restore"), space, entry: bytes() }),
  fc.record({ type: is("found"), space, records: some(bytes()), lockboxes, voucher: fc.string() }),
  fc.record({ type: is("record"), space, record: bytes(), lockboxes }),
  fc.record({ type: is("join"), space, request: bytes() }),
  fc.record({ type: is("whisper"), space, to: some(id("DeviceId")), bytes: bytes() }),
  fc.record({ type: is("ping") }),
);

const item = fc.record({
  number: whole,
  id: id("EntryId"),
  entry: fc.option(bytes(), { nil: undefined }),
});

const verb = deviceFrame.map((frame) => frame.type);

const relayFrame: fc.Arbitrary<RelayFrame> = fc.oneof(
  fc.record({ type: is("challenge"), version: whole, challenge: fixed(32) }),
  fc.record({ type: is("welcome") }),
  fc.record({ type: is("entries"), space, items: some(item) }),
  fc.record({ type: is("records"), space, from: whole, records: some(bytes()) }),
  fc.record({ type: is("lockboxes"), space, lockboxes }),
  fc.record({ type: is("caught-up"), space, cursor }),
  fc.record({ type: is("stored"), space, id: id("EntryId"), number: whole }),
  fc.record({ type: is("recorded"), space, id: id("RecordId") }),
  fc.record({ type: is("diverged"), space }),
  fc.record({ type: is("join-requests"), space, requests: some(bytes()) }),
  fc.record({ type: is("whispered"), space, from: id("DeviceId"), bytes: bytes() }),
  fc.record({
    type: is("refused"),
    verb,
    space: fc.option(space, { nil: undefined }),
    subject: bytes({ maxLength: 32 }),
    reason: fc.constantFrom(...REFUSALS),
  }),
  fc.record({ type: is("pong") }),
);

test("[PR1] every frame is read as it was written, both ways", () => {
  fc.assert(
    fc.property(deviceFrame, (frame) => {
      expect(parseDeviceFrame(encodeDeviceFrame(frame))).toEqual({ ok: true, value: frame });
    }),
  );
  fc.assert(
    fc.property(relayFrame, (frame) => {
      expect(parseRelayFrame(encodeRelayFrame(frame))).toEqual({ ok: true, value: frame });
    }),
  );
});

test("[PR2] a frame cut short, prolonged or random is a value and never an exception", () => {
  const readBoth = (read: Bytes): void => {
    parseDeviceFrame(read);
    parseRelayFrame(read);
  };
  fc.assert(fc.property(bytes({ maxLength: 500 }), readBoth), { numRuns: 1000 });
  fc.assert(
    fc.property(deviceFrame, fc.nat(), bytes({ minLength: 1, maxLength: 9 }), (frame, at, more) => {
      const encoded = encodeDeviceFrame(frame);
      const cut = encoded.slice(0, at % encoded.length);
      expect(parseDeviceFrame(cut).ok).toBe(false);
      expect(parseDeviceFrame(Uint8Array.from([...encoded, ...more])).ok).toBe(false);
    }),
  );
  fc.assert(
    fc.property(relayFrame, fc.nat(), fc.integer({ min: 1, max: 255 }), (frame, at, change) => {
      const encoded = encodeRelayFrame(frame);
      const place = at % encoded.length;
      encoded[place] = (encoded[place] ?? 0) ^ change;
      readBoth(encoded);
    }),
  );
});

test("[PR2] what is beyond its limit is refused whatever the sender announces", () => {
  const spaceId = bytesToId("SpaceId", new Uint8Array(32));
  const large = new Uint8Array(WHISPER_MOST_BYTES + 1);
  const whisper = encodeDeviceFrame({ type: "whisper", space: spaceId, to: [], bytes: large });
  expect(parseDeviceFrame(whisper).ok).toBe(false);
  const request = new Uint8Array(4097);
  expect(parseDeviceFrame(encodeDeviceFrame({ type: "join", space: spaceId, request })).ok).toBe(
    false,
  );
});

test("[PR3] each refusal has its own close code in the private range", () => {
  const codes = REFUSALS.map(closeCodeOf);
  expect(new Set(codes).size).toBe(REFUSALS.length);
  for (const code of codes) expect(code >= 4000 && code < 5000).toBe(true);
  expect(codes.map(refusalOfCloseCode)).toEqual(REFUSALS);
  for (const code of [1000, 1001, 1006, 3999, 4000 + REFUSALS.length]) {
    expect(refusalOfCloseCode(code)).toBeUndefined();
  }
});
