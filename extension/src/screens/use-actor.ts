import type { MemberId } from "@beiakte/shared/base/ids";
import type { Actor } from "@beiakte/shared/model/action";
import { useApp } from "./context";

/** Who acts in this panel: what every action of the model asks for. */
export function useActor(member: MemberId): Actor {
  const { clock, random } = useApp().surroundings;
  return { member, clock, random };
}
