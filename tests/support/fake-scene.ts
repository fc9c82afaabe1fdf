/** A small team as in the drawing of the look: real documents, made by the model's own actions. */
import { bytesToId, type CaseId, type DocumentId, type MemberId } from "@beiakte/shared/base/ids";
import type { Random } from "@beiakte/shared/base/ports";
import type { Actor } from "@beiakte/shared/model/action";
import { createCaseFile, type NewCase } from "@beiakte/shared/model/case-file";
import type { AreaId } from "@beiakte/shared/model/choices";
import type { NewPerson } from "@beiakte/shared/model/household";
import { parseBirthDate, parseIsoDate } from "@beiakte/shared/model/iso-date";
import type { StepId } from "@beiakte/shared/model/local-id";
import { closeNote, createNote, type NoteKind } from "@beiakte/shared/model/note";
import {
  addArea,
  addOwnStep,
  removeStep,
  setDeadline,
  setStepResponsible,
  takeUp,
} from "@beiakte/shared/model/plan";
import { viewPlan } from "@beiakte/shared/model/plan-view";
import type { Responsible } from "@beiakte/shared/model/responsible";
import { tick } from "@beiakte/shared/model/tick";
import * as Y from "yjs";
import type { MemberView } from "../../extension/src/workspace/workspace";

/** Sunday, 22.11.2026, 10:52 in UTC: the day of the drawing. */
export const NOW = Date.UTC(2026, 10, 22, 10, 52);
const HOUR_MS = 3_600_000;

export type SceneNote = { readonly id: DocumentId; readonly doc: Y.Doc };
export type SceneCase = { readonly id: CaseId; readonly doc: Y.Doc; readonly notes: SceneNote[] };
export type Scene = {
  readonly members: readonly MemberView[];
  readonly accommodations: readonly string[];
  readonly cases: readonly SceneCase[];
};

const PEOPLE = [
  ["Aylin Kaya", "Jugend- und Sozialamt", "admin"],
  ["Markus Hirt", "Diakonie", "member"],
  ["Katharina von Hohenfels-Wittelsberger", "Jugend- und Sozialamt", "member"],
] as const;

export function drawnScene(random: Random): Scene {
  const members: readonly MemberView[] = PEOPLE.map(([name, organisation, role], index) => ({
    member: bytesToId("MemberId", random.bytes(16)),
    name,
    organisation,
    role,
    isSelf: index === 0,
    isOnline: index < 2,
  }));
  const [aylin, markus] = members.map((member) => member.member) as [MemberId, MemberId];
  const draw = new Draughtsman(random, aylin, markus);
  return {
    members,
    accommodations: ["Brötzingen", "Buckenberg", "Oststadt"],
    cases: [
      draw.haddad(),
      draw.plain(aylin, [adult("Yonas", "Tesfay", "1999")], { type: "private" }, "2026-11-22"),
      draw.plain(
        aylin,
        [
          adult("Olena", "Kovalenko", "1985-03-02"),
          child("Danylo", "Kovalenko"),
          child("Iryna", "Kovalenko"),
        ],
        { type: "municipal", name: "Brötzingen" },
        "2026-11-26",
      ),
      draw.plain(
        markus,
        [
          adult("Farid", "Rahimi", "1979-01-01"),
          ...["Laila", "Omid", "Sara", "Navid", "Parisa"].map((name) => child(name, "Rahimi")),
        ],
        { type: "municipal", name: "Buckenberg" },
        "2026-12-01",
      ),
      draw.plain(aylin, [adult("Amina", "Diallo", "2001-01-01")], {
        type: "municipal",
        name: "Oststadt",
      }),
      draw.plain(
        aylin,
        [
          adult("Meryem", "Özdemir", "1990-05-12"),
          adult("Baran", "Özdemir", "1988"),
          child("Can", "Özdemir"),
          child("Elif", "Özdemir"),
        ],
        { type: "private" },
      ),
    ],
  };
}

class Draughtsman {
  readonly #random: Random;
  readonly #aylin: MemberId;
  readonly #markus: MemberId;

  constructor(random: Random, aylin: MemberId, markus: MemberId) {
    this.#random = random;
    this.#aylin = aylin;
    this.#markus = markus;
  }

