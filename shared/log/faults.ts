import type { Chain } from "./entry";
import type { EntryId } from "../base/ids";

/**
 * What a reader can prove went wrong in a log. A fault is a state of its document: told, never
 * thrown, and never a reason to stop reading the rest.
 */
export type LogFault =
  /** Entries of a chain are missing between two that are here. */
  | { readonly type: "gap"; readonly chain: Chain; readonly seq: number }
  /** Two different entries stand at one place. */
  | { readonly type: "fork"; readonly chain: Chain; readonly seq: number }
  | { readonly type: "bad-signature"; readonly entry: EntryId }
  | { readonly type: "unknown-device"; readonly entry: EntryId }
  | { readonly type: "not-allowed"; readonly entry: EntryId }
  | { readonly type: "unknown-epoch"; readonly entry: EntryId }
  /** Changes refer to something that no entry brought. */
  | { readonly type: "incomplete" }
  /** An entry holds changes under the Yjs client of another device. */
  | { readonly type: "foreign-structs"; readonly entry: EntryId }
  | { readonly type: "unreadable"; readonly entry: EntryId }
  /** A snapshot lacks what entries that it claims to stand for did hold. */
  | { readonly type: "snapshot-differs"; readonly entry: EntryId }
  | { readonly type: "too-new"; readonly entry: EntryId };
