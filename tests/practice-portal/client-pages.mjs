// @ts-check
import { CLIENTS } from "./clients.mjs";
import { germanDate, html } from "./html.mjs";
import { wholePage } from "./layout.mjs";

/** @typedef {import("./clients.mjs").Client} Client */

const PER_PAGE = 20;

const LIST = /** @type {const} */ (["/klienten", "Leistungsberechtigte"]);

export function startPage() {
  return wholePage({
    heading: "Fachverfahren Musterstadt (Übung)",
    content: html`
      <p>
        Dies ist ein erfundenes Fachverfahren zum Üben. Was Sie hier eingeben, wird nicht
        gespeichert; gezählt wird nur, wie oft etwas abgesendet wurde.
      </p>
      <h2>Häufig benötigt</h2>
      <ul>
        ${CLIENTS.slice(0, 3).map((one) => html`<li>${linkTo(one)}, Az. ${one.fileNumber}</li>`)}
      </ul>
      <form class="suche" action="/klienten" role="search">
        <label for="suche">Name, Aktenzeichen oder BG-Nummer</label>
        <input id="suche" name="suche" autocomplete="off" />
        <button>Suchen</button>
      </form>
    `,
  });
}

/** @param {URLSearchParams} params */
export function listPage(params) {
  const words = params.get("suche") ?? "";
  const found = CLIENTS.filter((one) => isFound(one, words));
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(params.get("seite"))) || 1));
  const rows = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  /** @param {number} to */
  const addressOf = (to) => `/klienten?${new URLSearchParams({ suche: words, seite: String(to) })}`;
  return wholePage({
    heading: "Leistungsberechtigte",
    content: html`
      <form class="suche" action="/klienten" role="search">
        <label for="suche">Name, Aktenzeichen oder BG-Nummer</label>
        <input id="suche" name="suche" value="${words}" autocomplete="off" />
        <button>Suchen</button>
      </form>
      <p id="treffer">${found.length} Treffer, Seite ${page} von ${pages}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Geboren</th>
            <th scope="col">Aktenzeichen</th>
            <th scope="col">BG-Nummer</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (one) =>
              html`<tr>
                <td>${linkTo(one)}</td>
                <td>${germanDate(one.born)}</td>
                <td>${one.fileNumber}</td>
                <td>${one.bgNumber}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <nav class="blaettern" aria-label="Seiten">
        ${page > 1 ? html`<a rel="prev" href="${addressOf(page - 1)}">« zurück</a>` : html``}
        ${page < pages ? html`<a rel="next" href="${addressOf(page + 1)}">weiter »</a>` : html``}
      </nav>
    `,
  });
}

/** Identifiers beside labels, in a table, in inputs, and broken over elements. @param {Client} one */
export function clientPage(one) {
  const [office, rest] = one.bgNumber.split("//");
  return wholePage({
    heading: `Akte ${one.surname}, ${one.given}`,
    above: [LIST],
    content: html`
      <h2>Stammdaten</h2>
      <dl class="daten">
        <dt>Name</dt>
        <dd>${one.surname}, ${one.given}</dd>
        <dt>Geburtsdatum</dt>
        <dd>${germanDate(one.born)}</dd>
        <dt>Anschrift</dt>
        <dd>${one.street}, ${one.place}</dd>
        <dt>Telefon</dt>
        <dd>${one.phone}</dd>
        <dt>Rückruf unter</dt>
        <dd>${one.callback}</dd>
        <dt>Aktenzeichen</dt>
        <dd id="aktenzeichen">${one.fileNumber}</dd>
      </dl>
      <h2>Beteiligte Stellen</h2>
      <table id="stellen">
        <thead>
          <tr>
            <th scope="col">Stelle</th>
            <th scope="col">Bezeichnung</th>
            <th scope="col">Zeichen</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Jobcenter</td>
            <th scope="row">BG-Nummer</th>
            <td><b>${office ?? ""}</b><span>//</span><span>${rest ?? ""}</span></td>
          </tr>
          <tr>
            <td>Familienkasse</td>
            <th scope="row">Kindergeldnummer</th>
            <td>${one.childBenefitNumber}</td>
          </tr>
          <tr>
            <td>BAMF</td>
            <th scope="row">Gesch.-Z. BAMF</th>
            <td>${one.bamfNumber}</td>
          </tr>
          <tr>
            <td>Materialausgabe</td>
            <th scope="row">Auftragsnummer</th>
            <td>${one.orderNumber}</td>
          </tr>
        </tbody>
      </table>
      <h2>Schnellauskunft</h2>
      <p class="felder">
        <label for="kundennummer">Kundennummer</label>
        <input id="kundennummer" readonly value="${one.customerNumber}" autocomplete="off" />
        <label for="bg">BG-Nr.</label>
        <input id="bg" readonly value="${one.bgNumber}" autocomplete="off" />
      </p>
      <p id="verlauf">
        Am 04.03.2026 wurde unter dem Zeichen ${one.fileNumber} ein Gespräch geführt. Die Unterlagen
        sollen bis zum 18.12.2026 nachgereicht werden.
      </p>
      ${one.guarded === undefined ? html`` : guardedNumbers(one.guarded)}
      <p><a class="knopf" href="/formular?klient=${one.number}">Vermerk schreiben</a></p>
    `,
  });
}

/** @param {import("./clients.mjs").Guarded} numbers */
function guardedNumbers(numbers) {
  const rows = /** @type {const} */ ([
    ["AZR-Nummer", numbers.azrNumber],
    ["Steuer-ID", numbers.taxId],
    ["Rentenversicherungsnummer", numbers.pensionNumber],
    ["Krankenversichertennummer", numbers.healthNumber],
    ["IBAN", numbers.iban],
    ["Seriennummer Aufenthaltstitel", numbers.cardSerial],
    ["D-Nummer", numbers.policeNumber],
  ]);
  return html`
    <h2>Besonders geschützte Nummern</h2>
    <dl class="daten" id="geschuetzt">
      ${rows.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  `;
}

/** @param {Client} one */
const linkTo = (one) => html`<a href="/klienten/${one.number}">${one.surname}, ${one.given}</a>`;

/**
 * @param {Client} one
 * @param {string} words
 */
function isFound(one, words) {
  const text = `${one.surname} ${one.given} ${one.fileNumber} ${one.bgNumber}`.toLocaleLowerCase(
    "de",
  );
  return words
    .toLocaleLowerCase("de")
    .split(/\s+/)
    .every((word) => text.includes(word));
}
