/** Who is at the other end: settled once, by a signature over this connection's own challenge. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { DeviceId } from "@beiakte/shared/base/ids";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { verify } from "@beiakte/shared/crypto/signature";
import { challengeToSign } from "@beiakte/shared/protocol/challenge";
import type { DeviceFrame } from "@beiakte/shared/protocol/frames";
import { PROTOCOL_VERSION } from "@beiakte/shared/protocol/limits";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import { deviceIdOf } from "@beiakte/shared/space/record";

export type Authentication = Extract<DeviceFrame, { readonly type: "authenticate" }>;

/**
 * A hostile relay may pass our challenge on to an honest device and its answer back to us: the host
 * in the answer is then the hostile relay's, and none of our names.
 */
export async function authenticate(
  frame: Authentication,
  challenge: Bytes,
  names: readonly string[],
): Promise<Result<DeviceId, Refusal>> {
  if (frame.version !== PROTOCOL_VERSION) return err("unknown-version");
  if (!names.includes(frame.host)) return err("wrong-host");
  const signed = challengeToSign(frame.host, challenge);
  const isGenuine = await verify(frame.signingKey, "beiakte challenge v1", signed, frame.signature);
  if (!isGenuine) return err("bad-signature");
  return ok(await deviceIdOf(frame));
}
