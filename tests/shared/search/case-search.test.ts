import { bytesToId, type CaseId } from "@beiakte/shared/base/ids";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import { makeCaseSearch } from "@beiakte/shared/search/case-search";
import { parseIsoDate } from "@beiakte/shared/model/iso-date";
import { sampleHousehold } from "@beiakte/shared/sample/household";
import { outlineOf, type Sample, SAMPLE_CASES } from "@beiakte/shared/sample/outline";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

const today = parseIsoDate("2026-11-22");
if (!today.ok) throw new Error("a day");
const TODAY = today.value;

const caseId = (number: number): CaseId => {
  const bytes = new Uint8Array(16);
  bytes[15] = number;
  return bytesToId("CaseId", bytes);
};

function row(
  number: number,
  names: readonly string[],
  identifiers: readonly string[] = [],
): CaseRow {
  const persons = names.map((name) => {
    const [givenName = "", familyName = ""] = name.split("|");
    return { givenName, familyName, birthDate: undefined };
  });
  return {
    caseId: caseId(number),
    title: { type: "nameless" },
    persons,
    identifiers: identifiers.map((value) => ({ kind: "file_number", value })),
    attached: [],
    accommodation: undefined,
    responsible: undefined,
    status: "active",
    createdAt: 0,
    progress: { done: 0, total: 0 },
    nextDeadline: undefined,
  };
}

const HADDAD = row(1, ["Rania|Haddad", "Samir|Haddad"], ["50.2-2024-01734", "12345//0012345"]);
const MUHAMMAD = row(2, ["Muhammad|Yousef"], ["123A456789"]);
const MUELLER = row(3, ["Olena|Müller"], ["50.2-2023-00017"]);
const CELIK = row(4, ["Büşra|Çelik"]);
const HADIDI = row(5, ["Nour|Hadidi"]);

function search(...rows: readonly CaseRow[]) {
  const made = makeCaseSearch();
  for (const each of rows.length > 0 ? rows : [HADDAD, MUHAMMAD, MUELLER, CELIK, HADIDI]) {
    made.put(each);
  }
  return made;
}

const found = (query: string) => search().find(query, 10);

describe("by name", () => {
  test("[SE1] a case is found by any name in its household, in any order of words", () => {
    expect(found("rania")[0]).toBe(HADDAD.caseId);
    expect(found("Haddad Samir")[0]).toBe(HADDAD.caseId);
    expect(found("samir haddad")[0]).toBe(HADDAD.caseId);
    expect(found("Familie Haddad")[0]).toBe(HADDAD.caseId);
  });

  test("[SE1] all words of the query must fit", () => {
    expect(found("Rania Müller")).toEqual([]);
  });

  test("[SE1] a word is found by its beginning, and the whole word comes first", () => {
    expect(found("had")).toEqual(expect.arrayContaining([HADDAD.caseId, HADIDI.caseId]));
    expect(search(HADIDI, HADDAD, row(6, ["Lina|Had"])).find("had", 10)[0]).toBe(caseId(6));
  });

  test.each(["Müller", "Mueller", "muller", "MÜLLER"])("[SE2] %s finds Müller", (query) => {
    expect(found(query)[0]).toBe(MUELLER.caseId);
  });

  test.each(["Celik", "Çelik", "celık", "Busra", "Büşra"])("[SE2] %s finds Çelik", (query) => {
    expect(found(query)[0]).toBe(CELIK.caseId);
  });

  test.each(["Mohamed", "Mohammed", "Muhammed", "Mohamad", "Youssef", "Yusuf", "Jusuf"])(
    "[SE2] %s finds Muhammad Yousef",
    (query) => {
      expect(found(query)).toContain(MUHAMMAD.caseId);
    },
  );

  test.each(["Hadad", "Hadddad", "Haddat", "Hadadd"])(
    "[SE3] a slip of the finger is forgiven: %s finds Haddad",
    (query) => {
      expect(found(query)).toContain(HADDAD.caseId);
    },
  );

  test("[SE3] what is written right comes before what is near it", () => {
    const near = row(7, ["Rana|Haddat"]);
    expect(search(near, HADDAD).find("Haddad", 10)).toEqual([HADDAD.caseId, near.caseId]);
  });
});

describe("by identifier", () => {
  test.each(["50.2-2024-01734", "50 2 2024 01734", "502202401734", " 50.2/2024/01734 "])(
    "[SE4] spaces and punctuation do not count: %s",
    (query) => {
      expect(found(query)).toEqual([HADDAD.caseId]);
    },
  );

  test("[SE4] an identifier is found by its beginning and by the beginning of a part", () => {
    expect(found("50.2")).toEqual([HADDAD.caseId, MUELLER.caseId]);
    expect(found("01734")).toEqual([HADDAD.caseId]);
    expect(found("123a")).toEqual([MUHAMMAD.caseId]);
  });

  test("[SE4] the whole identifier comes before those that begin with it", () => {
    const longer = row(8, ["A|B"], ["123A4567890"]);
    expect(search(longer, MUHAMMAD).find("123A456789", 10)).toEqual([
      MUHAMMAD.caseId,
      longer.caseId,
    ]);
  });

  test("[SE4] two digits find no number", () => {
    expect(found("50")).toEqual([]);
  });
});

describe("keeping up", () => {
  test("[SE5] a row put again stands for the case in the place of the older one", () => {
    const made = search();
    made.put(row(1, ["Rania|Khalil"], ["777.1"]));
    expect(made.find("Haddad", 10)).not.toContain(HADDAD.caseId);
    expect(made.find("Khalil", 10)).toEqual([HADDAD.caseId]);
    expect(made.find("01734", 10)).toEqual([]);
    expect(made.find("7771", 10)).toEqual([HADDAD.caseId]);
  });

  test("[SE5] a removed case is found no more", () => {
    const made = search();
    made.remove(HADDAD.caseId);
    made.remove(HADDAD.caseId);
    expect(made.find("Rania", 10)).toEqual([]);
    expect(made.find("01734", 10)).toEqual([]);
  });

  test("[SE6] never more than asked for, and nothing for nothing", () => {
    expect(search().find("had", 1)).toHaveLength(1);
    for (const nothing of ["", "   ", "–", "//"]) expect(found(nothing)).toEqual([]);
  });

  test("[SE1] in the whole sample each person is found by name", () => {
    const self = bytesToId("MemberId", new Uint8Array(16));
    const sample: Sample = { seed: "search", today: TODAY, self };
    const made = makeCaseSearch();
    const households = Array.from({ length: SAMPLE_CASES }, (_, index) =>
      sampleHousehold(sample, outlineOf(sample, index)),
    );
    const idOf = (index: number) => outlineOf(sample, index).caseId;
    for (const [index, persons] of households.entries()) {
      made.put({ ...row(0, []), caseId: idOf(index), persons });
    }
    for (const [index, persons] of households.entries()) {
      const person = persons[index % persons.length];
      if (person === undefined) continue;
      const { givenName, familyName } = person;
      expect(made.find(`${familyName} ${givenName}`, 20)).toContain(idOf(index));
    }
  });

  test("[SE7] any text can be asked for: each case is there once at most", () => {
    const made = search();
    const known = new Set([1, 2, 3, 4, 5].map(caseId));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (query) => {
        const ids = made.find(query, 10);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(known.has(id)).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
