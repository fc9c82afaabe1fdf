import { assert } from "../base/assert";
import type { NewPerson, PersonRole } from "../model/household";
import { type BirthDate, dayOf, type IsoDate, parseBirthDate } from "../model/iso-date";
import { type Origin, ORIGINS } from "./origins";
import type { Outline, Sample } from "./outline";
import { PORTAL_CLIENTS } from "./portal-clients";
import { type Seeded, seeded } from "./seeded";

/** A person, and what a note needs to know to speak of them. */
export type SamplePerson = NewPerson & { readonly isWoman: boolean };

/** Adults first, then the older before the younger. */
export function sampleHousehold(sample: Sample, outline: Outline): readonly SamplePerson[] {
  const atPortal = PORTAL_CLIENTS.get(outline.index);
  if (atPortal !== undefined) {
    const { birthDate, identifier: _, ...person } = atPortal;
    const parsed = parseBirthDate(birthDate);
    assert(parsed.ok, "a day that exists");
    return [{ ...person, birthDate: parsed.value, role: "adult" }];
  }
  const chance = seeded(`${sample.seed}/household/${outline.index}`);
  const { today } = sample;
  // German comes with the months: nobody speaks it in the first weeks.
  const isEarly = outline.stage === "new" || outline.stage === "proposed";
  const knowsGerman = isEarly ? "not-yet" : "yet";
  const origin = originOf(chance);
  const person = makerOf(chance, today, origin, knowsGerman);
  if (!outline.isFamily) {
    const familyName = chance.pick(origin.families);
    return [person(chance.percent(28), chance.between(18, 61), familyName)];
  }
  const form = chance.below(100);
  if (form < 8) return siblings(chance, origin, person);
  const oldest = chance.between(22, 54);
  const children = form < 20 ? 0 : chance.pick([1, 1, 2, 2, 2, 3, 3, 4, 5]);
  const isAlone = form >= 75;
  const mother = person(true, oldest, chance.pick(origin.families));
  const father = person(false, oldest + chance.between(0, 7), marriedName(chance, origin, mother));
  const parents = isAlone ? [chance.percent(88) ? mother : father] : [mother, father];
  const childName = origin.secondName === "father" ? father.givenName : mother.familyName;
  const youngest = Math.max(0, oldest - 40);
  const taken = new Set(parents.map((parent) => parent.givenName));
  return [
    ...parents,
    ...Array.from({ length: children }, () => {
      const age = chance.between(youngest, Math.max(youngest, Math.min(19, oldest - 19)));
      return named(person, chance, age, childName, taken);
    }).sort((a, b) => ((a.birthDate ?? "") < (b.birthDate ?? "") ? -1 : 1)),
  ];
}

type Maker = (isWoman: boolean, age: number, familyName: string) => SamplePerson;

function siblings(chance: Seeded, origin: Origin, person: Maker): readonly SamplePerson[] {
  const familyName = chance.pick(origin.families);
  const taken = new Set<string>();
  return Array.from({ length: chance.between(2, 3) }, () =>
    named(person, chance, chance.between(18, 29), familyName, taken),
  );
}

/** In one household nobody has the name of another. */
function named(
  person: Maker,
  chance: Seeded,
  age: number,
  familyName: string,
  taken: Set<string>,
): SamplePerson {
  let made = person(chance.percent(50), age, familyName);
  while (taken.has(made.givenName)) made = person(chance.percent(50), age, familyName);
  taken.add(made.givenName);
  return made;
}

function marriedName(chance: Seeded, origin: Origin, mother: SamplePerson): string {
  return origin.secondName === "father" ? chance.pick(origin.families) : mother.familyName;
}

function originOf(chance: Seeded): Origin {
  let place = chance.below(ORIGINS.reduce((all, origin) => all + origin.share, 0));
  for (const origin of ORIGINS) {
    place -= origin.share;
    if (place < 0) return origin;
  }
  assert(false, "shares add up");
}

function makerOf(
  chance: Seeded,
  today: IsoDate,
  origin: Origin,
  knowsGerman: "yet" | "not-yet",
): Maker {
  const atHome = chance.pick(origin.languages);
  return (isWoman, age, familyName) => {
    const learns = age >= 6 && knowsGerman === "yet" && chance.percent(age < 20 ? 90 : 65);
    return {
      givenName: chance.pick(
        // Where fathers give the second name, nobody is called Tekle Tekle.
        (isWoman ? origin.women : origin.men).filter((name) => name !== familyName),
      ),
      familyName,
      birthDate: birthDateOf(chance, today, age),
      languages: age < 3 ? atHome.slice(0, 1) : [...atHome, ...(learns ? ["de"] : [])],
      role: roleAt(age),
      isWoman,
    };
  };
}

function roleAt(age: number): PersonRole {
  if (age >= 18) return "adult";
  return age >= 14 ? "youth" : "child";
}

/** Some are not known, some by year only, and offices write the first of January for many. */
function birthDateOf(chance: Seeded, today: IsoDate, age: number): BirthDate | undefined {
  const sort = chance.below(100);
  // The birthday lies behind: so many days more than `age` years ago, and never in the future.
  const born = Date.parse(today) - (age * 365.25 + chance.between(1, 360)) * 86_400_000;
  const day = dayOf(born);
  if (sort < 2) return undefined;
  const text = sort < 7 ? day.slice(0, 4) : sort < 15 ? `${day.slice(0, 4)}-01-01` : day;
  const parsed = parseBirthDate(text);
  assert(parsed.ok, "a day that exists");
  return parsed.value;
}
