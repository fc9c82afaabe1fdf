// @ts-check
import { html } from "./html.mjs";

/** @typedef {import("./html.mjs").Written} Written */

/**
 * @typedef {object} Page
 * @property {string} heading says what the page is, or what it does
 * @property {Written} content
 * @property {string} [script] one of `in-page/`
 * @property {readonly (readonly [href: string, text: string])[]} [above] the way from the start page
 * @property {Written} [inHead]
 */

const PLACES = /** @type {const} */ ([
  ["/", "Startseite"],
  ["/klienten", "Leistungsberechtigte"],
  ["/formular", "Vermerk"],
  ["/einzelseite/1001", "Schnellansicht"],
  ["/seiten", "Weitere Seiten"],
]);

/**
 * A whole page, as such procedures looked in 2015. Names stay out of the title: browsers keep it.
 *
 * @param {Page} page
 */
export function wholePage({ heading, content, script, above = [], inHead = html`` }) {
  return documentOf(
    inHead,
    script,
    html`
      <a class="sprung" href="#inhalt">Zum Inhalt</a>
      <header class="kopf">
        <span class="wappen" aria-hidden="true"></span>
        <p class="stadt">Stadt Musterstadt<br /><b>Fachverfahren Soziales (Übung)</b></p>
        <p class="anmeldung">Sachbearbeitung 51.4 · ohne Anmeldung</p>
      </header>
      <nav class="reiter" aria-label="Hauptmenü">
        <ul>
          ${PLACES.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}
        </ul>
      </nav>
      <aside class="hinweis" aria-label="Übung">
        Übung: Alle Personen, Nummern und Vorgänge sind erfunden.
      </aside>
      <nav class="pfad" aria-label="Sie sind hier">
        Sie sind hier: <a href="/">Startseite</a>
        ${above.map(([href, text]) => html` » <a href="${href}">${text}</a>`)} » ${heading}
      </nav>
      <main id="inhalt">
        <h1>${heading}</h1>
        ${content}
      </main>
      <footer class="fuss">
        Fachverfahren Musterstadt (Übung) · Version 7.3.1 · Stand 04/2015
      </footer>
    `,
  );
}

/**
 * The same without the head, to be shown in a frame.
 *
 * @param {Page} page
 */
export function framedPage({ heading, content, script, inHead = html`` }) {
  return documentOf(
    inHead,
    script,
    html`<main id="inhalt">
      <h1>${heading}</h1>
      ${content}
    </main>`,
  );
}

/**
 * @param {Written} inHead
 * @param {string | undefined} script
 * @param {Written} body
 */
function documentOf(inHead, script, body) {
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Fachverfahren Musterstadt (Übung)</title>
        <link rel="stylesheet" href="/in-page/portal.css" />
        <link rel="icon" href="/in-page/arms.svg" />
        ${inHead}
        ${script === undefined ? html`` : html`<script type="module" src="/in-page/${script}"></script>`}
      </head>
      <body>
        ${body}
      </body>
    </html>`.html;
}
