/** Titles, letters, mails, notes and lists of events: numbers in the middle of words. */
import { alikeFact, anyFact, type Desk, type Fact, facts, head, ink, labelOf } from "./desk";
import { ownFact, ownText, safe } from "./desk";
import { date, type Kind, oneOf, stencil, word } from "./given-numbers";
import { ASIDES, telephone } from "./look-alikes";
import type { Scene } from "./tables";

const aside = (desk: Desk): string => safe(oneOf(desk.chance, ASIDES)(desk.chance));
const NAMED: readonly Kind[] = ["bg_number", "file_number", "ba_customer", "bamf_file", "azr"];

/** `Az.: 4711`, `Az. 4711`, `Az. – 4711`, `Az = 4711`, `Az./4711`, with any blank. */
const joined = (desk: Desk, fact: Fact): string =>
  head(desk, fact.label) +
  word(desk.chance, ": |:| : | – |&nbsp;|:&nbsp;| - |&#8239;|:&#8195;| = |:\t| ") +
  ink(desk, fact.text);

const lines: Scene = (desk) =>
  `<p>${facts(desk, 2, 6)
    .map((fact) => joined(desk, fact))
    .join(word(desk.chance, "<br>|<br/>\n"))}</p>`;

const oneLine: Scene = (desk) =>
  `<div class="meta">${facts(desk, 2, 4)
    .map((fact) => joined(desk, fact))
    .join(
      oneOf(desk.chance, [" | ", " • ", ", ", "; ", " – ", "<span> / </span>", "<span>|</span>"]),
    )}</div>`;

const chips: Scene = (desk) =>
  `<div class="chips">${facts(desk, 2, 5)
    .map((fact) => `<span class="chip">${joined(desk, fact)}</span>`)
    .join(" ")}</div>`;

const items: Scene = (desk) =>
  `<ul>${facts(desk, 2, 6)
    .map((fact) => `<li>${joined(desk, fact)}</li>`)
    .join("")}</ul>`;

/** Two names before a slash, two numbers behind. */
const pairOfTwo: Scene = (desk) => {
  const [first, second] = word(
    desk.chance,
    "bg_number ba_customer|ba_customer bg_number|file_number bg_number",
  ).split(" ") as [Kind, Kind];
  return `<p>${safe(labelOf({ ...desk, skin: "short" }, first))} / ${safe(labelOf({ ...desk, skin: "short" }, second))}: ${ownText(desk, first)} / ${ownText(desk, second)}</p>`;
};

/** The name follows in brackets. */
const nameBehind: Scene = (desk) => {
  const kind = oneOf(desk.chance, ["bg_number", "ba_customer", "azr", "bamf_file"] as const);
  const label = labelOf({ ...desk, skin: "short" }, kind);
  return `<p>Al-Masri, Yusuf · ${ownText(desk, kind)} (${safe(label)}) · Tel. ${telephone(desk.chance)}</p>`;
};

const title: Scene = (desk) => {
  const number = ownText(desk, "bg_number");
  const before = word(
    desk.chance,
    "Bescheid zu|Bedarfsgemeinschaft|Fall|Weiterbewilligung –|Akte BG|Änderungsbescheid für",
  );
  const tag = word(desk.chance, "h1|h2|title-bar|summary|legend|b");
  const of = word(desk.chance, "| (Al-Masri)| vom 12.03.2026| – Seite 1 von 3");
  return `<${tag}>${before} ${ink(desk, number)}${of}</${tag}>`;
};

const fileTitle: Scene = (desk) => {
  const { label, text } = ownFact(desk, oneOf(desk.chance, NAMED));
  return `<header><h1>${word(desk.chance, "Fallübersicht|Bescheid|Client details")}</h1><h2>${safe(label)} ${ink(desk, text)}</h2><small>Stand: ${date(desk.chance)}, Version 4.12.3</small></header>`;
};

const crumbs: Scene = (desk) => {
  const label = labelOf({ ...desk, skin: "short" }, "file_number");
  return `<nav aria-label="Breadcrumb"><ol><li><a href="/">Start</a></li><li><a href="/f">Fälle 2026</a></li><li><a href="#">BG ${ownText(desk, "bg_number")}</a></li><li aria-current="page">${safe(label)} ${ownText(desk, "file_number")}</li></ol></nav>`;
};

/** DIN 5008: the line of references, names above and values below. */
const referenceLine: Scene = (desk) => {
  const { chance } = desk;
  const ours = word(
    chance,
    "Unser Zeichen|Mein Zeichen|Unser Zeichen, unsere Nachricht vom|Aktenzeichen",
  );
  const cells: readonly (readonly [string, string])[] = [
    ["Ihr Zeichen, Ihre Nachricht vom", word(chance, "|mü-ha|12.03.2026")],
    [ours, ownText(desk, "file_number")],
    ["Telefon, Name", `${telephone(chance)} Frau Maier`],
    ["Datum", date(chance)],
  ];
  return chance.below(2) === 0
    ? `<table><tr>${cells.map(([name]) => `<td>${name}</td>`).join("")}</tr><tr>${cells.map(([, text]) => `<td>${text}</td>`).join("")}</tr></table>`
    : `<div class="ref">${cells.map(([name, text]) => `<div><span class="name">${name}</span><br><span>${text}</span></div>`).join("")}</div>`;
};

