/**
 * Only our own pages can speak on the channel. But for the moment of an update a page of the older
 * version may still be there, so a word of an unknown form is not heard instead of being believed.
 */
import type { Bytes } from "@beiakte/shared/base/bytes";
import { type Id, type ID_LENGTH, parseId, type SpaceId } from "@beiakte/shared/base/ids";
import type { SealedLockbox } from "@beiakte/shared/protocol/frames";
import { type Refusal, REFUSALS } from "@beiakte/shared/protocol/refusals";
import type { SpaceState } from "@beiakte/shared/sync/followed-space";
import type { ConnectionState } from "@beiakte/shared/sync/relay-connection";
import type { LinkWord, SpaceLink } from "./link-words";

/** The word, or nothing where it is none of this version's. */
export function parseLinkWord(data: unknown): LinkWord | undefined {
  try {
    return wordOf(fieldsOf(data));
  } catch (thrown) {
    if (thrown instanceof OtherForm) return undefined;
    throw thrown;
  }
}

/** Thrown inside `parseLinkWord` only, which turns it into nothing. */
class OtherForm extends Error {}

type Fields = ReadonlyMap<string, unknown>;

function wordOf(word: Fields): LinkWord {
  const type = word.get("type");
  switch (type) {
    case "wanted":
    case "hello":
    case "refresh":
    case "wake":
      return { type };
    case "whisper": {
      const to = listOf(word.get("to"), (id) => idOf("DeviceId", id));
      return { type, space: spaceOf(word), to, bytes: bytesOf(word.get("bytes")) };
    }
    case "record":
      return {
        type,
        call: textOf(word.get("call")),
        space: spaceOf(word),
        record: bytesOf(word.get("record")),
        lockboxes: listOf(word.get("lockboxes"), lockboxOf),
      };
    case "recorded": {
      const refusal = word.get("refusal");
      const call = textOf(word.get("call"));
      return { type, call, refusal: refusal === undefined ? undefined : refusalOf(refusal) };
    }
    case "rejected":
      return { type, space: spaceOf(word) };
    case "whispered": {
      const from = idOf("DeviceId", word.get("from"));
      return { type, space: spaceOf(word), from, bytes: bytesOf(word.get("bytes")) };
    }
    case "state":
      return {
        type,
        connection: connectionOf(fieldsOf(word.get("connection"))),
        spaces: listOf(word.get("spaces"), spaceWithLinkOf),
        activity: countOf(word.get("activity")),
        arrivals: countOf(word.get("arrivals")),
      };
    default:
      return otherForm();
  }
}

function connectionOf(state: Fields): ConnectionState {
  const type = state.get("type");
  switch (type) {
    case "connecting":
    case "online":
    case "offline":
    case "relay-newer":
    case "relay-older":
      return { type };
    case "refused":
      return { type, reason: refusalOf(state.get("reason")) };
    default:
      return otherForm();
  }
}

function spaceWithLinkOf(value: unknown): readonly [SpaceId, SpaceLink] {
  const [space, link] = listOf(value, (item) => item);
  const fields = fieldsOf(link);
  return [
    idOf("SpaceId", space),
    {
      state: spaceStateOf(fieldsOf(fields.get("state"))),
      joinRequests: listOf(fields.get("joinRequests"), bytesOf),
    },
  ];
}

function spaceStateOf(state: Fields): SpaceState {
  const type = state.get("type");
  switch (type) {
    case "waiting":
    case "joining":
    case "catching-up":
    case "live":
    case "too-new":
      return { type };
    case "refused":
      return { type, reason: refusalOf(state.get("reason")) };
    case "store-fault": {
      const fault = state.get("fault");
      if (fault !== "store-full" && fault !== "store-failed") return otherForm();
      return { type, fault };
    }
    default:
      return otherForm();
  }
}

function lockboxOf(value: unknown): SealedLockbox {
  const box = fieldsOf(value);
  return {
    device: idOf("DeviceId", box.get("device")),
    epoch: idOf("RecordId", box.get("epoch")),
    bytes: bytesOf(box.get("bytes")),
  };
}

function spaceOf(word: Fields): SpaceId {
  return idOf("SpaceId", word.get("space"));
}

function refusalOf(value: unknown): Refusal {
  return REFUSALS.find((refusal) => refusal === value) ?? otherForm();
}

function idOf<Name extends keyof typeof ID_LENGTH>(name: Name, value: unknown): Id<Name> {
  const id = parseId(name, textOf(value));
  return id.ok ? id.value : otherForm();
}

function bytesOf(value: unknown): Bytes {
  return value instanceof Uint8Array ? new Uint8Array(value) : otherForm();
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : otherForm();
}

function countOf(value: unknown): number {
  return typeof value === "number" ? value : otherForm();
}

function listOf<Item>(value: unknown, itemOf: (item: unknown) => Item): readonly Item[] {
  if (!Array.isArray(value)) return otherForm();
  return value.map((item: unknown) => itemOf(item));
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : otherForm();
}

function otherForm(): never {
  throw new OtherForm();
}
