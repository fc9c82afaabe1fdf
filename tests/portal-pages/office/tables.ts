/** Tables, definitions and grids as the programs of offices lay them out. */
import { alikeFact, anyFact, type Desk, type Fact, facts, head, ink, labelOf } from "./desk";
import { ownFact, ownText, plainFact, safe } from "./desk";
import { date, type Kind, oneOf, stencil, word } from "./given-numbers";
import { courtReference, policeNumber, telephone } from "./look-alikes";

export type Scene = (desk: Desk) => string;

const each = (all: readonly Fact[], html: (fact: Fact) => string): string => all.map(html).join("");
const cell = (tag: string, html: string, more = ""): string => `<${tag}${more}>${html}</${tag}>`;

const NAMES =
  "Al-Masri, Yusuf|Kovalenko, Oksana|Haile, Selam|Rahimi, Farid|Demir, Ayşe|Tesfay, Abel";
const CLIENTS: readonly Kind[] = ["bg_number", "file_number", "ba_customer", "azr", "bamf_file"];

/** What a list's columns hold: the client's, someone else's, or words. */
type Column = { readonly label: string; readonly text: () => string };

function columns(desk: Desk, count: number): readonly Column[] {
  const kinds = [...CLIENTS].sort(() => (desk.chance.below(2) === 0 ? -1 : 1)).slice(0, count);
  const { chance } = desk;
  const own = kinds.map((kind) => ({
    label: labelOf(desk, kind),
    text: () => ownText(desk, kind),
  }));
  const other = [
    { label: "geb.", text: () => date(chance) },
    { label: word(chance, "Telefon|Tel.|Mobil"), text: () => telephone(chance) },
    { label: word(chance, "Rechnung|Auftrags-Nr."), text: () => stencil(chance, "%##########") },
    { label: "D-Nr.", text: () => policeNumber(chance) },
    { label: "Bearb.", text: () => word(chance, "Yıldız|Maier|Öztürk") },
    { label: "Betrag", text: () => stencil(chance, "%##,## €") },
  ].filter(() => chance.below(2) === 0);
  return [...own, ...other];
}

