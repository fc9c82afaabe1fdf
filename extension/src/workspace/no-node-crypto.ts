/**
 * Stands in for Node's `crypto` (see `alias` in package.json), which @hpke/common asks for where
 * there is no WebCrypto. A browser has it; the bundler would add half a megabyte of crypto in
 * JavaScript that nobody ever runs.
 */
export const webcrypto = undefined;
