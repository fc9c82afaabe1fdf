/**
 * Which case an identifier belongs to, for who may not open any: HMACs and case ids, in the memory
 * of the browser session. The workspace writes it while the vault is open and takes it away when it
 * locks; the background only reads it.
 */
import { type Bytes, bytesToHex, hexToBytes } from "@beiakte/shared/base/bytes";
import { type CaseId, parseId } from "@beiakte/shared/base/ids";
import {
  blinded,
  type BlindingKey,
  blindingKey,
  BLINDING_KEY_LENGTH,
} from "@beiakte/shared/crypto/blind-index";
import { identifierKey } from "@beiakte/shared/model/identifiers";

/** `chrome.storage.session`: readable for our own pages only, and gone with the browser. */
export type SessionArea = {
  readonly get: (name: string) => Promise<unknown>;
  readonly set: (name: string, value: unknown) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
};

export type CaseIndex = {
  readonly key: Bytes;
  readonly cases: ReadonlyMap<string, readonly CaseId[]>;
};

export type Named = { readonly caseId: CaseId; readonly identifiers: readonly string[] };

export const CASE_INDEX = "case-index";

// Shorter ones are words and years: half the page would be a case.
const KEY_LEAST = 5;

/** Nothing for what is too short to name anything. */
function textOf(identifier: string): string | undefined {
  const key = identifierKey(identifier);
  return key.length < KEY_LEAST ? undefined : key;
}

export async function makeCaseIndex(key: Bytes, all: readonly Named[]): Promise<CaseIndex> {
  const blinding = await blindingKey(key);
  const cases = new Map<string, CaseId[]>();
  for (const { caseId, identifiers } of all) {
    const texts = new Set(identifiers.flatMap((identifier) => textOf(identifier) ?? []));
    // oxlint-disable-next-line no-await-in-loop -- in order, so that the same cases give the same index
    const names = await Promise.all([...texts].map((text) => blinded(blinding, text)));
    for (const name of names) cases.set(name, [...(cases.get(name) ?? []), caseId]);
  }
  return { key, cases };
}

export async function writeCaseIndex(area: SessionArea, index: CaseIndex): Promise<void> {
  await area.set(CASE_INDEX, { key: bytesToHex(index.key), cases: [...index.cases] });
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
  const blinding: BlindingKey = await blindingKey(index.key);
  return Promise.all(
    identifiers.map(async (identifier) => {
      const text = textOf(identifier);
      if (text === undefined) return [];
      return index.cases.get(await blinded(blinding, text)) ?? [];
    }),
  );
}

/** Written by a page of ours, perhaps of the version before an update. */
function parseCaseIndex(data: unknown): CaseIndex | undefined {
  if (typeof data !== "object" || data === null || !("key" in data) || !("cases" in data)) {
    return undefined;
  }
  const { cases: rows, key: hex } = data;
  const key = typeof hex === "string" ? hexToBytes(hex) : undefined;
  if (key?.length !== BLINDING_KEY_LENGTH || !Array.isArray(rows)) return undefined;
  const cases = new Map<string, readonly CaseId[]>();
  for (const row of rows) {
    const [name, ids]: readonly unknown[] = Array.isArray(row) ? row : [];
    if (typeof name !== "string" || !Array.isArray(ids)) return undefined;
    const parsed = ids.map((id) => (typeof id === "string" ? parseId("CaseId", id) : undefined));
    cases.set(
      name,
      parsed.flatMap((id) => (id?.ok === true ? id.value : [])),
    );
  }
  return { key, cases };
}
