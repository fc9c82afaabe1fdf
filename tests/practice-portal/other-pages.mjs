// @ts-check
import { CLIENTS } from "./clients.mjs";
import { HOSTILE_PAGES } from "./hostile-pages.mjs";
import { html } from "./html.mjs";
import { wholePage } from "./layout.mjs";

/** @typedef {import("./clients.mjs").Client} Client */

const MORE = /** @type {const} */ (["/seiten", "Weitere Seiten"]);

const ORDINARY = /** @type {const} */ ([
  ["/formular", "Formular mit React"],
  ["/rahmen", "Formular in einem Rahmen derselben Herkunft"],
  ["/rahmen-fremd", "Formular in einem Rahmen fremder Herkunft"],
  ["/schatten", "Akte in einer Schattenwurzel"],
  ["/einzelseite/1001", "Schnellansicht, die ohne Laden zur nächsten Person wechselt"],
  ["/streng", "Seite mit strenger Inhaltsrichtlinie"],
  ["/tabelle", "Langsame Tabelle mit 5.000 Knoten, die sich zehnmal je Sekunde ändert"],
]);

export function morePage() {
  return wholePage({
    heading: "Weitere Seiten",
    content: html`
      <h2>Bauarten</h2>
      <ul>
        ${ORDINARY.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}
      </ul>
      <h2>Feindliche Seiten</h2>
      <ul>
        ${HOSTILE_PAGES.map(
          (one) => html`<li><a href="/feindlich/${one.name}">${one.heading}</a></li>`,
        )}
      </ul>
    `,
  });
}

/** @param {Client} one */
export function shadowPage(one) {
  return wholePage({
    heading: "Akte in einer Schattenwurzel",
    above: [MORE],
    script: "shadow.mjs",
    content: html`
      <p>Name und Nummern stehen in offenen Schattenwurzeln, zwei davon ineinander.</p>
      <akten-karte
        name="${one.surname}, ${one.given}"
        bg-nummer="${one.bgNumber}"
        kindergeldnummer="${one.childBenefitNumber}"
      ></akten-karte>
    `,
  });
}

/** Its frame; the person is shown by its script, as everything later. */
export function singlePage() {
  return wholePage({
    heading: "Schnellansicht",
    above: [MORE],
    script: "single-page.mjs",
    content: html`
      <p>Die Ansicht wechselt die Person und die Adresse, ohne dass eine Seite geladen wird.</p>
      <nav aria-label="Personen">
        <ul id="personen">
          ${CLIENTS.slice(0, 5).map(
            (one) =>
              html`<li>
                <a href="/einzelseite/${one.number}">${one.surname}, ${one.given}</a>
              </li>`,
          )}
        </ul>
      </nav>
      <div id="ansicht" aria-live="polite"></div>
    `,
  });
}
