/** The store in one SQLite file: the default, enough for a town. */
import { assert } from "@beiakte/shared/base/assert";
import type { Bytes } from "@beiakte/shared/base/bytes";
import { bytesToId, type DeviceId, idToBytes, type SpaceId } from "@beiakte/shared/base/ids";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { START } from "@beiakte/shared/protocol/cursor";
import type { SealedLockbox } from "@beiakte/shared/protocol/frames";
import { bytesIn, numberIn } from "./rows";
import { appendAll, forgetCovered, hashAfter, headOf, readItems, spaceKey } from "./sqlite-entries";
import { causeOf, type OpenFault, openSqliteFile, type SqliteFile } from "./sqlite-file";
import {
  type Founding,
  type JoinRequest,
  REQUESTS_PER_INVITATION_MOST,
  type RosterChange,
  type Store,
  type Stored,
} from "./store";

export type SqliteOptions = {
  readonly path: string;
  readonly pagesMost?: number;
  /** Told of every failure: the answer to the device says only that it failed. */
  readonly failed: (cause: string) => void;
};

export function openSqliteStore(options: SqliteOptions): Result<Store, OpenFault> {
  const opened = openSqliteFile(options.path, options.pagesMost);
  return opened.ok ? ok(storeOf(opened.value, options.failed)) : opened;
}

function storeOf(file: SqliteFile, failed: (cause: string) => void): Store {
  // `async`, so that nothing of the work is seen before the commit, whatever the store is.
  const attempt = async <Value>(work: () => Value): Stored<Value> => {
    try {
      return ok(work());
    } catch (thrown) {
      failed(causeOf(thrown));
      return err("store-failed");
    }
  };
  const commit = <Value>(work: () => Value): Stored<Value> => attempt(() => file.transaction(work));
  return {
    found: (founding) => commit(() => found(file, founding)),
    records: (space) => attempt(() => recordsOf(file, space)),
    extend: (change) => commit(() => extend(file, change)),
    lockboxes: (space, device) => attempt(() => lockboxesOf(file, space, device)),
    keepRequest: (space, request, at) => commit(() => keepRequest(file, space, request, at)),
    requests: (space) => attempt(() => requestsOf(file, space)),
    append: (batch) => commit(() => appendAll(file, batch)),
    read: (space, after, most) => attempt(() => readItems(file, space, after, most)),
    hashAt: (space, number) =>
      attempt(() => (number === 0 ? START.hash : hashAfter(file, space, number))),
    head: (space) => attempt(() => headOf(file, space)),
    forget: (before) =>
      commit(() => {
        file.run("DELETE FROM requests WHERE stored_at <= ?", before);
        return forgetCovered(file, before);
      }),
    addVoucher: (hash, expiresAt) =>
      commit(() => {
        file.run("INSERT INTO vouchers (hash, expires_at) VALUES (?, ?)", hash, expiresAt);
      }),
    hasVoucher: (hash, at) => attempt(() => hasVoucher(file, hash, at)),
    close: async () => file.close(),
  };
}

function found(file: SqliteFile, founding: Founding): "stored" | "known" | "voucher-invalid" {
  const { space, voucherHash, at } = founding;
  if (spaceKey(file, space) !== undefined) return "known";
  if (voucherHash !== undefined) {
    if (!hasVoucher(file, voucherHash, at)) return "voucher-invalid";
    file.run("UPDATE vouchers SET used_at = ? WHERE hash = ?", at, voucherHash);
  }
  const row = file.one(
    "INSERT INTO spaces (space, number, hash, bytes) VALUES (?, 0, ?, 0) RETURNING space_key",
    idToBytes(space),
    START.hash,
  );
  const key = numberIn(row ?? {}, "space_key");
  addRecords(file, key, 0, founding.records);
  addLockboxes(file, key, founding.lockboxes, "new");
  return "stored";
}

