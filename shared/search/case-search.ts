import MiniSearch, { type Query } from "minisearch";
import type { CaseId } from "../base/ids";
import type { CaseRow } from "../model/case-row";
import { nameWords, soundOf } from "../model/name-key";
import { findByIdentifier, type IdentifierIndex } from "./identifier-search";

/** Finds cases by the name of a person in it or by an identifier. It lives in memory only. */
export type CaseSearch = {
  /** Adds the row, or puts it in the place of the case's older one. */
  readonly put: (row: CaseRow) => void;
  readonly remove: (caseId: CaseId) => void;
  /** Best first, at most so many. Nothing for a query without a letter or digit. */
  readonly find: (query: string, limit: number) => readonly CaseId[];
};

type Indexed = { readonly id: CaseId; readonly names: string; readonly sounds: string };

// Both words are read off the screen, and stand in no name.
const WORDS_AROUND_NAMES: ReadonlySet<string> = new Set(["familie", "family", "frau", "herr"]);

export function makeCaseSearch(): CaseSearch {
  const index = new MiniSearch<Indexed>({
    fields: ["names", "sounds"],
    // Words are folded before they come here; the library must not touch them again.
    tokenize: (text) => text.split(" ").filter((word) => word !== ""),
    processTerm: (word) => word,
  });
  const indexed = new Map<CaseId, Indexed>();
  const identifiers: IdentifierIndex = new Map();

  const remove = (caseId: CaseId): void => {
    const before = indexed.get(caseId);
    if (before !== undefined) index.remove(before);
    indexed.delete(caseId);
    identifiers.delete(caseId);
  };

  return {
    remove,
    put(row) {
      const next = indexedOf(row);
      const before = indexed.get(row.caseId);
      identifiers.set(
        row.caseId,
        row.identifiers.map((identifier) => identifier.value),
      );
      // Most changes of a row are ticks and dates: names stay, and so does their place in the index.
      if (before?.names === next.names) return;
      if (before !== undefined) index.remove(before);
      index.add(next);
      indexed.set(row.caseId, next);
    },
    find(query, limit) {
      const found = new Set<CaseId>(findByIdentifier(identifiers, query));
      for (const caseId of findByName(index, query)) found.add(caseId);
      return [...found].slice(0, limit);
    },
  };
}

function indexedOf(row: CaseRow): Indexed {
  const words = row.persons.flatMap((person) => [
    ...nameWords(person.givenName),
    ...nameWords(person.familyName),
  ]);
  return {
    id: row.caseId,
    names: words.join(" "),
    sounds: words.map(soundOf).join(" "),
  };
}

function findByName(index: MiniSearch<Indexed>, query: string): readonly CaseId[] {
  const words = nameWords(query);
  const names = words.filter((word) => !WORDS_AROUND_NAMES.has(word));
  const wanted = names.length > 0 ? names : words;
  if (wanted.length === 0) return [];
  const results = index.search({ combineWith: "AND", queries: wanted.map(queryOf) });
  return results.map((result): CaseId => result.id);
}

/** One word: as it is written, as it begins, with a slip of the finger, or as it sounds. */
function queryOf(word: string): Query {
  const sound = soundOf(word);
  return {
    combineWith: "OR",
    queries: [
      {
        queries: [word],
        fields: ["names"],
        prefix: true,
        // One letter in four may be wrong; in shorter words that would be another name.
        fuzzy: word.length >= 4 ? Math.min(2, Math.floor(word.length / 4)) : false,
        boost: { names: 4 },
        weights: { prefix: 0.6, fuzzy: 0.2 },
      },
      // A sound of less than three consonants is shared by too many names to be a beginning.
      { queries: [sound], fields: ["sounds"], prefix: sound !== word && sound.length >= 3 },
    ],
  };
}