const letter: Scene = (desk) => {
  const { chance } = desk;
  const own = ownFact(desk, oneOf(chance, NAMED));
  const body = word(
    chance,
    "unter dem %l %v geführt|mit der %l %v|zu Ihrer %l %v|(%l: %v)|– %l %v –|, %l %v,",
  )
    .replace("%l", safe(own.label))
    .replace("%v", ink(desk, own.text));
  return `<article><p>Jobcenter Pforzheim, Blumenhof 4, 75175 Pforzheim</p><p>Sehr geehrter Herr Al-Masri,</p><p>Ihr Antrag vom ${date(chance)} wird ${body} bearbeitet. ${aside(desk)} ${aside(desk)}</p><p>Mit freundlichen Grüßen</p></article>`;
};

const infoBlock: Scene = (desk) =>
  `<pre>${[
    ownFact(desk),
    { label: "Telefon", text: telephone(desk.chance) },
    anyFact(desk),
    alikeFact(desk),
  ]
    .map((fact) => `${safe(fact.label)}:`.padEnd(28) + safe(fact.text))
    .join("\n")}</pre>`;

/** A screen of the big machine: capitals, dots up to the value. */
const dotted: Scene = (desk) =>
  `<pre>${facts({ ...desk, skin: "shouting" }, 3, 6)
    .map((fact) => `${safe(fact.label.toUpperCase())} `.padEnd(30, ".") + `: ${safe(fact.text)}`)
    .join("\n")}</pre>`;

const mail: Scene = (desk) => {
  const { chance } = desk;
  const label = word(chance, "Az.|AZ|Gesch.-Z.|Unser Zeichen");
  const own = ownText(desk, "file_number");
  return `<div class="mail"><div>Von: poststelle@example.org</div><div>Gesendet: ${date(chance)} 10:15</div><div>Betreff: AW: [${label} ${own}] Mietbescheinigung</div><p>${aside(desk)}</p><p>-- <br>Tel. ${telephone(chance)} | Fax ${telephone(chance)}<br>Zimmer 214, 75175 Pforzheim</p></div>`;
};

const events: Scene = (desk) => {
  const { chance } = desk;
  const entry = (): string => {
    const own = ownFact(desk, oneOf(chance, NAMED));
    const text =
      chance.below(2) === 0
        ? `Schreiben zu ${safe(own.label)} ${ink(desk, own.text)} eingegangen`
        : `${safe(own.label)}: ${ink(desk, own.text)} ergänzt`;
    return `<li><time>${date(chance)} 10:15</time> – ${text}. ${aside(desk)}</li>`;
  };
  return `<ol class="timeline">${entry()}<li><time>${date(chance)}</time> – ${aside(desk)}</li>${entry()}</ol>`;
};

const note: Scene = (desk) => {
  const kind = oneOf(desk.chance, NAMED);
  const { label, text } = ownFact(desk, kind);
  const said = word(
    desk.chance,
    "%l von Herrn A. lautet %v.|%l ist %v.|%l (neu): %v|Neue %l: %v, alte ungültig.|Herr A. (%l %v) hat angerufen.",
  );
  return `<p>${aside(desk)} ${said.replace("%l", safe(label)).replace("%v", ink(desk, text))} ${aside(desk)}</p>`;
};

const buttons: Scene = (desk) =>
  `<div class="bar"><button>Fall ${ownText(desk, "bg_number")} öffnen</button> <a href="/x?id=12345678">Akte drucken</a> <a href="#">${safe(labelOf({ ...desk, skin: "short" }, "file_number"))} ${ownText(desk, "file_number")}</a></div>`;

const footer: Scene = (desk) => {
  const { chance } = desk;
  return `<footer>Stadt Pforzheim · Marktplatz 1 · 75175 Pforzheim · Tel. ${telephone(chance)} · Fax ${telephone(chance)}<br>Sparkasse Pforzheim Calw · IBAN ${ownText(desk, "iban_de")} · BIC PZHSDE66XXX · USt-IdNr. DE${stencil(chance, "%########")} · Gläubiger-ID ${stencil(chance, "DE98ZZZ0000#######")}<br>Version 4.12.3 (Build 20250812.3) · HRB ${stencil(chance, "50####")}</footer>`;
};

const asides: Scene = (desk) => `<p>${aside(desk)}</p><p>${aside(desk)} ${aside(desk)}</p>`;

export const PROSE: readonly Scene[] = [
  ...[lines, lines, oneLine, chips, items, pairOfTwo, nameBehind, title, fileTitle, crumbs],
  ...[referenceLine, letter, infoBlock, dotted, mail, events, note, buttons, footer, asides],
];
