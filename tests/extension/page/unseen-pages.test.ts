// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";
import { hidePage, type WatchedPage, watchPage } from "./watched-page";

/**
 * Written after the reader, from how offices' own forms and letters speak, not from its lists: what
 * it did not know then, it learned; all of it stays here.
 */
const open: WatchedPage[] = [];

function seenIn(html: string): readonly string[] {
  hidePage(false);
  document.body.innerHTML = html;
  const page = watchPage();
  open.push(page);
  page.settle();
  return page.seen();
}

afterEach(() => {
  for (const page of open.splice(0)) page.watch.close();
  document.body.replaceChildren();
});

const FILE = ["file_number 50.2-2024-01234"];
const BG = ["bg_number 12345//0012345"];
const AZR = ["azr 150917012345"];
const BAMF = ["bamf_file 7654321-475"];

test.each([
  ["Geschäftszeichen/Aktenzeichen", "50.2-2024-01234", FILE],
  ["Akten-Z.", "50.2-2024-01234", FILE],
  ["AktZ", "50.2-2024-01234", FILE],
  ["Aktenz.:", "50.2-2024-01234", FILE],
  ["Zeichen der Behörde", "50.2-2024-01234", FILE],
  ["Unser Az.", "50.2-2024-01234", FILE],
  ["Ihre Nachricht vom / Unser Zeichen", "50.2-2024-01234", FILE],
  ["Vorgang", "50.2-2024-01234", FILE],
  ["Vorgang Nr.", "50.2-2024-01234", FILE],
  ["Vorgangs-ID", "50.2-2024-01234", FILE],
  ["Fallakte", "50.2-2024-01234", FILE],
  ["Fall-ID", "50.2-2024-01234", FILE],
  ["Aktennr", "50.2-2024-01234", FILE],
  ["Aktenkennzeichen", "50.2-2024-01234", FILE],
  ["Ordnungsmerkmal", "50.2-2024-01234", FILE],
  ["Ordnungskennzeichen", "50.2-2024-01234", FILE],
  ["Fallkennung", "50.2-2024-01234", FILE],
  ["Aktenzeichen Wohngeld", "50.2-2024-01234", FILE],
  ["Wohngeldnummer", "50.2-2024-01234", []],
  ["Reference number", "50.2-2024-01234", FILE],
  ["Case file", "50.2-2024-01234", FILE],
  ["BG-Kennung", "12345//0012345", BG],
  ["Nr. der BG", "12345//0012345", BG],
  ["Bedarfsgemeinschafts-Nr.", "12345//0012345", BG],
  ["Bedarfsgem.-Nr.", "12345//0012345", BG],
  ["BG-Nummer / Kundennummer", "12345//0012345", BG],
  ["AZR-Zahl", "150917012345", AZR],
  ["AZR-ID", "150917012345", AZR],
  ["AZR Kennnummer", "150917012345", AZR],
  ["AZR-Aktenzeichen", "150917012345", AZR],
  ["Ausländerzentralregisternummer", "150917012345", AZR],
  ["Ausl.-Zentralregister-Nr.", "150917012345", AZR],
  ["Registernummer (AZR)", "150917012345", AZR],
  ["BAMF-Geschäftszeichen", "7654321-475", BAMF],
  ["BAMF-Nr.", "7654321-475", BAMF],
  ["Az. des BAMF", "7654321-475", BAMF],
  ["Az. Bundesamt für Migration und Flüchtlinge", "7654321-475", BAMF],
  ["Aktenzeichen Asylverfahren", "7654321-475", BAMF],
  ["Asylaktenzeichen", "7654321-475", BAMF],
  ["Asylverfahren Az", "7654321-475", BAMF],
  ["Steuer-Ident-Nr.", "86095742719", ["tax_id 86095742719"]],
  ["Steueridentnummer", "86095742719", ["tax_id 86095742719"]],
  ["Steuerl. Identifikationsnr.", "86095742719", ["tax_id 86095742719"]],
  ["Persönliche Identifikationsnummer", "86095742719", ["tax_id 86095742719"]],
  ["RVNR", "15070649C103", ["pension_no 15070649C103"]],
  ["Sozialvers.-Nr.", "15070649C103", ["pension_no 15070649C103"]],
  ["SV-Ausweis Nr.", "15070649C103", ["pension_no 15070649C103"]],
  ["Versicherungsnr. der Rentenversicherung", "15070649C103", ["pension_no 15070649C103"]],
  ["Rentenvers.-Nr.", "15070649C103", ["pension_no 15070649C103"]],
  ["Krankenvers.-Nr.", "A123456780", ["health_no A123456780"]],
  ["Versicherten-ID", "A123456780", ["health_no A123456780"]],
  ["eGK-Nr.", "A123456780", ["health_no A123456780"]],
  ["KVNr", "A123456780", ["health_no A123456780"]],
  ["Kindergeld Nr", "115FK123456", ["child_benefit_no 115FK123456"]],
  ["FK-Nummer", "115FK123456", ["child_benefit_no 115FK123456"]],
  ["Aufenthaltstitel-Nr.", "C01X00T47", ["eat_serial C01X00T47"]],
  ["Nr. des Aufenthaltstitels", "C01X00T47", ["eat_serial C01X00T47"]],
  ["Dokumentennr.", "C01X00T47", ["eat_serial C01X00T47"]],
  ["Konto (IBAN)", "DE89 3704 0044 0532 0130 00", ["iban_de DE89370400440532013000"]],
  ["Zahlungsempfänger IBAN", "DE89370400440532013000", ["iban_de DE89370400440532013000"]],
])("[DT14] what a page calls %s is known: %s", (label, value, expected) => {
  const rows = {
    line: seenIn(`<p>${label}: ${value}</p>`),
    cell: seenIn(`<table><tr><th>${label}</th><td>${value}</td></tr></table>`),
    field: seenIn(`<label for=a>${label}</label><input id=a value="${value}">`),
  };
  expect(rows).toEqual({ line: expected, cell: expected, field: expected });
});

