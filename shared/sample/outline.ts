import { bytesToId, type CaseId, type DocumentId, type MemberId } from "../base/ids";
import { assert } from "../base/assert";
import { addDays, type IsoDate } from "../model/iso-date";
import { PORTAL_CLIENTS } from "./portal-clients";
import { type Seeded, seeded } from "./seeded";
import { CASEWORKERS } from "./team";
import { onWorkday } from "./workday";

/** From this everything of the sample follows, byte for byte. */
export type Sample = {
  readonly seed: string;
  /** The day up to which the sample reaches back two years. */
  readonly today: IsoDate;
  /** The member who practises; stands for the first caseworker. */
  readonly self: MemberId;
};

export const FAMILIES = 290;
export const SINGLE_PERSONS = 185;
export const SAMPLE_CASES = FAMILIES + SINGLE_PERSONS;

/** How far a case has come, from its first talk to the archive. */
export const STAGES = [
  "new",
  "proposed",
  "begun",
  "under-way",
  "nearly-done",
  "closed",
  "archived",
] as const;
export type Stage = (typeof STAGES)[number];

/** What is settled about a case before anything of it is made. */
export type Outline = {
  readonly index: number;
  readonly caseId: CaseId;
  readonly caseFile: DocumentId;
  readonly isFamily: boolean;
  readonly stage: Stage;
  readonly responsible: MemberId;
  readonly openedOn: IsoDate;
  /** The last day of the work: of closing, or yesterday. */
  readonly lastDay: IsoDate;
};

/** Of 100 cases, about; and how many days ago such a case was opened. */
const STAGE_PLAN: Readonly<
  Record<Stage, { readonly share: number; readonly openedDaysAgo: readonly [number, number] }>
> = {
  new: { share: 5, openedDaysAgo: [2, 21] },
  proposed: { share: 8, openedDaysAgo: [12, 60] },
  begun: { share: 18, openedDaysAgo: [40, 220] },
  "under-way": { share: 38, openedDaysAgo: [150, 640] },
  "nearly-done": { share: 14, openedDaysAgo: [400, 725] },
  closed: { share: 11, openedDaysAgo: [400, 725] },
  archived: { share: 6, openedDaysAgo: [560, 725] },
};

export function outlineOf(sample: Sample, index: number): Outline {
  assert(index >= 0 && index < SAMPLE_CASES, "a case of the sample");
  const chance = seeded(`${sample.seed}/outline/${index}`);
  const byChance = stageOf(chance);
  const stage = PORTAL_CLIENTS.has(index) ? "under-way" : byChance;
  const [least, most] = STAGE_PLAN[stage].openedDaysAgo;
  return {
    index,
    caseId: bytesToId("CaseId", chance.bytes(16)),
    caseFile: bytesToId("DocumentId", chance.bytes(16)),
    // 173 and the number of cases share no factor: each remainder comes once, well mixed.
    isFamily: (index * 173) % SAMPLE_CASES < FAMILIES,
    stage,
    responsible: memberAt(sample, index % CASEWORKERS.length),
    openedOn: onWorkday(sample.today, -chance.between(least, most)),
    lastDay: lastDayOf(chance, sample.today, stage),
  };
}

export function memberAt(sample: Sample, index: number): MemberId {
  if (index === 0) return sample.self;
  return bytesToId("MemberId", seeded(`${sample.seed}/member/${index}`).bytes(16));
}

function stageOf(chance: Seeded): Stage {
  let place = chance.below(100);
  for (const stage of STAGES) {
    place -= STAGE_PLAN[stage].share;
    if (place < 0) return stage;
  }
  return "under-way";
}

function lastDayOf(chance: Seeded, today: IsoDate, stage: Stage): IsoDate {
  if (stage === "closed") return onWorkday(today, -chance.between(8, 170));
  if (stage === "archived") return onWorkday(today, -chance.between(190, 420));
  // Not today: at nine in the morning a note of eleven would lie in the future.
  return addDays(today, -1);
}
