/**
 * What device and relay say to each other: one byte for the verb, then its fields. Anyone can open
 * a socket, so both parsers believe nothing but the form.
 */
import { unreachable } from "../base/assert";
import type { Bytes } from "../base/bytes";
import { decode, encode, type Malformed, type Reader, type Writer } from "../base/codec";
import type { DeviceId, EntryId, RecordId, SpaceId } from "../base/ids";
import type { Result } from "../base/result";
import type { Cursor } from "./cursor";
import {
  CHALLENGE_BYTES,
  DEVICES_MOST,
  ENTRIES_IN_FRAME_MOST,
  RECORDS_MOST,
  WHISPER_MOST_BYTES,
} from "./limits";
import { REFUSALS, type Refusal } from "./refusals";

/** An epoch's key sealed to one device. Only that device can open it. */
export type SealedLockbox = {
  readonly device: DeviceId;
  readonly epoch: RecordId;
  readonly bytes: Bytes;
};

export type DeviceFrame =
  | {
      readonly type: "authenticate";
      readonly version: number;
      readonly signingKey: Bytes;
      readonly sealingKey: Bytes;
      readonly host: string;
      readonly signature: Bytes;
    }
  | { readonly type: "follow"; readonly space: SpaceId; readonly cursor: Cursor }
  | { readonly type: "append"; readonly space: SpaceId; readonly entry: Bytes }
  /** An entry of any device, given back to a relay that lost it: the relay checks its signature. */
  | { readonly type: "restore"; readonly space: SpaceId; readonly entry: Bytes }
  /** The whole roster: of a new space, or given back to a relay that lost it. */
  | {
      readonly type: "found";
      readonly space: SpaceId;
      readonly records: readonly Bytes[];
      readonly lockboxes: readonly SealedLockbox[];
      readonly voucher: string;
    }
  | {
      readonly type: "record";
      readonly space: SpaceId;
      readonly record: Bytes;
      readonly lockboxes: readonly SealedLockbox[];
    }
  | { readonly type: "join"; readonly space: SpaceId; readonly request: Bytes }
  /** To these devices, or to all of the space where none is named. */
  | {
      readonly type: "whisper";
      readonly space: SpaceId;
      readonly to: readonly DeviceId[];
      readonly bytes: Bytes;
    }
  | { readonly type: "ping" };

/** One place of a space's stream. `entry` is missing where retention has removed the bytes. */
export type StreamItem = {
  readonly number: number;
  readonly id: EntryId;
  readonly entry: Bytes | undefined;
};

/** What a refusal is about; `subject` is the id of the entry or record, empty for other verbs. */
export type RefusedFrame = {
  readonly type: "refused";
  readonly verb: DeviceFrame["type"];
  readonly space: SpaceId | undefined;
  readonly subject: Bytes;
  readonly reason: Refusal;
};

export type RelayFrame =
  | { readonly type: "challenge"; readonly version: number; readonly challenge: Bytes }
  | { readonly type: "welcome" }
  /** Consecutive numbers; the stream of a space has no holes. */
  | { readonly type: "entries"; readonly space: SpaceId; readonly items: readonly StreamItem[] }
  | {
      readonly type: "records";
      readonly space: SpaceId;
      readonly from: number;
      readonly records: readonly Bytes[];
    }
  | {
      readonly type: "lockboxes";
      readonly space: SpaceId;
      readonly lockboxes: readonly SealedLockbox[];
    }
  | { readonly type: "caught-up"; readonly space: SpaceId; readonly cursor: Cursor }
  | {
      readonly type: "stored";
      readonly space: SpaceId;
      readonly id: EntryId;
      readonly number: number;
    }
  | { readonly type: "recorded"; readonly space: SpaceId; readonly id: RecordId }
  | { readonly type: "diverged"; readonly space: SpaceId }
  /** For admins: all that are open, each time one comes or is answered. */
  | {
      readonly type: "join-requests";
      readonly space: SpaceId;
      readonly requests: readonly Bytes[];
    }
  | {
      readonly type: "whispered";
      readonly space: SpaceId;
      readonly from: DeviceId;
      readonly bytes: Bytes;
    }
  | RefusedFrame
  | { readonly type: "pong" };

