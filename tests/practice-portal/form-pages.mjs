// @ts-check
import { html } from "./html.mjs";
import { framedPage, wholePage } from "./layout.mjs";

/** @typedef {import("./clients.mjs").Client} Client */

const MORE = /** @type {const} */ (["/seiten", "Weitere Seiten"]);

/**
 * A form by React. It is sent to the server also where a script sends it past every listener, and
 * the server counts: that nothing was submitted is proved by the number shown.
 *
 * @param {Client} one
 * @param {number} submitted
 * @param {"page" | "frame"} place
 */
export function formPage(one, submitted, place) {
  const page = {
    heading: "Vermerk zur Akte",
    script: "form.mjs",
    content: html`
      <p>Aktenzeichen: <b id="aktenzeichen">${one.fileNumber}</b></p>
      <div id="formular" data-abgesendet="${submitted}" data-aktenzeichen="${one.fileNumber}"></div>
      <noscript><p>Dieses Formular braucht JavaScript.</p></noscript>
    `,
  };
  return place === "page" ? wholePage(page) : framedPage(page);
}

/** @param {Client} one */
export function sameOriginFramePage(one) {
  return wholePage({
    heading: "Vermerk in einem Rahmen derselben Herkunft",
    above: [MORE],
    content: html`
      <p>Das Formular steht in einem Rahmen, den dieses Verfahren selbst ausliefert.</p>
      <iframe title="Vermerk" src="/formular?klient=${one.number}&amp;rahmen=1"></iframe>
    `,
  });
}

/**
 * @param {Client} one
 * @param {string} otherUrl
 */
export function otherOriginFramePage(one, otherUrl) {
  return wholePage({
    heading: "Vermerk in einem Rahmen fremder Herkunft",
    above: [MORE],
    content: html`
      <p>Das Formular steht in einem Rahmen, der von ${otherUrl} kommt.</p>
      <iframe title="Vermerk" src="${otherUrl}/formular?klient=${one.number}&amp;rahmen=1"></iframe>
    `,
  });
}

/** @param {Client} one @param {number} submitted */
export function strictPage(one, submitted) {
  return wholePage({
    heading: "Seite mit strenger Inhaltsrichtlinie",
    above: [MORE],
    script: "strict.mjs",
    content: html`
      <p>
        Hier dürfen nur eigene Skripte und Stile laufen, nichts darf eingebettet werden, und Texte
        werden nicht zu HTML.
      </p>
      <dl class="daten">
        <dt>Name</dt>
        <dd>${one.surname}, ${one.given}</dd>
        <dt>BG-Nummer</dt>
        <dd id="bg-nummer">${one.bgNumber}</dd>
      </dl>
      <form action="/absenden/streng" method="post" class="felder">
        <label for="vermerk">Vermerk</label>
        <textarea id="vermerk" name="vermerk" rows="5" autocomplete="off"></textarea>
        <button>Absenden</button>
      </form>
      <p>Abgesendet: <output id="abgesendet">${submitted}</output></p>
      <p>Verstöße gegen die Richtlinie: <output id="verstoesse">0</output></p>
    `,
  });
}
