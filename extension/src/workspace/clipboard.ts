/**
 * What is copied from a case does not stay in the clipboard: every program may read it there. It is
 * taken out again if it is still ours; what somebody has copied since is never touched. A history
 * that the system keeps of its clipboard is out of reach.
 */
import { type Live, variable } from "@beiakte/shared/base/live";
import type { Cancel, Clock } from "@beiakte/shared/base/ports";
import { type ClipboardHands, evenLines } from "./clipboard-duty";

export const CLEARED_AFTER_MS = 45_000;

/** Reads nothing where the person has not allowed it, or the browser cannot just now. */
export type ClipboardPort = ClipboardHands & {
  readonly hasFocus: () => boolean;
  /** Calls when somebody may have copied something else: the panel is left, or text of it is copied by hand. */
  readonly onOthers: (call: () => void) => Cancel;
  /**
   * Once it has ended, the background looks after this text too, and no longer after the one before,
   * in case the panel is closed before; until it is taken back.
   */
  readonly leaveDuty: (text: string) => Promise<Cancel>;
  /** Whether the person has allowed reading. */
  readonly mayRead: Live<boolean>;
  /** Must be called from a click: the browser asks the person, who may say no. */
  readonly allowReading: () => Promise<boolean>;
  readonly forbidReading: () => Promise<void>;
};

export type ClipboardState =
  | "empty"
  /** It goes by itself, if the browser still lets us then. */
  | "waiting"
  /** Nobody can say whether it is still ours: the person may clear it. */
  | "left-behind";

export type Clipboard = Pick<ClipboardPort, "mayRead" | "allowReading" | "forbidReading"> & {
  readonly state: Live<ClipboardState>;
  readonly copy: (text: string) => Promise<boolean>;
  /** At the person's word, whatever is in it. */
  readonly clear: () => Promise<void>;
  /** Leaves it as it is. */
  readonly dismiss: () => void;
};

export function makeClipboard(port: ClipboardPort, clock: Clock): Clipboard {
  const state = variable<ClipboardState>("empty");
  let stops: readonly Cancel[] = [];
  let isOnlyOurs = false;

  const forget = (): void => {
    for (const stop of stops) stop();
    stops = [];
    state.set("empty");
  };
  const clearOurs = async (text: string): Promise<void> => {
    const found = await port.read();
    const isOurs =
      found === undefined ? isOnlyOurs && port.hasFocus() : evenLines(found) === evenLines(text);
    // Somebody has copied something else: that is theirs.
    if (found !== undefined && !isOurs) return forget();
    const isCleared = isOurs && (await port.write(""));
    forget();
    if (!isCleared) state.set("left-behind");
  };

  return {
    state,
    mayRead: port.mayRead,
    allowReading: port.allowReading,
    forbidReading: port.forbidReading,
    async copy(text) {
      // First: the panel may be closed as soon as the text is there.
      const takeBack = await port.leaveDuty(text);
      if (!(await port.write(text))) {
        takeBack();
        return false;
      }
      // Not earlier: what could not be replaced still has to go.
      forget();
      isOnlyOurs = true;
      let isCurrent = true;
      stops = [
        port.onOthers(() => {
          isOnlyOurs = false;
        }),
        clock.after(CLEARED_AFTER_MS, () => {
          if (isCurrent) void clearOurs(text);
        }),
        takeBack,
        () => {
          isCurrent = false;
        },
      ];
      state.set("waiting");
      return true;
    },
    async clear() {
      if (await port.write("")) forget();
    },
    dismiss: forget,
  };
}
