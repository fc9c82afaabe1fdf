/** Clears what was copied from a case, when the panel that should have done it is gone. */
import { sessionArea } from "../workspace/browser-session";
import { CLIPBOARD_DUTY, type ClipboardDuty, fulfil, takeDuty } from "../workspace/clipboard-duty";
import { clipboardHands } from "../workspace/clipboard-hands";

const PAGE = "clipboard.html";

/** Must be called in the worker's first turn: the alarm wakes it. */
export function serveClipboard(): void {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === CLIPBOARD_DUTY) void fulfilDuty().catch(() => undefined);
  });
}

async function fulfilDuty(): Promise<void> {
  const duty = await takeDuty(sessionArea());
  if (duty === undefined) return;
  // Firefox knows no such pages, and needs none: there the background has a document.
  const { offscreen }: Partial<typeof chrome> = chrome;
  if (offscreen === undefined) await fulfil(duty, clipboardHands);
  else await fulfilUnseen(offscreen, duty);
}

/** Chromium's worker has no document, and a clipboard is reached from one alone. */
async function fulfilUnseen(
  offscreen: typeof chrome.offscreen,
  duty: ClipboardDuty,
): Promise<void> {
  await offscreen.createDocument({
    url: PAGE,
    reasons: [offscreen.Reason.CLIPBOARD],
    justification: "A text that was copied from a case is cleared after 45 seconds.",
  });
  try {
    await chrome.runtime.sendMessage({ type: "fulfil-clipboard-duty", duty });
  } finally {
    await offscreen.closeDocument();
  }
}
