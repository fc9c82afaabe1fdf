import type { Choice, Label } from "./label";

/** Languages of the household, by ISO 639 code; the frequent ones of the region first. */
export const LANGUAGES: readonly Choice[] = [
  { id: "de", label: { de: "Deutsch", en: "German" } },
  { id: "ar", label: { de: "Arabisch", en: "Arabic" } },
  { id: "uk", label: { de: "Ukrainisch", en: "Ukrainian" } },
  { id: "ru", label: { de: "Russisch", en: "Russian" } },
  { id: "prs", label: { de: "Dari", en: "Dari" } },
  { id: "ps", label: { de: "Paschtu", en: "Pashto" } },
  { id: "fa", label: { de: "Persisch (Farsi)", en: "Persian (Farsi)" } },
  { id: "kmr", label: { de: "Kurdisch (Kurmandschi)", en: "Kurdish (Kurmanji)" } },
  { id: "ckb", label: { de: "Kurdisch (Sorani)", en: "Kurdish (Sorani)" } },
  { id: "tr", label: { de: "Türkisch", en: "Turkish" } },
  { id: "ti", label: { de: "Tigrinya", en: "Tigrinya" } },
  { id: "so", label: { de: "Somali", en: "Somali" } },
  { id: "en", label: { de: "Englisch", en: "English" } },
  { id: "fr", label: { de: "Französisch", en: "French" } },
  { id: "mnk", label: { de: "Mandinka", en: "Mandinka" } },
  { id: "wo", label: { de: "Wolof", en: "Wolof" } },
  { id: "ff", label: { de: "Fula", en: "Fula" } },
  { id: "ha", label: { de: "Hausa", en: "Hausa" } },
  { id: "yo", label: { de: "Yoruba", en: "Yoruba" } },
  { id: "ig", label: { de: "Igbo", en: "Igbo" } },
  { id: "pcm", label: { de: "Nigerianisches Pidgin", en: "Nigerian Pidgin" } },
  { id: "am", label: { de: "Amharisch", en: "Amharic" } },
  { id: "om", label: { de: "Oromo", en: "Oromo" } },
  { id: "ur", label: { de: "Urdu", en: "Urdu" } },
  { id: "pa", label: { de: "Pandschabi", en: "Punjabi" } },
  { id: "sq", label: { de: "Albanisch", en: "Albanian" } },
  { id: "sr", label: { de: "Serbisch", en: "Serbian" } },
  { id: "rom", label: { de: "Romani", en: "Romani" } },
  { id: "ka", label: { de: "Georgisch", en: "Georgian" } },
  { id: "hy", label: { de: "Armenisch", en: "Armenian" } },
  { id: "az", label: { de: "Aserbaidschanisch", en: "Azerbaijani" } },
  { id: "ro", label: { de: "Rumänisch", en: "Romanian" } },
  { id: "zh", label: { de: "Chinesisch", en: "Chinese" } },
  { id: "vi", label: { de: "Vietnamesisch", en: "Vietnamese" } },
  { id: "ta", label: { de: "Tamil", en: "Tamil" } },
  { id: "es", label: { de: "Spanisch", en: "Spanish" } },
  { id: "sgn", label: { de: "Gebärdensprache", en: "Sign language" } },
];

/** A code that only a newer version knows is shown as it is. */
export function languageLabel(code: string): Label {
  return LANGUAGES.find((language) => language.id === code)?.label ?? { de: code, en: code };
}