const NUMBER = "12345//<b>00</b>12345";

test.each([
  ["a grid of blocks", `<div class=g><div>BG-Nummer</div><div>Status</div></div>`, []],
  [
    "a grid that alternates",
    `<div class=g><div>Name</div><div>Haddad</div><div>AZR-Nr.</div><div>150917012345</div></div>`,
    AZR,
  ],
  ["a tooltip", `<span title="AZR-Nummer">150917012345</span>`, AZR],
  ["a tooltip around", `<div title="AZR-Nummer"><span>150917012345</span></div>`, AZR],
  [
    "a labelled group",
    `<div role=group aria-label="AZR-Nummer"><span>150917012345</span></div>`,
    AZR,
  ],
  ["a figure's caption", `<figure><figcaption>AZR-Nummer</figcaption>150917012345</figure>`, AZR],
  [
    "a legend",
    `<fieldset><legend>AZR-Nummer</legend><output>150917012345</output></fieldset>`,
    AZR,
  ],
  ["a definition in divs", `<dl><div><dt>AZR</dt><dd><p>150917012345</p></dd></div></dl>`, AZR],
  [
    "a label behind its field",
    `<input id=b value=150917012345><label for=b>AZR-Nummer</label>`,
    AZR,
  ],
  ["a described field", `<b id=d>AZR-Nummer</b><input aria-describedby=d value=150917012345>`, AZR],
  [
    "an abbreviation",
    `<p><abbr title="Ausländerzentralregister">AZR</abbr>-Nr. 150917012345</p>`,
    AZR,
  ],
  ["an icon between", `<p>AZR-Nr. <svg><title>Kopieren</title></svg> 150917012345</p>`, AZR],
  [
    "a button between",
    `<div>AZR-Nr. <button>Kopieren</button><span>150917012345</span></div>`,
    AZR,
  ],
  ["a link", `<p>AZR: <a href="/p/150917012345">150917012345</a></p>`, AZR],
  ["soft hyphens", `<p>Ausländer&shy;zentral&shy;register: 150917&shy;012345</p>`, AZR],
  ["thin spaces", `<p>AZR&#8239;150917&#8201;012345</p>`, AZR],
  ["a code element", `<p>BG-Nr. <code>12345//0012345</code></p>`, BG],
  ["broken by marks of a search", `<p>BG-Nr. <mark>123</mark>45//<mark>0012</mark>345</p>`, BG],
  ["several pieces", `<p>BG-Nr.: <span>${NUMBER}</span></p>`, BG],
  ["a list of values", `<ul><li>BG-Nr.: 12345//0012345</li><li>Tel.: 0711 1234567</li></ul>`, BG],
  ["a heading of a page", `<h1>Haddad, Samira (BG 12345//0012345)</h1>`, BG],
  ["a breadcrumb", `<nav><a>Start</a> › <a>12345//0012345</a></nav>`, BG],
  ["a badge", `<span class=badge>12345//0012345</span>`, BG],
  [
    "a column two rows below",
    `<table><tr><th>Name<th>AZR-Nr.<tr><td>A<td>-<tr><td>B<td>150917012345</table>`,
    AZR,
  ],
  [
    "a head cell with a button",
    `<table><thead><tr><th>Name</th><th><button>AZR-Nr. ▲</button></th></tr></thead><tr><td>A</td><td>150917012345</td></tr></table>`,
    AZR,
  ],
  [
    "a readonly field",
    `<div class=form-group><label>AZR-Nummer</label><div><input readonly value=150917012345></div></div>`,
    AZR,
  ],
  ["a telephone", `<p>Telefon: 07231 391234</p><p>Fax 07231/39-1235</p>`, []],
  ["an order", `<p>Bestellung 150917012345</p><p>Bestell-Nr.: 7654321-475</p>`, []],
  ["an invoice", `<table><tr><th>Rechnungs-Nr.</th><td>2024-01234</td></tr></table>`, []],
  ["a reservation", `<dl><dt>Buchungszeichen</dt><dd>5012.0123.4567</dd></dl>`, []],
  ["a meter", `<p>Zählernummer 150917012345, Zählerstand 12345</p>`, []],
  ["a tariff", `<p>Art.-Nr. C01X00T47 · EAN 4006381333931</p>`, []],
  ["a licence plate", `<p>Kennzeichen: PF-AB 1234</p>`, []],
  ["a room", `<p>Zimmer 214, Gebäude B 1.14</p>`, []],
  ["an amount", `<p>Bescheid über 1.234,56 € vom 12.03.2024</p>`, []],
  ["a law", `<p>§ 44 Abs. 1 SGB II, BGBl. I 2024 Nr. 123</p>`, []],
  ["a police number", `<p>D-Nummer: D123456789012</p><p>Az.: A 123456 789012</p>`, []],
  ["a time stamp", `<p>Stand: 2024-03-12 10:15:30, Version 4.11.2024</p>`, []],
])("[DT15] on a page with %s the numbers are what a reader takes them for", (_, html, expected) => {
  expect(seenIn(html)).toEqual(expected);
});

