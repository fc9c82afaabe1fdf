/** The system's clipboard, as far as the browser lets us at it. */
import { variable } from "@beiakte/shared/base/live";
import type { Cancel, Clock, Random } from "@beiakte/shared/base/ports";
import { sessionArea } from "./browser-session";
import type { SessionArea } from "./case-index";
import { CLEARED_AFTER_MS, type Clipboard, type ClipboardPort, makeClipboard } from "./clipboard";
import { CLIPBOARD_DUTY, clipboardDuty, parseClipboardDuty } from "./clipboard-duty";
import { clipboardHands } from "./clipboard-hands";

// Writing is asked for with reading: without it the browser writes only while the panel has the focus.
const PERMISSIONS = { permissions: ["clipboardRead" as const, "clipboardWrite" as const] };

/** The panel comes first, if it is still there. */
const LEFT_AFTER_MS = CLEARED_AFTER_MS + 1000;

export function browserClipboard(clock: Clock, random: Random): Clipboard {
  const mayRead = variable(false);
  const look = (): void =>
    void chrome.permissions.contains(PERMISSIONS).then(mayRead.set, () => undefined);
  chrome.permissions.onAdded.addListener(look);
  chrome.permissions.onRemoved.addListener(look);
  look();
  const leaveDuty = dutiesIn(sessionArea(), clock, random);
  const port: ClipboardPort = {
    mayRead,
    write: clipboardHands.write,
    // Asked without leave, the browser would ask the person in the middle of something else.
    read: async () => (mayRead.get() ? clipboardHands.read() : undefined),
    hasFocus: () => document.hasFocus(),
    onOthers(call: () => void) {
      globalThis.addEventListener("blur", call);
      for (const name of ["copy", "cut"]) document.addEventListener(name, call);
      return () => {
        globalThis.removeEventListener("blur", call);
        for (const name of ["copy", "cut"]) document.removeEventListener(name, call);
      };
    },
    leaveDuty: async (text) => (mayRead.get() ? leaveDuty(text) : () => undefined),
    allowReading: () => chrome.permissions.request(PERMISSIONS).catch(() => false),
    forbidReading: async () => {
      await chrome.permissions.remove(PERMISSIONS).catch(() => false);
    },
  };
  return makeClipboard(port, clock);
}

/** One after another: what is left must not be taken back with what was left before it. */
function dutiesIn(
  area: SessionArea,
  clock: Pick<Clock, "now">,
  random: Random,
): (text: string) => Promise<Cancel> {
  let work: Promise<unknown> = Promise.resolve();
  const next = (act: () => Promise<unknown>): Promise<unknown> => {
    work = work.then(act).catch(() => undefined);
    return work;
  };
  return async (text) => {
    let digest = "";
    await next(async () => {
      const duty = await clipboardDuty(random, text);
      digest = duty.digest;
      await area.set(CLIPBOARD_DUTY, duty);
      await chrome.alarms.create(CLIPBOARD_DUTY, { when: clock.now() + LEFT_AFTER_MS });
    });
    return () => {
      void next(async () => {
        const held = parseClipboardDuty(await area.get(CLIPBOARD_DUTY));
        // Another panel may have copied something since.
        if (held?.digest === digest) await area.remove(CLIPBOARD_DUTY);
      });
    };
  };
}
