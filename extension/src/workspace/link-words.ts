/** What the contexts of one device say to each other about the relay: sealed bytes, ids, states. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import type { DeviceId, SpaceId } from "@beiakte/shared/base/ids";
import type { SealedLockbox } from "@beiakte/shared/protocol/frames";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import type { SpaceState } from "@beiakte/shared/sync/followed-space";
import type { ConnectionState } from "@beiakte/shared/sync/relay-connection";

/** How one space stands with the relay, and who asks to join it. */
export type SpaceLink = {
  readonly state: SpaceState;
  readonly joinRequests: readonly Bytes[];
};

export type LinkWord =
  /** A panel is here: the background is to give the line away. */
  | { readonly type: "wanted" }
  | { readonly type: "hello" }
  | { readonly type: "refresh" }
  | { readonly type: "wake" }
  | {
      readonly type: "whisper";
      readonly space: SpaceId;
      readonly to: readonly DeviceId[];
      readonly bytes: Bytes;
    }
  | {
      readonly type: "record";
      readonly call: string;
      readonly space: SpaceId;
      readonly record: Bytes;
      readonly lockboxes: readonly SealedLockbox[];
    }
  | { readonly type: "recorded"; readonly call: string; readonly refusal: Refusal | undefined }
  | { readonly type: "rejected"; readonly space: SpaceId }
  | {
      readonly type: "whispered";
      readonly space: SpaceId;
      readonly from: DeviceId;
      readonly bytes: Bytes;
    }
  | {
      readonly type: "state";
      readonly connection: ConnectionState;
      readonly spaces: readonly (readonly [SpaceId, SpaceLink])[];
      readonly activity: number;
      readonly arrivals: number;
    };

/** Words of another form get another number, so that two versions do not misunderstand. */
export const LINK_NAME = "beiakte-relay-1";
