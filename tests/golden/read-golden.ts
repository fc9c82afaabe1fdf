import { type Bytes, hexToBytes } from "@beiakte/shared/base/bytes";
import { readFileSync } from "node:fs";
import { assert } from "@beiakte/shared/base/assert";

/** Frozen bytes, as hexadecimal in lines. They are written once, and never again. */
export function goldenBytes(path: string): Bytes {
  const bytes = hexToBytes(goldenText(`${path}.hex`).replaceAll(/\s/g, ""));
  assert(bytes !== undefined, `${path} is hexadecimal`);
  return bytes;
}

export function goldenText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}
