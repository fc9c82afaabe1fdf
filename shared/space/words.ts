/**
 * The six words that the newcomer and the admin both see, and compare over the telephone before
 * the admin approves. Whoever reads an invitation on its way can ask to be admitted with keys of
 * their own; their words are others. 60 bits, each guess made dear: nobody finds keys whose words
 * are the newcomer's.
 */
import { assert } from "../base/assert";
import { concatBytes } from "../base/bytes";
import { idToBytes, type InvitationId, type SpaceId } from "../base/ids";
import { stretch } from "../crypto/stretch";
import { type DeviceKeys, joinToSign } from "./record";
import words from "./words.json";

const COUNT = 6;
const BITS_A_WORD = 10;

/** All 1,024: German nouns of everyday life that nobody takes for one another when spoken. */
export const WORDS: readonly string[] = words;

export async function sixWords(
  space: SpaceId,
  invitation: InvitationId,
  keys: DeviceKeys,
): Promise<readonly string[]> {
  const about = concatBytes(idToBytes(space), joinToSign(invitation, keys));
  const stretched = await stretch("beiakte words v1", about, (COUNT * BITS_A_WORD + 7) >> 3);
  const bits = [...stretched].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length: COUNT }, (_, i) => {
    const word = WORDS[Number.parseInt(bits.slice(BITS_A_WORD * i, BITS_A_WORD * (i + 1)), 2)];
    assert(word !== undefined, "there are 1,024 words");
    return word;
  });
}
