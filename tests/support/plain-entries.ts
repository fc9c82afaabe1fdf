/** Entries whose place is real and whose content and signature are not: for stores, which open none. */
import { type Bytes, concatBytes } from "@beiakte/shared/base/bytes";
import {
  bytesToId,
  type DeviceId,
  type DocumentId,
  type EntryId,
  type Id,
  ID_LENGTH,
  type SpaceId,
  type WriterId,
} from "@beiakte/shared/base/ids";
import {
  encodeHeader,
  type Entry,
  entryId,
  type EntryHeader,
  FIRST_PREVIOUS,
  type Head,
  NONCE_LENGTH,
  signedPart,
} from "@beiakte/shared/log/entry";

export type PlainEntry = {
  readonly id: EntryId;
  readonly header: EntryHeader;
  readonly bytes: Bytes;
  readonly entry: Entry;
};

export type EntryPlan = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly device: DeviceId;
  readonly writer: WriterId;
  readonly seq: number;
  /** Tells two entries at one place apart. */
  readonly content?: number;
  /** Makes it a snapshot. */
  readonly covers?: readonly Head[];
};

/** The id of this kind that is named by a number. */
export function numberedId<Name extends keyof typeof ID_LENGTH>(
  name: Name,
  number: number,
): Id<Name> {
  return bytesToId(name, new Uint8Array(ID_LENGTH[name]).fill(number));
}

export async function plainEntry(plan: EntryPlan): Promise<PlainEntry> {
  const { content = 0, covers, device, document, seq, space, writer } = plan;
  const record = numberedId("RecordId", 1);
  const previous = seq === 1 ? FIRST_PREVIOUS : numberedId("EntryId", seq);
  const place = { space, document, epoch: record, roster: record, device, writer, seq, previous };
  const header: EntryHeader =
    covers === undefined
      ? { kind: "update", ...place }
      : { kind: "snapshot", ...place, covers, setAside: [] };
  const headerBytes = encodeHeader(header);
  const nonce = new Uint8Array(NONCE_LENGTH);
  const ciphertext = Uint8Array.of(content);
  const signed = signedPart(headerBytes, nonce, ciphertext);
  const signature = new Uint8Array(64);
  const bytes = concatBytes(signed, signature);
  const entry = { header, headerBytes, nonce, ciphertext, signed, signature, bytes };
  return { id: await entryId(bytes), header, bytes, entry };
}

export function headOf({ header, id }: PlainEntry): Head {
  const { device, seq, writer } = header;
  return { device, writer, seq, id };
}
