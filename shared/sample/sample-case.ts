import type * as Y from "yjs";
import { assert } from "../base/assert";
import { bytesToId, type CaseId, type DocumentId, type MemberId } from "../base/ids";
import { vocabulary } from "../catalogue/template";
import type { Actor } from "../model/action";
import type { Accommodation } from "../model/accommodation";
import { createCaseFile } from "../model/case-file";
import { archiveCase, closeCase } from "../model/case-status";
import { type NewPerson, viewHousehold } from "../model/household";
import { addDays } from "../model/iso-date";
import { listNote } from "../model/note-list";
import { viewNote } from "../model/note";
import { sampleHousehold, type SamplePerson } from "./household";
import { sampleIdentifiers } from "./identifiers";
import { memberAt, type Outline, outlineOf, type Sample } from "./outline";
import { writeSamplePlan } from "./plan";
import { noteDays, writeSampleNote } from "./notes";
import { sampleDoc } from "./sample-doc";
import { type Seeded, seeded } from "./seeded";
import { ACCOMMODATIONS, CASEWORKERS } from "./team";
import { actorOn } from "./workday";

export type SampleDocument = { readonly document: DocumentId; readonly doc: Y.Doc };

export type SampleCase = {
  readonly caseId: CaseId;
  readonly caseFile: SampleDocument;
  readonly notes: readonly SampleDocument[];
};

/** One case with its notes, made when it is asked for: the same seed and day, the same bytes. */
export function sampleCase(sample: Sample, index: number): SampleCase {
  const outline = outlineOf(sample, index);
  const chance = seeded(`${sample.seed}/case/${index}`);
  const doc = sampleDoc(chance);
  // In one piece: Yjs tidies up after each transaction, which took a fifth of the whole time.
  const notes = doc.transact(() => writeSampleCase(doc, chance, sample, outline));
  return { caseId: outline.caseId, caseFile: { document: outline.caseFile, doc }, notes };
}

function writeSampleCase(
  doc: Y.Doc,
  chance: Seeded,
  sample: Sample,
  outline: Outline,
): readonly SampleDocument[] {
  const persons = sampleHousehold(sample, outline);
  const actor = (member: MemberId, day: string): Actor => actorOn(chance, member, day);
  const opening = actor(outline.responsible, outline.openedOn);
  createCaseFile(doc, opening, outline.caseId, {
    household: persons.map(personOf),
    identifiers: sampleIdentifiers(chance, outline),
    accommodation: accommodationOf(chance),
    responsible: outline.responsible,
  });
  const colleagues = colleaguesOf(sample, chance, outline);
  const areas = writeSamplePlan(doc, chance, {
    outline,
    household: viewHousehold(doc),
    colleagues: colleagues.map((colleague) => colleague.memberId),
    actor,
  });
  const told = new Set<string>();
  const notes = noteDays(chance, outline).map((day): SampleDocument => {
    const note = sampleDoc(chance);
    const document = bytesToId("DocumentId", chance.bytes(16));
    const author = chance.percent(82) ? outline.responsible : chance.pick(colleagues).memberId;
    const isOld = day < addDays(sample.today, -14);
    note.transact(() => {
      writeSampleNote(note, chance, actor(author, day), {
        day,
        persons,
        areas,
        colleagues: colleagues.map((colleague) => colleague.name),
        told,
        end: isOld && chance.percent(85) ? "closed" : "open",
      });
    });
    const view = viewNote(note, document);
    assert(view.ok, "a note just made can be read");
    listNote(doc, view.value);
    return { document, doc: note };
  });
  if (outline.stage === "closed" || outline.stage === "archived") {
    const closes = actor(outline.responsible, outline.lastDay);
    closeCase(doc, closes, outline.lastDay, chance.pick(vocabulary("closeReason")).id);
    if (outline.stage === "archived") archiveCase(doc, closes);
  }
  return notes;
}

/** Only what a case file keeps. */
function personOf(person: SamplePerson): NewPerson {
  const { givenName, familyName, birthDate, languages, role } = person;
  return { givenName, familyName, birthDate, languages, role };
}

type Colleague = { readonly memberId: MemberId; readonly name: string };

/** Two who stand in for the responsible member. */
function colleaguesOf(sample: Sample, chance: Seeded, outline: Outline): readonly Colleague[] {
  const all = CASEWORKERS.map(({ name }, index) => ({ memberId: memberAt(sample, index), name }));
  const others = all.filter((member) => member.memberId !== outline.responsible);
  return chance.some(others, 2);
}

function accommodationOf(chance: Seeded): Accommodation {
  const sort = chance.below(100);
  if (sort < 62) return { type: "municipal", name: chance.pick(ACCOMMODATIONS) };
  if (sort < 95) return { type: "private" };
  return sort < 99 ? { type: "relatives" } : { type: "emergency" };
}
