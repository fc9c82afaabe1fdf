/**
 * A device as the relay sees it: real keys, real signatures and a real socket, but nothing sealed.
 * It does what the test says, and keeps what it hears until the test asks for it.
 */
import WebSocket from "ws";
import { assert } from "@beiakte/shared/base/assert";
import type { Bytes } from "@beiakte/shared/base/bytes";
import { encode } from "@beiakte/shared/base/codec";
import {
  bytesToId,
  type DeviceId,
  type DocumentId,
  type EntryId,
  type InvitationId,
  type MemberId,
  type RecordId,
  type SpaceId,
  type WriterId,
} from "@beiakte/shared/base/ids";
import { hash } from "@beiakte/shared/crypto/hash";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { generateSigningKey, sign, type SigningKey } from "@beiakte/shared/crypto/signature";
import {
  encodeHeader,
  entryId,
  type EntryHeader,
  FIRST_PREVIOUS,
  type Head,
  signedPart,
} from "@beiakte/shared/log/entry";
import { challengeToSign } from "@beiakte/shared/protocol/challenge";
import { START } from "@beiakte/shared/protocol/cursor";
import {
  type DeviceFrame,
  encodeDeviceFrame,
  parseRelayFrame,
  type RelayFrame,
  type SealedLockbox,
} from "@beiakte/shared/protocol/frames";
import { PROTOCOL_VERSION } from "@beiakte/shared/protocol/limits";
import { framePieces, PieceReader } from "@beiakte/shared/protocol/pieces";
import { refusalOfCloseCode } from "@beiakte/shared/protocol/refusals";
import { encodeJoinRequest } from "@beiakte/shared/space/join-request";
import {
  deviceIdOf,
  type DeviceKeys,
  joinToSign,
  NO_RECORD,
  recordId,
  type Role,
  signRecord,
} from "@beiakte/shared/space/record";

export type Identity = {
  readonly signing: SigningKey;
  readonly keys: DeviceKeys;
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly writer: WriterId;
};

/** A space as its founder made it; `records` grows by `invite` and `admit`. */
export type TestSpace = {
  readonly space: SpaceId;
  readonly founder: Identity;
  readonly epoch: RecordId;
  readonly records: Bytes[];
};

export type TestInvitation = { readonly id: InvitationId; readonly key: SigningKey };

export type TestEntry = { readonly bytes: Bytes; readonly id: EntryId; readonly head: Head };

export async function makeIdentity(): Promise<Identity> {
  const signing = await generateSigningKey();
  const keys = { signingKey: signing.publicKey, sealingKey: cryptoRandom.bytes(32) };
  return {
    signing,
    keys,
    device: await deviceIdOf(keys),
    member: bytesToId("MemberId", cryptoRandom.bytes(16)),
    writer: bytesToId("WriterId", cryptoRandom.bytes(8)),
  };
}

export function makeDocument(): DocumentId {
  return bytesToId("DocumentId", cryptoRandom.bytes(16));
}

export async function makeSpace(founder: Identity): Promise<TestSpace> {
  const bytes = await signRecord(
    {
      previous: NO_RECORD,
      author: founder.device,
      time: 1000,
      body: {
        type: "found",
        nonce: cryptoRandom.bytes(16),
        keys: founder.keys,
        member: founder.member,
        commitment: cryptoRandom.bytes(32),
      },
    },
    founder.signing,
  );
  const epoch = await recordId(bytes);
  const space = await spaceIdOf(bytes);
  return { space, founder, epoch, records: [bytes] };
}

/** Adds the record to the space. */
export async function invite(
  space: TestSpace,
  expiresAt: number,
  role: Role = "member",
): Promise<TestInvitation> {
  const key = await generateSigningKey();
  const id = bytesToId("InvitationId", cryptoRandom.bytes(16));
  const { founder } = space;
  const invitationKey = key.publicKey;
  space.records.push(
    await signRecord(
      {
        previous: await headOf(space),
        author: founder.device,
        time: 1000,
        body: { type: "invite", invitation: id, invitationKey, expiresAt, role },
      },
      founder.signing,
    ),
  );
  return { id, key };
}

