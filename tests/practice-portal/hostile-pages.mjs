// @ts-check
import { NAMED_CLIENTS } from "./clients.mjs";
import { html } from "./html.mjs";
import { wholePage } from "./layout.mjs";
import { tableOf } from "./table-page.mjs";

/** @typedef {import("./html.mjs").Written} Written */

const [ONE] = NAMED_CLIENTS;

/** What each page attacks with, in its heading; an identifier of a known person on each. */
export const HOSTILE_PAGES = /** @type {const} */ ([
  {
    name: "ueberlagerung",
    heading: "Diese Seite legt eine unsichtbare Fläche über alles und folgt dem Mauszeiger",
    script: "hostile-overlay.mjs",
    content: html`<p>Abgefangene Klicks: <output id="abgefangen">0</output></p>`,
  },
  {
    name: "klicks",
    heading: "Diese Seite klickt durch Skripte auf alles, was sie findet",
    script: "hostile-clicks.mjs",
    content: html`
      <p>Ausgelöste Ereignisse: <output id="ausgeloest">0</output></p>
      <p class="felder">
        <label for="vermerk">Vermerk</label>
        <textarea id="vermerk" rows="3" autocomplete="off"></textarea>
      </p>
    `,
  },
  {
    name: "namen",
    heading: "Diese Seite überdeckt die Namen des Dokuments mit Formularen und Feldern",
    script: undefined,
    content: clobbered(),
  },
  {
    name: "prototyp",
    heading: "Diese Seite verändert die Prototypen, von denen alle Objekte erben",
    script: "hostile-prototype.mjs",
    content: html`
      <p>Gelesene Fallen: <output id="gelesen">0</output></p>
      <p>Aufgezwungene Schattenwurzeln: <output id="aufgezwungen">0</output></p>
    `,
  },
  {
    name: "nachrichten",
    heading: "Diese Seite fälscht Nachrichten an das Seitenpanel",
    script: "hostile-messages.mjs",
    content: html`
      <p>Gesendete Fälschungen: <output id="gesendet">0</output></p>
      <p>Erhaltene Antworten: <output id="antworten">0</output></p>
    `,
  },
  {
    name: "flut",
    heading: "Diese Seite hat 50.000 Knoten und ändert sie zehnmal je Sekunde",
    script: "table.mjs",
    content: tableOf(50_000, ONE.bgNumber),
  },
]);

/** @param {string} name */
export function hostilePage(name) {
  const found = HOSTILE_PAGES.find((one) => one.name === name);
  if (found === undefined) return undefined;
  return wholePage({
    heading: found.heading,
    above: [["/seiten", "Weitere Seiten"]],
    ...(found.script === undefined ? {} : { script: found.script }),
    content: html`
      <dl class="daten">
        <dt>Name</dt>
        <dd>${ONE.surname}, ${ONE.given}</dd>
        <dt>BG-Nummer</dt>
        <dd id="bg">${ONE.bgNumber}</dd>
        <dt>Kindergeldnummer</dt>
        <dd>${ONE.childBenefitNumber}</dd>
      </dl>
      ${found.content}
    `,
  });
}

/**
 * Named elements become properties of the document and of their form, for content scripts too:
 * whoever asks such a form for its `parentNode` gets an input.
 */
function clobbered() {
  const ofDocument = [
    "body",
    "head",
    "documentElement",
    "activeElement",
    "createElement",
    "createTreeWalker",
    "querySelectorAll",
    "addEventListener",
    "visibilityState",
    "hidden",
    "defaultView",
  ];
  const ofForm = [
    "attributes",
    "childNodes",
    "children",
    "closest",
    "contains",
    "firstChild",
    "getAttribute",
    "getBoundingClientRect",
    "getRootNode",
    "id",
    "innerText",
    "isConnected",
    "nextSibling",
    "nodeName",
    "nodeType",
    "ownerDocument",
    "parentElement",
    "parentNode",
    "shadowRoot",
    "submit",
    "tagName",
    "textContent",
  ];
  return html`
    ${ofDocument.map((name) => html`<form name="${name}" hidden></form>`)}
    <form name="getSelection" aria-label="Überdeckte Namen">
      ${ofForm.map((name) => html`<input type="hidden" name="${name}" value="falsch" />`)}
      <p>Kindergeldnummer: <b>${ONE.childBenefitNumber}</b></p>
      <p class="felder">
        <label for="value">Vermerk</label>
        <textarea id="value" name="value" rows="3" autocomplete="off"></textarea>
      </p>
    </form>
  `;
}
