/**
 * The relay in memory: one honest fake, which judges places by the relay's own rules. It believes
 * who is at the other end, and knows one space.
 */
import { createHash, createPublicKey, verify } from "node:crypto";
import { assert } from "@beiakte/shared/base/assert";
import {
  type Bytes,
  bytesToHex,
  concatBytes,
  equalBytes,
  textToBytes,
} from "@beiakte/shared/base/bytes";
import {
  bytesToId,
  type DeviceId,
  type EntryId,
  idToBytes,
  type SpaceId,
} from "@beiakte/shared/base/ids";
import { type Chain, chainKey, type Entry, type Head, parseEntry } from "@beiakte/shared/log/entry";
import { type Cursor, START } from "@beiakte/shared/protocol/cursor";
import type {
  DeviceFrame,
  RelayFrame,
  SealedLockbox,
  StreamItem,
} from "@beiakte/shared/protocol/frames";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import { parseRecord } from "@beiakte/shared/space/record";
import { placementOf } from "../../sync-server/src/store/placement";

type Kept = { readonly id: EntryId; readonly entry: Entry };

export type Recipient = { readonly device: DeviceId; readonly send: (frame: RelayFrame) => void };

export class MemoryRelay {
  readonly #space: SpaceId;
  #records: readonly Bytes[] = [];
  #lockboxes: readonly SealedLockbox[] = [];
  #stream: readonly Kept[] = [];
  readonly #hashes: Bytes[] = [START.hash];
  readonly #followers = new Set<Recipient>();
  /** All that it ever acknowledged. */
  readonly everHeld = new Set<EntryId>();
  /** Every append is refused so, while it is set. */
  refuseAll: Refusal | undefined;

  constructor(space: SpaceId) {
    this.#space = space;
  }

  get ids(): readonly EntryId[] {
    return this.#stream.map(({ id }) => id);
  }

  get entries(): readonly Bytes[] {
    return this.#stream.map(({ entry }) => entry.bytes);
  }

  get records(): readonly Bytes[] {
    return this.#records;
  }

