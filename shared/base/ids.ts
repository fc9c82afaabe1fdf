import { assert } from "./assert";
import { type Bytes, bytesToHex, hexToBytes } from "./bytes";
import { err, ok, type Result } from "./result";

declare const brand: unique symbol;

/** A string that only its maker can make: lower-case hexadecimal of a fixed length. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

/** Hash of the roster's first record: 32 bytes. */
export type SpaceId = Id<"SpaceId">;
/** Hash of a device's two public keys: 32 bytes. */
export type DeviceId = Id<"DeviceId">;
/** Random, 16 bytes; the directory's is derived from its space. */
export type DocumentId = Id<"DocumentId">;
/** Random, 16 bytes: one case over all its documents and spaces. */
export type CaseId = Id<"CaseId">;
/** Random, 16 bytes: a person who works here, whatever devices they have. */
export type MemberId = Id<"MemberId">;
/** Random, 8 bytes, made with an entry store. */
export type WriterId = Id<"WriterId">;
/** Hash of an entry's bytes: 32 bytes. */
export type EntryId = Id<"EntryId">;
/** Hash of a roster record's bytes: 32 bytes. An epoch is named by the record that made it. */
export type RecordId = Id<"RecordId">;
/** Random, 16 bytes. */
export type InvitationId = Id<"InvitationId">;
/** Random, 16 bytes: what was taken from a portal's page once. */
export type ClipId = Id<"ClipId">;

/** How many bytes stand behind an id of each kind. */
export const ID_LENGTH = {
  SpaceId: 32,
  DeviceId: 32,
  DocumentId: 16,
  CaseId: 16,
  MemberId: 16,
  WriterId: 8,
  EntryId: 32,
  RecordId: 32,
  InvitationId: 16,
  ClipId: 16,
} as const;

type IdName = keyof typeof ID_LENGTH;

/** The only maker: from bytes of the right length, which the caller vouches for. */
export function bytesToId<N extends IdName>(name: N, bytes: Uint8Array): Id<N> {
  assert(bytes.length === ID_LENGTH[name], `${name} has ${ID_LENGTH[name]} bytes`);
  return bytesToHex(bytes) as Id<N>;
}

export function parseId<N extends IdName>(name: N, text: string): Result<Id<N>, "malformed-id"> {
  const bytes = hexToBytes(text);
  if (bytes?.length !== ID_LENGTH[name]) return err("malformed-id");
  return ok(bytesToId(name, bytes));
}

export function idToBytes(id: Id<string>): Bytes {
  const bytes = hexToBytes(id);
  assert(bytes !== undefined, "an id is hexadecimal");
  return bytes;
}