/** Adds the record to the space. */
export async function admit(
  space: TestSpace,
  invitation: TestInvitation,
  newcomer: Identity,
  time = 1000,
): Promise<Bytes> {
  const { keys, member } = newcomer;
  const joinSignature = await sign(
    invitation.key,
    "beiakte join v1",
    joinToSign(invitation.id, keys),
  );
  const bytes = await signRecord(
    {
      previous: await headOf(space),
      author: space.founder.device,
      time,
      body: { type: "admit", invitation: invitation.id, keys, member, joinSignature },
    },
    space.founder.signing,
  );
  space.records.push(bytes);
  return bytes;
}

/** What a newcomer who holds the invitation sends; `signedBy`: a key other than the invitation's. */
export async function joinRequestOf(
  newcomer: Identity,
  invitation: TestInvitation,
  signedBy: SigningKey = invitation.key,
): Promise<Bytes> {
  const { keys } = newcomer;
  const toSign = joinToSign(invitation.id, keys);
  const joinSignature = await sign(signedBy, "beiakte join v1", toSign);
  const nameBox = cryptoRandom.bytes(40);
  return encodeJoinRequest({ invitation: invitation.id, keys, joinSignature, nameBox });
}

/** A space with further members, each admitted by an invitation of their own. */
export async function makeSpaceOf(
  founder: Identity,
  ...others: readonly Identity[]
): Promise<TestSpace> {
  const space = await makeSpace(founder);
  for (const other of others) {
    await admit(space, await invite(space, 2 ** 50), other);
  }
  return space;
}

export function makeLockbox(space: TestSpace, device: DeviceId): SealedLockbox {
  return { device, epoch: space.epoch, bytes: cryptoRandom.bytes(80) };
}

export type EntryWish = {
  readonly document: DocumentId;
  readonly after?: TestEntry | undefined;
  readonly size?: number;
  /** A snapshot that stands for these. */
  readonly covers?: readonly Head[];
  readonly header?: Partial<EntryHeader>;
};

/** The next entry of the author's chain; random bytes in the place of a ciphertext. */
export async function makeEntry(
  space: TestSpace,
  author: Identity,
  wish: EntryWish,
): Promise<TestEntry> {
  const common = {
    space: space.space,
    document: wish.document,
    epoch: space.epoch,
    roster: await headOf(space),
    device: author.device,
    writer: author.writer,
    seq: (wish.after?.head.seq ?? 0) + 1,
    previous: wish.after?.id ?? FIRST_PREVIOUS,
  };
  const header: EntryHeader =
    wish.covers === undefined
      ? { ...common, ...(wish.header as object), kind: "update" }
      : {
          ...common,
          ...(wish.header as object),
          kind: "snapshot",
          covers: wish.covers,
          setAside: [],
        };
  const ciphertext = new Uint8Array(wish.size ?? 100);
  crypto.getRandomValues(ciphertext.subarray(0, 100));
  const signed = signedPart(encodeHeader(header), cryptoRandom.bytes(12), ciphertext);
  const signature = await sign(author.signing, "beiakte entry v1", signed);
  const bytes = encode((writer) => writer.fixed(signed).fixed(signature));
  const id = await entryId(bytes);
  return { bytes, id, head: { device: header.device, writer: header.writer, seq: header.seq, id } };
}

/** So many entries of one chain. */
export async function makeEntries(
  space: TestSpace,
  author: Identity,
  document: DocumentId,
  count: number,
): Promise<readonly TestEntry[]> {
  const entries: TestEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    entries.push(await makeEntry(space, author, { document, after: entries.at(-1) }));
  }
  return entries;
}

type Frame<Type extends RelayFrame["type"]> = Extract<RelayFrame, { readonly type: Type }>;
type Waiter = {
  readonly type: RelayFrame["type"];
  readonly take: (frame: RelayFrame) => void;
  readonly lost: (reason: Error) => void;
};

export type RelayDevice = {
  readonly identity: Identity;
  readonly webSocket: WebSocket;
  readonly send: (frame: DeviceFrame) => void;
  /** Any bytes, as one message. */
  readonly sendRaw: (bytes: Uint8Array | string) => void;
  /** The oldest unread frame of this type; waits for it. */
  readonly next: <Type extends RelayFrame["type"]>(type: Type) => Promise<Frame<Type>>;
  /** What came and was not asked for yet. */
  readonly unread: () => readonly RelayFrame[];
  /** The close code, or the refusal that it stands for. */
  readonly closed: Promise<number | string>;
  readonly close: () => Promise<number | string>;
};

export type ConnectOptions = {
  readonly headers?: Readonly<Record<string, string>>;
};

