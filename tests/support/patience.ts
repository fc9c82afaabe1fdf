/**
 * How long a story with real browsers waits for what must come. It says what counts as "never", and
 * no figure: where others take the machine away for seconds, all of it comes later.
 */
export const PATIENCE_MS = 60_000;

/** For `expect.poll`. */
export const PATIENTLY = { timeout: PATIENCE_MS, interval: 100 };
