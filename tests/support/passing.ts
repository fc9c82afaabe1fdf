/** Carries entries from one device's store to another's, as a relay would, without one. */
import type { DocumentId } from "@beiakte/shared/base/ids";
import type { Bytes } from "@beiakte/shared/base/bytes";
import { entryId, parseEntry, type ReceivedEntry } from "@beiakte/shared/log/entry";
import { START } from "@beiakte/shared/protocol/cursor";
import { must } from "./devices";
import type { TestDevice } from "./harness";

/** The entries of a document that are read at each opening, in order. */
export async function lineOf(
  device: TestDevice,
  document: DocumentId,
): Promise<readonly ReceivedEntry[]> {
  const rows = await device.store.entriesOf(device.team.space, document, 0);
  return Promise.all(rows.map(({ bytes }) => receivedEntry(bytes)));
}

export async function receivedEntry(bytes: Bytes): Promise<ReceivedEntry> {
  return { id: await entryId(bytes), entry: must(parseEntry(bytes)) };
}

export async function pass(
  to: TestDevice,
  ...entries: readonly (ReceivedEntry | undefined)[]
): Promise<void> {
  const here = entries.filter((entry) => entry !== undefined);
  must(await to.store.receive(to.team.space, to.own.device, here, START));
}
