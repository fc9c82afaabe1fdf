/** What a portal page may show of a case, and what may be done with it. */

/** Ids of the catalogue's identifiers, repeated: what runs in a foreign page carries no catalogue. */
export const PORTAL_KINDS = [
  "file_number",
  "jobcenter_number",
  "bg_number",
  "ba_customer",
  "azr",
  "bamf_file",
  "iban_de",
  "tax_id",
  "pension_no",
  "health_no",
  "child_benefit_no",
  "eat_serial",
  "d_number",
] as const;

export type PortalKind = (typeof PORTAL_KINDS)[number];

/**
 * `proposed` may be offered for keeping; `match-only` is compared with what a person attached by
 * hand and never offered; `off` is not even compared; `never` is police data, and also hides
 * whatever it overlaps.
 */
export type KindUse = "proposed" | "match-only" | "off" | "never";

/** What holds where no policy says otherwise. */
export const KIND_USE: Readonly<Record<PortalKind, KindUse>> = {
  file_number: "proposed",
  jobcenter_number: "proposed",
  bg_number: "proposed",
  // § 51a SGB II binds it to the purposes of the law: the space's policy decides.
  ba_customer: "off",
  azr: "match-only",
  bamf_file: "proposed",
  iban_de: "match-only",
  tax_id: "match-only",
  pension_no: "match-only",
  health_no: "match-only",
  child_benefit_no: "proposed",
  eat_serial: "match-only",
  d_number: "never",
};

/** What a policy may decide of kinds. */
export type KindPolicy = { readonly baCustomer: boolean };

/**
 * The one thing that a policy may change: whether the Kundennummer is proposed. What is compared
 * only or never taken stays so, whoever asks.
 */
export function kindUse(kind: PortalKind, policy: KindPolicy): KindUse {
  return kind === "ba_customer" && policy.baCustomer ? "proposed" : KIND_USE[kind];
}