  /** Everything on its disk. */
  get disk(): readonly Bytes[] {
    return [...this.#records, ...this.#lockboxes.map(({ bytes }) => bytes), ...this.entries];
  }

  /** An older copy takes the place of the file: what came after so many entries is gone. */
  setBack(entries: number, records: number = this.#records.length): void {
    this.#stream = this.#stream.slice(0, entries);
    this.#records = this.#records.slice(0, records);
  }

  wipe(): void {
    this.#stream = [];
    this.#records = [];
    this.#lockboxes = [];
  }

  leave(recipient: Recipient): void {
    this.#followers.delete(recipient);
  }

  take(from: Recipient, frame: DeviceFrame): void {
    if (frame.type === "ping") return from.send({ type: "pong" });
    if (frame.type === "authenticate") return;
    const { space } = frame;
    const refuse = (reason: Refusal, subject: Bytes = new Uint8Array()): void =>
      from.send({ type: "refused", verb: frame.type, space, subject, reason });
    if (frame.type === "found") {
      if (this.#records.length < frame.records.length) this.#records = frame.records;
      this.#lockboxes = frame.lockboxes;
      return from.send({ type: "recorded", space, id: bytesToId("RecordId", sha256(space)) });
    }
    if (space !== this.#space || this.#records.length === 0) return refuse("unknown-space");
    switch (frame.type) {
      case "follow":
        return this.#follow(from, frame.cursor, refuse);
      case "append":
      case "restore":
        return this.#append(from, frame, refuse);
      case "whisper":
        for (const follower of this.#followers) {
          if (follower === from) continue;
          if (frame.to.length > 0 && !frame.to.includes(follower.device)) continue;
          follower.send({ type: "whispered", space, from: from.device, bytes: frame.bytes });
        }
        return undefined;
      default:
        return refuse("not-allowed");
    }
  }

  #follow(from: Recipient, cursor: Cursor, refuse: (reason: Refusal) => void): void {
    const space = this.#space;
    this.#followers.delete(from);
    if (
      cursor.number > this.#stream.length ||
      !equalBytes(cursor.hash, this.#hashAt(cursor.number))
    ) {
      return from.send({ type: "diverged", space });
    }
    if (!this.#isMember(from.device)) return refuse("not-a-member");
    from.send({ type: "records", space, from: 0, records: this.#records });
    for (let at = cursor.number; at < this.#stream.length; at += 8) {
      const items = this.#items(at, at + 8);
      from.send({ type: "entries", space, items });
    }
    const number = this.#stream.length;
    from.send({ type: "caught-up", space, cursor: { number, hash: this.#hashAt(number) } });
    this.#followers.add(from);
    return undefined;
  }

  #append(
    from: Recipient,
    { entry: bytes, type: way }: Extract<DeviceFrame, { type: "append" | "restore" }>,
    refuse: (reason: Refusal, subject: Bytes) => void,
  ): void {
    const space = this.#space;
    const id = bytesToId("EntryId", sha256(bytes));
    const subject = idToBytes(id);
    const parsed = parseEntry(bytes);
    if (this.refuseAll !== undefined) return refuse(this.refuseAll, subject);
    if (!parsed.ok || parsed.value.header.space !== space) return refuse("malformed", subject);
    const entry = parsed.value;
    if (way === "append" && entry.header.device !== from.device) {
      return refuse("wrong-sender", subject);
    }
    if (way === "restore" && !this.#isGenuine(entry)) return refuse("bad-signature", subject);
    const placement = placementOf(this.#shelf(entry), { space, id, entry, way });
    switch (placement.type) {
      case "refused":
        return refuse(placement.reason, subject);
      case "held":
        return from.send({ type: "stored", space, id, number: placement.number });
      case "free": {
        this.#stream = [...this.#stream, { id, entry }];
        this.everHeld.add(id);
        const number = this.#stream.length;
        from.send({ type: "stored", space, id, number });
        const items = this.#items(number - 1, number);
        for (const follower of this.#followers) follower.send({ type: "entries", space, items });
        return undefined;
      }
    }
  }

  #shelf({ header: { document } }: Entry) {
    const numbered = this.#stream.map((kept, i) => ({ ...kept, number: i + 1 }));
    const here = numbered.filter(({ entry }) => entry.header.document === document);
    const chainOf = (key: string) => here.filter(({ entry }) => chainKey(entry.header) === key);
    return {
      at: (chain: Chain, seq: number) =>
        chainOf(chainKey(chain)).find(({ entry }) => entry.header.seq === seq),
      head: (chain: Chain) => {
        const all = chainOf(chainKey(chain)).toSorted(
          (a, b) => a.entry.header.seq - b.entry.header.seq,
        );
        const newest = all.at(-1);
        return newest && { seq: newest.entry.header.seq, id: newest.id };
      },
      covers: () => {
        let leading: readonly Head[] | undefined;
        for (const { entry } of here) {
          if (entry.header.kind !== "snapshot") continue;
          const { covers } = entry.header;
          const seqs = new Map(covers.map((head) => [chainKey(head), head.seq]));
          const older = leading ?? [];
          if (older.every((head) => (seqs.get(chainKey(head)) ?? 0) >= head.seq)) leading = covers;
        }
        return leading;
      },
    };
  }

  #items(from: number, to: number): readonly StreamItem[] {
    return this.#stream
      .slice(from, to)
      .map(({ entry, id }, i) => ({ number: from + i + 1, id, entry: entry.bytes }));
  }

  #hashAt(number: number): Bytes {
    this.#hashes.length = Math.min(this.#hashes.length, this.#stream.length + 1);
    for (const { id } of this.#stream.slice(this.#hashes.length - 1)) {
      this.#hashes.push(sha256(concatBytes(this.#hashes.at(-1) ?? START.hash, idToBytes(id))));
    }
    return this.#hashes[number] ?? START.hash;
  }

  #isMember(device: DeviceId): boolean {
    return this.#keyOf(device) !== undefined;
  }

  #isGenuine({ header, signature, signed }: Entry): boolean {
    const raw = this.#keyOf(header.device);
    if (raw === undefined) return false;
    const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(raw).toString("base64url") };
    const key = createPublicKey({ key: jwk, format: "jwk" });
    const labelled = concatBytes(textToBytes("beiakte entry v1"), Uint8Array.of(0), signed);
    return verify(null, labelled, key, signature);
  }

  #keyOf(device: DeviceId): Bytes | undefined {
    for (const bytes of this.#records) {
      const record = parseRecord(bytes);
      assert(record.ok, "the relay keeps what it could read");
      const { body } = record.value;
      if (body.type === "invite") continue;
      const { sealingKey, signingKey } = body.keys;
      if (bytesToHex(sha256(concatBytes(signingKey, sealingKey))) === device) return signingKey;
    }
    return undefined;
  }
}

function sha256(bytes: Uint8Array | string): Bytes {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}
