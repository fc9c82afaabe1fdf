/** Asking to be admitted, and learning who asks. The relay sees keys and no name. */
import type { Bytes } from "../base/bytes";
import { decode, encode } from "../base/codec";
import type { Random } from "../base/ports";
import { err, type Result } from "../base/result";
import { joinNameKey } from "../crypto/keys";
import { padded, unpadded } from "../crypto/padding";
import { openBox, sealBox } from "../crypto/seal";
import type { InvitationSecret, JoinNameKey } from "../crypto/secret";
import { sign } from "../crypto/signature";
import { invitationKeys } from "./invitation";
import { encodeJoinRequest, type JoinRequest } from "./join-request";
import type { OwnDevice } from "./own-device";
import { joinToSign } from "./record";

/** How the newcomer calls themself; the admin sees it beside the six words. */
export type NewcomerName = { readonly name: string; readonly organisation: string };

const NAME_MOST_BYTES = 400;

// Nearly all names and organisations together: their length says nothing.
const NAMES_PADDED_TO = 192;

/** Names longer than 100 letters are cut: no form asks for more. */
export async function makeJoinRequest(
  random: Random,
  secret: InvitationSecret,
  own: OwnDevice,
  newcomer: NewcomerName,
): Promise<Bytes> {
  const { invitation, signingKey, nameKey } = await invitationKeys(secret);
  const associated = joinToSign(invitation, own.keys);
  const joinSignature = await sign(signingKey, "beiakte join v1", associated);
  const plaintext = encode((writer) =>
    writer.text(cut(newcomer.name)).text(cut(newcomer.organisation)),
  );
  const key = await joinNameKey(nameKey);
  const nameBox = await sealBox(key, random, padded(plaintext, NAMES_PADDED_TO), associated);
  return encodeJoinRequest({ invitation, keys: own.keys, joinSignature, nameBox });
}

/** By any admin who can read the directory, where the name key lies. */
export async function openJoinName(
  request: JoinRequest,
  nameKey: JoinNameKey,
): Promise<Result<NewcomerName, "unreadable">> {
  const associated = joinToSign(request.invitation, request.keys);
  const opened = await openBox(await joinNameKey(nameKey), request.nameBox, associated);
  if (!opened.ok) return opened;
  const plaintext = unpadded(opened.value, NAMES_PADDED_TO);
  if (!plaintext.ok) return err("unreadable");
  const newcomer = decode(plaintext.value, (reader) => ({
    name: reader.text(NAME_MOST_BYTES),
    organisation: reader.text(NAME_MOST_BYTES),
  }));
  return newcomer.ok ? newcomer : err("unreadable");
}

// By code points: half a letter would not be UTF-8. Four bytes each at most.
function cut(text: string): string {
  return [...text].slice(0, NAME_MOST_BYTES / 4).join("");
}
