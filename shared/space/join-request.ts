/**
 * What a newcomer sends to be admitted, format 1:
 *
 *     invitation 16 · version 1 · signing key 32 · sealing key 32 · join signature 64
 *     · name box (varint length, bytes)
 *
 * The invitation comes first: the relay files requests by it. The join signature, by the
 * invitation's key over invitation and device keys, goes into the roster with `admit`. The box is
 * bound to both as associated data, so it cannot be put under other keys.
 */
import type { Bytes } from "../base/bytes";
import { decode, encode, type Malformed } from "../base/codec";
import { ID_LENGTH, type InvitationId } from "../base/ids";
import { err, type Result } from "../base/result";
import { SIGNATURE_LENGTH, verify } from "../crypto/signature";
import { type DeviceKeys, joinToSign, readKeys, writeKeys } from "./record";

export type JoinRequest = {
  readonly invitation: InvitationId;
  readonly keys: DeviceKeys;
  readonly joinSignature: Bytes;
  readonly nameBox: Bytes;
};

export const JOIN_VERSION = 1;

/** The relay takes no larger request. */
export const JOIN_MOST_BYTES = 4096;

const NAME_BOX_MOST_BYTES = 2048;

export function encodeJoinRequest(request: JoinRequest): Bytes {
  return encode((writer) => {
    writeKeys(writer.id(request.invitation).byte(JOIN_VERSION), request.keys);
    writer.fixed(request.joinSignature).bytes(request.nameBox);
  });
}

/** Anyone who can reach the relay may have written it: `isJoinSigned` says whether to believe it. */
export function parseJoinRequest(
  bytes: Bytes,
): Result<JoinRequest, Malformed | { readonly type: "too-new"; readonly version: number }> {
  const version = bytes[ID_LENGTH.InvitationId];
  if (version !== undefined && version > JOIN_VERSION) return err({ type: "too-new", version });
  return decode(bytes, (reader) => {
    const invitation = reader.id("InvitationId");
    if (reader.byte() !== JOIN_VERSION) reader.refuse();
    const keys = readKeys(reader);
    const joinSignature = reader.fixed(SIGNATURE_LENGTH);
    return { invitation, keys, joinSignature, nameBox: reader.bytes(NAME_BOX_MOST_BYTES) };
  });
}

/** Whether somebody who held the invitation made it. `invitationKey`: from the roster. */
export function isJoinSigned(request: JoinRequest, invitationKey: Bytes): Promise<boolean> {
  const signed = joinToSign(request.invitation, request.keys);
  return verify(invitationKey, "beiakte join v1", signed, request.joinSignature);
}
