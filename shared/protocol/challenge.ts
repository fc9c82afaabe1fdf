/**
 * Who is at the other end. The relay sends 32 random bytes; the device signs them together with
 * the host that it connected to. The relay knows its own public names, so a hostile relay cannot
 * pass the answer on to another one. No token, no clock, nothing in an address.
 */
import type { Bytes } from "../base/bytes";
import { encode } from "../base/codec";

/** What a device signs, under the label `beiakte challenge v1`. `host`: name and port, lower case. */
export function challengeToSign(host: string, challenge: Bytes): Bytes {
  return encode((writer) => writer.text(host).bytes(challenge));
}
