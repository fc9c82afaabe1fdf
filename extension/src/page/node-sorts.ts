/** What `nodeType` says. */
export const ELEMENT = 1;
export const TEXT = 3;
export const DOCUMENT = 9;
