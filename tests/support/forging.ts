/** Seals what an honest log would not: for readers that must tell it. */
import { type Bytes, concatBytes } from "@beiakte/shared/base/bytes";
import type { DocumentId } from "@beiakte/shared/base/ids";
import { type EntryHeader, FIRST_PREVIOUS, type ReceivedEntry } from "@beiakte/shared/log/entry";
import { sealEntry } from "@beiakte/shared/log/sealing";
import { keyFor } from "@beiakte/shared/space/keyring";
import * as Y from "yjs";
import { assert } from "@beiakte/shared/base/assert";
import type { TestDevice } from "./harness";
import { receivedEntry } from "./passing";

/** An update that writes this text, by a client of its own. */
export function updateOf(text: string, client: number): Bytes {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getText("text").insert(0, text);
  return new Uint8Array(Y.encodeStateAsUpdate(doc));
}

/** `over`: what of the header is different. */
export async function forged(
  device: TestDevice,
  document: DocumentId,
  update: Bytes,
  over: Partial<Omit<EntryHeader, "kind">> &
    Partial<Pick<Extract<EntryHeader, { kind: "snapshot" }>, "covers">> = {},
): Promise<ReceivedEntry> {
  const { own, random, store, team } = device;
  const { covers, ...header } = over;
  const { currentEpoch, head } = team.roster;
  const key = keyFor(team.keyring, currentEpoch.id);
  assert(key !== undefined, "the team's key is there");
  const place = {
    space: team.space,
    document,
    epoch: currentEpoch.id,
    roster: head,
    device: own.device,
    writer: await store.writer(),
    seq: 1,
    previous: FIRST_PREVIOUS,
    ...header,
  };
  const whole: EntryHeader =
    covers === undefined
      ? { kind: "update", ...place }
      : { kind: "snapshot", ...place, covers, setAside: [] };
  const payload = { time: 0, heads: [], owners: [], update };
  const sealed = await sealEntry(whole, payload, key, own.signingKey, random);
  return receivedEntry(sealed.bytes);
}

/** The same bytes with one of them changed. */
export function damaged(bytes: Bytes, at: number): Bytes {
  const changed = concatBytes(bytes);
  const index = at < 0 ? bytes.length + at : at;
  changed[index] = (changed[index] ?? 0) ^ 1;
  return changed;
}
