import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { de } from "../../../extension/src/text/de";
import { en } from "../../../extension/src/text/en";
import { languageFor, textIn } from "../../../extension/src/text/text";

const SOURCES = fileURLToPath(new URL("../../../extension/src/", import.meta.url));
const source = ["screens", "components"]
  .flatMap((folder) =>
    readdirSync(`${SOURCES}${folder}`).map((name) => ({
      name,
      text: readFileSync(`${SOURCES}${folder}/${name}`, "utf8"),
    })),
  )
  .filter(({ name }) => /\.tsx?$/u.test(name));

const slotsOf = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/gu)].map((m) => m[1] ?? "");

test("[UI1] German and English have the same keys, with the same slots and no empty sentence", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort());
  for (const key of Object.keys(de) as (keyof typeof de)[]) {
    expect(de[key].trim(), key).not.toBe("");
    expect(en[key].trim(), key).not.toBe("");
    expect(slotsOf(en[key]).sort(), key).toEqual(slotsOf(de[key]).sort());
  }
});

test("[UI1] every plural has both forms", () => {
  const keys = new Set(Object.keys(de));
  for (const key of keys) {
    if (key.endsWith("_one")) expect(keys).toContain(key.replace(/_one$/u, "_other"));
    if (key.endsWith("_other")) expect(keys).toContain(key.replace(/_other$/u, "_one"));
  }
});

test("[UI1] every sentence is said somewhere", () => {
  const all = source.map(({ text }) => text).join("\n");
  const patterns = [...all.matchAll(/`([a-z-]+\.[^`]*\$\{[^`]*)`/gu)].map(
    (match) => new RegExp(`^${(match[1] ?? "").replaceAll(/\$\{[^}]+\}/gu, "[a-z-]+")}$`, "u"),
  );
  const unsaid = Object.keys(de)
    .map((key) => key.replace(/_(?:one|other)$/u, ""))
    .filter((key) => !all.includes(`"${key}"`) && !patterns.some((pattern) => pattern.test(key)));
  expect(unsaid).toEqual([]);
});

test("[UI2] no word on screen stands outside the catalogues", () => {
  const found = source.flatMap(({ name, text }) => [
    ...[...text.matchAll(/>\s*([\p{L}][\p{L} ,.]{2,})\s*<\//gu)].map((m) => `${name}: ${m[1]}`),
    ...[...text.matchAll(/(?:aria-label|title|placeholder|label|name|hint)="([^"]+)"/gu)]
      .map((m) => `${name}: ${m[1]}`)
      .filter((line) => !line.endsWith("beiakte-1-…") && !/: [a-z]+$/u.test(line)),
  ]);
  expect(found).toEqual([]);
});

test("[UI3] a German sentence has no exclamation mark and calls people Sie", () => {
  for (const [key, sentence] of Object.entries(de)) {
    expect(sentence, key).not.toContain("!");
    expect(sentence, key).not.toMatch(/\b(?:du|dein|deine|dich|dir|bitte wählen du)\b/iu);
  }
});

test("[UI1] numbers choose the plural form, and names are not escaped twice", () => {
  const text = textIn("de");
  expect(text.say("household.persons", { count: 1 })).toBe("1 Person");
  expect(text.say("household.persons", { count: 5 })).toBe("5 Personen");
  expect(text.say("case.family", { name: "O'Brien & Söhne" })).toBe("Familie O'Brien & Söhne");
  expect(textIn("en").say("case.family", { name: "Haddad" })).toBe("Haddad family");
});

test("[UI4] the panel speaks the browser's language where it can, and German else", () => {
  expect(languageFor(["en-US", "de"])).toBe("en");
  expect(languageFor(["tr", "de-AT"])).toBe("de");
  expect(languageFor(["uk"])).toBe("de");
  expect(languageFor([])).toBe("de");
});

test("[UI4] the extension's name and description are there in both languages", () => {
  const [german, english] = ["de", "en"].map(
    (language) =>
      JSON.parse(readFileSync(`${SOURCES}../locales/${language}/messages.json`, "utf8")) as Record<
        string,
        { readonly message: string }
      >,
  );
  expect(Object.keys(german ?? {})).toEqual(Object.keys(english ?? {}));
  for (const each of [german, english]) {
    // The store cuts at 132 characters.
    expect(each?.["extensionDescription"]?.message.length).toBeLessThanOrEqual(132);
    expect(each?.["openPanel"]?.message).not.toBe("");
  }
});
