/**
 * The entry, format 1: one sealed change of one document.
 *
 *     version 1 · kind · space 32 · document 16 · epoch 32 · roster 32 · device 32 · writer 8
 *     · seq varint · previous 32 · (snapshots only: covers, set aside)
 *     · nonce 12 · ciphertext (varint length, bytes) · signature 64
 *
 * All before the nonce is the header, public and also the associated data of the seal. The
 * signature is over all before it; the entry's id is the SHA-256 of all of it.
 */
import { type Bytes, concatBytes } from "../base/bytes";
import { decode, encode, type Malformed, type Reader, type Writer } from "../base/codec";
import {
  bytesToId,
  type DeviceId,
  type DocumentId,
  type EntryId,
  type RecordId,
  type SpaceId,
  type WriterId,
} from "../base/ids";
import type { Result } from "../base/result";
import { hash } from "../crypto/hash";
import { PUBLIC_KEY_LENGTH, SIGNATURE_LENGTH, verify } from "../crypto/signature";

export const ENTRY_VERSION = 1;
export const NONCE_LENGTH = 12;

/** All entries of one device and writer in one document. */
export type Chain = { readonly device: DeviceId; readonly writer: WriterId };

/** The newest entry of a chain that something knows or stands for; `seq` counts from 1. */
export type Head = Chain & { readonly seq: number; readonly id: EntryId };

export type EntryHeader = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly epoch: RecordId;
  /** The newest roster record that the author knew. */
  readonly roster: RecordId;
  readonly device: DeviceId;
  readonly writer: WriterId;
  readonly seq: number;
  /** The entry before in the chain; zeros where `seq` is 1. */
  readonly previous: EntryId;
} & (
  | { readonly kind: "update" }
  | {
      readonly kind: "snapshot";
      /** What the snapshot stands for: one head a chain, sorted by device and writer. */
      readonly covers: readonly Head[];
      /** Entries below the heads that it does not hold, because nobody could read them. */
      readonly setAside: readonly EntryId[];
    }
);

export type Entry = {
  readonly header: EntryHeader;
  readonly headerBytes: Bytes;
  readonly nonce: Bytes;
  readonly ciphertext: Bytes;
  /** What the signature is over. */
  readonly signed: Bytes;
  readonly signature: Bytes;
  readonly bytes: Bytes;
};

/** From a relay. `id`: computed from the bytes, not believed. */
export type ReceivedEntry = { readonly id: EntryId; readonly entry: Entry };

export const FIRST_PREVIOUS: EntryId = bytesToId("EntryId", new Uint8Array(32));

const KIND = { update: 1, snapshot: 2 } as const;

// A note that 500 devices wrote in is beyond every team; the number only bounds a hostile list.
const COVERS_MOST = 10_000;

export function encodeHeader(header: EntryHeader): Bytes {
  return encode((writer) => {
    writer.byte(ENTRY_VERSION).byte(KIND[header.kind]);
    writer.id(header.space).id(header.document).id(header.epoch).id(header.roster);
    writer.id(header.device).id(header.writer).varint(header.seq).id(header.previous);
    if (header.kind === "snapshot") {
      writer.list(header.covers, writeHead);
      writer.list(header.setAside, (to, id) => to.id(id));
    }
  });
}

export function signedPart(headerBytes: Bytes, nonce: Bytes, ciphertext: Bytes): Bytes {
  return concatBytes(
    headerBytes,
    encode((writer) => writer.fixed(nonce).bytes(ciphertext)),
  );
}

/**
 * Bytes from the relay or from a damaged disk: anyone may have written them. Nothing is believed
 * here but the form. An unknown version is told apart, so that the panel can ask for an update.
 */
export function parseEntry(
  bytes: Bytes,
): Result<Entry, Malformed | { readonly type: "too-new"; readonly version: number }> {
  const version = bytes[0];
  if (version !== undefined && version > ENTRY_VERSION) {
    return { ok: false, error: { type: "too-new", version } };
  }
  return decode(bytes, (reader) => {
    const header = readHeader(reader);
    const headerBytes = bytes.slice(0, reader.position);
    const nonce = reader.fixed(NONCE_LENGTH);
    const ciphertext = reader.bytes();
    const signed = bytes.slice(0, reader.position);
    const signature = reader.fixed(SIGNATURE_LENGTH);
    return { header, headerBytes, nonce, ciphertext, signed, signature, bytes };
  });
}

export async function entryId(bytes: Bytes): Promise<EntryId> {
  return bytesToId("EntryId", await hash(bytes));
}

/** Whether the device that the header names signed it, by the key that the roster gives it. */
export function isSignedBy(entry: Entry, signingKey: Bytes): Promise<boolean> {
  if (signingKey.length !== PUBLIC_KEY_LENGTH) return Promise.resolve(false);
  return verify(signingKey, "beiakte entry v1", entry.signed, entry.signature);
}

function readHeader(reader: Reader): EntryHeader {
  if (reader.byte() !== ENTRY_VERSION) reader.refuse();
  const kind = reader.byte();
  const common = {
    space: reader.id("SpaceId"),
    document: reader.id("DocumentId"),
    epoch: reader.id("RecordId"),
    roster: reader.id("RecordId"),
    device: reader.id("DeviceId"),
    writer: reader.id("WriterId"),
    seq: reader.varint(),
    previous: reader.id("EntryId"),
  };
  if (common.seq === 0) reader.refuse();
  if ((common.seq === 1) !== (common.previous === FIRST_PREVIOUS)) reader.refuse();
  if (kind === KIND.update) return { kind: "update", ...common };
  if (kind !== KIND.snapshot) return reader.refuse();
  const covers = reader.list(COVERS_MOST, readHead);
  if (!isSorted(covers.map(chainKey))) reader.refuse();
  const setAside = reader.list(COVERS_MOST, (from) => from.id("EntryId"));
  if (!isSorted(setAside)) reader.refuse();
  return { kind: "snapshot", ...common, covers, setAside };
}

/** The chain as one text, for maps; sorts as the wire does. */
export function chainKey(chain: Chain): string {
  return `${chain.device}/${chain.writer}`;
}

export function writeHead(writer: Writer, head: Head): void {
  writer.id(head.device).id(head.writer).varint(head.seq).id(head.id);
}

export function readHead(reader: Reader): Head {
  const head = {
    device: reader.id("DeviceId"),
    writer: reader.id("WriterId"),
    seq: reader.varint(),
    id: reader.id("EntryId"),
  };
  return head.seq === 0 ? reader.refuse() : head;
}

/** Strictly ascending: one order and no double, so that a list has one encoding. */
function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, i) => i === 0 || (keys[i - 1] ?? "") < key);
}
