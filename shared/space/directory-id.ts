import { concatBytes, textToBytes } from "../base/bytes";
import { bytesToId, type DocumentId, ID_LENGTH, idToBytes, type SpaceId } from "../base/ids";
import { hash } from "../crypto/hash";

/** The one document whose id everybody knows: it follows from the space's. */
export async function directoryId(space: SpaceId): Promise<DocumentId> {
  const whole = await hash(concatBytes(textToBytes("beiakte directory v1"), idToBytes(space)));
  return bytesToId("DocumentId", whole.slice(0, ID_LENGTH.DocumentId));
}
