import { SOURCED_CLIP } from "@beiakte/shared/portal/clip-template";
import { labelKey } from "@beiakte/shared/portal/label-key";
import { effectiveProfiles, profileFor } from "@beiakte/shared/portal/effective-profile";
import { GENERAL_WORDS } from "@beiakte/shared/portal/label-words";
import { makeLabels } from "@beiakte/shared/portal/labels";
import { scanIdentifiers } from "@beiakte/shared/portal/identifier-scan";
import {
  parseProfile,
  type PortalProfile,
  PROFILE_KINDS,
  PROFILE_LIMITS,
} from "@beiakte/shared/portal/profile";
import { SHIPPED_PROFILES } from "@beiakte/shared/portal/shipped-profiles";
import fc from "fast-check";
import { expect, test } from "vitest";

const SMALL = { id: "stadt", name: "Stadt", addresses: [{ origin: "https://portal.example" }] };

function profile(over: Partial<PortalProfile>): PortalProfile {
  const parsed = parseProfile({ ...SMALL, ...over });
  if (!parsed.ok) throw new Error(parsed.error.at);
  return parsed.value;
}

const faultOf = (over: object): string | undefined => {
  const parsed = parseProfile({ ...SMALL, ...over });
  return parsed.ok ? undefined : parsed.error.at;
};

test("[PT1] what is missing in a profile is read as empty, and all kinds are looked for", () => {
  expect(profile({})).toEqual({
    id: "stadt",
    name: "Stadt",
    addresses: [{ origin: "https://portal.example", path: "/" }],
    kinds: PROFILE_KINDS,
    labels: [],
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  });
});

test("[PT1] what is wrong refuses the whole profile and says where", () => {
  const label = { kind: "bg_number", words: "BG" };
  const refused: readonly (readonly [string, object])[] = [
    ["id", { id: "Stadt Pforzheim" }],
    ["name", { name: " " }],
    ["name", { name: "x".repeat(PROFILE_LIMITS.name + 1) }],
    ["addresses[0].origin", { addresses: [{ origin: "http://portal.example" }] }],
    ["addresses[0].origin", { addresses: [{ origin: "https://*.example" }] }],
    ["addresses[0].path", { addresses: [{ origin: "https://a.example", path: "akte" }] }],
    ["addresses[0].path", { addresses: [{ origin: "https://a.example", path: "/a?id=7" }] }],
    ["kinds[0]", { kinds: ["d_number"] }],
    ["kinds", { kinds: "azr" }],
    ["labels[1].kind", { labels: [label, { kind: "date", words: "Datum" }] }],
    ["labels[0].words", { labels: [{ ...label, words: "Nummer des Falls in unserem Haus" }] }],
    ["labels[0].words", { labels: [{ ...label, words: "§ 7" }] }],
    ["labels", { labels: Array.from({ length: PROFILE_LIMITS.labels + 1 }, () => label) }],
    ["places[0].selector", { places: [{ kind: "azr", selector: "div:has(b)" }] }],
    ["places[0].selector", { places: [{ kind: "azr", selector: "(a+)+$" }] }],
    ["fields[0].fact", { fields: [{ fact: "passphrase", selector: "#a" }] }],
    ["clip", { clip: "ohne Text" }],
    ["regex", { regex: "(a+)+$" }],
  ];
  for (const [at, over] of refused) expect(faultOf(over)).toBe(at);
});

test("[PT1] anything may stand where a profile is expected, and nothing is thrown", () => {
  fc.assert(fc.property(fc.anything(), (data) => void parseProfile(data)));
  fc.assert(
    fc.property(
      fc.jsonValue(),
      (data) => void parseProfile({ ...SMALL, labels: data, kinds: data }),
    ),
  );
});

test("[PT2] the shipped examples are well formed, and each kind of portal is there once", () => {
  for (const shipped of SHIPPED_PROFILES)
    expect(parseProfile(shipped)).toEqual({ ok: true, value: shipped });
  const ids = SHIPPED_PROFILES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain("jobcenter-kommunal");
});

test("[PT3] policy counts before the team, the team before what is shipped, and one id is there once", () => {
  const shipped = profile({ id: "a", name: "Unser" });
  const team = profile({ id: "a", name: "Team" });
  const policy = profile({ id: "a", name: "Amt" });
  const other = profile({ id: "b", name: "Anderes" });
  const named = (layers: Parameters<typeof effectiveProfiles>[0]) =>
    effectiveProfiles(layers).map((one) => `${one.profile.name} ${one.source}`);
  expect(named({ policy: [], team: [], shipped: [shipped] })).toEqual(["Unser shipped"]);
  expect(named({ policy: [], team: [team, other], shipped: [shipped] })).toEqual([
    "Team team",
    "Anderes team",
  ]);
  expect(named({ policy: [policy], team: [team], shipped: [shipped] })).toEqual(["Amt policy"]);
});

test("[PT4] a page belongs to the profile of its origin with the longest path that it begins with", () => {
  const origin = "https://portal.example";
  const whole = profile({ id: "whole" });
  const files = profile({ id: "files", addresses: [{ origin, path: "/akte" }] });
  const layers = { policy: [], team: [whole, files], shipped: [] };
  const idFor = (url: string) => profileFor(layers, url)?.profile.id;
  expect(idFor("https://portal.example/akte/7?x=1#y")).toBe("files");
  expect(idFor("https://portal.example/akte")).toBe("files");
  expect(idFor("https://portal.example/akten")).toBe("whole");
  expect(idFor("https://portal.example:8443/akte")).toBeUndefined();
  expect(idFor("https://portal.example.evil.example/akte")).toBeUndefined();
  expect(idFor("no address")).toBeUndefined();
  const set = { ...layers, policy: [profile({ id: "set" })] };
  expect(profileFor(set, "https://portal.example/akte/7")?.source).toBe("policy");
});

test("[PT6] a label is compared by its letters, whatever stands between its words", () => {
  for (const same of ["Unser Zeichen", "unser-zeichen:", "UNSER  ZEICHEN"]) {
    expect(labelKey(same)).toBe("unserzeichen");
  }
  expect(labelKey("Fallnummern")).toBe(labelKey("Fallnummer"));
  for (const none of ["", "A", "Nr7", "7. Zeile", "eins zwei drei vier fünf"]) {
    expect(labelKey(none)).toBeUndefined();
  }
});

test("[PT7] a number that stands beside a household's label is its number, whatever its form", () => {
  const seen = (text: string, label = "") =>
    scanIdentifiers(text, () => label, makeLabels(GENERAL_WORDS)).map(
      ({ kind, value }) => `${kind} ${value}`,
    );
  expect(seen("BG-Nummer: 47-2024/0815")).toEqual(["bg_number 47-2024/0815"]);
  expect(seen("47-2024/0815", "BG-Nr.")).toEqual(["bg_number 47-2024/0815"]);
  expect(seen("BG-Nummer: 12345//0012345")).toEqual(["bg_number 12345//0012345"]);
  expect(seen("Bedarfsgemeinschaft mit 1203 Euro")).toEqual([]);
  expect(seen("BG-Nummer: 150917012345")).toEqual([]);
});
