/** The entries of all spaces in the relay's file: placing, reading, forgetting. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import { decode, encode } from "@beiakte/shared/base/codec";
import { bytesToId, type DocumentId, idToBytes, type SpaceId } from "@beiakte/shared/base/ids";
import { assert } from "@beiakte/shared/base/assert";
import { type Chain, type Head, readHead, writeHead } from "@beiakte/shared/log/entry";
import type { Cursor } from "@beiakte/shared/protocol/cursor";
import type { StreamItem } from "@beiakte/shared/protocol/frames";
import { placementOf, type Shelf } from "./placement";
import { bytesIn, bytesOrNothingIn, numberIn } from "./rows";
import { runningHash } from "./running-hash";
import type { SqliteFile } from "./sqlite-file";
import type { Batch, Offer, Outcome } from "./store";

/** A space as far as a running transaction has come with it. */
type SpaceTotals = { readonly key: number; number: number; hash: Bytes; bytes: number };

export function spaceKey(file: SqliteFile, space: SpaceId): number | undefined {
  const row = file.one("SELECT space_key FROM spaces WHERE space = ?", idToBytes(space));
  return row === undefined ? undefined : numberIn(row, "space_key");
}

/** To be called inside a transaction. */
export function appendAll(file: SqliteFile, batch: Batch): readonly Outcome[] {
  const totals = new Map<SpaceId, SpaceTotals>();
  const outcomes = batch.offers.map((offer) => {
    const space = totals.get(offer.space) ?? totalsOf(file, offer.space);
    totals.set(offer.space, space);
    return appendOne(file, space, offer, batch);
  });
  for (const space of totals.values()) {
    file.run(
      "UPDATE spaces SET number = ?, hash = ?, bytes = ? WHERE space_key = ?",
      space.number,
      space.hash,
      space.bytes,
      space.key,
    );
  }
  return outcomes;
}

export function readItems(
  file: SqliteFile,
  space: SpaceId,
  after: number,
  most: { readonly items: number; readonly bytes: number },
): readonly StreamItem[] {
  const key = spaceKey(file, space);
  if (key === undefined) return [];
  // Sizes first: so many whole entries of 16 MiB at once would be the end of the process.
  const sizes = file.all(
    "SELECT size FROM entries WHERE space_key = ? AND number > ? ORDER BY number LIMIT ?",
    key,
    after,
    most.items,
  );
  let bytes = 0;
  const tooMany = sizes.findIndex((row, i) => {
    bytes += numberIn(row, "size");
    return i > 0 && bytes > most.bytes;
  });
  const rows = file.all(
    "SELECT number, id, bytes FROM entries WHERE space_key = ? AND number > ? ORDER BY number LIMIT ?",
    key,
    after,
    tooMany === -1 ? sizes.length : tooMany,
  );
  return rows.map((row) => ({
    number: numberIn(row, "number"),
    id: bytesToId("EntryId", bytesIn(row, "id")),
    entry: bytesOrNothingIn(row, "bytes"),
  }));
}

export function hashAfter(file: SqliteFile, space: SpaceId, number: number): Bytes | undefined {
  const key = spaceKey(file, space);
  if (key === undefined) return undefined;
  const row = file.one("SELECT hash FROM entries WHERE space_key = ? AND number = ?", key, number);
  return row && bytesIn(row, "hash");
}

export function headOf(file: SqliteFile, space: SpaceId): Cursor {
  const { number, hash } = totalsOf(file, space);
  return { number, hash };
}

/** To be called inside a transaction. */
export function forgetCovered(file: SqliteFile, before: number): number {
  const due = file.all(
    `SELECT space_key, document, max(number) AS number FROM snapshots
     WHERE stored_at <= ? GROUP BY space_key, document HAVING min(forgotten) = 0`,
    before,
  );
  let forgotten = 0;
  for (const row of due) {
    const [key, document, number] = [
      numberIn(row, "space_key"),
      bytesIn(row, "document"),
      numberIn(row, "number"),
    ];
    forgotten += forgetBelow(file, key, document, number);
  }
  return forgotten;
}

function appendOne(file: SqliteFile, space: SpaceTotals, offer: Offer, batch: Batch): Outcome {
  const { header, bytes } = offer.entry;
  const placement = placementOf(shelfOf(file, space.key, header.document), offer);
  if (placement.type !== "free") return placement;
  if (space.bytes + bytes.length > batch.spaceMostBytes) {
    return { type: "refused", reason: "space-full" };
  }
  space.number += 1;
  space.hash = runningHash(space.hash, offer.id);
  space.bytes += bytes.length;
  file.run(
    "INSERT INTO entries (space_key, number, chain_key, seq, id, hash, size, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    space.key,
    space.number,
    chainKeyMade(file, space.key, header.document, header),
    header.seq,
    idToBytes(offer.id),
    space.hash,
    bytes.length,
    bytes,
  );
  if (header.kind === "snapshot" && placement.leads) {
    file.run(
      "INSERT INTO snapshots (space_key, document, number, stored_at, covers) VALUES (?, ?, ?, ?, ?)",
      space.key,
      idToBytes(header.document),
      space.number,
      batch.at,
      encode((writer) => writer.list(header.covers, writeHead)),
    );
  }
  return { type: "stored", number: space.number };
}

