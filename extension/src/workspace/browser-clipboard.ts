/** The system's clipboard, as far as the browser lets us at it. */
import { variable } from "@beiakte/shared/base/live";
import type { Clock } from "@beiakte/shared/base/ports";
import { type Clipboard, makeClipboard } from "./clipboard";

// Writing is asked for with reading: without it the browser writes only while the panel has the focus.
const PERMISSIONS = { permissions: ["clipboardRead" as const, "clipboardWrite" as const] };

export function browserClipboard(clock: Clock): Clipboard {
  const mayRead = variable(false);
  const look = (): void =>
    void chrome.permissions.contains(PERMISSIONS).then(mayRead.set, () => undefined);
  chrome.permissions.onAdded.addListener(look);
  chrome.permissions.onRemoved.addListener(look);
  look();
  const port = {
    mayRead,
    write,
    // Asked without leave, the browser would ask the person in the middle of something else.
    read: async () => (mayRead.get() ? read() : undefined),
    hasFocus: () => document.hasFocus(),
    onOthers(call: () => void) {
      globalThis.addEventListener("blur", call);
      for (const name of ["copy", "cut"]) document.addEventListener(name, call);
      return () => {
        globalThis.removeEventListener("blur", call);
        for (const name of ["copy", "cut"]) document.removeEventListener(name, call);
      };
    },
    allowReading: () => chrome.permissions.request(PERMISSIONS).catch(() => false),
    forbidReading: async () => {
      await chrome.permissions.remove(PERMISSIONS).catch(() => false);
    },
  };
  return makeClipboard(port, clock);
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not while another part of the browser has the focus: there is an older way.
    return byCommand("copy", text) !== undefined;
  }
}

async function read(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return byCommand("paste", "");
  }
}

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
