/** Which cases the numbers of a page name that are attached, and kept as HMACs only. */
import type { CaseId } from "@beiakte/shared/base/ids";
import type { Live } from "@beiakte/shared/base/live";
import { blinded, blindingKey } from "@beiakte/shared/crypto/blind-index";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import type { IdentifierKey } from "@beiakte/shared/model/identifier-keys";
import type { IndexPart } from "./case-index";

/** A page shows some dozens; those of pages long gone need not be remembered. */
const MOST_KNOWN = 500;

export class BlindNames {
  readonly #keys: Live<readonly IdentifierKey[]>;
  /** By key and name. */
  readonly #macs = new Map<string, string>();

  constructor(keys: Live<readonly IdentifierKey[]>) {
    this.#keys = keys;
  }

  /** Afterwards `casesOf` can answer for these names. */
  async learn(names: readonly string[]): Promise<void> {
    if (this.#macs.size > MOST_KNOWN) this.#macs.clear();
    await Promise.all(
      this.#keys.get().map(async ({ key, keyId }) => {
        const unknown = names.filter((name) => !this.#macs.has(`${keyId} ${name}`));
        if (unknown.length === 0) return;
        const blinding = await blindingKey(key);
        await Promise.all(
          unknown.map(async (name) => {
            this.#macs.set(`${keyId} ${name}`, await blinded(blinding, name));
          }),
        );
      }),
    );
  }

  casesOf(name: string, rows: readonly CaseRow[]): readonly CaseId[] {
    const wanted = new Set(
      this.#keys.get().map(({ keyId }) => `${keyId} ${this.#macs.get(`${keyId} ${name}`) ?? ""}`),
    );
    return rows
      .filter(({ attached }) => attached.some(({ keyId, mac }) => wanted.has(`${keyId} ${mac}`)))
      .map(({ caseId }) => caseId);
  }

  /** For the background: each key with the cases that its HMACs name. */
  partsOf(rows: readonly CaseRow[]): readonly IndexPart[] {
    return this.#keys.get().map(({ key, keyId }) => {
      const cases = new Map<string, CaseId[]>();
      for (const { attached, caseId } of rows) {
        for (const one of attached) {
          if (one.keyId === keyId) cases.set(one.mac, [...(cases.get(one.mac) ?? []), caseId]);
        }
      }
      return { key, cases };
    });
  }
}
