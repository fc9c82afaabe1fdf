/**
 * What was taken from a portal's page, format 1. Its text, its place and the identifiers that the
 * page showed are sealed together; nothing of it is told to anybody before the vault is open.
 */
import type { Bytes } from "../base/bytes";
import { decode, encode, type Malformed, type Reader } from "../base/codec";
import type { ClipId } from "../base/ids";
import type { Result } from "../base/result";
import { PORTAL_KINDS, type PortalKind } from "./portal-kind";

/** Where in the text of a page a quote stood: W3C Web Annotation, TextQuoteSelector and TextPositionSelector. */
export type QuoteAnchor = {
  /** The text right before and after it, to tell it from the same words elsewhere. */
  readonly prefix: string;
  readonly suffix: string;
  /** Characters of the page before it, blanks not counted: only a hint, pages grow. */
  readonly start: number;
};

export type Clip = {
  readonly clip: ClipId;
  /** The selector's `exact`: as it was read, lines and all. Blanks do not count when it is looked for. */
  readonly text: string;
  readonly anchor: QuoteAnchor;
  /** `https://portal.example`. */
  readonly origin: string;
  /** Without query and fragment: names and session keys stand in those. */
  readonly path: string;
  /** Empty where the page has none. */
  readonly title: string;
  readonly at: number;
  /** What the page showed when it was taken. */
  readonly identifiers: readonly ClipIdentifier[];
};

export type ClipIdentifier = { readonly kind: PortalKind; readonly value: string };

/** Characters (UTF-16 units), as `length` counts them. */
export const CLIP_MOST = {
  text: 20_000,
  context: 64,
  title: 300,
  path: 2000,
  origin: 300,
  identifiers: 40,
  value: 64,
} as const;

const CLIP_VERSION = 1;
// A character takes three bytes of UTF-8 at most; the pairs that take four are two of them.
const BYTES_PER_CHARACTER = 3;

/** Plain text: for sealing only. */
export function encodeClip(clip: Clip): Bytes {
  return encode((writer) => {
    writer.byte(CLIP_VERSION).id(clip.clip).text(clip.text);
    writer.text(clip.anchor.prefix).text(clip.anchor.suffix).varint(clip.anchor.start);
    writer.text(clip.origin).text(clip.path).text(clip.title).varint(clip.at);
    writer.list(clip.identifiers, (to, { kind, value }) => to.text(kind).text(value));
  });
}

/** Only this device's own background can have sealed it; what it had read was a page's. */
export function parseClip(bytes: Bytes): Result<Clip, Malformed> {
  return decode(bytes, (reader) => {
    if (reader.byte() !== CLIP_VERSION) reader.refuse();
    const clip = reader.id("ClipId");
    const text = readText(reader, CLIP_MOST.text);
    if (text === "") reader.refuse();
    const prefix = readText(reader, CLIP_MOST.context);
    const suffix = readText(reader, CLIP_MOST.context);
    const anchor = { prefix, suffix, start: reader.varint() };
    return {
      clip,
      text,
      anchor,
      origin: readText(reader, CLIP_MOST.origin),
      path: readText(reader, CLIP_MOST.path),
      title: readText(reader, CLIP_MOST.title),
      at: reader.varint(),
      identifiers: reader.list(CLIP_MOST.identifiers, readIdentifier),
    };
  });
}

function readIdentifier(reader: Reader): ClipIdentifier {
  const id = readText(reader, CLIP_MOST.value);
  const kind = PORTAL_KINDS.find((one) => one === id) ?? reader.refuse();
  return { kind, value: readText(reader, CLIP_MOST.value) };
}

function readText(reader: Reader, most: number): string {
  const text = reader.text(BYTES_PER_CHARACTER * most);
  return text.length > most ? reader.refuse() : text;
}
