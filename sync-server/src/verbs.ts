/** What a device may ask for, once it has said who it is. */
import { unreachable } from "@beiakte/shared/base/assert";
import type { Bytes } from "@beiakte/shared/base/bytes";
import { idToBytes, type SpaceId } from "@beiakte/shared/base/ids";
import type { Clock } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { type Entry, isSignedBy, parseEntry } from "@beiakte/shared/log/entry";
import type { DeviceFrame } from "@beiakte/shared/protocol/frames";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import {
  isJoinSigned,
  type JoinRequest,
  parseJoinRequest,
} from "@beiakte/shared/space/join-request";
import { deviceIdOf, recordId } from "@beiakte/shared/space/record";
import type { Roster } from "@beiakte/shared/space/roster";
import type { FanOut, Recipient } from "./fan-out";
import type { GroupCommit } from "./group-commit";
import { ENTRY_MOST_BYTES, type TokenBucket } from "./limits";
import type { Log } from "./log";
import { headOfRecords, type Members } from "./members";
import type { Store } from "./store/store";
import { entryIdNow } from "./store/running-hash";

/** A device at work. */
export type Sender = Recipient & {
  /** Nobody but this machine can reach the relay. */
  readonly isLocal: boolean;
  readonly whispers: TokenBucket;
  readonly refuse: (
    verb: DeviceFrame["type"],
    space: SpaceId,
    subject: Bytes,
    reason: Refusal,
  ) => void;
  /** Counts bytes as under way until the answer of this is called. */
  readonly hold: (bytes: number) => () => void;
};

export type Verb = Exclude<DeviceFrame, { readonly type: "authenticate" | "ping" }>;
type Of<Type extends Verb["type"]> = Extract<Verb, { readonly type: Type }>;

export type Desk = {
  readonly store: Store;
  readonly clock: Clock;
  readonly members: Members;
  readonly fanOut: FanOut;
  readonly commits: GroupCommit;
  readonly log: Log;
};

const NOTHING: Bytes = new Uint8Array();

/** Answers by the sender; ends when the next frame of this sender may be looked at. */
export async function answer(desk: Desk, sender: Sender, frame: Verb): Promise<void> {
  switch (frame.type) {
    case "follow":
      return follow(desk, sender, frame);
    case "append":
    case "restore":
      return append(desk, sender, frame);
    case "found":
      return found(desk, sender, frame);
    case "record":
      return record(desk, sender, frame);
    case "join":
      return join(desk, sender, frame);
    case "whisper":
      return whisper(desk, sender, frame);
    default:
      return unreachable(frame);
  }
}

async function follow(desk: Desk, sender: Sender, frame: Of<"follow">): Promise<void> {
  const { space, cursor } = frame;
  const known = await desk.members.of(space);
  const refusal = !known.ok
    ? known.error
    : !known.value.roster.devices.has(sender.device)
      ? "not-a-member"
      : await desk.fanOut.follow(sender, space, cursor, () => desk.members.current(space));
  if (refusal !== undefined) sender.refuse("follow", space, NOTHING, refusal);
}

/** Ends before the commit: the next entry of this device shall come into the same one. */
async function append(
  desk: Desk,
  sender: Sender,
  frame: Of<"append"> | Of<"restore">,
): Promise<void> {
  const { space, type: way } = frame;
  const id = entryIdNow(frame.entry);
  const refuse = (reason: Refusal): void => sender.refuse(way, space, idToBytes(id), reason);
  const entry = parseOffered(frame);
  if (!entry.ok) return refuse(entry.error);
  const known = await desk.members.of(space);
  if (!known.ok) return refuse(known.error);
  const { roster } = known.value;
  if (!roster.devices.has(sender.device)) return refuse("not-a-member");
  const refusal =
    way === "append"
      ? refusalOfOwn(roster, sender, entry.value)
      : await refusalOfForeign(roster, entry.value);
  if (refusal !== undefined) return refuse(refusal);
  const done = sender.hold(frame.entry.length);
  desk.commits.offer({ space, id, entry: entry.value, way }, (outcome) => {
    done();
    if (outcome.type === "refused") return refuse(outcome.reason);
    return sender.send({ type: "stored", space, id, number: outcome.number });
  });
}

function parseOffered({ space, entry }: Of<"append"> | Of<"restore">): Result<Entry, Refusal> {
  if (entry.length > ENTRY_MOST_BYTES) return err("too-large");
  const parsed = parseEntry(entry);
  if (!parsed.ok) {
    return err(parsed.error.type === "too-new" ? "unknown-version" : "malformed");
  }
  return parsed.value.header.space === space ? ok(parsed.value) : err("malformed");
}

