import { bytesToId } from "@beiakte/shared/base/ids";
import { identifierKind } from "@beiakte/shared/catalogue/identifiers";
import { LANGUAGES } from "@beiakte/shared/catalogue/languages";
import { type CaseFileView, viewCaseFile } from "@beiakte/shared/model/case-file";
import { viewDirectory } from "@beiakte/shared/model/directory";
import { addDays, dayOf, parseIsoDate } from "@beiakte/shared/model/iso-date";
import { type NoteView, viewNote } from "@beiakte/shared/model/note";
import { sampleHousehold } from "@beiakte/shared/sample/household";
import { sampleIdentifiers } from "@beiakte/shared/sample/identifiers";
import { ORIGINS } from "@beiakte/shared/sample/origins";
import {
  type Outline,
  outlineOf,
  type Sample,
  SAMPLE_CASES,
  STAGES,
} from "@beiakte/shared/sample/outline";
import { PORTAL_CLIENTS } from "@beiakte/shared/sample/portal-clients";
import { sampleCase } from "@beiakte/shared/sample/sample-case";
import { sampleDirectory, sampleMembers } from "@beiakte/shared/sample/sample-directory";
import { seeded } from "@beiakte/shared/sample/seeded";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

const today = parseIsoDate("2026-11-22");
if (!today.ok) throw new Error("a day");
const SAMPLE: Sample = {
  seed: "practice",
  today: today.value,
  self: bytesToId("MemberId", new Uint8Array(16).fill(7)),
};

const outlines = Array.from({ length: SAMPLE_CASES }, (_, index) => outlineOf(SAMPLE, index));
const households = outlines.map((outline) => sampleHousehold(SAMPLE, outline));

/** As whoever receives it has it. */
function received(sent: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(sent));
  return doc;
}

function opened(outline: Outline): {
  readonly outline: Outline;
  readonly file: CaseFileView;
  readonly notes: readonly NoteView[];
} {
  const made = sampleCase(SAMPLE, outline.index);
  const file = viewCaseFile(received(made.caseFile.doc));
  if (!file.ok) throw new Error("a case file that can be read");
  const notes = made.notes.map(({ doc, document }) => {
    const note = viewNote(received(doc), document);
    if (!note.ok) throw new Error("a note that can be read");
    return note.value;
  });
  return { outline, file: file.value, notes };
}

// Each stage three times, made once: making all of them would take longer than all other tests.
const some = STAGES.flatMap((stage) =>
  outlines
    .filter((outline) => outline.stage === stage)
    .slice(0, 3)
    .map(opened),
);

const inStage = (...stages: readonly string[]) =>
  some.filter(({ outline }) => stages.includes(outline.stage));

describe("the whole", () => {
  test("[SA1] there are 290 families and 185 single persons", () => {
    expect(households.filter((household) => household.length > 1)).toHaveLength(290);
    expect(households.filter((household) => household.length === 1)).toHaveLength(185);
  });

  test("[SA1] two organisations with 20 caseworkers share 13 accommodations", () => {
    const members = sampleMembers(SAMPLE);
    expect(members).toHaveLength(20);
    expect(new Set(members.map((member) => member.memberId)).size).toBe(20);
    expect(new Set(members.map((member) => member.organisation)).size).toBe(2);
    expect(members[0]?.memberId).toBe(SAMPLE.self);
    const directory = viewDirectory(received(sampleDirectory(SAMPLE)));
    if (!directory.ok) throw new Error("a directory");
    expect(directory.value.members).toHaveLength(20);
    expect(directory.value.accommodations).toHaveLength(13);
  });

  test("[SA2] the directory names each case with the document that makes it", () => {
    const directory = viewDirectory(received(sampleDirectory(SAMPLE)));
    if (!directory.ok) throw new Error("a directory");
    const fileOf = new Map(directory.value.cases.map((each) => [each.caseId, each.caseFile]));
    expect(fileOf.size).toBe(SAMPLE_CASES);
    for (const { outline, file } of some) {
      expect(file.caseId).toBe(outline.caseId);
      expect(fileOf.get(outline.caseId)).toBe(sampleCase(SAMPLE, outline.index).caseFile.document);
    }
  });

  test("[SA3] the same seed and day make the same bytes, another seed makes others", () => {
    const other = { ...SAMPLE, seed: "another" };
    const caseBytes = (): readonly Uint8Array[] => {
      const { caseFile, notes } = sampleCase(SAMPLE, 17);
      return [caseFile, ...notes].map(({ doc }) => Y.encodeStateAsUpdate(doc));
    };
    const directoryBytes = (sample: Sample): Uint8Array =>
      Y.encodeStateAsUpdate(sampleDirectory(sample));
    expect(caseBytes()).toEqual(caseBytes());
    expect(directoryBytes(SAMPLE)).toEqual(directoryBytes(SAMPLE));
    expect(sampleCase(other, 17).caseId).not.toBe(sampleCase(SAMPLE, 17).caseId);
    expect(directoryBytes(other)).not.toEqual(directoryBytes(SAMPLE));
  });

  test("[SA3] the generator keeps to its bounds and takes nothing twice", () => {
    const chance = seeded("bounds");
    const drawn = Array.from({ length: 2000 }, () => chance.between(3, 9));
    expect(new Set(drawn)).toEqual(new Set([3, 4, 5, 6, 7, 8, 9]));
    const taken = chance.some([1, 2, 3, 4, 5], 4);
    expect(new Set(taken).size).toBe(4);
    expect(chance.some([1, 2], 9)).toHaveLength(2);
    expect(seeded("a").bytes(8)).not.toEqual(seeded("b").bytes(8));
  });
});

