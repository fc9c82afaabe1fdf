/**
 * All words on screen. German is the first language and decides which keys there are; English has
 * the same ones, which the compiler holds. A key without words, or a slot left open, does not
 * compile.
 */
import { createInstance } from "i18next";
import { de } from "./de";
import { en } from "./en";

export type Language = "de" | "en";
export const LANGUAGES: readonly Language[] = ["de", "en"];

type German = typeof de;
type Written = keyof German;

/** Plural forms are one key: `caseload.persons` stands for `…_one` and `…_other`. */
export type TextKey = Written extends infer Key
  ? Key extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : Key
  : never;

type SentenceOf<Key extends string> = Key extends Written
  ? German[Key]
  : `${Key}_other` extends Written
    ? German[`${Key}_other`]
    : never;
type SlotsOf<Sentence extends string> = Sentence extends `${string}{{${infer Slot}}}${infer Rest}`
  ? Slot | SlotsOf<Rest>
  : never;
type Values<Key extends string> = {
  readonly [Slot in SlotsOf<SentenceOf<Key>>]: Slot extends "count" ? number : string | number;
};
type Arguments<Key extends string> = [SlotsOf<SentenceOf<Key>>] extends [never]
  ? []
  : [Values<Key>];

export type Text = {
  readonly language: Language;
  readonly say: <Key extends TextKey>(key: Key, ...values: Arguments<Key>) => string;
};

export function textIn(language: Language): Text {
  const held = texts.get(language);
  if (held !== undefined) return held;
  const instance = createInstance();
  // With the words at hand and `initAsync` off nothing is loaded: it is ready when this returns.
  void instance.init({
    lng: language,
    fallbackLng: "de",
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // React escapes; doing it twice would show `&amp;`.
    interpolation: { escapeValue: false },
    resources: { de: { translation: de }, en: { translation: en } },
  });
  const text: Text = { language, say: (key, ...values) => instance.t(key, { ...values[0] }) };
  texts.set(language, text);
  return text;
}

/** Two instances for the life of the page, made when first asked for. */
const texts = new Map<Language, Text>();

/** The browser's wish, if we speak it; German else, as most who work here do. */
export function languageFor(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const found = LANGUAGES.find((language) => wish.toLowerCase().startsWith(language));
    if (found !== undefined) return found;
  }
  return "de";
}