/** A list of clients under a row of headers, the row's first cell a name. */
const clientList: Scene = (desk) => {
  const { chance } = desk;
  const all = columns(desk, 1 + chance.below(3));
  const heads = all.map((one) => cell("th", head(desk, one.label))).join("");
  const rows = Array.from({ length: 2 + chance.below(3) }, () => {
    const name = safe(word(chance, NAMES));
    return `<tr><td>${name}</td>${all.map((one) => cell("td", ink(desk, one.text()))).join("")}</tr>`;
  });
  const caption = chance.below(3) === 0 ? "<caption>Meine Fälle (Stand 12.03.2026)</caption>" : "";
  return `<table class="list">${caption}<thead><tr><th>Name</th>${heads}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
};

/** The same, with a row of groups above the headers. */
const groupedHeaders: Scene = (desk) => {
  const { chance } = desk;
  const all = columns(desk, 2);
  const heads = all.map((one) => cell("th", safe(one.label))).join("");
  const row = all.map((one) => cell("td", ink(desk, one.text()))).join("");
  return `<table><thead><tr><th rowspan="2">Name</th><th colspan="${all.length}">${word(chance, "Kennzeichen|Angaben|Nummern")}</th></tr><tr>${heads}</tr></thead><tbody><tr><td>${safe(word(chance, NAMES))}</td>${row}</tr></tbody></table>`;
};

/** A household: its number spans the persons' rows. */
const household: Scene = (desk) => {
  const { chance } = desk;
  const kind = oneOf(chance, ["azr", "ba_customer", "bamf_file", "tax_id"] as const);
  const rows = Array.from({ length: 2 + chance.below(2) }, (_, at) => {
    const first = at > 0 ? "" : cell("td", ink(desk, ownText(desk, "bg_number")), ' rowspan="9"');
    return `<tr>${first}<td>${safe(word(chance, NAMES))}</td><td>${date(chance)}</td><td>${ink(desk, ownText(desk, kind))}</td></tr>`;
  });
  return `<table border="1"><tr><th>${safe(labelOf(desk, "bg_number"))}</th><th>Name</th><th>geb.</th><th>${safe(labelOf(desk, kind))}</th></tr>${rows.join("")}</table>`;
};

/** Persons side by side, their numbers below each other. */
const personColumns: Scene = (desk) => {
  const { chance } = desk;
  const rows = Array.from({ length: 2 + chance.below(3) }, () => {
    const kind = oneOf(chance, [...CLIENTS, "tax_id", "health_no"] as const);
    const label = head(desk, labelOf(desk, kind));
    return `<tr><th scope="row">${label}</th><td>${ink(desk, ownText(desk, kind))}</td><td>${ink(desk, ownText(desk, kind))}</td></tr>`;
  });
  const phones = `<tr><th scope="row">Telefon</th><td>${telephone(chance)}</td><td>${telephone(chance)}</td></tr>`;
  return `<table><thead><tr><td></td><th scope="col">Antragsteller</th><th scope="col">Partnerin</th></tr></thead><tbody>${rows.join("")}${phones}</tbody></table>`;
};

/** Authorities in rows, what they know in columns. */
const authorities: Scene = (desk) => {
  const { chance } = desk;
  const label = word(chance, "Aktenzeichen|Az.|Geschäftszeichen|Akten-Nr.");
  const rows = [
    ["Jobcenter", ownText(desk, "file_number")],
    ["BAMF", ownText(desk, "bamf_file")],
    ["Sozialgericht Karlsruhe", courtReference(chance)],
    ["Ausländerbehörde", ownText(desk, "file_number")],
  ];
  return `<table><tr><th>Behörde</th><th>${label}</th><th>Telefon</th><th>zuletzt</th></tr>${rows.map(([name, text]) => `<tr><th>${name ?? ""}</th><td>${ink(desk, text ?? "")}</td><td>${telephone(chance)}</td><td>${date(chance)}</td></tr>`).join("")}</table>`;
};

/** Label and value in turn, two or three pairs in a row, as old forms print them. */
const pairsInARow: Scene = (desk) => {
  const width = 2 + desk.chance.below(2);
  const all = facts(desk, width, 3 * width);
  let html = "";
  for (let at = 0; at < all.length; at += width) {
    html += `<TR>${each(all.slice(at, at + width), (fact) => `<TD NOWRAP><FONT SIZE=1>${head(desk, fact.label)}${desk.chance.below(2) === 0 ? ":" : ""}</FONT></TD><TD BGCOLOR="#EEEEEE">${ink(desk, fact.text)}</TD>`)}</TR>\n`;
  }
  return `<TABLE BORDER=0 CELLPADDING=2>${html}</TABLE>`;
};

/** Label, value, and a remark behind it. */
const remarked: Scene = (desk) =>
  `<table>${each(facts(desk, 3, 6), (fact) => `<tr><td>${head(desk, fact.label)}</td><td>${ink(desk, fact.text)}</td><td class="hint">${word(desk.chance, "|geprüft|seit 01.02.2024|s. Akte|Blatt 14")}</td></tr>`)}</table>`;

/** Tables for layout's sake, one inside the other. */
const nested: Scene = (desk) => {
  const inner = (): string =>
    `<table>${each(facts(desk, 2, 3), (fact) => `<tr><td>${head(desk, fact.label)}:</td><td>${ink(desk, fact.text)}</td></tr>`)}</table>`;
  return `<table width="100%"><tr><td valign="top"><b>Person</b>${inner()}</td><td valign="top"><b>Verfahren</b>${inner()}</td></tr></table>`;
};

/** A label above its value in the same cell, several cells in a row. */
const stackedCells: Scene = (desk) =>
  `<table class="form"><tr>${each(facts(desk, 2, 5), (fact) => `<td><small>${head(desk, fact.label)}</small><br>${ink(desk, fact.text)}</td>`)}</tr></table>`;

const definitions: Scene = (desk) => {
  const grouped = desk.chance.below(2) === 0;
  return `<dl class="row">${each(facts(desk, 3, 7), (fact) => {
    const html = `<dt class="col-3">${head(desk, fact.label)}</dt><dd class="col-9">${ink(desk, fact.text)}</dd>`;
    return grouped ? `<div>${html}</div>` : html;
  })}</dl>`;
};

/** Two numbers under one label: an earlier and a later one. */
const twice: Scene = (desk) => {
  const kind = oneOf(desk.chance, CLIENTS);
  return `<dl><dt>${safe(labelOf(desk, kind))}</dt><dd>${ink(desk, ownText(desk, kind))}</dd><dd>${ink(desk, ownText(desk, kind))} (alt)</dd><dt>Telefon</dt><dd>${telephone(desk.chance)}</dd></dl>`;
};

/** A flat grid: labels and values are brothers. */
const flatGrid: Scene = (desk) =>
  `<div style="display:grid;grid-template-columns:12em 1fr">${each(facts(desk, 3, 7), (fact) => `<div class="k">${head(desk, fact.label)}</div><div class="v">${ink(desk, fact.text)}</div>\n`)}</div>`;

/** A grid of boxes, each its own label and value, as frameworks make them. */
const boxes: Scene = (desk) =>
  `<div class="MuiGrid-root">${each(facts(desk, 3, 6), (fact) => `<div class="MuiGrid-item"><div><p class="caption">${head(desk, fact.label)}</p></div><div><div><p>${ink(desk, fact.text)}</p></div></div></div>`)}</div>`;

/** Headers and cells of a list made of boxes. */
const boxedList: Scene = (desk) => {
  const all = columns(desk, 2);
  const heads = all.map((one) => `<div role="columnheader">${safe(one.label)}</div>`).join("");
  const row = (): string =>
    `<div role="row">${all.map((one) => `<div role="gridcell">${ink(desk, one.text())}</div>`).join("")}</div>`;
  return `<div role="grid"><div role="rowgroup"><div role="row">${heads}</div></div><div role="rowgroup">${row()}${row()}</div></div>`;
};

/** A big number with its name small below it. */
const nameBelow: Scene = (desk) => {
  const all = [ownFact(desk), alikeFact(desk), anyFact(desk)];
  return desk.chance.below(2) === 0
    ? `<div class="tiles">${each(all, (fact) => `<figure><p class="big">${ink(desk, fact.text)}</p><figcaption>${safe(fact.label)}</figcaption></figure>`)}</div>`
    : `<div class="tiles">${each(all, (fact) => `<div class="tile"><strong>${ink(desk, fact.text)}</strong><br><small>${safe(fact.label)}</small></div>`)}</div>`;
};

/** A shop's or the office's own bill: nothing in it is the client's. */
const bill: Scene = (desk) => {
  const { chance } = desk;
  const row = (): string =>
    `<tr><td>${stencil(chance, word(chance, "%##@######|%######-###|%##########|@########"))}</td><td>Schreibtischlampe</td><td>${stencil(chance, "978-3-%##-%####-#")}</td><td>${stencil(chance, "%##,##")} €</td></tr>`;
  return `<table><tr><th>${word(chance, "Artikel-Nr.|Bestell-Nr.|Art.-Nr.")}</th><th>Bezeichnung</th><th>${word(chance, "ISBN|EAN")}</th><th>Preis</th></tr>${row()}${row()}<tr><td colspan="3">Summe</td><td>1.204,50 €</td></tr></table>`;
};

const plainCard: Scene = (desk) =>
  `<section class="card"><h3>Stammdaten</h3>${each([plainFact(desk), anyFact(desk), plainFact(desk)], (fact) => `<div class="line"><span>${head(desk, fact.label)}</span> <span>${ink(desk, fact.text)}</span></div>`)}</section>`;

export const TABLES: readonly Scene[] = [
  ...[clientList, groupedHeaders, household, personColumns, authorities, pairsInARow, remarked],
  ...[nested, stackedCells, definitions, twice, flatGrid, boxes, boxedList, nameBelow, bill],
  plainCard,
];
