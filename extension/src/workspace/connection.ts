import type { SpaceId } from "@beiakte/shared/base/ids";
import type { RelayLink } from "./relay-link";
import type { Connection } from "./workspace";

/** How one space stands with the relay: a connection that is up may still refuse this space. */
export function connectionOf(link: RelayLink | undefined, space: SpaceId): Connection {
  if (link === undefined) return { type: "none" };
  const { connection, spaces } = link.state.get();
  if (connection.type !== "online") return connection;
  const state = spaces.get(space)?.state;
  if (state?.type === "refused") return state;
  return state?.type === "too-new" ? { type: "relay-newer" } : connection;
}
