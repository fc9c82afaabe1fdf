import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PORTAL_FACTS, PROFILE_KINDS } from "@beiakte/shared/portal/profile";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lockAfterMinutes, parseOwnSettings } from "../../../extension/src/workspace/own-settings";
import { NO_POLICY, parsePolicy } from "../../../extension/src/workspace/policy";
import { portalRules } from "../../../extension/src/workspace/portal-rules";

const jsonOf = (path: string): unknown =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../extension/${path}`, import.meta.url)), "utf8"),
  );

/** What stands there in a file of ours. */
function at(json: unknown, ...path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return json;
  return typeof json === "object" && json !== null
    ? at(new Map<string, unknown>(Object.entries(json)).get(name), ...rest)
    : undefined;
}

const namesOf = (json: unknown): readonly string[] => Object.keys(Object(json)).toSorted();

const SCHEMA = jsonOf("assets/managed-schema.json");

const WHOLE = {
  relay: "wss://relay.example",
  lockAfterMinutes: 5,
  language: "en",
  portals: ["https://a.example", "https://b.example:8443", "https://a.example"],
  profiles: [{ id: "a", name: "A" }],
  keepCustomerNumbers: true,
  keepClips: false,
};

test("[PY1] what the administration sets is read", () => {
  const { faults, policy } = parsePolicy(WHOLE);
  expect(faults).toEqual([]);
  expect(policy).toMatchObject({
    ...WHOLE,
    portals: ["https://a.example", "https://b.example:8443"],
  });
});

test("[PY1] where nothing is set, nothing holds", () => {
  for (const nothing of [undefined, null, {}, [], "text", 7]) {
    expect(parsePolicy(nothing)).toEqual({ policy: NO_POLICY, faults: [] });
  }
});

test("[PY2] each wrong value is left out alone and told, and so is what is not known", () => {
  const { faults, policy } = parsePolicy({
    ...WHOLE,
    relay: "ws://relay.example",
    lockAfterMinutes: 0.5,
    language: "fr",
    portals: ["https://a.example", "https://a.example/path", 5],
    profiles: [{ id: "a", name: "A" }, { id: "b" }],
    keepClips: "yes",
    toString: 1,
    telemetry: true,
  });
  expect(faults.map(({ setting, why }) => `${setting} ${why}`)).toEqual([
    "relay malformed",
    "lockAfterMinutes malformed",
    "language malformed",
    "portals[1] malformed",
    "portals[2] malformed",
    "profiles[1] malformed",
    "keepClips malformed",
    "toString unknown",
    "telemetry unknown",
  ]);
  expect(policy).toEqual({
    ...NO_POLICY,
    portals: ["https://a.example"],
    profiles: [expect.objectContaining({ id: "a" })],
    keepCustomerNumbers: true,
  });
});

test("[PY2] anything may stand in the managed storage, and nothing is thrown", () => {
  fc.assert(fc.property(fc.anything(), (data) => void parsePolicy(data)));
  const values = fc.record(
    Object.fromEntries(Object.keys(WHOLE).map((key) => [key, fc.anything()])),
  );
  fc.assert(fc.property(values, (data) => parsePolicy(data).faults.length <= 20));
});

test("[PY3] the administration counts before the person, and the person before the default", () => {
  const own = parseOwnSettings({ lockAfterMinutes: 30 });
  const none = parseOwnSettings({ lockAfterMinutes: 5000 });
  expect(lockAfterMinutes(NO_POLICY, none)).toBe(10);
  expect(lockAfterMinutes(NO_POLICY, own)).toBe(30);
  expect(lockAfterMinutes({ ...NO_POLICY, lockAfterMinutes: 5 }, own)).toBe(5);
});

test("[PY4] a Kundennummer is off until the team or the administration allows it", () => {
  const team = { profiles: [], keepCustomerNumbers: true };
  const silent = { profiles: [], keepCustomerNumbers: undefined };
  expect(portalRules(NO_POLICY, silent).kinds.baCustomer).toBe(false);
  expect(portalRules(NO_POLICY, team).kinds.baCustomer).toBe(true);
  const forbids = { ...NO_POLICY, keepCustomerNumbers: false };
  expect(portalRules(forbids, team).kinds.baCustomer).toBe(false);
});

test("[PY5] the schema names each setting of the parser, and what a profile may hold", () => {
  expect(namesOf(at(SCHEMA, "properties"))).toEqual(namesOf(NO_POLICY));
  const profile = at(SCHEMA, "properties", "profiles", "items", "properties");
  expect(namesOf(profile)).toEqual(namesOf(parsePolicy(WHOLE).policy.profiles[0]));
  expect(at(profile, "kinds", "items", "enum")).toEqual(PROFILE_KINDS);
  expect(at(profile, "fields", "items", "properties", "fact", "enum")).toEqual(PORTAL_FACTS);
});

test.each([
  ["chrome", ["3rdparty", "extensions"]],
  ["edge", ["3rdparty", "extensions"]],
  ["firefox", ["policies", "3rdparty", "Extensions"]],
])("[PY6] the ready policy file for %s sets all that can be set, without a fault", (name, path) => {
  const all: readonly unknown[] = Object.values(
    Object(at(jsonOf(`policies/${name}.json`), ...path)),
  );
  expect(all).toHaveLength(1);
  const { faults, policy } = parsePolicy(all[0]);
  expect(faults).toEqual([]);
  const unset = Object.entries(policy).filter(([, value]) => value === undefined);
  expect(unset).toEqual([]);
  expect(policy.profiles).not.toEqual([]);
  fitsSchema(all[0], SCHEMA);
});

/** As far as Chromium's own check goes: types, and words of a list. */
function fitsSchema(value: unknown, schema: unknown, where = "settings"): void {
  const type = at(schema, "type");
  if (Array.isArray(value)) {
    expect(type, where).toBe("array");
    for (const item of value) fitsSchema(item, at(schema, "items"), `${where}[]`);
  } else if (typeof value === "object" && value !== null) {
    expect(type, where).toBe("object");
    for (const [key, item] of Object.entries(value)) {
      fitsSchema(item, at(schema, "properties", key), `${where}.${key}`);
    }
  } else {
    expect(type, where).toBe(Number.isInteger(value) ? "integer" : typeof value);
    const words = at(schema, "enum");
    if (words !== undefined) expect(words, where).toContain(value);
  }
}
