import type { MemberId } from "../base/ids";
import type { PersonId } from "./local-id";

/** Who does a step. Volunteers and offices have no device: a name is all that we know of them. */
export type Responsible =
  | { readonly type: "member"; readonly memberId: MemberId }
  | { readonly type: "person"; readonly personId: PersonId }
  | { readonly type: "volunteer"; readonly name: string }
  | { readonly type: "office"; readonly name: string };
