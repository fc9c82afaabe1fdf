/** Everything that the relay says no with. The place in the list is the byte on the wire. */
export const REFUSALS = [
  "malformed",
  "too-large",
  "too-fast",
  "unknown-version",
  "wrong-host",
  "bad-signature",
  "not-authenticated",
  "unknown-space",
  "not-a-member",
  "voucher-needed",
  "voucher-invalid",
  "not-allowed",
  "roster-moved",
  "invitation-invalid",
  "wrong-sender",
  "stale-epoch",
  "seq-taken",
  "gap",
  "covers-too-little",
  "covers-unknown",
  "space-full",
  "store-failed",
  "too-slow",
] as const;

export type Refusal = (typeof REFUSALS)[number];

/** A WebSocket close code per refusal that ends the connection (private range 4000–4999). */
export function closeCodeOf(refusal: Refusal): number {
  return 4000 + REFUSALS.indexOf(refusal);
}

export function refusalOfCloseCode(code: number): Refusal | undefined {
  return REFUSALS[code - 4000];
}
