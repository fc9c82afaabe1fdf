/**
 * Keeps a clip for whoever unlocks next. Nothing here can open anything: it knows the device's
 * public key only.
 */
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { closeClipBox } from "@beiakte/shared/crypto/clip-box";
import { type Clip, encodeClip } from "@beiakte/shared/portal/clip";
import type { EntryStore } from "./entry-store";

/** `not-set-up`: there is no team on this device yet, so nobody could ever open it. */
export type KeepFault = "not-set-up" | "store-full" | "store-failed";

export type ClipStores = {
  /** In this order the first one with a device in it takes the clip. */
  readonly names: readonly string[];
  /** Asking must not make it. */
  readonly exists: (name: string) => Promise<boolean>;
  readonly open: (
    name: string,
  ) => Promise<Pick<EntryStore, "clips" | "close" | "device"> | undefined>;
};

/** Done when it lies on the disk, sealed. */
export async function keepClip(clip: Clip, stores: ClipStores): Promise<Result<void, KeepFault>> {
  for (const name of stores.names) {
    // oxlint-disable-next-line no-await-in-loop -- the practice space only where nothing real is there
    const kept = (await stores.exists(name)) ? await keepIn(clip, stores, name) : undefined;
    if (kept !== undefined) return kept;
  }
  return err("not-set-up");
}

async function keepIn(
  clip: Clip,
  { open }: ClipStores,
  name: string,
): Promise<Result<void, KeepFault> | undefined> {
  const store = await open(name);
  if (store === undefined) return err("store-failed");
  try {
    const device = await store.device.get();
    if (device === undefined) return undefined;
    const sealed = await closeClipBox(device.sealingKey, clip.clip, encodeClip(clip));
    if (!sealed.ok) return err("store-failed");
    const row = { clip: clip.clip, arrivedAt: clip.at, bytes: sealed.value };
    const written = await store.clips.put(row);
    return written.ok ? ok(undefined) : err(written.error.type);
  } catch {
    // The store was taken away under us, by a newer version or by who removes this device.
    return err("store-failed");
  } finally {
    store.close();
  }
}
