import type { DomReads } from "./dom-reads";
import { ELEMENT } from "./node-sorts";
import type { Reading } from "./reading";
import { shortText } from "./short-text";

const CELL_ROLES = new Set(["cell", "gridcell", "columnheader", "rowheader"]);
const TABLE_ROLES = new Set(["table", "grid", "treegrid"]);

const MOST_CELLS = 60;
const MOST_HEAD_ROWS = 3;

export function isCell(dom: DomReads, node: Node): boolean {
  const name = dom.name(node);
  return name === "td" || name === "th" || CELL_ROLES.has(dom.attribute(node, "role"));
}

/** What the head of a cell's column says, if it names an identifier or something else. */
export function columnHead({ dom, labels }: Reading, cell: Node): string {
  const row = dom.parent(cell);
  const table = row === null ? null : tableOf(dom, row);
  if (row === null || table === null) return "";
  const place = placeInRow(dom, row, cell);
  let head = "";
  for (const above of cellsAbove(dom, table, row, place)) {
    const text = shortText(dom, above) ?? "";
    if (text !== "" && text.replace(/\D/g, "").length < 3 && labels.meaningOf(text) !== undefined) {
      head = text;
    }
  }
  return head;
}

/** Of the first rows, those at this place; a cell may reach over several columns and rows. */
function cellsAbove(dom: DomReads, table: Node, row: Node, place: number): readonly Node[] {
  const found: Node[] = [];
  const takenUntil: number[] = [];
  for (const [rowPlace, headRow] of firstRows(dom, table).entries()) {
    if (headRow === row) break;
    let at = 0;
    for (const cell of children(dom, headRow)) {
      while ((takenUntil[at] ?? 0) > rowPlace) at += 1;
      const until = rowPlace + spanOf(dom, cell, "rowspan");
      for (let left = spanOf(dom, cell, "colspan"); left > 0; left -= 1) {
        if (at === place) found.push(cell);
        takenUntil[at] = until;
        at += 1;
      }
    }
  }
  return found;
}

function tableOf(dom: DomReads, row: Node): Node | null {
  let node = dom.parent(row);
  for (let step = 0; node !== null && step < 4; step += 1) {
    if (dom.name(node) === "table" || TABLE_ROLES.has(dom.attribute(node, "role"))) return node;
    node = dom.parent(node);
  }
  return null;
}

function isRow(dom: DomReads, node: Node): boolean {
  return dom.name(node) === "tr" || dom.attribute(node, "role") === "row";
}

/** In a table's own order, through the groups of its rows. */
function firstRows(dom: DomReads, table: Node): readonly Node[] {
  const rows: Node[] = [];
  const look = (parent: Node, depth: number): void => {
    for (const child of children(dom, parent)) {
      if (rows.length === MOST_HEAD_ROWS) return;
      if (isRow(dom, child)) rows.push(child);
      else if (depth < 2) look(child, depth + 1);
    }
  };
  look(table, 0);
  return rows;
}

function placeInRow(dom: DomReads, row: Node, cell: Node): number {
  let place = 0;
  for (const one of children(dom, row)) {
    if (one === cell) break;
    place += spanOf(dom, one, "colspan");
  }
  return place;
}

function spanOf(dom: DomReads, cell: Node, name: "colspan" | "rowspan"): number {
  const span = Number(dom.attribute(cell, name));
  return span > 1 && span < MOST_CELLS ? span : 1;
}

function children(dom: DomReads, parent: Node): readonly Node[] {
  const found: Node[] = [];
  let node = dom.firstIn(parent);
  for (let step = 0; node !== null && step < MOST_CELLS * 2; step += 1) {
    if (dom.type(node) === ELEMENT) found.push(node);
    node = dom.nextTo(node);
  }
  return found;
}
