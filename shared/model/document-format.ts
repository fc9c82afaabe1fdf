/**
 * Each document says in its root map `document` what it is and in which format. Containers are
 * named root types, and so belong to nobody: two devices that meet an old document offline can
 * never make two of them and lose the contents of one. Older formats are migrated by reading their
 * shape; nothing is rewritten for it. Format 1 is the first, so nothing older exists yet.
 */
import type * as Y from "yjs";
import { assert } from "../base/assert";
import { err, ok, type Result } from "../base/result";

export type DocumentType = "case-file" | "note" | "directory";

/** `absent`: nothing has arrived yet. */
export type DocumentAccess = "writable" | "too-new" | "absent";

/** Why there is no view. */
export type ViewFault =
  /** The first entries have not arrived yet. */
  { readonly type: "absent" } | { readonly type: "other-document" };

const FORMAT = 1;

/** Called once, by the document's creator, in the transaction that makes it. */
export function writeFormat(doc: Y.Doc, type: DocumentType): void {
  const root = doc.getMap<unknown>("document");
  assert(root.size === 0, "a document is created once");
  root.set("format", FORMAT);
  root.set("type", type);
}

/** A newer format may give our fields another meaning: writing into it could destroy its own. */
export function documentAccess(doc: Y.Doc): DocumentAccess {
  const format = doc.getMap<unknown>("document").get("format");
  if (typeof format !== "number") return "absent";
  return format > FORMAT ? "too-new" : "writable";
}

export function checkType(
  doc: Y.Doc,
  type: DocumentType,
): Result<"writable" | "too-new", ViewFault> {
  const access = documentAccess(doc);
  if (access === "absent") return err({ type: "absent" });
  const found = doc.getMap<unknown>("document").get("type");
  return found === type ? ok(access) : err({ type: "other-document" });
}
