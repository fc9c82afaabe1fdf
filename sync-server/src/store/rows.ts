/** Rows come from our own file, but untyped: a column of another type is a bug, or a broken file. */
import { assert } from "@beiakte/shared/base/assert";
import type { Bytes } from "@beiakte/shared/base/bytes";

export type Row = Readonly<Record<string, unknown>>;

export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null;
}

export function numberIn(row: Row, column: string): number {
  const value = row[column];
  assert(typeof value === "number", `${column} is a number`);
  return value;
}

export function bytesIn(row: Row, column: string): Bytes {
  const bytes = bytesOrNothingIn(row, column);
  assert(bytes !== undefined, `${column} holds bytes`);
  return bytes;
}

export function bytesOrNothingIn(row: Row, column: string): Bytes | undefined {
  const value = row[column];
  if (value === null) return undefined;
  // The library gives an ArrayBuffer in a list of rows, and a Buffer, which may be shared, in one row.
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  assert(value instanceof Uint8Array, `${column} holds bytes or nothing`);
  return Uint8Array.from(value);
}
