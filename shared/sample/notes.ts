import type * as Y from "yjs";
import type { Actor } from "../model/action";
import { addDays, daysBetween, type IsoDate } from "../model/iso-date";
import { closeNote, createNote, type NoteKind } from "../model/note";
import { noteText } from "./note-text";
import type { SamplePerson } from "./household";
import type { Outline } from "./outline";
import type { Seeded } from "./seeded";
import { onWorkday } from "./workday";

export type SampleNote = {
  readonly day: IsoDate;
  readonly persons: readonly SamplePerson[];
  readonly areas: readonly string[];
  readonly colleagues: readonly string[];
  /** What earlier notes of the case said; grows with each. */
  readonly told: Set<string>;
  readonly end: "open" | "closed";
};

/** As often as they come up in a year, about. */
const KINDS: readonly NoteKind[] = [
  "talk",
  "talk",
  "talk",
  "talk",
  "phone",
  "phone",
  "phone",
  "home-visit",
  "home-visit",
  "letter",
  "letter",
  "message",
  "accompaniment",
  "case-conference",
  "other",
];

const FIRST_DAYS_OF_CASE = ["status", "language"] as const;

/** Often in the first weeks, then about once in five, and never on a day without work. */
export function noteDays(chance: Seeded, outline: Outline): readonly IsoDate[] {
  const days: IsoDate[] = [];
  let day = outline.openedOn;
  while (day <= outline.lastDay) {
    days.push(day);
    const isSettled = daysBetween(outline.openedOn, day) > 60;
    day = onWorkday(day, isSettled ? chance.between(14, 58) : chance.between(4, 19));
  }
  return days;
}

export function writeSampleNote(doc: Y.Doc, chance: Seeded, actor: Actor, note: SampleNote): void {
  const adults = note.persons.filter((person) => person.role === "adult");
  const { isWoman, familyName } = chance.pick(adults.length > 0 ? adults : note.persons);
  const kind = chance.pick(KINDS);
  // Nobody speaks of a child before it was born, or of its school before it goes there.
  const bornBefore = (days: number): readonly SamplePerson[] =>
    note.persons.filter(
      (person) => person.role !== "adult" && (person.birthDate ?? "") < addDays(note.day, -days),
    );
  const pupils = bornBefore(2372).map((person) => person.givenName);
  const paragraphs = noteText(chance, kind, note.day, {
    surname: familyName,
    isWoman,
    pupils,
    small: bornBefore(200)
      .map((person) => person.givenName)
      .filter((name) => !pupils.includes(name)),
    areas: note.areas.length > 0 ? note.areas : FIRST_DAYS_OF_CASE,
    colleagues: note.colleagues,
    told: note.told,
  });
  createNote(doc, actor, { kind, occurredAt: actor.clock.now(), paragraphs });
  if (note.end === "closed") closeNote(doc, actor);
}
