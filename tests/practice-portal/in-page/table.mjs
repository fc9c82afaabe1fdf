// @ts-check
/** Fills a table piece by piece, then changes it ten times a second, until somebody stops it. */
const PIECES = 50;
const PIECE_EVERY_MS = 40;
const CHANGE_EVERY_MS = 100;
const ROWS_PER_CHANGE = 20;
/** A row and its four cells. */
const ELEMENTS_PER_ROW = 5;

const table = document.getElementById("zahlungen");
const state = document.getElementById("stand");
const body = table?.querySelector("tbody");
const nodes = Number(table?.dataset["knoten"]);
const rows = Math.ceil(nodes / ELEMENTS_PER_ROW);
let filled = 0;
let changes = 0;

let timer = setInterval(fill, PIECE_EVERY_MS);
document.getElementById("anhalten")?.addEventListener("click", () => clearInterval(timer));

function fill() {
  const until = Math.min(rows, filled + Math.ceil(rows / PIECES));
  const piece = document.createDocumentFragment();
  for (; filled < until; filled += 1) piece.append(rowOf(filled));
  body?.append(piece);
  if (filled === rows) {
    clearInterval(timer);
    timer = setInterval(change, CHANGE_EVERY_MS);
  }
  tell();
}

function change() {
  changes += 1;
  for (let step = 0; step < ROWS_PER_CHANGE; step += 1) {
    const row = body?.children[(changes * 7919 + step * 104_729) % rows];
    const amount = row?.children[2];
    const when = row?.children[3];
    if (amount !== undefined) amount.textContent = money(changes * 31 + step);
    if (when !== undefined) when.textContent = `geändert (${changes})`;
  }
  tell();
}

/** Voucher numbers look like AZR numbers, and are none. @param {number} place */
function rowOf(place) {
  const row = document.createElement("tr");
  const voucher = `2603${String(10 + (place % 18))}${String(100_000 + place)}`;
  for (const text of [String(place + 1), voucher, money(place), "offen"]) {
    const cell = document.createElement("td");
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}

/** @param {number} from */
function money(from) {
  return `${((from * 137) % 90_000) / 100 + 10}`.replace(".", ",");
}

function tell() {
  const now = (filled * ELEMENTS_PER_ROW).toLocaleString("de");
  const all = (rows * ELEMENTS_PER_ROW).toLocaleString("de");
  if (state !== null) state.textContent = `${now} von ${all} Knoten, ${changes} Änderungen`;
}
