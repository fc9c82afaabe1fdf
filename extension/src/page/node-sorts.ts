/** What `nodeType` says. */
export const ELEMENT = 1;
export const TEXT = 3;
export const DOCUMENT = 9;

/** What `element-names` says. */
export const INLINE = 0;
export const SILENT = 1;
export const FIELD = 2;
export const FRAME = 3;
export const PLAIN = 4;
