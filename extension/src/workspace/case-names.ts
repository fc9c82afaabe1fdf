/** Which cases a number names: those that keep it, and those to which its HMAC alone is attached. */
import type { CaseId } from "@beiakte/shared/base/ids";
import type { Live } from "@beiakte/shared/base/live";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import type { IdentifierKey } from "@beiakte/shared/model/identifier-keys";
import { BlindNames } from "./blind-names";
import { casesByName, type IndexPart, type Named, nameOf } from "./case-index";

type CasesByName = ReturnType<typeof casesByName>;

export class CaseNames {
  readonly #caseload: Live<readonly CaseRow[]>;
  readonly #blind: BlindNames;
  #kept: { readonly rows: readonly CaseRow[]; readonly cases: CasesByName } | undefined;

  /** `keys`: under which the space's attached numbers are blinded. */
  constructor(caseload: Live<readonly CaseRow[]>, keys: Live<readonly IdentifierKey[]>) {
    this.#caseload = caseload;
    this.#blind = new BlindNames(keys);
  }

  /** Attached numbers are compared by their HMACs: without this `casesOf` knows none of these. */
  async learn(values: readonly string[]): Promise<void> {
    await this.#blind.learn(values.flatMap((value) => nameOf(value) ?? []));
  }

  casesOf(value: string): readonly CaseId[] {
    const name = nameOf(value);
    if (name === undefined) return [];
    const rows = this.#caseload.get();
    if (this.#kept?.rows !== rows) this.#kept = { rows, cases: casesByName(namesOf(rows)) };
    const kept = this.#kept.cases.get(name) ?? [];
    return [...new Set([...kept, ...this.#blind.casesOf(name, rows)])];
  }

  /** For the background: each key with the cases that its HMACs name. */
  attachedOf(rows: readonly CaseRow[]): readonly IndexPart[] {
    return this.#blind.partsOf(rows);
  }
}

export function namesOf(rows: readonly CaseRow[]): readonly Named[] {
  return rows.map(({ caseId, identifiers }) => {
    return { caseId, identifiers: identifiers.map(({ value }) => value) };
  });
}
