/**
 * A clip sealed to this device's own public key, format 1:
 *
 *     version 1 · encapsulated key 32 · ciphertext
 *
 * Who seals needs no secret, so a clip is sealed while the vault is locked. It is bound to its id:
 * the same bytes under another id would be the same clip filed twice.
 */
import { type Bytes, concatBytes, textToBytes } from "../base/bytes";
import { encode } from "../base/codec";
import { type ClipId, idToBytes } from "../base/ids";
import { err, ok, type Result } from "../base/result";
import { hpkeSeal } from "./hpke-seal";
import { padded } from "./padding";

export const CLIP_BOX_VERSION = 1;

/** A single word and a paragraph have one length. */
export const CLIP_PADDED_TO = 2048;

/** `unusable-key`: the device's row does not hold a key that can be sealed to. */
export async function closeClipBox(
  deviceKey: Bytes,
  clip: ClipId,
  plaintext: Bytes,
): Promise<Result<Bytes, "unusable-key">> {
  const sealed = await hpkeSeal(deviceKey, clipInfo(clip), padded(plaintext, CLIP_PADDED_TO));
  if (!sealed.ok) return err(sealed.error);
  const { ciphertext, encapsulated } = sealed.value;
  return ok(
    encode((writer) => writer.byte(CLIP_BOX_VERSION).fixed(encapsulated).fixed(ciphertext)),
  );
}

export function clipInfo(clip: ClipId): Bytes {
  return concatBytes(textToBytes("beiakte clip v1"), Uint8Array.of(0), idToBytes(clip));
}