const DEVICE_VERBS = [
  "authenticate",
  "follow",
  "append",
  "restore",
  "found",
  "record",
  "join",
  "whisper",
  "ping",
] as const satisfies readonly DeviceFrame["type"][];

const RELAY_VERBS = [
  "challenge",
  "welcome",
  "entries",
  "records",
  "lockboxes",
  "caught-up",
  "stored",
  "recorded",
  "diverged",
  "join-requests",
  "whispered",
  "refused",
  "pong",
] as const satisfies readonly RelayFrame["type"][];

export function encodeDeviceFrame(frame: DeviceFrame): Bytes {
  return encode((writer) => {
    writer.byte(DEVICE_VERBS.indexOf(frame.type));
    switch (frame.type) {
      case "authenticate":
        writer.varint(frame.version).fixed(frame.signingKey).fixed(frame.sealingKey);
        return writer.text(frame.host).fixed(frame.signature);
      case "follow":
        return writeCursor(writer.id(frame.space), frame.cursor);
      case "append":
      case "restore":
        return writer.id(frame.space).bytes(frame.entry);
      case "found":
        writer.id(frame.space).list(frame.records, (to, record) => to.bytes(record));
        return writer.list(frame.lockboxes, writeLockbox).text(frame.voucher);
      case "record":
        return writer.id(frame.space).bytes(frame.record).list(frame.lockboxes, writeLockbox);
      case "join":
        return writer.id(frame.space).bytes(frame.request);
      case "whisper":
        writer.id(frame.space).list(frame.to, (to, device) => to.id(device));
        return writer.bytes(frame.bytes);
      case "ping":
        return writer;
      default:
        return unreachable(frame);
    }
  });
}

export function parseDeviceFrame(bytes: Bytes): Result<DeviceFrame, Malformed> {
  return decode(bytes, (reader): DeviceFrame => {
    const type = DEVICE_VERBS[reader.byte()] ?? reader.refuse();
    switch (type) {
      case "authenticate":
        return {
          type,
          version: reader.varint(),
          signingKey: reader.fixed(32),
          sealingKey: reader.fixed(32),
          host: reader.text(300),
          signature: reader.fixed(64),
        };
      case "follow":
        return { type, space: reader.id("SpaceId"), cursor: readCursor(reader) };
      case "append":
      case "restore":
        return { type, space: reader.id("SpaceId"), entry: reader.bytes() };
      case "found":
        return {
          type,
          space: reader.id("SpaceId"),
          records: reader.list(RECORDS_MOST, (from) => from.bytes()),
          lockboxes: reader.list(DEVICES_MOST, readLockbox),
          voucher: reader.text(100),
        };
      case "record":
        return {
          type,
          space: reader.id("SpaceId"),
          record: reader.bytes(),
          lockboxes: reader.list(DEVICES_MOST, readLockbox),
        };
      case "join":
        return { type, space: reader.id("SpaceId"), request: reader.bytes(4096) };
      case "whisper":
        return {
          type,
          space: reader.id("SpaceId"),
          to: reader.list(DEVICES_MOST, (from) => from.id("DeviceId")),
          bytes: reader.bytes(WHISPER_MOST_BYTES),
        };
      case "ping":
        return { type };
      default:
        return unreachable(type);
    }
  });
}

