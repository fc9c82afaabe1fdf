/** Pages with a known truth, from a seed: same seed, same pages. */
import { seeded } from "../support/seeded";
import { type Chance, pick } from "./numbers";
import { DECOYS, FILLERS, SORTS } from "./words";

export type MadePage = {
  readonly name: string;
  /** `template[data-shadow]` becomes a shadow root, `[data-frame]` a frame, `[data-set]` a value. */
  readonly html: string;
  /** `kind value`, in no order. */
  readonly truth: readonly string[];
};

type Item = { readonly label: string; readonly text: string; readonly truth: string | undefined };

export function makePage(seed: number, index: number): MadePage {
  const chance = seeded(`portal page ${seed}/${index}`);
  const items = Array.from({ length: 4 + chance.below(6) }, () => makeItem(chance));
  let rest = items;
  let html = "";
  while (rest.length > 0) {
    const count = 1 + chance.below(4);
    const group = rest.slice(0, count);
    rest = rest.slice(count);
    html += wrapped(chance, pick(chance, LAYOUTS)(group, chance));
  }
  const truth = items.flatMap((item) => (item.truth === undefined ? [] : [item.truth]));
  return { name: `seed ${seed}, page ${index}`, html, truth: [...new Set(truth)] };
}

function makeItem(chance: Chance): Item {
  const share = chance.below(100);
  if (share < 45) {
    const sort = pick(chance, SORTS);
    const value = sort.make(chance);
    const text = pick(chance, sort.ways)(value, chance);
    const normal = value.replaceAll(" ", "").toUpperCase();
    return { label: pick(chance, sort.labels), text, truth: `${sort.kind} ${normal}` };
  }
  if (share < 80) return { ...pick(chance, DECOYS)(chance), truth: undefined };
  const [label, text] = pick(chance, FILLERS);
  return { label, text, truth: undefined };
}

type Layout = (items: readonly Item[], chance: Chance) => string;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The same words, written as pages do. */
function written(chance: Chance, text: string): string {
  let html = escaped(text);
  const way = chance.below(10);
  if (way === 0) html = html.replaceAll(" ", "&nbsp;");
  if (way === 1)
    html = html.replaceAll(" ", pick(chance, ["&thinsp;", "&#8239;", "\n      ", "  "]));
  if (way < 4 && !html.includes("&") && html.length > 6) {
    const at = 1 + chance.below(html.length - 2);
    const tag = pick(chance, ["b", "span", "i", "em", "mark", "strong"]);
    const inside = chance.below(3) === 0 ? `<span>${html.slice(at)}</span>` : html.slice(at);
    html = `${html.slice(0, at)}<${tag}>${inside}</${tag}>`;
  }
  if (way === 4 && !html.includes("&"))
    html = html.slice(0, 3) + pick(chance, ["&shy;", "<wbr>", "&#8203;"]) + html.slice(3);
  return html;
}

const colon = (chance: Chance, label: string): string =>
  escaped(label) +
  (/[.:)]$/.test(label) ? pick(chance, ["", ":"]) : pick(chance, [":", ":", "", " :"]));

let count = 0;

