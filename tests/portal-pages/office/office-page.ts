/** Pages in the manner of real offices' programs, from a seed: same seed, same pages. */
import { seeded } from "../../support/seeded";
import type { MadePage } from "../page-maker";
import { type Desk, makeDesk } from "./desk";
import { FORMS } from "./forms";
import { oneOf } from "./given-numbers";
import { PROSE } from "./prose";
import { type Scene, TABLES } from "./tables";

export function makeOfficePage(seed: number, index: number): MadePage {
  const desk = makeDesk(seeded(`office page ${seed}/${index}`));
  const scenes: readonly (readonly Scene[])[] = [TABLES, FORMS, PROSE];
  const count = 2 + desk.chance.below(3);
  const made = Array.from({ length: count }, () =>
    framed(desk, oneOf(desk.chance, oneOf(desk.chance, scenes))(desk)),
  );
  return {
    name: `office, seed ${seed}, page ${index}`,
    html: made.join("\n"),
    truth: [...desk.truth],
  };
}

function framed(desk: Desk, html: string): string {
  switch (desk.chance.below(16)) {
    case 0:
      return `<app-panel><template data-shadow><slot></slot>${html}</template></app-panel>`;
    case 1:
      return `<div data-frame>${html}</div>`;
    case 2:
      return `<details open><summary>Weitere Angaben (3)</summary>${html}</details>`;
    case 3:
      return `<center><table><tr><td>${html}</td></tr></table></center>`;
    default:
      return `<section>${html}</section>`;
  }
}
