import { bytesToId, type CaseId, type MemberId } from "@beiakte/shared/base/ids";
import type { Random } from "@beiakte/shared/base/ports";
import type { AreaId } from "@beiakte/shared/catalogue/template";
import type { Actor } from "@beiakte/shared/model/action";
import { createCaseFile, type NewCase, viewCaseFile } from "@beiakte/shared/model/case-file";
import type { CaseFileView } from "@beiakte/shared/model/case-file";
import { parseIsoDate, type IsoDate } from "@beiakte/shared/model/iso-date";
import type { StepId } from "@beiakte/shared/model/local-id";
import type { StepView } from "@beiakte/shared/model/plan-view";
import * as Y from "yjs";

/** A document on one device, with whoever writes there. */
export type Replica = {
  readonly doc: Y.Doc;
  readonly actor: Actor;
  readonly time: { now: number };
};

export const START = Date.UTC(2026, 10, 22, 9);

export const CASE: NewCase = {
  household: [
    {
      givenName: "Rania",
      familyName: "Haddad",
      birthDate: undefined,
      languages: ["ar", "de"],
      role: "adult",
    },
  ],
  identifiers: [],
  accommodation: undefined,
  responsible: undefined,
};

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 256;
  };
  return { bytes: (length) => Uint8Array.from({ length }, next) };
}

export function memberOf(number: number): MemberId {
  return bytesToId("MemberId", new Uint8Array(16).fill(number));
}

export const CASE_ID: CaseId = bytesToId("CaseId", new Uint8Array(16).fill(7));

/** One case file on `count` devices, the same on all of them. */
export function replicas(count: 1, seed?: number): readonly [Replica];
export function replicas(count: 2, seed?: number): readonly [Replica, Replica];
export function replicas(count: 3, seed?: number): readonly [Replica, Replica, Replica];
export function replicas(count: number, seed?: number): readonly Replica[];
export function replicas(count: number, seed = 1): readonly Replica[] {
  const all = Array.from({ length: count }, (_, i): Replica => {
    const doc = new Y.Doc();
    doc.clientID = seed * 100 + i + 1;
    const time = { now: START };
    const random = seededRandom(seed * 1000 + i);
    return {
      doc,
      time,
      actor: { member: memberOf(i + 1), clock: { now: () => time.now }, random },
    };
  });
  const [first] = all;
  if (first !== undefined) createCaseFile(first.doc, first.actor, CASE_ID, CASE);
  meet(...all);
  return all;
}

/** Everybody gets everything. */
export function meet(...all: readonly Replica[]): void {
  for (const from of all) for (const to of all) if (from !== to) send(from, to);
}

export function send(from: Replica, to: Replica): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
}

export function view(replica: Replica): CaseFileView {
  const viewed = viewCaseFile(replica.doc);
  if (!viewed.ok) throw new Error(viewed.error.type);
  return viewed.value;
}

export function steps(replica: Replica): readonly StepView[] {
  return view(replica).plan.areas.flatMap((each) => each.steps);
}

export function step(replica: Replica, id: StepId): StepView | undefined {
  return steps(replica).find((each) => each.stepId === id);
}

export function area(id: string): AreaId {
  return id as AreaId;
}

export function stepId(id: string): StepId {
  return id as StepId;
}

export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}
