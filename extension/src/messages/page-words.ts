/**
 * What a portal's page may say to the background, and what it hears. The content script runs beside
 * a page's own scripts and may be in a stranger's hands: its words are parsed into this and nothing
 * else. It can hand in identifiers and ask for the panel; it can never read.
 */
import { KIND_USE, PORTAL_KINDS, type PortalKind } from "@beiakte/shared/portal/portal-kind";
import { isOneOf, isRecord } from "./reading";

/** An identifier as the page shows it, normalised. */
export type PageIdentifier = { readonly kind: PortalKind; readonly value: string };

/** What the page is told, without a word of any case. `locked`: nobody can say. */
export type CaseMatch = "known" | "several" | "none" | "locked";

export type PageWord =
  /** All that is on the page now; nothing: all of it has gone. */
  | { readonly type: "found"; readonly identifiers: readonly PageIdentifier[] }
  /** Something on the page may be an identifier: the reader is needed. */
  | { readonly type: "read" }
  /** The mark beside one of them was clicked. */
  | { readonly type: "open"; readonly identifier: PageIdentifier };

/** To a content script; a page's own scripts hear nothing of it. */
export type ContentWord =
  /** Say again what is on the page: the vault was locked or opened, or a panel wants to know. */
  | { readonly type: "tell" }
  /** Answer with what is on the page, as `found` says it: something was taken from it. */
  | { readonly type: "list" }
  /**
   * All of the page is read anew: by the brief that a person is trying out, or as the background
   * says now. The reader parses it.
   */
  | { readonly type: "reread"; readonly readAs: unknown };

export const IDENTIFIERS_MOST = 40;
const VALUE_MOST = 64;

export function parsePageWord(data: unknown): PageWord | undefined {
  if (!isRecord(data)) return undefined;
  switch (data["type"]) {
    case "read":
      return { type: "read" };
    case "found": {
      const identifiers = parseIdentifiers(data["identifiers"]);
      return identifiers === undefined ? undefined : { type: "found", identifiers };
    }
    case "open": {
      const identifier = parseIdentifier(data["identifier"]);
      return identifier === undefined ? undefined : { type: "open", identifier };
    }
    default:
      return undefined;
  }
}

function parseIdentifiers(data: unknown): readonly PageIdentifier[] | undefined {
  if (!Array.isArray(data) || data.length > IDENTIFIERS_MOST) return undefined;
  const parsed = data.map((item) => parseIdentifier(item));
  return parsed.every((one) => one !== undefined) ? parsed : undefined;
}

export function parseIdentifier(data: unknown): PageIdentifier | undefined {
  if (!isRecord(data)) return undefined;
  const value = data["value"];
  const known = isOneOf(PORTAL_KINDS, data["kind"]);
  // What may leave a page at all: police numbers never do.
  if (known === undefined || KIND_USE[known] === "never") return undefined;
  if (typeof value !== "string" || value === "" || value.length > VALUE_MOST) return undefined;
  return { kind: known, value };
}

const MATCHES: readonly CaseMatch[] = ["known", "several", "none", "locked"];

/** The background's answer to `found`, one each in order. */
export function parseMatches(data: unknown, count: number): readonly CaseMatch[] | undefined {
  if (!Array.isArray(data) || data.length !== count) return undefined;
  const matches = data.map((item) => isOneOf(MATCHES, item));
  return matches.every((match) => match !== undefined) ? matches : undefined;
}

export function parseContentWord(data: unknown): ContentWord | undefined {
  if (!isRecord(data)) return undefined;
  const type = data["type"];
  if (type === "reread") return { type, readAs: data["readAs"] };
  return type === "tell" || type === "list" ? { type } : undefined;
}
