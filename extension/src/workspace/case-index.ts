/**
 * Which case an identifier belongs to, for who may not open any: HMACs and case ids, in the memory
 * of the browser session. The workspace writes it while the vault is open and takes it away when it
 * locks; the background only reads it.
 */
import { type Bytes, bytesToHex, hexToBytes } from "@beiakte/shared/base/bytes";
import type { CaseId } from "@beiakte/shared/base/ids";
import { blinded, blindingKey, BLINDING_KEY_LENGTH } from "@beiakte/shared/crypto/blind-index";
import { identifierKey } from "@beiakte/shared/model/identifiers";
import { idOf } from "@beiakte/shared/model/stored-value";
import { isRecord } from "../messages/reading";

/** `chrome.storage.session`: readable for our own pages only, and gone with the browser. */
export type SessionArea = {
  readonly get: (name: string) => Promise<unknown>;
  readonly set: (name: string, value: unknown) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
};

/** Under one key: which cases an HMAC names. */
export type IndexPart = {
  readonly key: Bytes;
  readonly cases: ReadonlyMap<string, readonly CaseId[]>;
};

export type CaseIndex = IndexPart & {
  /** Numbers of which the space keeps nothing else, under keys of its own. */
  readonly attached: readonly IndexPart[];
};

export type Named = { readonly caseId: CaseId; readonly identifiers: readonly string[] };

export const CASE_INDEX = "case-index";

// Shorter ones are words and years: half the page would be a case.
const KEY_LEAST = 5;

/** How identifiers are compared; nothing for what is too short to name anything. */
export function nameOf(identifier: string): string | undefined {
  const key = identifierKey(identifier);
  return key.length < KEY_LEAST ? undefined : key;
}

/** Which cases each name stands for: panel and background answer from the same. */
export function casesByName(all: readonly Named[]): ReadonlyMap<string, readonly CaseId[]> {
  const cases = new Map<string, CaseId[]>();
  for (const { caseId, identifiers } of all) {
    for (const name of new Set(identifiers.flatMap((identifier) => nameOf(identifier) ?? []))) {
      const before = cases.get(name);
      if (before === undefined) cases.set(name, [caseId]);
      else before.push(caseId);
    }
  }
  return cases;
}

export async function makeCaseIndex(
  key: Bytes,
  byName: ReadonlyMap<string, readonly CaseId[]>,
  attached: readonly IndexPart[] = [],
): Promise<CaseIndex> {
  const blinding = await blindingKey(key);
  const cases = await Promise.all(
    [...byName].map(async ([name, ids]) => [await blinded(blinding, name), ids] as const),
  );
  return { key, cases: new Map(cases), attached };
}

export async function writeCaseIndex(area: SessionArea, index: CaseIndex): Promise<void> {
  await area.set(CASE_INDEX, { ...writtenPart(index), attached: index.attached.map(writtenPart) });
}

function writtenPart({ cases, key }: IndexPart) {
  return { key: bytesToHex(key), cases: [...cases] };
}

/** Nothing where the vault is locked. */
export async function readCaseIndex(area: SessionArea): Promise<CaseIndex | undefined> {
  return parseCaseIndex(await area.get(CASE_INDEX));
}

export async function removeCaseIndex(area: SessionArea): Promise<void> {
  await area.remove(CASE_INDEX);
}

/** The cases that each of them names, in order. */
export async function casesOf(
  index: CaseIndex,
  identifiers: readonly string[],
): Promise<readonly (readonly CaseId[])[]> {
  const parts = await Promise.all(
    [index, ...index.attached].map(async ({ cases, key }) => {
      return { cases, blinding: await blindingKey(key) };
    }),
  );
  return Promise.all(
    identifiers.map(async (identifier) => {
      const name = nameOf(identifier);
      if (name === undefined) return [];
      const named = await Promise.all(
        parts.map(async ({ blinding, cases }) => cases.get(await blinded(blinding, name)) ?? []),
      );
      return [...new Set(named.flat())];
    }),
  );
}

/** Written by a page of ours, perhaps of the version before an update. */
function parseCaseIndex(data: unknown): CaseIndex | undefined {
  const part = parsePart(data);
  if (part === undefined || !isRecord(data)) return undefined;
  const attached = data["attached"];
  const rows: readonly unknown[] = Array.isArray(attached) ? attached : [];
  return { ...part, attached: rows.flatMap((row) => parsePart(row) ?? []) };
}

function parsePart(data: unknown): IndexPart | undefined {
  if (!isRecord(data)) return undefined;
  const [rows, hex] = [data["cases"], data["key"]];
  const key = typeof hex === "string" ? hexToBytes(hex) : undefined;
  if (key?.length !== BLINDING_KEY_LENGTH || !Array.isArray(rows)) return undefined;
  const cases = new Map<string, readonly CaseId[]>();
  for (const row of rows) {
    const [name, ids]: readonly unknown[] = Array.isArray(row) ? row : [];
    if (typeof name !== "string" || !Array.isArray(ids)) return undefined;
    cases.set(
      name,
      ids.flatMap((id) => idOf("CaseId", id) ?? []),
    );
  }
  return { key, cases };
}
