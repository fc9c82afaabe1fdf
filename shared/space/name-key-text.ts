/** A join name key as text, for the directory: sealed there with everything else in it. */
import { bytesToHex, hexToBytes } from "../base/bytes";
import { decode, encode } from "../base/codec";
import { err, ok, type Result } from "../base/result";
import { type JoinNameKey, readSecret, writeSecret } from "../crypto/secret";

export function nameKeyToText(nameKey: JoinNameKey): string {
  return bytesToHex(encode((writer) => writeSecret(writer, nameKey)));
}

export function parseNameKey(text: string): Result<JoinNameKey, "malformed"> {
  const bytes = hexToBytes(text);
  if (bytes === undefined) return err("malformed");
  const parsed = decode(bytes, (reader) => readSecret(reader, "join-name"));
  return parsed.ok ? ok(parsed.value) : err("malformed");
}
