/**
 * The roster record, format 1: one signed change of who is in a space.
 *
 *     version 1 · type · previous 32 · author 32 · time varint (ms) · body · signature 64
 *
 * The signature is over all before it; the record's id is the SHA-256 of all of it. The id of the
 * first one, `found`, is the space's id. Records hold no name of a person.
 */
import type { Bytes } from "../base/bytes";
import { decode, encode, type Malformed, type Reader, type Writer } from "../base/codec";
import {
  bytesToId,
  type DeviceId,
  type InvitationId,
  type MemberId,
  type RecordId,
} from "../base/ids";
import type { Result } from "../base/result";
import { hash } from "../crypto/hash";
import { sign, SIGNATURE_LENGTH, type SigningKey } from "../crypto/signature";

export const RECORD_VERSION = 1;

/** A device's two public keys: Ed25519 to sign, X25519 to seal lockboxes to. 32 bytes each. */
export type DeviceKeys = { readonly signingKey: Bytes; readonly sealingKey: Bytes };

export const ROLES = ["admin", "member"] as const;
export type Role = (typeof ROLES)[number];

export type RecordBody =
  | {
      readonly type: "found";
      /** Makes two spaces of one device different: 16 random bytes. */
      readonly nonce: Bytes;
      readonly keys: DeviceKeys;
      readonly member: MemberId;
      /** Binds the epoch's key, so that nobody can be given another one: 32 bytes. */
      readonly commitment: Bytes;
    }
  | {
      readonly type: "invite";
      readonly invitation: InvitationId;
      /** Ed25519 key whose private half only the invitation's holder can make: 32 bytes. */
      readonly invitationKey: Bytes;
      readonly expiresAt: number;
      readonly role: Role;
    }
  | {
      readonly type: "admit";
      readonly invitation: InvitationId;
      readonly keys: DeviceKeys;
      readonly member: MemberId;
      /** By the invitation's key: the newcomer held the invitation when they made these keys. */
      readonly joinSignature: Bytes;
    };

export type RosterRecord = {
  readonly previous: RecordId;
  readonly author: DeviceId;
  /** By the author's clock, milliseconds since 1970. */
  readonly time: number;
  readonly body: RecordBody;
};

export type SignedRecord = RosterRecord & { readonly signed: Bytes; readonly signature: Bytes };

const TYPES = ["found", "invite", "admit"] as const satisfies readonly RecordBody["type"][];

/** Before the first record. */
export const NO_RECORD: RecordId = bytesToId("RecordId", new Uint8Array(32));

export async function signRecord(record: RosterRecord, key: SigningKey): Promise<Bytes> {
  const signed = encode((writer) => {
    writer.byte(RECORD_VERSION).byte(TYPES.indexOf(record.body.type));
    writer.id(record.previous).id(record.author).varint(record.time);
    writeBody(writer, record.body);
  });
  const signature = await sign(key, "beiakte record v1", signed);
  return encode((writer) => writer.fixed(signed).fixed(signature));
}

/** Bytes from the relay: nothing is believed here but the form. `extendRoster` settles the rest. */
export function parseRecord(
  bytes: Bytes,
): Result<SignedRecord, Malformed | { readonly type: "too-new"; readonly version: number }> {
  const version = bytes[0];
  if (version !== undefined && version > RECORD_VERSION) {
    return { ok: false, error: { type: "too-new", version } };
  }
  return decode(bytes, (reader) => {
    if (reader.byte() !== RECORD_VERSION) reader.refuse();
    const type = TYPES[reader.byte()] ?? reader.refuse();
    const previous = reader.id("RecordId");
    const author = reader.id("DeviceId");
    const time = reader.varint();
    const body = readBody(reader, type);
    const signed = bytes.slice(0, reader.position);
    return { previous, author, time, body, signed, signature: reader.fixed(SIGNATURE_LENGTH) };
  });
}

export async function recordId(bytes: Bytes): Promise<RecordId> {
  return bytesToId("RecordId", await hash(bytes));
}

/** The device id is the hash of both public keys: the same in all spaces, bound to both. */
export async function deviceIdOf(keys: DeviceKeys): Promise<DeviceId> {
  const bytes = encode((writer) => writer.fixed(keys.signingKey).fixed(keys.sealingKey));
  return bytesToId("DeviceId", await hash(bytes));
}

/** What the newcomer signs with the invitation's key, under the label `beiakte join v1`. */
export function joinToSign(invitation: InvitationId, keys: DeviceKeys): Bytes {
  return encode((writer) => writeKeys(writer.id(invitation), keys));
}

export function writeKeys(writer: Writer, keys: DeviceKeys): Writer {
  return writer.fixed(keys.signingKey).fixed(keys.sealingKey);
}

export function readKeys(reader: Reader): DeviceKeys {
  return { signingKey: reader.fixed(32), sealingKey: reader.fixed(32) };
}

function writeBody(writer: Writer, body: RecordBody): Writer {
  switch (body.type) {
    case "found":
      writeKeys(writer.fixed(body.nonce), body.keys);
      return writer.id(body.member).fixed(body.commitment);
    case "invite":
      writer.id(body.invitation).fixed(body.invitationKey);
      return writer.varint(body.expiresAt).byte(ROLES.indexOf(body.role));
    case "admit":
      writeKeys(writer.id(body.invitation), body.keys);
      return writer.id(body.member).fixed(body.joinSignature);
  }
}

function readBody(reader: Reader, type: RecordBody["type"]): RecordBody {
  switch (type) {
    case "found": {
      const nonce = reader.fixed(16);
      const keys = readKeys(reader);
      return { type, nonce, keys, member: reader.id("MemberId"), commitment: reader.fixed(32) };
    }
    case "invite":
      return {
        type,
        invitation: reader.id("InvitationId"),
        invitationKey: reader.fixed(32),
        expiresAt: reader.varint(),
        role: ROLES[reader.byte()] ?? reader.refuse(),
      };
    case "admit": {
      const invitation = reader.id("InvitationId");
      const keys = readKeys(reader);
      const member = reader.id("MemberId");
      return { type, invitation, keys, member, joinSignature: reader.fixed(SIGNATURE_LENGTH) };
    }
  }
}
