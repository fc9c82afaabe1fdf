import type { Bytes } from "../base/bytes";

/**
 * How far a device holds a space: the number of the last entry, and the running hash over the ids
 * of all entries up to it. A relay set back to an older copy does not know the pair, so nothing is
 * ever skipped in silence.
 */
export type Cursor = { readonly number: number; readonly hash: Bytes };

/** Before the first entry. */
export const START: Cursor = { number: 0, hash: new Uint8Array(32) };