  haddad(): SceneCase {
    const made = this.#file({
      household: [
        adult("Rania", "Haddad", "1988-04-01", ["ar", "de"]),
        adult("Samir", "Haddad", "1985", ["ar"]),
        child("Nour", "Haddad"),
        child("Yusuf", "Haddad"),
        child("Layla", "Haddad"),
      ],
      identifiers: [{ kind: "file_number", value: "50.2-2024-01734" }],
      accommodation: { type: "municipal", name: "Oststadt" },
      responsible: this.#aylin,
    });
    const { doc } = made;
    const rania: Responsible = { type: "volunteer", name: "Frau Vogel" };
    const language = this.#area(doc, "language" as AreaId, 3);
    tick(doc, this.#actor(this.#aylin, -80 * 24), language[0] as StepId);
    setStepResponsible(doc, this.#actor(this.#aylin), language[1] as StepId, {
      type: "member",
      memberId: this.#markus,
    });
    setDeadline(doc, this.#actor(this.#aylin), language[1] as StepId, day("2026-11-20"));
    const work = this.#area(doc, "work" as AreaId, 2);
    tick(doc, this.#actor(this.#markus, -40 * 24), work[0] as StepId);
    setDeadline(doc, this.#actor(this.#aylin), work[1] as StepId, day("2026-12-18"));
    addOwnStep(
      doc,
      this.#actor(this.#aylin),
      "work" as AreaId,
      "Praktikum suchen (Lager, Logistik)",
    );
    const own = viewPlan(doc)
      .areas.flatMap((area) => area.steps)
      .find((s) => s.label.type === "own");
    if (own !== undefined) setStepResponsible(doc, this.#actor(this.#aylin), own.stepId, rania);
    made.notes.push(
      this.#note("home-visit", this.#aylin, -0.2, [
        "Frau Haddad hat die Zusage des Kursträgers erhalten, Beginn 07.12. Die Fahrtkosten sind noch nicht beantragt.",
        "Der Bescheid vom Jobcenter liegt vor, Widerspruchsfrist bis 18.12.",
      ]),
      this.#note("phone", this.#markus, -49.5, [
        "Kursträger sagt zurück: Platz im Abendkurs frei, Bestätigung kommt per Post.",
      ]),
      this.#note("letter", this.#aylin, -50.4, [
        "Jobcenter, Einladung zum Kooperationsplan am 27.11., 10:00. Frist in den Plan übernommen.",
      ]),
    );
    const [, phone] = made.notes;
    if (phone !== undefined) closeNote(phone.doc, this.#actor(this.#markus, -49));
    return made;
  }

  plain(
    responsible: MemberId,
    household: readonly NewPerson[],
    accommodation: NewCase["accommodation"],
    deadline?: string,
  ): SceneCase {
    const made = this.#file({ household, identifiers: [], accommodation, responsible });
    const steps = this.#area(made.doc, "housing" as AreaId, 4);
    tick(made.doc, this.#actor(responsible), steps[0] as StepId);
    if (deadline !== undefined) {
      setDeadline(made.doc, this.#actor(responsible), steps[1] as StepId, day(deadline));
    }
    return made;
  }

  #area(doc: Y.Doc, areaId: AreaId, agreed: number): readonly StepId[] {
    const actor = this.#actor(this.#aylin);
    addArea(doc, actor, areaId);
    const steps = viewPlan(doc).areas.find((area) => area.areaId === areaId)?.steps ?? [];
    const ids = steps.slice(0, agreed).map((step) => step.stepId);
    takeUp(doc, actor, ids);
    for (const step of steps.slice(agreed + 2)) removeStep(doc, actor, step.stepId);
    return ids;
  }

  #file(newCase: NewCase): SceneCase {
    const id = bytesToId("CaseId", this.#random.bytes(16));
    const doc = new Y.Doc();
    createCaseFile(doc, this.#actor(this.#aylin, -90 * 24), id, newCase);
    return { id, doc, notes: [] };
  }

  #note(kind: NoteKind, author: MemberId, hours: number, paragraphs: readonly string[]): SceneNote {
    const doc = new Y.Doc();
    createNote(doc, this.#actor(author, hours), {
      kind,
      occurredAt: NOW + hours * HOUR_MS,
      paragraphs,
    });
    return { id: bytesToId("DocumentId", this.#random.bytes(16)), doc };
  }

  #actor(member: MemberId, hours = 0): Actor {
    return { member, clock: { now: () => NOW + hours * HOUR_MS }, random: this.#random };
  }
}

function adult(
  givenName: string,
  familyName: string,
  birth: string,
  languages: readonly string[] = [],
): NewPerson {
  const parsed = parseBirthDate(birth);
  const birthDate = parsed.ok ? parsed.value : undefined;
  return { givenName, familyName, birthDate, languages, role: "adult" };
}

function child(givenName: string, familyName: string): NewPerson {
  return { givenName, familyName, birthDate: undefined, languages: [], role: "child" };
}

function day(text: string) {
  const parsed = parseIsoDate(text);
  return parsed.ok ? parsed.value : undefined;
}
