/**
 * What an entry seals, format 1: time varint (ms) · heads · owners · update, then zero bytes up to
 * the PADMÉ length, so that the relay learns the size of a change only roughly.
 *
 * Heads are only those that changed since the author's entry before: full coverage in every entry
 * would make one note with 500 devices a log of 38 MB.
 */
import type { Bytes } from "../base/bytes";
import { decode, encode, type Malformed } from "../base/codec";
import type { DeviceId } from "../base/ids";
import type { Result } from "../base/result";
import { padmeLength } from "../crypto/padding";
import { type Head, readHead, writeHead } from "./entry";

export type Payload = {
  /** By the author's clock, milliseconds since 1970: shown, never an order. */
  readonly time: number;
  /** The chains that the author had read on to since their entry before. */
  readonly heads: readonly Head[];
  /** Snapshots only: whose each Yjs client is. */
  readonly owners: readonly ClientOwner[];
  readonly update: Bytes;
};

export type ClientOwner = { readonly client: number; readonly device: DeviceId };

const PAYLOAD_VERSION = 1;
const HEADS_MOST = 10_000;
const OWNERS_MOST = 1_000_000;

export function encodePayload(payload: Payload): Bytes {
  const content = encode((writer) => {
    writer.byte(PAYLOAD_VERSION).varint(payload.time).list(payload.heads, writeHead);
    writer.list(payload.owners, (to, owner) => to.varint(owner.client).id(owner.device));
    writer.bytes(payload.update);
  });
  const padded = new Uint8Array(padmeLength(content.length));
  padded.set(content);
  return padded;
}

/** From a colleague who may be hostile: a member can seal anything. */
export function parsePayload(bytes: Bytes): Result<Payload, Malformed> {
  return decode(bytes, (reader) => {
    if (reader.byte() !== PAYLOAD_VERSION) reader.refuse();
    const time = reader.varint();
    const heads = reader.list(HEADS_MOST, readHead);
    const owners = reader.list(OWNERS_MOST, (from) => ({
      client: from.varint(),
      device: from.id("DeviceId"),
    }));
    const update = reader.bytes();
    // Padding is zero: else it would be a place for what nobody checks.
    if (reader.fixed(reader.left).some((byte) => byte !== 0)) reader.refuse();
    return { time, heads, owners, update };
  });
}
