/**
 * The keys under which a space's attached numbers are blinded, in its directory: every member must
 * be able to compare, and nobody else. They are as lasting as what was blinded under them; two
 * members who make the first one at once leave two, and both go on to count.
 */
import type * as Y from "yjs";
import { type Bytes, bytesToHex, hexToBytes } from "../base/bytes";
import { type Actor, change } from "./action";
import { newLocalId } from "./local-id";

const PLACE = "identifierKey/";
const LENGTH = 32;

export type IdentifierKey = { readonly keyId: string; readonly key: Bytes };

/** The first is the one to go on with. */
export function viewIdentifierKeys(directory: Y.Doc): readonly IdentifierKey[] {
  const keys: IdentifierKey[] = [];
  for (const [name, value] of directory.getMap<unknown>("team").entries()) {
    if (!name.startsWith(PLACE) || typeof value !== "string") continue;
    const key = hexToBytes(value);
    if (key?.length === LENGTH) keys.push({ keyId: name.slice(PLACE.length), key });
  }
  return keys.sort((a, b) => (a.keyId < b.keyId ? -1 : 1));
}

/** The key to go on with; made where there is none yet, and nothing where none may be written. */
export function identifierKeyFor(
  directory: Y.Doc,
  actor: Pick<Actor, "random">,
): IdentifierKey | undefined {
  const [first] = viewIdentifierKeys(directory);
  if (first !== undefined) return first;
  change(directory, () => {
    const keyId: string = newLocalId(actor.random);
    const key = bytesToHex(actor.random.bytes(LENGTH));
    directory.getMap<unknown>("team").set(`${PLACE}${keyId}`, key);
  });
  return viewIdentifierKeys(directory)[0];
}
