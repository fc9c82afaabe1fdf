/** The relay's diary: a closed list of events that hold ids and codes, never a word of anyone. */
import { pino } from "pino";
import { unreachable } from "@beiakte/shared/base/assert";
import type { DeviceId, SpaceId } from "@beiakte/shared/base/ids";
import type { DeviceFrame } from "@beiakte/shared/protocol/frames";
import type { Refusal } from "@beiakte/shared/protocol/refusals";

export type RelayEvent =
  | { readonly type: "opened"; readonly connection: number }
  | { readonly type: "authenticated"; readonly connection: number; readonly device: DeviceId }
  | { readonly type: "closed"; readonly connection: number; readonly code: number }
  | { readonly type: "origin-refused" }
  | {
      readonly type: "refused";
      readonly connection: number;
      readonly verb: DeviceFrame["type"];
      readonly reason: Refusal;
    }
  | { readonly type: "space-founded"; readonly space: SpaceId }
  | { readonly type: "forgot"; readonly entries: number }
  /** `cause`: the store's own code. */
  | { readonly type: "store-failed"; readonly cause: string }
  | { readonly type: "bug"; readonly cause: string };

export type Log = (event: RelayEvent) => void;

/** JSON lines to stderr; stdout is for the operator's eyes. */
export function stderrLog(isVerbose: boolean): Log {
  const logger = pino(
    { level: isVerbose ? "info" : "warn", base: null },
    pino.destination({ dest: 2, sync: true }),
  );
  return (event) => {
    const { type, ...fields } = event;
    logger[levelOf(event)](fields, type);
  };
}

function levelOf(event: RelayEvent): "info" | "warn" | "error" {
  switch (event.type) {
    case "opened":
    case "authenticated":
    case "closed":
    case "refused":
    case "space-founded":
    case "forgot":
      return "info";
    case "origin-refused":
      return "warn";
    case "store-failed":
    case "bug":
      return "error";
    default:
      return unreachable(event);
  }
}
