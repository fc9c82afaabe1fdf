/**
 * The relay's one file. WAL with `synchronous=FULL`: a commit that returned survives the power cut,
 * and other processes (voucher, backup) may work on the file while the relay runs.
 */
import Database from "libsql";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { isRow, numberIn, type Row } from "./rows";

const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE spaces (
    space_key INTEGER PRIMARY KEY, space BLOB NOT NULL UNIQUE,
    number INTEGER NOT NULL, hash BLOB NOT NULL, bytes INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE records (
    space_key INTEGER NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (space_key, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE lockboxes (
    space_key INTEGER NOT NULL, device BLOB NOT NULL, epoch BLOB NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (space_key, device, epoch)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE requests (
    request_key INTEGER PRIMARY KEY, space_key INTEGER NOT NULL, invitation BLOB NOT NULL,
    device BLOB NOT NULL, stored_at INTEGER NOT NULL, bytes BLOB NOT NULL,
    UNIQUE (space_key, invitation, device)
  ) STRICT;
  CREATE TABLE chains (
    chain_key INTEGER PRIMARY KEY, space_key INTEGER NOT NULL, document BLOB NOT NULL,
    device BLOB NOT NULL, writer BLOB NOT NULL,
    UNIQUE (space_key, document, device, writer)
  ) STRICT;
  CREATE TABLE entries (
    space_key INTEGER NOT NULL, number INTEGER NOT NULL, chain_key INTEGER NOT NULL,
    seq INTEGER NOT NULL, id BLOB NOT NULL, hash BLOB NOT NULL, size INTEGER NOT NULL, bytes BLOB,
    PRIMARY KEY (space_key, number)
  ) STRICT;
  CREATE UNIQUE INDEX entries_by_place ON entries (chain_key, seq);
  CREATE TABLE snapshots (
    space_key INTEGER NOT NULL, document BLOB NOT NULL, number INTEGER NOT NULL,
    stored_at INTEGER NOT NULL, covers BLOB NOT NULL, forgotten INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (space_key, document, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE vouchers (
    hash BLOB PRIMARY KEY, expires_at INTEGER NOT NULL, used_at INTEGER
  ) STRICT, WITHOUT ROWID;
`;

// How long a commit waits for another process (a voucher being written) before it is refused.
const BUSY_MS = 5000;

export type OpenFault =
  | { readonly type: "cannot-open"; readonly cause: string }
  | { readonly type: "too-new"; readonly version: number };

export type SqliteFile = {
  readonly all: (sql: string, ...values: readonly unknown[]) => readonly Row[];
  readonly one: (sql: string, ...values: readonly unknown[]) => Row | undefined;
  /** Gives the number of rows changed. */
  readonly run: (sql: string, ...values: readonly unknown[]) => number;
  /** All of it or nothing. Throws what `work` or the disk throws. */
  readonly transaction: <Value>(work: () => Value) => Value;
  /** A copy of the last commit, also while another process writes. The error is SQLite's cause. */
  readonly copyTo: (path: string) => Result<void, string>;
  readonly close: () => void;
};

/** `pagesMost`: the file never grows beyond so many pages of 4 KiB; what would not fit fails. */
export function openSqliteFile(path: string, pagesMost?: number): Result<SqliteFile, OpenFault> {
  try {
    const database = new Database(path, { timeout: BUSY_MS });
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    if (pagesMost !== undefined) database.pragma(`max_page_count = ${pagesMost}`);
    const file = fileOf(database);
    const version = file.transaction(() => migrated(database, file));
    if (version <= SCHEMA_VERSION) return ok(file);
    file.close();
    return err({ type: "too-new", version });
  } catch (thrown) {
    return err({ type: "cannot-open", cause: causeOf(thrown) });
  }
}

/** SQLite's word for what went wrong: it names no content. */
export function causeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return "unknown";
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
  return code === "" ? thrown.message : code;
}

function migrated(database: Database.Database, file: SqliteFile): number {
  const version = numberIn(file.one("PRAGMA user_version") ?? {}, "user_version");
  if (version !== 0) return version;
  database.exec(SCHEMA);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  return SCHEMA_VERSION;
}

function fileOf(database: Database.Database): SqliteFile {
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  return {
    // Always as one list: the library takes a lone byte string for named parameters, and its native
    // half then ends the whole process.
    all: (sql, ...values) => prepared(sql).all(values).filter(isRow),
    one(sql, ...values) {
      const row = prepared(sql).get(values);
      return isRow(row) ? row : undefined;
    },
    run: (sql, ...values) => prepared(sql).run(values).changes,
    transaction: (work) => inTransaction(database, work),
    copyTo(path) {
      try {
        database.prepare("VACUUM INTO ?").run([path]);
        return ok(undefined);
      } catch (thrown) {
        return err(causeOf(thrown));
      }
    },
    close() {
      database.pragma("wal_checkpoint(TRUNCATE)");
      database.close();
    },
  };
}

// Not the library's own: on a full disk SQLite ends the transaction itself, and then the library's
// rollback hides the real cause behind "no transaction is active".
function inTransaction<Value>(database: Database.Database, work: () => Value): Value {
  database.exec("BEGIN IMMEDIATE");
  try {
    const value = work();
    database.exec("COMMIT");
    return value;
  } catch (thrown) {
    try {
      database.exec("ROLLBACK");
    } catch {
      // There is nothing to roll back when SQLite has done it already.
    }
    throw thrown;
  }
}