function shelfOf(file: SqliteFile, space: number, document: DocumentId): Shelf {
  return {
    at(chain, seq) {
      const key = chainKeyHeld(file, space, document, chain);
      if (key === undefined) return undefined;
      const row = file.one(
        "SELECT id, number FROM entries WHERE chain_key = ? AND seq = ?",
        key,
        seq,
      );
      return (
        row && { id: bytesToId("EntryId", bytesIn(row, "id")), number: numberIn(row, "number") }
      );
    },
    head(chain) {
      const key = chainKeyHeld(file, space, document, chain);
      if (key === undefined) return undefined;
      const row = file.one(
        "SELECT id, seq FROM entries WHERE chain_key = ? ORDER BY seq DESC LIMIT 1",
        key,
      );
      return row && { id: bytesToId("EntryId", bytesIn(row, "id")), seq: numberIn(row, "seq") };
    },
    covers() {
      const row = file.one(
        "SELECT covers FROM snapshots WHERE space_key = ? AND document = ? ORDER BY number DESC LIMIT 1",
        space,
        idToBytes(document),
      );
      return row && parseCovers(bytesIn(row, "covers"));
    },
  };
}

function forgetBelow(file: SqliteFile, space: number, document: Bytes, number: number): number {
  const covers = file.one(
    "SELECT covers FROM snapshots WHERE space_key = ? AND document = ? AND number = ?",
    space,
    document,
    number,
  );
  if (covers === undefined) return 0;
  const [newest, second] = file
    .all(
      "SELECT number FROM snapshots WHERE space_key = ? AND document = ? ORDER BY number DESC LIMIT 2",
      space,
      document,
    )
    .map((row) => numberIn(row, "number"));
  let count = 0;
  for (const head of parseCovers(bytesIn(covers, "covers"))) {
    const chain = chainKeyHeld(file, space, bytesToId("DocumentId", document), head);
    // A head that only a lost relay held has no chain here.
    if (chain === undefined) continue;
    const below = [chain, head.seq, newest ?? 0, second ?? 0];
    const which = "chain_key = ? AND seq <= ? AND bytes IS NOT NULL AND number NOT IN (?, ?)";
    const sum = file.one(`SELECT total(size) AS freed FROM entries WHERE ${which}`, ...below);
    count += file.run(`UPDATE entries SET bytes = NULL, size = 0 WHERE ${which}`, ...below);
    const freed = numberIn(sum ?? {}, "freed");
    file.run("UPDATE spaces SET bytes = bytes - ? WHERE space_key = ?", Math.round(freed), space);
  }
  const older = "space_key = ? AND document = ? AND number <= ?";
  file.run(`UPDATE snapshots SET forgotten = 1 WHERE ${older}`, space, document, number);
  file.run(
    `DELETE FROM snapshots WHERE ${older} AND number < ?`,
    space,
    document,
    number,
    Math.min(number, second ?? number),
  );
  return count;
}

function totalsOf(file: SqliteFile, space: SpaceId): SpaceTotals {
  const row = file.one(
    "SELECT space_key, number, hash, bytes FROM spaces WHERE space = ?",
    idToBytes(space),
  );
  assert(row !== undefined, "entries are offered to known spaces");
  return {
    key: numberIn(row, "space_key"),
    number: numberIn(row, "number"),
    hash: bytesIn(row, "hash"),
    bytes: numberIn(row, "bytes"),
  };
}

function chainKeyHeld(file: SqliteFile, space: number, document: DocumentId, chain: Chain) {
  const row = file.one(
    "SELECT chain_key FROM chains WHERE space_key = ? AND document = ? AND device = ? AND writer = ?",
    ...chainColumns(space, document, chain),
  );
  return row === undefined ? undefined : numberIn(row, "chain_key");
}

function chainKeyMade(file: SqliteFile, space: number, document: DocumentId, chain: Chain): number {
  const held = chainKeyHeld(file, space, document, chain);
  if (held !== undefined) return held;
  const row = file.one(
    "INSERT INTO chains (space_key, document, device, writer) VALUES (?, ?, ?, ?) RETURNING chain_key",
    ...chainColumns(space, document, chain),
  );
  return numberIn(row ?? {}, "chain_key");
}

function chainColumns(space: number, document: DocumentId, chain: Chain): readonly unknown[] {
  return [space, idToBytes(document), idToBytes(chain.device), idToBytes(chain.writer)];
}

function parseCovers(bytes: Bytes): readonly Head[] {
  const covers = decode(bytes, (reader) => reader.list(Number.POSITIVE_INFINITY, readHead));
  assert(covers.ok, "the store wrote these covers itself");
  return covers.value;
}
