/**
 * An operator's leave to found one space: 128 random bits to be pasted once. Only its hash is
 * stored, so a copy of the relay's file founds nothing.
 */
import { type Bytes, bytesToHex, textToBytes } from "@beiakte/shared/base/bytes";
import type { Random } from "@beiakte/shared/base/ports";
import { sha256 } from "./store/running-hash";

export const VOUCHER_VALID_MS = 30 * 24 * 60 * 60 * 1000;

export function makeVoucher(random: Random): string {
  const groups = bytesToHex(random.bytes(16)).match(/.{4}/gu) ?? [];
  return `beiakte-voucher-${groups.join("-")}`;
}

/** Mail programs and thumbs add space and capitals. */
export function voucherHash(voucher: string): Bytes {
  return sha256(textToBytes(voucher.replaceAll(/\s/gu, "").toLowerCase()));
}
