import type * as Y from "yjs";
import { createDirectory, listCase, listMember, type MemberListing } from "../model/directory";
import { memberAt, outlineOf, type Sample, SAMPLE_CASES } from "./outline";
import { sampleDoc } from "./sample-doc";
import { seeded } from "./seeded";
import { ACCOMMODATIONS, CASEWORKERS, ORGANISATIONS, TEAM_NAME } from "./team";
import { actorOn } from "./workday";

/** The twenty members; the first is the one who practises. */
export function sampleMembers(sample: Sample): readonly MemberListing[] {
  return CASEWORKERS.map(({ name, organisation }, index) => ({
    memberId: memberAt(sample, index),
    name,
    organisation,
  }));
}

/** It names all cases, and makes none of them. */
export function sampleDirectory(sample: Sample): Y.Doc {
  const chance = seeded(`${sample.seed}/directory`);
  const doc = sampleDoc(chance);
  createDirectory(doc, {
    organisation: ORGANISATIONS[0],
    team: TEAM_NAME,
    accommodations: ACCOMMODATIONS,
  });
  doc.transact(() => {
    for (const member of sampleMembers(sample)) listMember(doc, member);
    for (let index = 0; index < SAMPLE_CASES; index += 1) {
      const { caseId, caseFile, responsible, openedOn } = outlineOf(sample, index);
      listCase(doc, actorOn(chance, responsible, openedOn), caseId, caseFile);
    }
  });
  return doc;
}
