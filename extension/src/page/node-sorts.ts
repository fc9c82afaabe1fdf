/** What `nodeType` says. */
export const ELEMENT = 1;
export const TEXT = 3;
export const COMMENT = 8;
export const DOCUMENT = 9;

/** A text; it has no name. */
export const WORDS = -1;
/** What `element-names` says. Up to a frame nothing inside is looked at. */
export const SILENT = 0;
export const FIELD = 1;
export const FRAME = 2;
export const INLINE = 3;
// 4: as `BLOCK`, but never with a shadow.
/** No element: a document, a shadow's root, a comment. */
export const BARE = 5;
/** All other elements: a shadow may be in them. */
export const BLOCK = 6;