describe("persons", () => {
  test("[SA4] people of every country of origin are there, with languages of the catalogue", () => {
    const known = new Set(LANGUAGES.map((language) => language.id));
    const persons = households.flat();
    for (const person of persons) {
      expect(person.languages.length).toBeGreaterThan(0);
      for (const language of person.languages) expect(known).toContain(language);
    }
    for (const origin of ORIGINS) {
      const names = new Set([...origin.women, ...origin.men]);
      const families = new Set(origin.families);
      const fits = persons.some(
        (person) => names.has(person.givenName) && families.has(person.familyName),
      );
      expect([origin.country, fits]).toEqual([origin.country, true]);
    }
    expect(new Set(persons.map((person) => person.role)).size).toBe(3);
  });

  test("[SA4] in one household nobody has another's name, and an adult comes first", () => {
    for (const household of households) {
      expect(household[0]?.role).toBe("adult");
      expect(new Set(household.map((person) => person.givenName)).size).toBe(household.length);
      for (const { birthDate } of household) expect((birthDate ?? "") < SAMPLE.today).toBe(true);
    }
  });

  test("[SA5] each identifier has the form of its kind, is nobody's, and is there once", () => {
    const seen = new Set<string>();
    for (const outline of outlines) {
      for (const { kind, value } of sampleIdentifiers(seeded(`id/${outline.index}`), outline)) {
        const form = identifierKind(kind);
        expect(form).toBeDefined();
        if (form?.regex !== undefined) {
          expect(value.match(new RegExp(form.regex, "u"))?.[0]).toBe(value);
          expect(value).toMatch(PORTAL_CLIENTS.has(outline.index) ? /^(?:000|999)/u : /^000/u);
        }
        expect(form?.sensitive).toBe(false);
        expect(form?.keeps).toBe(true);
        if (kind === "file_number") expect(seen).not.toContain(value);
        seen.add(value);
      }
    }
  });
});

describe("plans", () => {
  test("[SA6] plans are there in every stage", () => {
    for (const stage of STAGES) {
      expect(outlines.filter((outline) => outline.stage === stage).length).toBeGreaterThan(8);
      expect(inStage(stage)).toHaveLength(3);
    }
    for (const { file } of inStage("new")) expect(file.plan.areas).toEqual([]);
    for (const { file } of inStage("proposed")) {
      expect(file.plan.areas.length).toBeGreaterThan(0);
      expect(file.plan.progress).toEqual({ done: 0, total: 0 });
    }
    for (const { file } of inStage("begun", "under-way")) {
      expect(file.plan.progress.total).toBeGreaterThan(file.plan.progress.done);
    }
    for (const { file } of inStage("nearly-done", "closed", "archived")) {
      expect(file.plan.progress.done / file.plan.progress.total).toBeGreaterThan(0.5);
    }
    for (const { file, outline } of some) {
      const isDone = outline.stage === "closed" || outline.stage === "archived";
      expect(file.status.type).toBe(isDone ? outline.stage : "active");
    }
  });

  test("[SA6] steps are done by members, persons, volunteers and offices; some are late", () => {
    const steps = some.flatMap(({ file }) => file.plan.areas.flatMap((area) => area.steps));
    const responsible = new Set(steps.map((step) => step.responsible?.type));
    expect(responsible).toContain("member");
    expect(responsible).toContain("person");
    expect(responsible).toContain("volunteer");
    expect(responsible).toContain("office");
    const open = steps.filter((step) => step.tick === undefined && step.deadline !== undefined);
    expect(open.some((step) => (step.deadline ?? "") < SAMPLE.today)).toBe(true);
    expect(open.some((step) => (step.deadline ?? "") > SAMPLE.today)).toBe(true);
    for (const { tick } of steps) if (tick) expect(dayOf(tick.at) < SAMPLE.today).toBe(true);
  });
});

describe("notes", () => {
  const notes = some.flatMap((each) => each.notes);

  test("[SA7] notes reach from the opening of a case to its last day, two years back at most", () => {
    const limit = addDays(SAMPLE.today, -731);
    for (const { notes: own, outline } of some) {
      expect(own.length).toBeGreaterThan(0);
      for (const note of own) {
        const day = dayOf(note.occurredAt);
        expect(day >= outline.openedOn && day <= outline.lastDay).toBe(true);
        expect(day >= limit && day < SAMPLE.today).toBe(true);
      }
    }
    expect(outlines.some(({ openedOn }) => openedOn < addDays(SAMPLE.today, -700))).toBe(true);
  });

  test("[SA7] the case file lists each of its notes, and nothing else", () => {
    for (const { file, notes: own } of some) {
      expect(new Set(file.notes.map((note) => note.noteId))).toEqual(
        new Set(own.map((note) => note.noteId)),
      );
    }
  });

  test("[SA7] texts are whole sentences without a slot left open, and differ", () => {
    for (const { text } of notes) {
      expect(text).not.toMatch(/[{}]|\.\.|\s\s|undefined|(?:^|\s)[.,]/u);
      expect(text).toMatch(/^\p{Lu}.{20,}\.$/su);
    }
    expect(new Set(notes.map((note) => note.text)).size).toBeGreaterThan(notes.length * 0.95);
    expect(notes.some((note) => note.access === "closed")).toBe(true);
    expect(notes.some((note) => note.access === "writable")).toBe(true);
  });

  test("[SA7] authors are members, the responsible one before all", () => {
    const members = new Set(sampleMembers(SAMPLE).map((member) => member.memberId));
    for (const note of notes) expect(members).toContain(note.author);
    const own = some.flatMap(({ outline, notes: ofCase }) =>
      ofCase.filter((note) => note.author === outline.responsible),
    );
    expect(own.length).toBeGreaterThan(notes.length / 2);
  });
});
