/** Devices and spaces with real keys, made from a seed. */
import { assert } from "@beiakte/shared/base/assert";
import { bytesToId, type MemberId } from "@beiakte/shared/base/ids";
import type { Random } from "@beiakte/shared/base/ports";
import type { Result } from "@beiakte/shared/base/result";
import { newSecret } from "@beiakte/shared/crypto/secret";
import { signingKeyOf } from "@beiakte/shared/crypto/signature";
import { type Founded, foundSpace } from "@beiakte/shared/space/founding";
import { type OwnDevice, ownDevice } from "@beiakte/shared/space/own-device";

/** Noon of a Monday: a time that is no default. */
export const NOON = Date.UTC(2026, 2, 2, 12);

export async function newDevice(random: Random): Promise<OwnDevice> {
  return ownDevice(await signingKeyOf(random.bytes(32)), newSecret("device", random));
}

export function newMember(random: Random): MemberId {
  return bytesToId("MemberId", random.bytes(16));
}

export async function newSpace(random: Random): Promise<Founded & { readonly anna: OwnDevice }> {
  const anna = await newDevice(random);
  return { anna, ...(await foundSpace(random, anna, newMember(random), NOON)) };
}

/** The value, where a test is about something else. */
export function must<Value>(result: Result<Value, unknown>): Value {
  assert(result.ok, `expected a value, found ${result.ok ? "" : JSON.stringify(result.error)}`);
  return result.value;
}