/** No signature is looked at: the connection has proved who sends, and readers verify. */
function refusalOfOwn(roster: Roster, sender: Sender, { header }: Entry): Refusal | undefined {
  if (header.device !== sender.device) return "wrong-sender";
  return header.epoch === roster.currentEpoch.id ? undefined : "stale-epoch";
}

/** Who brings it is not who wrote it, so here the relay must verify, or places could be taken. */
async function refusalOfForeign(roster: Roster, entry: Entry): Promise<Refusal | undefined> {
  const author = roster.devices.get(entry.header.device);
  if (author === undefined) return "wrong-sender";
  if (!roster.epochs.some(({ id }) => id === entry.header.epoch)) return "stale-epoch";
  return (await isSignedBy(entry, author.signingKey)) ? undefined : "bad-signature";
}

async function found(desk: Desk, sender: Sender, frame: Of<"found">): Promise<void> {
  const { space, records, lockboxes, voucher } = frame;
  const head = await headOfRecords(records);
  if (head === undefined) return sender.refuse("found", space, NOTHING, "malformed");
  const { device, isLocal } = sender;
  const step = await desk.members.found({
    device,
    isLocal,
    space,
    records,
    lockboxes,
    voucher,
  });
  if (!step.ok) return sender.refuse("found", space, idToBytes(head), step.error);
  if (step.value?.from === 0) desk.log({ type: "space-founded", space });
  sender.send({ type: "recorded", space, id: head });
  if (step.value !== undefined) desk.fanOut.recorded(step.value);
}

async function record(desk: Desk, sender: Sender, frame: Of<"record">): Promise<void> {
  const { space, lockboxes } = frame;
  const id = await recordId(frame.record);
  const step = await desk.members.record(sender.device, space, frame.record, lockboxes);
  if (!step.ok) return sender.refuse("record", space, idToBytes(id), step.error);
  sender.send({ type: "recorded", space, id });
  if (step.value !== undefined) desk.fanOut.recorded(step.value);
}

/**
 * The relay sees of a request which invitation it belongs to, and nothing else: whether the
 * newcomer held it is for the admin's device to verify.
 */
async function join(desk: Desk, sender: Sender, frame: Of<"join">): Promise<void> {
  const { space, request } = frame;
  const refuse = (reason: Refusal): void => sender.refuse("join", space, NOTHING, reason);
  const known = await desk.members.of(space);
  if (!known.ok) return refuse(known.error);
  const asked = await verifiedRequest(known.value.roster, sender, request);
  if (!asked.ok) return refuse(asked.error);
  // The roster may have gone on while the signature was verified.
  const membership = desk.members.current(space) ?? known.value;
  if (membership.roster.devices.has(sender.device)) {
    // Admitted while it was away.
    const refusal = await desk.fanOut.welcome(sender, space, membership);
    return refusal === undefined ? undefined : refuse(refusal);
  }
  const { invitation } = asked.value;
  const open = membership.roster.invitations.get(invitation);
  const at = desk.clock.now();
  if (open === undefined || open.usedBy !== undefined || at > open.expiresAt) {
    return refuse("invitation-invalid");
  }
  const kept = { invitation, device: sender.device, bytes: request };
  // Before it is stored: an admin may be faster than the disk's answer.
  desk.fanOut.awaitAdmission(sender, space);
  const stored = await desk.store.keepRequest(space, kept, at);
  if (!stored.ok) return refuse(stored.error);
  const current = desk.members.current(space);
  return current && desk.fanOut.tellRequests(space, current);
}

/**
 * Anyone who has heard of a space may ask, and of too many requests the oldest give way: so only
 * somebody who holds an invitation can push others out, and only for their own device.
 */
async function verifiedRequest(
  roster: Roster,
  sender: Sender,
  bytes: Bytes,
): Promise<Result<JoinRequest, Refusal>> {
  const request = parseJoinRequest(bytes);
  if (!request.ok) return err(request.error.type === "too-new" ? "unknown-version" : "malformed");
  const { invitation, keys } = request.value;
  if ((await deviceIdOf(keys)) !== sender.device) return err("wrong-sender");
  const named = roster.invitations.get(invitation);
  const isSigned = named !== undefined && (await isJoinSigned(request.value, named.invitationKey));
  return isSigned ? ok(request.value) : err("invitation-invalid");
}

async function whisper(desk: Desk, sender: Sender, frame: Of<"whisper">): Promise<void> {
  const { space, to, bytes } = frame;
  const refuse = (reason: Refusal): void => sender.refuse("whisper", space, NOTHING, reason);
  if (!sender.whispers.tryTake(1)) return refuse("too-fast");
  const known = await desk.members.of(space);
  if (!known.ok) return refuse(known.error);
  if (!known.value.roster.devices.has(sender.device)) return refuse("not-a-member");
  return desk.fanOut.whisper(space, sender.device, to, bytes);
}
