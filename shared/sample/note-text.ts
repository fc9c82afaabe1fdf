import { assert } from "../base/assert";
import type { NoteKind } from "../catalogue/note-kinds";
import type { IsoDate } from "../model/iso-date";
import { CLOSINGS, EVERYDAY, OPENINGS, TOPICS } from "./note-fragments";
import type { Seeded } from "./seeded";
import { VOLUNTEERS } from "./team";
import { onWorkday } from "./workday";

/** Who a note speaks of. */
export type NoteSubject = {
  readonly surname: string;
  readonly isWoman: boolean;
  /** First names of the children who go to school, and of the smaller ones. */
  readonly pupils: readonly string[];
  readonly small: readonly string[];
  /** Areas of the plan, which the note keeps to. */
  readonly areas: readonly string[];
  readonly colleagues: readonly string[];
  /** What earlier notes of the case said; nothing is reported twice. The note adds to it. */
  readonly told: Set<string>;
};

/** Two to four short paragraphs, as one writes after a talk. */
export function noteText(
  chance: Seeded,
  kind: NoteKind,
  day: IsoDate,
  subject: NoteSubject,
): readonly string[] {
  const opening = chance.pick(OPENINGS[kind]);
  const topics = new Set(
    chance
      .some(subject.areas, chance.between(1, 3))
      .flatMap((area) => topicsOf(chance, area, subject)),
  );
  const closing = chance.percent(75) ? [chance.pick(CLOSINGS)] : [];
  // Some people write one block, others a line for each thing.
  const paragraphs = chance.percent(55)
    ? [[opening, ...topics].join(" "), ...closing]
    : [opening, ...topics, ...closing];
  const slots = slotsOf(chance, day, subject, opening);
  return paragraphs.map((paragraph) => filled(paragraph, slots));
}

/** The next things that happen in the area; when all is told, something of every day. */
function topicsOf(chance: Seeded, area: string, subject: NoteSubject): readonly string[] {
  const fitting = (TOPICS[area] ?? []).filter(
    (sentence) =>
      !subject.told.has(sentence) &&
      (subject.pupils.length > 0 || !sentence.includes("{K}")) &&
      (subject.small.length > 0 || !sentence.includes("{Z}")),
  );
  // Every third talk is about something else: what belongs to the plan takes longer.
  if (fitting.length === 0 || chance.percent(35)) return [chance.pick(EVERYDAY)];
  const topic = chance.pick(fitting.slice(0, 2));
  subject.told.add(topic);
  return [topic];
}

type Slots = ReadonlyMap<string, string>;

function slotsOf(chance: Seeded, day: IsoDate, subject: NoteSubject, opening: string): Slots {
  const { isWoman, surname } = subject;
  const name = `${isWoman ? "Frau" : "Herr"} ${surname}`;
  // *Sie* or *er* needs somebody who was named before.
  const pronoun = isWoman ? "Sie" : "Er";
  const shown = (days: number): string => {
    const [, month, date] = onWorkday(day, days).split("-");
    return `${date}.${month}.`;
  };
  const volunteer = chance.pick(VOLUNTEERS);
  const ahead = chance.between(3, 12);
  const hour = String(chance.between(8, 16)).padStart(2, "0");
  return new Map([
    ["P", name],
    ["Pd", `${isWoman ? "Frau" : "Herrn"} ${surname}`],
    ["er", isWoman ? "sie" : "er"],
    ["Er", opening.includes("{P") ? pronoun : name],
    ["K", subject.pupils.length > 0 ? chance.pick(subject.pupils) : ""],
    ["Z", subject.small.length > 0 ? chance.pick(subject.small) : ""],
    ["M", chance.pick(subject.colleagues)],
    ["E", volunteer],
    ["Ed", volunteer.replace(/^Herr /u, "Herrn ")],
    ["V", shown(-chance.between(1, 9))],
    ["D", shown(ahead)],
    ["F", shown(ahead + chance.between(10, 45))],
    ["U", `${hour}:${chance.pick(["00", "15", "30", "45"])}`],
    ["L", chance.pick(["A1", "A2", "A2", "B1", "B1", "B2"])],
    ["B", `${chance.between(18, 390)},${String(chance.between(0, 99)).padStart(2, "0")}`],
  ]);
}

function filled(paragraph: string, slots: Slots): string {
  const text = paragraph.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = slots.get(name);
    assert(value !== undefined, "a slot that exists");
    return value;
  });
  // A day at the end of a sentence brings its own full stop.
  return text.replaceAll("..", ".");
}
