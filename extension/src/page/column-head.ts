import { meaningOf } from "@beiakte/shared/portal/labels";
import { type DomReads, ELEMENT } from "./dom-reads";
import { shortText } from "./page-text";

const CELL_ROLES = new Set(["cell", "gridcell", "columnheader", "rowheader"]);
const TABLE_ROLES = new Set(["table", "grid", "treegrid"]);

const MOST_CELLS = 60;
const MOST_HEAD_ROWS = 3;

export function isCell(dom: DomReads, node: Node): boolean {
  const name = dom.name(node);
  return name === "td" || name === "th" || CELL_ROLES.has(dom.attribute(node, "role"));
}

/** What the head of a cell's column says, if it names an identifier or something else. */
export function columnHead(dom: DomReads, cell: Node): string {
  const row = dom.parent(cell);
  const table = row === null ? null : tableOf(dom, row);
  if (row === null || table === null) return "";
  const place = placeInRow(dom, row, cell);
  let head = "";
  for (const headRow of firstRows(dom, table)) {
    if (headRow === row) break;
    const above = cellAt(dom, headRow, place);
    const text = above === undefined ? "" : (shortText(dom, above) ?? "");
    if (text !== "" && text.replace(/\D/g, "").length < 3 && meaningOf(text) !== undefined) {
      head = text;
    }
  }
  return head;
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
    place += widthOf(dom, one);
  }
  return place;
}

function cellAt(dom: DomReads, row: Node, place: number): Node | undefined {
  let at = 0;
  for (const one of children(dom, row)) {
    at += widthOf(dom, one);
    if (place < at) return one;
  }
  return undefined;
}

function widthOf(dom: DomReads, cell: Node): number {
  const width = Number(dom.attribute(cell, "colspan"));
  return width > 1 && width < MOST_CELLS ? width : 1;
}

function children(dom: DomReads, parent: Node): readonly Node[] {
  const found: Node[] = [];
  let node = dom.firstChild(parent);
  for (let step = 0; node !== null && step < MOST_CELLS * 2; step += 1) {
    if (dom.type(node) === ELEMENT) found.push(node);
    node = dom.nextSibling(node);
  }
  return found;
}
