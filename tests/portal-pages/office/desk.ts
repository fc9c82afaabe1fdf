/** What a page is made on: chance, its skin, and the numbers that have been put on it. */
import { type Alike, ALIKES, PLAIN } from "./look-alikes";
import { type Chance, GIVEN, type Kind, oneOf, word } from "./given-numbers";
import { LABELS, SLIPS } from "./given-labels";

export type Fact = Alike & { readonly kind?: Kind };

/** How the whole page speaks. */
export type Skin = "full" | "short" | "english" | "both" | "shouting";

export type Desk = {
  readonly chance: Chance;
  readonly skin: Skin;
  readonly truth: Set<string>;
  nextId: number;
};

// Weighted as a client's pages show them.
const OFTEN: readonly Kind[] = [
  ...["file_number", "file_number", "file_number", "bg_number", "bg_number"],
  ...["ba_customer", "ba_customer", "azr", "azr", "bamf_file", "bamf_file"],
  ...["iban_de", "tax_id", "pension_no", "health_no", "child_benefit_no", "eat_serial"],
] as Kind[];

export function makeDesk(chance: Chance): Desk {
  const skins: readonly Skin[] = ["full", "full", "short", "short", "english", "both", "shouting"];
  return { chance, skin: oneOf(chance, skins), truth: new Set(), nextId: 0 };
}

/** A client's own number under its label; from here on the page is expected to hold it. */
export function ownFact(desk: Desk, kind: Kind = oneOf(desk.chance, OFTEN)): Fact {
  return { label: labelOf(desk, kind), text: ownText(desk, kind), kind };
}

export function ownText(desk: Desk, kind: Kind): string {
  const { text, value } = GIVEN[kind](desk.chance);
  desk.truth.add(`${kind} ${value}`);
  return text;
}

export function labelOf(desk: Desk, kind: Kind): string {
  const { chance, skin } = desk;
  const { full, short, english } = LABELS[kind];
  if (skin === "english") return word(chance, english);
  if (skin === "both") return `${word(chance, full)} / ${word(chance, english)}`;
  if (skin === "shouting") return word(chance, `${full}|${short}`).toUpperCase();
  const label = word(chance, skin === "full" ? full : `${short}|${short}|${full}`);
  return chance.below(12) > 0 ? label : slipped(chance, label);
}

function slipped(chance: Chance, label: string): string {
  const fitting = SLIPS.filter(([right]) => label.includes(right));
  if (fitting.length === 0) return label;
  const [right, slip] = oneOf(chance, fitting);
  return label.replace(right, slip);
}

export function alikeFact(desk: Desk): Fact {
  const fact = oneOf(desk.chance, ALIKES)(desk.chance);
  return desk.skin === "shouting" ? { ...fact, label: fact.label.toUpperCase() } : fact;
}

export function plainFact(desk: Desk): Fact {
  const [label, text] = oneOf(desk.chance, PLAIN);
  return { label, text };
}

/** Two of five are the client's, two only look so. */
export function anyFact(desk: Desk): Fact {
  const share = desk.chance.below(10);
  if (share < 4) return ownFact(desk);
  return share < 8 ? alikeFact(desk) : plainFact(desk);
}

export const facts = (desk: Desk, low: number, high: number): readonly Fact[] =>
  Array.from({ length: low + desk.chance.below(high - low + 1) }, () => anyFact(desk));

export function freshId(desk: Desk): string {
  desk.nextId += 1;
  return `ctl00_${desk.nextId}`;
}

export const safe = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\u00ad", "&shy;");

/** A label's text as forms decorate it. */
export function head(desk: Desk, label: string): string {
  const { chance } = desk;
  const text = safe(label);
  switch (chance.below(16)) {
    case 0:
      return `${text}<abbr title="Pflichtfeld">*</abbr>`;
    case 1:
      return `${text} <button type="button" aria-label="Hilfe">?</button>`;
    case 2:
      return `${text}<span class="sr-only">:</span>`;
    case 3:
      return text.replace(/(?<=[a-zäöü]{4})(?=zeichen|nummer|gemeinschaft|versicherung)/, "&shy;");
    case 4:
      return text.replace(/(?<=[a-zäöü]{4})(?=zeichen|nummer|gemeinschaft|versicherung)/, "<wbr>");
    case 5:
      return text.replace("-", "-<br>");
    case 6:
      return `<svg width="12" height="12"><path d="M0 0h12v12H0z"/></svg> ${text}`;
    case 7:
      return text.replaceAll(" ", "&nbsp;");
    case 8:
      return `<b>${text}</b>`;
    case 9:
      return `<font size="-1">${text}</font>`;
    default:
      return text;
  }
}

/** A number's text as programs print it. */
export function ink(desk: Desk, text: string): string {
  const { chance } = desk;
  const cut = 1 + chance.below(Math.max(1, text.length - 1));
  const [before, after] = [safe(text.slice(0, cut)), safe(text.slice(cut))];
  switch (chance.below(20)) {
    case 0:
      return `${before}<wbr>${after}`;
    case 1:
      return `${before}<!-- -->${after}`;
    case 2:
      return `<mark>${before}</mark>${after}`;
    case 3:
      return [...text].map((sign) => `<span class="d">${safe(sign)}</span>`).join("");
    case 4:
      return safe(text).replaceAll(" ", "&nbsp;");
    case 5:
      return `${safe(text)} <button type="button" title="Kopieren">Kopieren</button>`;
    case 6:
      return `<a href="#">${safe(text)}</a>`;
    case 7:
      return `<font face="Arial"><b>${safe(text)}</b></font>`;
    case 8:
      return `\n        ${safe(text)}\n      `;
    case 9:
      return `<code>${before}&shy;${after}</code>`;
    case 10:
      return `&nbsp;${safe(text)}&nbsp;`;
    case 11:
      return safe(text).replaceAll(" ", "</span> <span>").replace(/^/, "<span>").concat("</span>");
    default:
      return safe(text);
  }
}
