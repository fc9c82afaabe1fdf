import { watchPage } from "../extension/page/watched-page";
import { mountPage } from "./mounted-page";
import { makeOfficePage } from "./office/office-page";
import { makePage, type MadePage } from "./page-maker";

/** Two families, made apart from each other: neither knows the other's words and layouts. */
export const FAMILIES = { plain: makePage, office: makeOfficePage } as const;
export type Family = keyof typeof FAMILIES;

export type Outcome = {
  readonly page: MadePage;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly right: number;
};

export function readPage(page: MadePage): Outcome {
  mountPage(page.html);
  const watched = watchPage();
  watched.settle();
  const seen = [...new Set(watched.seen())];
  watched.watch.close();
  const wrong = seen.filter((one) => !page.truth.includes(one));
  const missed = page.truth.filter((one) => !seen.includes(one));
  return { page, wrong, missed, right: seen.length - wrong.length };
}

export type Figures = {
  readonly counts: { readonly right: number; readonly wrong: number; readonly missed: number };
  readonly precision: number;
  readonly recall: number;
  readonly worst: readonly Outcome[];
};

export function readSeed(family: Family, seed: number, pages: number): Figures {
  const outcomes = Array.from({ length: pages }, (_, index) =>
    readPage(FAMILIES[family](seed, index)),
  );
  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const counts = {
    right: sum((one) => one.right),
    wrong: sum((one) => one.wrong.length),
    missed: sum((one) => one.missed.length),
  };
  return {
    counts,
    precision: counts.right / (counts.right + counts.wrong),
    recall: counts.right / (counts.right + counts.missed),
    worst: outcomes.filter((one) => one.wrong.length + one.missed.length > 0),
  };
}
