/**
 * An invitation as text to paste, version 1:
 *
 *     beiakte-1-xxxxx-xxxxx-…      base32 (Crockford's letters) of
 *     length 1 · payload · first 4 bytes of SHA-256(label · length · payload)
 *     payload: space 32 · secret 32 · expires at varint (ms) · relay (text)
 *
 * It comes out of a mail: wrapped, quoted, with a greeting before and after, in capitals, a zero
 * typed as an O. So case, blanks, hyphens and quote signs mean nothing, the length says where it
 * ends, and the check finds any mistyped or transposed letter but one in 2^32. It never has the
 * form of a web address: opening it in a browser would send the secret somewhere.
 */
import { type Bytes, concatBytes, equalBytes, textToBytes } from "../base/bytes";
import { decode, encode, type Reader } from "../base/codec";
import { err, ok, type Result } from "../base/result";
import { hash } from "../crypto/hash";
import { readSecret, writeSecret } from "../crypto/secret";
import { BASE32_BITS, base32ToBytes, bytesToBase32 } from "./base32";
import type { Invitation } from "./invitation";

export type InvitationTextFault = "malformed" | "mistyped" | "too-new";

const VERSION = 1;
const CHECK_LENGTH = 4;
// What the eye takes in at once, and mail programs do not break within.
const GROUPS = /.{1,5}/gu;

// A payload's length stands in one byte.
const RELAY_MOST_BYTES = 160;
const RELAY_FORM = /^wss?:\/\/[!-~]+$/u;

const MARK = /beiakte-(\d{1,3})-/u;

// What mail programs put between letters: blanks (also invisible ones), quote signs, dashes.
const BETWEEN = /[\s\u00AD\u200B-\u200D\u2060\uFEFF>|*_"'`]+/gu;
const DASHES = /[\u2010-\u2015\u2212-]+/gu;

/** The relay's address must be one that `parseInvitation` takes: see `isInvitationRelay`. */
export async function invitationToText(invitation: Invitation): Promise<string> {
  const payload = encode((writer) =>
    writeSecret(writer.id(invitation.space), invitation.secret)
      .varint(invitation.expiresAt)
      .text(invitation.relay),
  );
  const body = concatBytes(Uint8Array.of(payload.length), payload);
  const letters = bytesToBase32(concatBytes(body, await checkOf(body)));
  return ["beiakte", VERSION, ...(letters.match(GROUPS) ?? [])].join("-");
}

/** Whether an address can stand in an invitation. */
export function isInvitationRelay(relay: string): boolean {
  return RELAY_FORM.test(relay) && relay.length <= RELAY_MOST_BYTES;
}

/**
 * What somebody pasted. `malformed`: there is no invitation in it. `mistyped`: there is one, with
 * a letter wrong or missing. Who made it is settled by the roster, whose hash it holds.
 */
export async function parseInvitation(
  text: string,
): Promise<Result<Invitation, InvitationTextFault>> {
  const plain = text.toLowerCase().replaceAll(BETWEEN, "").replaceAll(DASHES, "-");
  const mark = MARK.exec(plain);
  if (mark === null) return err("malformed");
  if (Number(mark[1]) !== VERSION) return err(Number(mark[1]) > VERSION ? "too-new" : "malformed");
  const bytes = lettersToBytes(plain.slice(mark.index + mark[0].length).replaceAll("-", ""));
  if (bytes === undefined) return err("mistyped");
  const body = bytes.slice(0, -CHECK_LENGTH);
  if (!equalBytes(await checkOf(body), bytes.slice(-CHECK_LENGTH))) return err("mistyped");
  const parsed = decode(body.slice(1), readPayload);
  return parsed.ok ? ok(parsed.value) : err("malformed");
}

/** Length, payload and check, without what stands after them in the mail. */
function lettersToBytes(letters: string): Bytes | undefined {
  const length = base32ToBytes(letters.slice(0, 2) + "0".repeat(6))?.[0];
  if (length === undefined) return undefined;
  const count = Math.ceil((8 * (1 + length + CHECK_LENGTH)) / BASE32_BITS);
  if (letters.length < count) return undefined;
  return base32ToBytes(letters.slice(0, count));
}

function readPayload(reader: Reader): Invitation {
  const space = reader.id("SpaceId");
  const secret = readSecret(reader, "invitation");
  const expiresAt = reader.varint();
  const relay = reader.text(RELAY_MOST_BYTES);
  return isInvitationRelay(relay) ? { relay, space, secret, expiresAt } : reader.refuse();
}

async function checkOf(body: Bytes): Promise<Bytes> {
  const label = textToBytes(`beiakte invitation v${VERSION}`);
  return (await hash(concatBytes(label, body))).slice(0, CHECK_LENGTH);
}
