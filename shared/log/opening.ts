/** From an entry's bytes to what it says: parsed, verified, opened, never believed before. */
import * as Y from "yjs";
import type { Bytes } from "../base/bytes";
import type { DocumentId, EntryId, RecordId, SpaceId } from "../base/ids";
import type { Result } from "../base/result";
import type { EpochKey } from "../crypto/secret";
import { entryKey, open } from "../crypto/seal";
import type { Roster } from "../space/roster";
import { type Entry, isSignedBy, parseEntry } from "./entry";
import type { StoredEntry } from "./entry-store";
import type { LogFault } from "./faults";
import { parsePayload, type Payload } from "./payload";

/** Of the keyring: nothing where the epoch's lockbox has not arrived. */
export type EpochKeys = { readonly keyFor: (epoch: RecordId) => EpochKey | undefined };

/** Which clocks an update spans, per Yjs client: from the first to behind the last. */
export type Span = ReadonlyMap<number, { readonly from: number; readonly to: number }>;

export type Opened = {
  readonly type: "opened";
  readonly id: EntryId;
  readonly entry: Entry;
  readonly payload: Payload;
  readonly span: Span;
  readonly isRejected: boolean;
};

export type Unopened =
  /** Its device or its epoch may still come: it is kept and tried again. */
  | { readonly type: "not-yet"; readonly stored: StoredEntry; readonly fault: LogFault }
  /** It will never say anything: told, and left out. */
  | {
      readonly type: "set-aside";
      readonly stored: StoredEntry;
      readonly entry: Entry | undefined;
      readonly fault: LogFault;
    };

export type OpeningContext = {
  readonly space: SpaceId;
  readonly document: DocumentId;
  readonly roster: Roster;
  readonly keys: EpochKeys;
};

export async function openStored(
  stored: StoredEntry,
  context: OpeningContext,
): Promise<Opened | Unopened> {
  const { id } = stored;
  const aside = (fault: LogFault, entry?: Entry): Unopened => {
    return { type: "set-aside", stored, entry, fault };
  };
  const parsed = parseEntry(stored.bytes);
  if (!parsed.ok) {
    const isNew = parsed.error.type === "too-new";
    return isNew
      ? { type: "not-yet", stored, fault: { type: "too-new", entry: id } }
      : aside({ type: "unreadable", entry: id });
  }
  const entry = parsed.value;
  const { header } = entry;
  // The relay says where an entry belongs; the signed header decides.
  if (header.space !== context.space || header.document !== context.document) {
    return aside({ type: "not-allowed", entry: id });
  }
  const author = context.roster.devices.get(header.device);
  if (author === undefined) {
    return { type: "not-yet", stored, fault: { type: "unknown-device", entry: id } };
  }
  const epochKey = context.keys.keyFor(header.epoch);
  // Both at once, and the signature has the first word: what it does not vouch for is not looked at.
  const [isSigned, content] = await Promise.all([
    isSignedBy(entry, author.signingKey),
    epochKey === undefined ? undefined : contentOf(entry, epochKey),
  ]);
  if (!isSigned) return aside({ type: "bad-signature", entry: id });
  if (content === undefined) {
    return { type: "not-yet", stored, fault: { type: "unknown-epoch", entry: id } };
  }
  if (!content.ok) return aside({ type: "unreadable", entry: id }, entry);
  const payload = parsePayload(content.value);
  const span = payload.ok ? spanOf(payload.value.update) : undefined;
  if (!payload.ok || span === undefined) return aside({ type: "unreadable", entry: id }, entry);
  const isRejected = stored.place === "rejected";
  return { type: "opened", id, entry, payload: payload.value, span, isRejected };
}

async function contentOf(
  { ciphertext, header, headerBytes, nonce }: Entry,
  epochKey: EpochKey,
): Promise<Result<Bytes, "unreadable">> {
  return open(await entryKey(epochKey, header), nonce, ciphertext, headerBytes);
}

/**
 * The clocks of an update, or nothing where Yjs cannot read it: whoever sealed it wrote nonsense.
 * In one pass: for a large snapshot a second one would be a tenth of its opening.
 */
export function spanOf(update: Bytes): Span | undefined {
  try {
    const span = new Map<number, { readonly from: number; readonly to: number }>();
    let current: number | undefined;
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      const from = id.client === current ? span.get(id.client)?.from : undefined;
      span.set(id.client, { from: from ?? id.clock, to: id.clock + length });
      current = id.client;
    }
    return span;
  } catch {
    return undefined;
  }
}
