import { digitsIn } from "@beiakte/shared/portal/characters";
import { fold } from "@beiakte/shared/portal/fold";
import type { DomReads } from "./dom-reads";
import { ELEMENT } from "./node-sorts";
import type { Reading } from "./reading";
import { shortText } from "./short-text";

const CELL_ROLE = /cell$|header$/;
const TABLE_ROLE = /^table|grid$/;

/** Two languages and a remark. */
const LONGEST_LABEL = 80;

const MOST_CELLS = 60;
const MOST_HEAD_ROWS = 3;
/** As many rows as a household has persons. */
const MOST_REACH = 20;

export function isCell(dom: DomReads, node: Node): boolean {
  const name = dom.name(node);
  return name === "td" || name === "th" || CELL_ROLE.test(dom.attribute(node, "role"));
}

/**
 * What the head of this cell's column says, and that of its row, if they name an identifier or
 * something else.
 */
export function headOf(reading: Reading, from: Node): string {
  const { dom, labels } = reading;
  const cell = nearest(dom, from, isCell);
  const row = cell && dom.parent(cell);
  const table = row && nearest(dom, row, isTable);
  if (!cell || !row || !table) return "";
  const said = (head: Node): string => {
    const text = shortText(dom, head) ?? "";
    return isLabel(reading, text) ? text : "";
  };
  const rows = firstRows(dom, table);
  const place = placeInRow(dom, row, cell, rows[0] === undefined ? 0 : widthBefore(dom, rows[0]));
  let head = "";
  for (const above of cellsAbove(dom, rows, row, place)) head = said(above) || head;
  // `Aktenzeichen` above and `Sozialgericht` before: what the row says comes behind.
  const [first] = children(dom, row);
  const isHead = first && first !== cell && isHeader(dom, first);
  return isHead && labels.meaningOf(head)?.length !== 0 ? `${head} ${said(first)}` : head;
}

/** Words that name what stands beside them, and hold no number of their own: `§ 139b` is none. */
export function isLabel({ labels }: Reading, text: string): boolean {
  const words = fold(text).text.trim();
  return (
    words.length <= LONGEST_LABEL && digitsIn(words) < 4 && labels.meaningOf(words) !== undefined
  );
}

/** Of the first rows, those at this place; a cell may reach over several columns and rows. */
function cellsAbove(
  dom: DomReads,
  rows: readonly Node[],
  row: Node,
  place: number,
): readonly Node[] {
  const found: Node[] = [];
  const takenUntil: number[] = [];
  for (const [rowPlace, headRow] of rows.entries()) {
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

/** The node itself, or the nearest one around it: not far, or it is no part of it. */
function nearest(
  dom: DomReads,
  from: Node,
  is: (dom: DomReads, node: Node) => boolean,
): Node | null {
  let node: Node | null = from;
  for (let step = 0; node && step < 6; step += 1) {
    if (is(dom, node)) return node;
    node = dom.parent(node);
  }
  return null;
}

function isTable(dom: DomReads, node: Node): boolean {
  return dom.name(node) === "table" || TABLE_ROLE.test(dom.attribute(node, "role"));
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

/** Where the cell stands in the table: cells above may reach into a row that is too narrow. */
function placeInRow(dom: DomReads, row: Node, cell: Node, width: number): number {
  let place = widthBefore(dom, row, cell);
  let above: Node | null = row;
  let down = 0;
  while (above && down < MOST_REACH && widthBefore(dom, above) < width) {
    above = dom.lastBefore(above);
    if (!above || !isRow(dom, above)) continue;
    down += 1;
    let at = 0;
    for (const one of children(dom, above)) {
      const span = spanOf(dom, one, "colspan");
      if (at <= place && spanOf(dom, one, "rowspan") > down) place += span;
      at += span;
    }
  }
  return place;
}

function widthBefore(dom: DomReads, row: Node, cell?: Node): number {
  let width = 0;
  for (const one of children(dom, row)) {
    if (one === cell) break;
    width += spanOf(dom, one, "colspan");
  }
  return width;
}

function isHeader(dom: DomReads, cell: Node): boolean {
  return dom.name(cell) === "th" || dom.attribute(cell, "role") === "rowheader";
}

function spanOf(dom: DomReads, cell: Node, name: "colspan" | "rowspan"): number {
  const span = Number(dom.attribute(cell, name));
  return span > 1 && span < MOST_CELLS ? span : 1;
}

/** One after another: of a long table only the first rows are asked for. */
function* children(dom: DomReads, parent: Node): Iterable<Node> {
  let node = dom.firstIn(parent);
  for (let step = 0; node && step < MOST_CELLS * 2; step += 1) {
    if (dom.type(node) === ELEMENT) yield node;
    node = dom.nextTo(node);
  }
}
