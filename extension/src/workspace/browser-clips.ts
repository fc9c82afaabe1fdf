/** Between background and panels: a clip has come or gone. It says no more than that. */
import { type Live, variable } from "@beiakte/shared/base/live";

const NAME = "beiakte-clips-1";

/** Heard by every page of ours, this one included. */
export function ringClips(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage("clips");
  channel.close();
}

/** Counts up with each ring; for as long as the page lives. */
export function clipRings(): Live<number> {
  const rings = variable(0);
  new BroadcastChannel(NAME).addEventListener("message", () => rings.set(rings.get() + 1));
  return rings;
}
