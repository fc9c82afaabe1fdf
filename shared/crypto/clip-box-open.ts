/** The half of a clip's box that needs the vault. */
import type { Bytes } from "../base/bytes";
import { decode } from "../base/codec";
import type { ClipId } from "../base/ids";
import { err, ok, type Result } from "../base/result";
import { CLIP_BOX_VERSION, CLIP_PADDED_TO, clipInfo } from "./clip-box";
import { hpkeOpen, type SealingPair } from "./hpke";
import { ENCAPSULATED_LENGTH } from "./hpke-seal";
import { unpadded } from "./padding";

/** Bytes from the device's own disk: damaged, moved, or sealed to a device that was here before. */
export async function openClipBox(
  recipient: SealingPair,
  clip: ClipId,
  bytes: Bytes,
): Promise<Result<Bytes, "unreadable" | "too-new">> {
  const version = bytes[0];
  if (version !== undefined && version > CLIP_BOX_VERSION) return err("too-new");
  const parsed = decode(bytes, (reader) => {
    if (reader.byte() !== CLIP_BOX_VERSION) reader.refuse();
    const encapsulated = reader.fixed(ENCAPSULATED_LENGTH);
    return { encapsulated, ciphertext: reader.fixed(reader.left) };
  });
  if (!parsed.ok) return err("unreadable");
  const opened = await hpkeOpen(recipient, clipInfo(clip), parsed.value);
  const plaintext = opened.ok ? unpadded(opened.value, CLIP_PADDED_TO) : opened;
  return plaintext.ok ? ok(plaintext.value) : err("unreadable");
}
