import { fieldsOf, textOf } from "./stored-value";

/** Where a household lives; the types are the ids of the vocabulary `housingType`. */
export type Accommodation =
  /** One of the team's accommodations, by its name. */
  | { readonly type: "municipal"; readonly name: string }
  | { readonly type: "private" | "relatives" | "emergency" | "other" };

export function accommodationOf(value: unknown): Accommodation | undefined {
  const fields = fieldsOf(value);
  const type = fields.get("type");
  switch (type) {
    case "municipal": {
      const name = textOf(fields.get("name"));
      return name === undefined ? { type: "other" } : { type, name };
    }
    case "private":
    case "relatives":
    case "emergency":
    case "other":
      return { type };
    default:
      return undefined;
  }
}