export function encodeRelayFrame(frame: RelayFrame): Bytes {
  return encode((writer) => {
    writer.byte(RELAY_VERBS.indexOf(frame.type));
    switch (frame.type) {
      case "challenge":
        return writer.varint(frame.version).fixed(frame.challenge);
      case "entries":
        return writer.id(frame.space).list(frame.items, writeItem);
      case "records":
        writer.id(frame.space).varint(frame.from);
        return writer.list(frame.records, (to, record) => to.bytes(record));
      case "lockboxes":
        return writer.id(frame.space).list(frame.lockboxes, writeLockbox);
      case "caught-up":
        return writeCursor(writer.id(frame.space), frame.cursor);
      case "stored":
        return writer.id(frame.space).id(frame.id).varint(frame.number);
      case "recorded":
        return writer.id(frame.space).id(frame.id);
      case "diverged":
        return writer.id(frame.space);
      case "join-requests":
        return writer.id(frame.space).list(frame.requests, (to, request) => to.bytes(request));
      case "whispered":
        return writer.id(frame.space).id(frame.from).bytes(frame.bytes);
      case "refused":
        writer.byte(DEVICE_VERBS.indexOf(frame.verb));
        writer.list(frame.space === undefined ? [] : [frame.space], (to, space) => to.id(space));
        return writer.bytes(frame.subject).byte(REFUSALS.indexOf(frame.reason));
      case "welcome":
      case "pong":
        return writer;
      default:
        return unreachable(frame);
    }
  });
}

export function parseRelayFrame(bytes: Bytes): Result<RelayFrame, Malformed> {
  return decode(bytes, (reader): RelayFrame => {
    const type = RELAY_VERBS[reader.byte()] ?? reader.refuse();
    switch (type) {
      case "challenge":
        return { type, version: reader.varint(), challenge: reader.fixed(CHALLENGE_BYTES) };
      case "entries":
        return {
          type,
          space: reader.id("SpaceId"),
          items: reader.list(ENTRIES_IN_FRAME_MOST, readItem),
        };
      case "records":
        return {
          type,
          space: reader.id("SpaceId"),
          from: reader.varint(),
          records: reader.list(RECORDS_MOST, (from) => from.bytes()),
        };
      case "lockboxes":
        return {
          type,
          space: reader.id("SpaceId"),
          lockboxes: reader.list(DEVICES_MOST, readLockbox),
        };
      case "caught-up":
        return { type, space: reader.id("SpaceId"), cursor: readCursor(reader) };
      case "stored":
        return {
          type,
          space: reader.id("SpaceId"),
          id: reader.id("EntryId"),
          number: reader.varint(),
        };
      case "recorded":
        return { type, space: reader.id("SpaceId"), id: reader.id("RecordId") };
      case "diverged":
        return { type, space: reader.id("SpaceId") };
      case "join-requests":
        return {
          type,
          space: reader.id("SpaceId"),
          requests: reader.list(DEVICES_MOST, (from) => from.bytes(4096)),
        };
      case "whispered":
        return {
          type,
          space: reader.id("SpaceId"),
          from: reader.id("DeviceId"),
          bytes: reader.bytes(WHISPER_MOST_BYTES),
        };
      case "refused":
        return {
          type,
          verb: DEVICE_VERBS[reader.byte()] ?? reader.refuse(),
          space: reader.list(1, (from) => from.id("SpaceId"))[0],
          subject: reader.bytes(32),
          reason: REFUSALS[reader.byte()] ?? reader.refuse(),
        };
      case "welcome":
      case "pong":
        return { type };
      default:
        return unreachable(type);
    }
  });
}

function writeCursor(writer: Writer, cursor: Cursor): Writer {
  return writer.varint(cursor.number).fixed(cursor.hash);
}

function readCursor(reader: Reader): Cursor {
  return { number: reader.varint(), hash: reader.fixed(32) };
}

function writeLockbox(writer: Writer, lockbox: SealedLockbox): void {
  writer.id(lockbox.device).id(lockbox.epoch).bytes(lockbox.bytes);
}

function readLockbox(reader: Reader): SealedLockbox {
  return { device: reader.id("DeviceId"), epoch: reader.id("RecordId"), bytes: reader.bytes(4096) };
}

function writeItem(writer: Writer, item: StreamItem): void {
  writer.varint(item.number).id(item.id);
  writer.list(item.entry === undefined ? [] : [item.entry], (to, entry) => to.bytes(entry));
}

function readItem(reader: Reader): StreamItem {
  return {
    number: reader.varint(),
    id: reader.id("EntryId"),
    entry: reader.list(1, (from) => from.bytes())[0],
  };
}
