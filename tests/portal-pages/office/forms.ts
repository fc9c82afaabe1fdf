/** Forms as programs and frameworks write them. */
import {
  type Desk,
  type Fact,
  facts,
  freshId,
  head,
  labelOf,
  ownFact,
  ownText,
  safe,
} from "./desk";
import { GIVEN, type Kind, oneOf, stencil, word } from "./given-numbers";
import type { Scene } from "./tables";

const field = (desk: Desk, fact: Fact, more: string): string => {
  const state = word(desk.chance, "||readonly|disabled|required|autocomplete=off");
  return `<input type="text" ${state} ${more} value="${safe(fact.text)}">`;
};

const rows = (desk: Desk, html: (fact: Fact) => string): string =>
  facts(desk, 2, 6).map(html).join("\n");

const byId: Scene = (desk) =>
  rows(desk, (fact) => {
    const id = freshId(desk);
    return `<div class="form-group"><label for="${id}">${head(desk, fact.label)}</label><div class="col">${field(desk, fact, `id="${id}" name="txt${id}"`)}</div></div>`;
  });

/** The label stands behind its field, and floats above it. */
const floating: Scene = (desk) =>
  rows(desk, (fact) => {
    const id = freshId(desk);
    return `<div class="form-floating">${field(desk, fact, `id="${id}" placeholder=" "`)}<label for="${id}">${safe(fact.label)}</label></div>`;
  });

const around: Scene = (desk) =>
  rows(
    desk,
    (fact) => `<label><span>${head(desk, fact.label)}</span> ${field(desk, fact, "")}</label>`,
  );

const named: Scene = (desk) =>
  rows(desk, (fact) => {
    const way = word(desk.chance, "aria-label|title|placeholder");
    return `<div>${field(desk, fact, `${way}="${safe(fact.label)}"`)}</div>`;
  });

const namedByTwo: Scene = (desk) =>
  `<h4 id="${freshId(desk)}">Angaben</h4>${rows(desk, (fact) => {
    const [label, hint] = [freshId(desk), freshId(desk)];
    return `<div><span id="${label}">${safe(fact.label)}</span><span id="${hint}">${word(desk.chance, "(freiwillig)|Pflichtangabe|lt. Bescheid")}</span>${field(desk, fact, `aria-labelledby="${label} ${hint}"`)}</div>`;
  })}`;

/** Labels in one column of a table, fields in the next. */
const inTable: Scene = (desk) =>
  `<table>${rows(desk, (fact) => `<tr><td class="lbl">${head(desk, fact.label)}:</td><td>${field(desk, fact, `name="${freshId(desk)}" size="20"`)}</td></tr>`)}</table>`;

/** No label element at all: a box above, a box below. */
const wrapped: Scene = (desk) =>
  rows(
    desk,
    (fact) =>
      `<div class="v-field"><div class="v-label">${head(desk, fact.label)}</div><div class="v-control"><div>${field(desk, fact, "")}</div></div></div>`,
  );

const outputs: Scene = (desk) =>
  rows(desk, (fact) => {
    const id = freshId(desk);
    const tag = word(desk.chance, "output|span|div|textarea readonly");
    const close = tag.split(" ")[0] ?? tag;
    return `<p><label for="${id}">${head(desk, fact.label)}</label> <${tag} id="${id}" class="form-control-plaintext">${safe(fact.text)}</${close}></p>`;
  });

const edited: Scene = (desk) =>
  rows(
    desk,
    (fact) =>
      `<div><div class="lbl">${safe(fact.label)}</div><div contenteditable="true" role="textbox" aria-label="${safe(fact.label)}">${safe(fact.text)}</div></div>`,
  );

const chosen: Scene = (desk) =>
  rows(desk, (fact) => {
    const id = freshId(desk);
    return `<label for="${id}">${safe(fact.label)}</label> <select id="${id}"><option value="">---</option><option selected>${safe(fact.text)}</option></select>`;
  });

/** The client's case among others in a list: only the chosen one is on the screen. */
const chosenCase: Scene = (desk) => {
  const other = GIVEN.bg_number(desk.chance).text;
  return `<label>Aktive Bedarfsgemeinschaft <select><option>${other} Rahimi</option><option selected>${ownText(desk, "bg_number")} Al-Masri</option></select></label>`;
};

/** One number in several fields, which the caret jumps through. */
const splitFields: Scene = (desk) => {
  const kind = oneOf(desk.chance, ["bg_number", "azr", "iban_de", "tax_id", "pension_no"] as const);
  const { value } = GIVEN[kind](desk.chance);
  desk.truth.add(`${kind} ${value}`);
  const lengths: Readonly<Record<typeof kind, readonly number[]>> = {
    bg_number: [5, 2, 7],
    azr: [6, 6],
    iban_de: [4, 4, 4, 4, 4, 2],
    tax_id: [2, 3, 3, 3],
    pension_no: [2, 6, 1, 3],
  };
  let at = 0;
  const pieces = lengths[kind].map((length) => value.slice(at, (at += length)));
  const label = safe(labelOf(desk, kind));
  const inputs = pieces.map((piece) =>
    piece === "//"
      ? `<span>${word(desk.chance, "//|BG")}</span>`
      : `<input type="text" maxlength="${piece.length}" size="${piece.length}" value="${piece}">`,
  );
  return desk.chance.below(2) === 0
    ? `<fieldset><legend>${label}</legend>${inputs.join(" ")}</fieldset>`
    : `<div class="row"><label>${label}</label><div class="split">${inputs.join("\n")}</div></div>`;
};

/** Empty fields, whose hints are examples and no client's number. */
const hints: Scene = (desk) => {
  const kinds: readonly Kind[] = ["bg_number", "ba_customer", "iban_de", "tax_id"];
  return kinds
    .filter(() => desk.chance.below(2) === 0)
    .map((kind) => {
      const id = freshId(desk);
      return `<div><label for="${id}">${safe(labelOf(desk, kind))}</label><input id="${id}" placeholder="z. B. ${GIVEN[kind](desk.chance).text}"></div>`;
    })
    .join("");
};

/** Text before the field is part of the frame, with the label above. */
const withPrefix: Scene = (desk) => {
  const { label, text } = ownFact(desk, "bg_number");
  const id = freshId(desk);
  return `<label for="${id}">${safe(label)}</label><div class="input-group"><span class="input-group-text">Nr.</span><input id="${id}" class="form-control" value="${text}"><button>Suchen</button></div>`;
};

const ticked: Scene = (desk) => {
  const { chance } = desk;
  return `<fieldset><legend>Zuordnung</legend>${["bg_number", "file_number"].map((kind) => `<label><input type="checkbox" ${word(chance, "|checked")}> ${safe(labelOf(desk, kind as Kind))} ${ownText(desk, kind as Kind)}</label>`).join("<br>")}<label><input type="radio"> Ticket ${stencil(chance, "2025########%###")}</label></fieldset>`;
};

export const FORMS: readonly Scene[] = [
  ...[byId, byId, floating, around, named, namedByTwo, inTable, wrapped, outputs, edited],
  ...[chosen, chosenCase, splitFields, hints, withPrefix, ticked],
];