function hasVoucher(file: SqliteFile, hash: Bytes, at: number): boolean {
  const open = "hash = ? AND used_at IS NULL AND expires_at >= ?";
  return file.one(`SELECT expires_at FROM vouchers WHERE ${open}`, hash, at) !== undefined;
}

function recordsOf(file: SqliteFile, space: SpaceId): readonly Bytes[] {
  const key = spaceKey(file, space);
  if (key === undefined) return [];
  return file
    .all("SELECT bytes FROM records WHERE space_key = ? ORDER BY position", key)
    .map((row) => bytesIn(row, "bytes"));
}

function extend(file: SqliteFile, change: RosterChange): "stored" | "moved" {
  const key = spaceKey(file, change.space);
  if (key === undefined || recordsOf(file, change.space).length !== change.from) return "moved";
  addRecords(file, key, change.from, change.records);
  addLockboxes(file, key, change.lockboxes, change.lockboxesWin);
  for (const invitation of change.settled) {
    file.run(
      "DELETE FROM requests WHERE space_key = ? AND invitation = ?",
      key,
      idToBytes(invitation),
    );
  }
  return "stored";
}

function lockboxesOf(file: SqliteFile, space: SpaceId, device: DeviceId): readonly SealedLockbox[] {
  const key = spaceKey(file, space);
  if (key === undefined) return [];
  return file
    .all(
      "SELECT epoch, bytes FROM lockboxes WHERE space_key = ? AND device = ?",
      key,
      idToBytes(device),
    )
    .map((row) => ({
      device,
      epoch: bytesToId("RecordId", bytesIn(row, "epoch")),
      bytes: bytesIn(row, "bytes"),
    }));
}

function keepRequest(file: SqliteFile, space: SpaceId, request: JoinRequest, at: number): void {
  const key = spaceKey(file, space);
  assert(key !== undefined, "requests are kept for known spaces");
  const invitation = idToBytes(request.invitation);
  file.run(
    "INSERT OR REPLACE INTO requests (space_key, invitation, device, stored_at, bytes) VALUES (?, ?, ?, ?, ?)",
    key,
    invitation,
    idToBytes(request.device),
    at,
    request.bytes,
  );
  file.run(
    `DELETE FROM requests WHERE request_key IN (
       SELECT request_key FROM requests WHERE space_key = ? AND invitation = ?
       ORDER BY request_key DESC LIMIT -1 OFFSET ?)`,
    key,
    invitation,
    REQUESTS_PER_INVITATION_MOST,
  );
}

function requestsOf(file: SqliteFile, space: SpaceId): readonly JoinRequest[] {
  const key = spaceKey(file, space);
  if (key === undefined) return [];
  return file
    .all(
      "SELECT invitation, device, bytes FROM requests WHERE space_key = ? ORDER BY request_key",
      key,
    )
    .map((row) => ({
      invitation: bytesToId("InvitationId", bytesIn(row, "invitation")),
      device: bytesToId("DeviceId", bytesIn(row, "device")),
      bytes: bytesIn(row, "bytes"),
    }));
}

function addRecords(file: SqliteFile, key: number, from: number, records: readonly Bytes[]): void {
  records.forEach((bytes, i) => {
    file.run(
      "INSERT INTO records (space_key, position, bytes) VALUES (?, ?, ?)",
      key,
      from + i,
      bytes,
    );
  });
}

function addLockboxes(
  file: SqliteFile,
  key: number,
  lockboxes: readonly SealedLockbox[],
  win: RosterChange["lockboxesWin"],
): void {
  const verb = win === "new" ? "INSERT OR REPLACE" : "INSERT OR IGNORE";
  for (const { device, epoch, bytes } of lockboxes) {
    file.run(
      `${verb} INTO lockboxes (space_key, device, epoch, bytes) VALUES (?, ?, ?, ?)`,
      key,
      idToBytes(device),
      idToBytes(epoch),
      bytes,
    );
  }
}
