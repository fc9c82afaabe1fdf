/** How much of the disk the browser still offers us. */

/** What the database needs at least to be opened: a new log and its manifest. */
const NEEDED_BYTES = 64 * 1024;

/**
 * On a full disk Chromium opens no database and does not say why; but it then offers no byte more
 * than is used. False where a browser does not tell.
 */
export async function hasNoSpace(): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota !== undefined && usage !== undefined && quota - usage < NEEDED_BYTES;
  } catch {
    return false;
  }
}
