/** The system's clipboard in a document of ours, with or without the focus. */
import type { ClipboardHands } from "./clipboard-duty";

export const clipboardHands: ClipboardHands = {
  async write(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not while another part of the browser has the focus: there is an older way.
      return byCommand("copy", text) !== undefined;
    }
  },
  async read() {
    try {
      return await navigator.clipboard.readText();
    } catch {
      return byCommand("paste", "");
    }
  },
};

function byCommand(command: "copy" | "paste", text: string): string | undefined {
  const { activeElement } = document;
  const field = document.createElement("textarea");
  field.className = "unseen";
  field.setAttribute("aria-hidden", "true");
  field.addEventListener("copy", (event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(field);
  field.value = command === "copy" ? " " : "";
  field.select();
  // The only way that works in a page without the focus.
  const isDone = document.execCommand(command);
  const { value } = field;
  field.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  return isDone ? value : undefined;
}
