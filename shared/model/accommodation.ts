/** Where a household lives; the types are the ids of the vocabulary `housingType`. */
export type Accommodation =
  | { readonly type: "municipal"; readonly name: string }
  | { readonly type: "private" }
  | { readonly type: "relatives" }
  | { readonly type: "emergency" }
  | { readonly type: "other" };
