import type { Labels } from "@beiakte/shared/portal/labels";
import type { DomReads } from "./dom-reads";

/** How a page's tree is read, and what is a label in it. */
export type Reading = { readonly dom: DomReads; readonly labels: Labels };
