import type { Choice, Label } from "./label";

/** Kinds of notes, in the order in which they are offered. Ids stand in documents for ever. */
export const NOTE_KINDS = [
  { id: "talk", label: { de: "Gespräch", en: "Talk" } },
  { id: "home-visit", label: { de: "Hausbesuch", en: "Home visit" } },
  { id: "phone", label: { de: "Telefonat", en: "Phone call" } },
  { id: "letter", label: { de: "Brief", en: "Letter" } },
  { id: "message", label: { de: "Nachricht", en: "Message" } },
  { id: "accompaniment", label: { de: "Begleitung", en: "Accompaniment" } },
  { id: "case-conference", label: { de: "Fallbesprechung", en: "Case conference" } },
  { id: "other", label: { de: "Vermerk", en: "Note" } },
] as const satisfies readonly Choice[];

export type NoteKind = (typeof NOTE_KINDS)[number]["id"];

/** A kind that a newer version added is shown as a plain note. */
export function noteKindOf(text: unknown): NoteKind {
  return NOTE_KINDS.find((kind) => kind.id === text)?.id ?? "other";
}

export function noteKindLabel(id: NoteKind): Label {
  return NOTE_KINDS.find((kind) => kind.id === id)?.label ?? { de: "Vermerk", en: "Note" };
}
