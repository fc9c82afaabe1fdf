import { IDENTIFIER_KINDS } from "@beiakte/shared/catalogue/identifiers";
import { KIND_USE, kindUse, type PortalKind } from "@beiakte/shared/portal/portal-kind";
import { SHAPES } from "@beiakte/shared/portal/shapes";
import { expect, test } from "vitest";

const KINDS = Object.keys(KIND_USE) as PortalKind[];

test("[DT1] every kind is one of the catalogue's", () => {
  const known = new Set(IDENTIFIER_KINDS.map((kind) => kind.id));
  expect(KINDS.filter((kind) => !known.has(kind))).toEqual([]);
});

test("[DT1] what the catalogue calls sensitive is compared only, and so are AZR and card serials", () => {
  const sensitive = IDENTIFIER_KINDS.filter((kind) => kind.sensitive).map((kind) => kind.id);
  const compared = KINDS.filter((kind) => KIND_USE[kind] === "match-only");
  expect(compared.toSorted()).toEqual([...sensitive, "azr", "eat_serial"].toSorted());
});

test("[DT1] a policy switches the Kundennummer on, and nothing else", () => {
  const changed = KINDS.filter((kind) => kindUse(kind, { baCustomer: true }) !== KIND_USE[kind]);
  expect(changed).toEqual(["ba_customer"]);
  expect(kindUse("ba_customer", { baCustomer: false })).toBe("off");
  expect(kindUse("d_number", { baCustomer: true })).toBe("never");
});

test("[DT2] no shape makes a police number", () => {
  expect(SHAPES.filter((shape) => KIND_USE[shape.kind] === "never")).toEqual([]);
});
