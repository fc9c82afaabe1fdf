// @ts-check
import { CLIENTS } from "./clients.mjs";
import { html } from "./html.mjs";
import { wholePage } from "./layout.mjs";

const MOST_NODES = 60_000;

/** @param {URLSearchParams} params */
export function tablePage(params) {
  const wanted = Math.trunc(Number(params.get("knoten") ?? 5000));
  const nodes = Math.min(MOST_NODES, Math.max(5, Number.isFinite(wanted) ? wanted : 5000));
  const [first] = CLIENTS;
  return wholePage({
    heading: "Langsame Tabelle",
    above: [["/seiten", "Weitere Seiten"]],
    script: "table.mjs",
    content: tableOf(nodes, first?.bgNumber ?? ""),
  });
}

/**
 * Filled and changed by `in-page/table.mjs`.
 *
 * @param {number} nodes elements that the body of the table gets
 * @param {string} bgNumber
 */
export function tableOf(nodes, bgNumber) {
  return html`
    <p>BG-Nummer: <b id="bg-nummer">${bgNumber}</b></p>
    <p>
      <output id="stand">0 von ${nodes} Knoten, 0 Änderungen</output>
      <button type="button" id="anhalten">Anhalten</button>
    </p>
    <table id="zahlungen" data-knoten="${nodes}">
      <caption>
        Zahlungsliste
      </caption>
      <thead>
        <tr>
          <th scope="col">Nr.</th>
          <th scope="col">Beleg</th>
          <th scope="col">Betrag</th>
          <th scope="col">Stand</th>
        </tr>
      </thead>
      <tbody></tbody>
    </table>
  `;
}