const LAYOUTS: readonly Layout[] = [
  (items, chance) =>
    items
      .map((item) => `<p>${colon(chance, item.label)} ${written(chance, item.text)}</p>`)
      .join("\n"),
  (items, chance) =>
    `<p>${items.map((item) => `${colon(chance, item.label)} ${written(chance, item.text)}`).join(pick(chance, ["<br>", "<br>\n", " <br/> "]))}</p>`,
  (items, chance) =>
    `<p>${items.map((item) => `${colon(chance, item.label)} ${written(chance, item.text)}`).join(pick(chance, [" | ", "; ", " · "]))}</p>`,
  (items, chance) =>
    `<dl>${items.map((item) => `<dt>${colon(chance, item.label)}</dt>\n<dd>${written(chance, item.text)}</dd>`).join("")}</dl>`,
  (items, chance) =>
    `<dl>${items.map((item) => `<div class="row"><dt><span>${colon(chance, item.label)}</span></dt><dd><span>${written(chance, item.text)}</span></dd></div>`).join("")}</dl>`,
  (items, chance) =>
    `<table><tbody>${items.map((item) => `<tr><th scope="row">${colon(chance, item.label)}</th>\n<td>${written(chance, item.text)}</td></tr>`).join("")}</tbody></table>`,
  (items, chance) =>
    `<table>${items.map((item) => `<tr><td class="l">${colon(chance, item.label)}</td><td>${written(chance, item.text)}</td></tr>`).join("")}</table>`,
  (items, chance) =>
    `<table><thead><tr><th>Nr.</th>${items.map((item) => `<th>${escaped(item.label)}</th>`).join("")}</tr></thead>\n<tbody><tr><td>1</td>${items.map((item) => `<td>${written(chance, item.text)}</td>`).join("\n")}</tr></tbody></table>`,
  (items, chance) =>
    `<div role="table"><div role="row">${items.map((item) => `<span role="columnheader">${escaped(item.label)}</span>`).join("")}</div><div role="row">${items.map((item) => `<div role="cell">${written(chance, item.text)}</div>`).join("")}</div></div>`,
  (items, chance) =>
    items
      .map(
        (item) =>
          `<div class="css-1x"><div class="css-2y"><div>${colon(chance, item.label)}</div></div><div class="css-3z"><div><span>${written(chance, item.text)}</span></div></div></div>`,
      )
      .join(""),
  (items, chance) =>
    items
      .map(
        (item) =>
          `<div class="field"><span class="label">${colon(chance, item.label)}</span><span class="value">${written(chance, item.text)}</span></div>`,
      )
      .join(""),
  (items, chance) =>
    `<section class="card"><h3>Falldaten</h3>${items.map((item) => `<div><small>${escaped(item.label)}</small><div><b>${written(chance, item.text)}</b></div></div>`).join("")}</section>`,
  (items, chance) =>
    `<ul>${items.map((item) => `<li><strong>${colon(chance, item.label)}</strong> ${written(chance, item.text)}</li>`).join("")}</ul>`,
  (items) =>
    items
      .map((item) => {
        count += 1;
        return `<div><label for="f${count}">${escaped(item.label)}</label><input id="f${count}" value="${escaped(item.text)}"></div>`;
      })
      .join(""),
  (items) =>
    items
      .map(
        (item) =>
          `<label>${escaped(item.label)} <input type="text" readonly value="${escaped(item.text)}"></label>`,
      )
      .join(""),
  (items) =>
    items
      .map((item) => `<input aria-label="${escaped(item.label)}" data-set="${escaped(item.text)}">`)
      .join("<br>"),
  (items) =>
    items
      .map((item) => `<input placeholder="${escaped(item.label)}" value="${escaped(item.text)}">`)
      .join(""),
  (items) =>
    items
      .map(
        (item) =>
          `<label>${escaped(item.label)}<select><option>bitte wählen</option><option selected>${escaped(item.text)}</option></select></label>`,
      )
      .join(""),
  (items) =>
    items
      .map((item) => {
        count += 1;
        return `<div><span id="l${count}">${escaped(item.label)}</span><div><textarea aria-labelledby="l${count}">${escaped(item.text)}</textarea></div></div>`;
      })
      .join(""),
  (items, chance) =>
    items
      .map(
        (item) =>
          `<p>${pick(chance, ["Bitte geben Sie bei Rückfragen Folgendes an:", "Im Verfahren", "Sehr geehrte Frau Haddad,", "Laut Bescheid gilt:"])} ${escaped(item.label)} ${pick(chance, ["", "lautet", "ist", ":"])} ${written(chance, item.text)}${pick(chance, [".", ", Stand heute.", " (aktuell)", ""])}</p>`,
      )
      .join(""),
];

function wrapped(chance: Chance, html: string): string {
  const way = chance.below(14);
  if (way === 0) return `<x-card><template data-shadow>${html}</template></x-card>`;
  if (way === 1) return `<div data-frame>${html}</div>`;
  if (way === 2) return `<main><div><div>${html}</div></div></main>`;
  return `<div>${html}</div>\n`;
}
