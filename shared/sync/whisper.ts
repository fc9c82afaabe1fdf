/**
 * The whisper, format 1: forwarded now, never stored. Sealed under the epoch's whisper key, so the
 * relay does not learn who reads what; signed inside, so that no member speaks for another.
 *
 *     epoch 32 · box( context 8 · count varint · time varint · body · signature 64 · padding )
 *
 * Bodies: 1 beacon: list of (document 16 · heads); 2 awareness: document 16 · bytes.
 */
import { type Bytes, concatBytes } from "../base/bytes";
import { decode, encode, type Reader, type Writer } from "../base/codec";
import {
  type DeviceId,
  type DocumentId,
  idToBytes,
  type RecordId,
  type SpaceId,
} from "../base/ids";
import type { Random } from "../base/ports";
import { padmeLength } from "../crypto/padding";
import { openBox, sealBox, type SealingKey } from "../crypto/seal";
import { sign, SIGNATURE_LENGTH, type SigningKey, verify } from "../crypto/signature";
import { type Head, readHead, writeHead } from "../log/entry";

export type OpenDocument = {
  readonly document: DocumentId;
  /** How far its reader has come: what proves that a colleague has seen something. */
  readonly heads: readonly Head[];
};

export type WhisperBody =
  /** What this context has open. An empty list: it is going. */
  | { readonly type: "beacon"; readonly open: readonly OpenDocument[] }
  /** Who I am and where my caret is, in y-protocols' words. */
  | { readonly type: "awareness"; readonly document: DocumentId; readonly bytes: Bytes };

export type WhisperContent = {
  /** One opened panel: 8 random bytes. */
  readonly context: Bytes;
  /** Counts up in each context: a whisper played again is older than the newest. */
  readonly count: number;
  readonly time: number;
  readonly body: WhisperBody;
};

// A person has a handful of notes open; the rest of the number is room for many panels.
const OPEN_MOST = 100;
const HEADS_MOST = 200;

export async function sealWhisper(
  content: WhisperContent,
  place: { readonly space: SpaceId; readonly from: DeviceId; readonly epoch: RecordId },
  key: SealingKey,
  signingKey: SigningKey,
  random: Random,
): Promise<Bytes> {
  const inner = encode((writer) => {
    writer.fixed(content.context).varint(content.count).varint(content.time);
    writeBody(writer, content.body);
  });
  const signature = await sign(signingKey, "beiakte whisper v1", bound(place, inner));
  const signed = encode((writer) => writer.bytes(inner).fixed(signature));
  const padded = new Uint8Array(padmeLength(signed.length));
  padded.set(signed);
  const box = await sealBox(key, random, padded, bound(place, new Uint8Array(0)));
  return concatBytes(idToBytes(place.epoch), box);
}

/** Which epoch's key a whisper asks for; nothing where it is too short for one. */
export function whisperEpoch(bytes: Bytes): RecordId | undefined {
  const read = decode(bytes.slice(0, 32), (reader) => reader.id("RecordId"));
  return read.ok ? read.value : undefined;
}

/** From the relay, or from a member who may be hostile: nothing comes out that is not signed. */
export async function openWhisper(
  bytes: Bytes,
  place: { readonly space: SpaceId; readonly from: DeviceId; readonly epoch: RecordId },
  key: SealingKey,
  publicKey: Bytes,
): Promise<WhisperContent | undefined> {
  const opened = await openBox(key, bytes.slice(32), bound(place, new Uint8Array(0)));
  if (!opened.ok) return undefined;
  const signed = decode(opened.value, (reader) => {
    const inner = reader.bytes();
    const signature = reader.fixed(SIGNATURE_LENGTH);
    reader.fixed(reader.left);
    return { inner, signature };
  });
  if (!signed.ok) return undefined;
  const { inner, signature } = signed.value;
  if (!(await verify(publicKey, "beiakte whisper v1", bound(place, inner), signature))) {
    return undefined;
  }
  const content = decode(inner, (reader) => ({
    context: reader.fixed(8),
    count: reader.varint(),
    time: reader.varint(),
    body: readBody(reader),
  }));
  return content.ok ? content.value : undefined;
}

function bound(
  place: { readonly space: SpaceId; readonly from: DeviceId; readonly epoch: RecordId },
  inner: Bytes,
): Bytes {
  return encode((writer) => writer.id(place.space).id(place.from).id(place.epoch).fixed(inner));
}

function writeBody(writer: Writer, body: WhisperBody): void {
  if (body.type === "awareness") {
    writer.byte(2).id(body.document).bytes(body.bytes);
    return;
  }
  writer.byte(1).list(body.open, (to, { document, heads }) => {
    to.id(document).list(heads, writeHead);
  });
}

function readBody(reader: Reader): WhisperBody {
  switch (reader.byte()) {
    case 1:
      return {
        type: "beacon",
        open: reader.list(OPEN_MOST, (from) => ({
          document: from.id("DocumentId"),
          heads: from.list(HEADS_MOST, readHead),
        })),
      };
    case 2:
      return { type: "awareness", document: reader.id("DocumentId"), bytes: reader.bytes() };
    default:
      return reader.refuse();
  }
}
