import type { MemberId } from "../base/ids";
import { parseLocalId, type PersonId } from "./local-id";
import { fieldsOf, idOf, textOf } from "./stored-value";

/** Who does a step. Volunteers and offices have no device: a name is all that we know of them. */
export type Responsible =
  | { readonly type: "member"; readonly memberId: MemberId }
  | { readonly type: "person"; readonly personId: PersonId }
  | { readonly type: "volunteer"; readonly name: string }
  | { readonly type: "office"; readonly name: string };

export function responsibleOf(value: unknown): Responsible | undefined {
  const fields = fieldsOf(value);
  const type = fields.get("type");
  if (type === "member") {
    const memberId = idOf("MemberId", fields.get("memberId"));
    return memberId && { type, memberId };
  }
  if (type === "person") {
    const personId: PersonId | undefined = parseLocalId(textOf(fields.get("personId")) ?? "");
    return personId && { type, personId };
  }
  const name = textOf(fields.get("name"));
  return (type === "volunteer" || type === "office") && name !== undefined
    ? { type, name }
    : undefined;
}