const VALUE = { azr: "150917012345", bg: "12345//0012345", file: "50.2-2024-01234" };

/** A second list, written after the first was read rightly: 15 of these 16 were known at once. */
test.each([
  ["Az. der Ausländerbehörde", VALUE.file, FILE],
  ["Geschäftszeichen (GZ)", VALUE.file, FILE],
  ["Aktenzeichen unserer Stelle", VALUE.file, FILE],
  ["Kassenaktenzeichen", VALUE.file, FILE],
  ["Zeichen", VALUE.file, FILE],
  ["Akte Nr.", VALUE.file, FILE],
  ["Vorgangsnr.", VALUE.file, FILE],
  ["Aktenz. Sozialamt", VALUE.file, FILE],
  ["Ref. No.", VALUE.file, FILE],
  ["AZR-Nr. des Kindes", VALUE.azr, AZR],
  ["AZR (Nummer)", VALUE.azr, AZR],
  ["AZRNr", VALUE.azr, AZR],
  ["BG-Nr. Jobcenter", VALUE.bg, BG],
  ["Nummer der Bedarfsgem.", VALUE.bg, BG],
  ["BAMF Az", "7654321-475", BAMF],
  ["D-Az. (BAMF)", "7654321-475", BAMF],
])("[DT14] nor is %s strange to it: %s", (label, value, expected) => {
  expect(seenIn(`<dl><dt>${label}</dt><dd>${value}</dd></dl>`)).toEqual(expected);
  expect(seenIn(`<p>${label}: ${value}</p>`)).toEqual(expected);
});
