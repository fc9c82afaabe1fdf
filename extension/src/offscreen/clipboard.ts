/** Runs in a page without a screen, as long as it takes to look at the clipboard once. */
import { isRecord } from "../messages/reading";
import { fulfil, parseClipboardDuty } from "../workspace/clipboard-duty";
import { clipboardHands } from "../workspace/clipboard-hands";

chrome.runtime.onMessage.addListener((data: unknown, sender, answer) => {
  // From our background only: a page's script is of this extension too, but it has a tab.
  if (sender.id !== chrome.runtime.id || sender.tab !== undefined || !isRecord(data)) return false;
  const duty = parseClipboardDuty(data["duty"]);
  if (data["type"] !== "fulfil-clipboard-duty" || duty === undefined) return false;
  // Whether it was ours is nobody's business.
  const done = (): void => answer(undefined);
  fulfil(duty, clipboardHands).then(done, done);
  return true;
});
