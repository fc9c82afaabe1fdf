/**
 * What was copied from a case is to be cleared though the panel has been closed meanwhile: that is
 * left to the background. It never gets the text: a digest under a key of its own says whether the
 * clipboard still holds it.
 */
import { bytesToHex, hexToBytes } from "@beiakte/shared/base/bytes";
import type { Random } from "@beiakte/shared/base/ports";
import { blinded, blindingKey, BLINDING_KEY_LENGTH } from "@beiakte/shared/crypto/blind-index";
import { isRecord } from "../messages/reading";
import type { SessionArea } from "./case-index";

/** The name of the record in the session's area, and of the alarm. */
export const CLIPBOARD_DUTY = "clipboard-duty";

/** Hexadecimal digits. */
export type ClipboardDuty = { readonly key: string; readonly digest: string };

export type ClipboardHands = {
  /** False where the browser refuses. */
  readonly write: (text: string) => Promise<boolean>;
  /** Nothing where the browser does not let us. */
  readonly read: () => Promise<string | undefined>;
};

export async function clipboardDuty(random: Random, text: string): Promise<ClipboardDuty> {
  const key = bytesToHex(random.bytes(BLINDING_KEY_LENGTH));
  return { key, digest: await digestOf(key, text) };
}

export function parseClipboardDuty(data: unknown): ClipboardDuty | undefined {
  if (!isRecord(data)) return undefined;
  const { digest, key } = data;
  return isKey(digest) && isKey(key) ? { digest, key } : undefined;
}

/** Clears what is still ours, and nothing else. */
export async function fulfil(duty: ClipboardDuty, hands: ClipboardHands): Promise<void> {
  const found = await hands.read();
  if (found === undefined) return;
  if ((await digestOf(duty.key, found)) === duty.digest) await hands.write("");
}

/** Once: whoever takes it fulfils it. */
export async function takeDuty(area: SessionArea): Promise<ClipboardDuty | undefined> {
  const stored = await area.get(CLIPBOARD_DUTY);
  if (stored !== undefined) await area.remove(CLIPBOARD_DUTY);
  return parseClipboardDuty(stored);
}

/** Systems write the ends of lines each in their own way. */
export function evenLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

async function digestOf(key: string, text: string): Promise<string> {
  const bytes = hexToBytes(key) ?? new Uint8Array();
  return blinded(await blindingKey(bytes), evenLines(text));
}

function isKey(data: unknown): data is string {
  return typeof data === "string" && /^[0-9a-f]{64}$/.test(data);
}