/** Opens the socket, and waits for nothing but that. */
export async function openSocket(
  port: number,
  identity: Identity,
  options: ConnectOptions = {},
): Promise<RelayDevice> {
  const webSocket = new WebSocket(`ws://127.0.0.1:${port}/`, { headers: { ...options.headers } });
  webSocket.binaryType = "arraybuffer";
  const pieces = new PieceReader();
  const inbox: RelayFrame[] = [];
  const waiters: Waiter[] = [];
  webSocket.on("message", (data) => {
    assert(data instanceof ArrayBuffer, "binary");
    const whole = pieces.accept(new Uint8Array(data));
    assert(whole.ok, "the relay sends well-formed pieces");
    if (whole.value === undefined) return;
    const frame = parseRelayFrame(whole.value);
    assert(frame.ok, "the relay sends well-formed frames");
    const at = waiters.findIndex(({ type }) => type === frame.value.type);
    if (at === -1) inbox.push(frame.value);
    else waiters.splice(at, 1)[0]?.take(frame.value);
  });
  const closed = new Promise<number | string>((resolve) => {
    webSocket.on("close", (code) => {
      resolve(refusalOfCloseCode(code) ?? code);
      const reason = new Error(`closed with ${refusalOfCloseCode(code) ?? code}`);
      for (const { lost } of waiters.splice(0)) lost(reason);
    });
  });
  await new Promise<void>((resolve, reject) => {
    webSocket.once("open", resolve);
    webSocket.once("error", reject);
  });
  webSocket.on("error", () => undefined);
  const isFrame = <Type extends RelayFrame["type"]>(
    frame: RelayFrame,
    type: Type,
  ): frame is Frame<Type> => frame.type === type;
  return {
    identity,
    webSocket,
    closed,
    send(frame) {
      for (const piece of framePieces(encodeDeviceFrame(frame))) webSocket.send(piece);
    },
    sendRaw: (bytes) => webSocket.send(bytes),
    async next(type) {
      const at = inbox.findIndex((frame) => frame.type === type);
      const frame =
        at === -1
          ? await new Promise<RelayFrame>((take, lost) => {
              if (webSocket.readyState === webSocket.CLOSED) lost(new Error("closed"));
              waiters.push({ type, take, lost });
            })
          : inbox.splice(at, 1)[0];
      assert(frame !== undefined && isFrame(frame, type), "the frame that was asked for");
      return frame;
    },
    unread: () => [...inbox],
    close() {
      webSocket.close();
      return closed;
    },
  };
}

/** Opens the socket and authenticates. */
export async function connect(
  port: number,
  identity: Identity,
  options: ConnectOptions = {},
): Promise<RelayDevice> {
  const device = await openSocket(port, identity, options);
  device.send(await authentication(device, `127.0.0.1:${port}`));
  await device.next("welcome");
  return device;
}

/** The answer to the challenge that came. */
export async function authentication(
  device: RelayDevice,
  host: string,
): Promise<Extract<DeviceFrame, { type: "authenticate" }>> {
  const { challenge } = await device.next("challenge");
  const { signing, keys } = device.identity;
  const signature = await sign(signing, "beiakte challenge v1", challengeToSign(host, challenge));
  return { type: "authenticate", version: PROTOCOL_VERSION, ...keys, host, signature };
}

export async function found(
  device: RelayDevice,
  space: TestSpace,
  lockboxes: readonly SealedLockbox[] = [],
  voucher = "",
): Promise<void> {
  device.send({ type: "found", space: space.space, records: space.records, lockboxes, voucher });
  await device.next("recorded");
}

/** Follows from the start, and waits until it has caught up. */
export async function followAll(device: RelayDevice, space: SpaceId): Promise<void> {
  device.send({ type: "follow", space, cursor: START });
  await device.next("caught-up");
}

export async function append(
  device: RelayDevice,
  space: SpaceId,
  entry: TestEntry,
): Promise<number> {
  device.send({ type: "append", space, entry: entry.bytes });
  const { number } = await device.next("stored");
  return number;
}

export async function headOf(space: TestSpace): Promise<RecordId> {
  const last = space.records.at(-1);
  assert(last !== undefined, "a space has a record");
  return recordId(last);
}

async function spaceIdOf(first: Bytes): Promise<SpaceId> {
  return bytesToId("SpaceId", await hash(first));
}
