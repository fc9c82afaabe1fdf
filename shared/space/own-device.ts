/** This device: both key pairs, and the id that follows from them, the same in all spaces. */
import type { DeviceId } from "../base/ids";
import { sealingPairOf, type SealingPair } from "../crypto/lockbox";
import type { DeviceSecret } from "../crypto/secret";
import type { SigningKey } from "../crypto/signature";
import { deviceIdOf, type DeviceKeys } from "./record";

export type OwnDevice = {
  readonly device: DeviceId;
  readonly keys: DeviceKeys;
  readonly signingKey: SigningKey;
  readonly sealingPair: SealingPair;
};

/** `signingKey` lies outside the vault, usable while locked; `secret` lies inside. */
export async function ownDevice(signingKey: SigningKey, secret: DeviceSecret): Promise<OwnDevice> {
  const sealingPair = await sealingPairOf(secret);
  const keys = { signingKey: signingKey.publicKey, sealingKey: sealingPair.publicKey };
  return { device: await deviceIdOf(keys), keys, signingKey, sealingPair };
}
