// @vitest-environment jsdom
import { expect, test } from "vitest";
import { readPage } from "../../portal-pages/figures";

/** Page, and what is to be found on it. */
const PAGES: readonly (readonly [string, ...string[]])[] = [
  [
    "<p>Ihr Zeichen, Ihre Nachricht vom<br>Mein Zeichen: 50.11-4711/24<br>Telefon: 07231 39-2214</p>",
    "file_number 50.11-4711/24",
  ],
  ["<p>AZR-Registriernummer: 150917012345</p>", "azr 150917012345"],
  [
    "<p>Kindergeldnummer (KG-Nr.)&nbsp;: 115&nbsp;FK&nbsp;123456, Steuer-ID des Kindes: 86 095 742 719</p>",
    "child_benefit_no 115FK123456",
    "tax_id 86095742719",
  ],
  [
    "<div class=kv><div class=k>Akten­zeichen</div><div class=v>ABH 32.4-2023/1187</div></div>",
    "file_number ABH32.4-2023/1187",
  ],
  [
    "<p>Az.: 32.4 - 2023 - 1187 (bitte bei allen Schreiben angeben)</p>",
    "file_number 32.4-2023-1187",
  ],
  [
    "<p>Der Bescheid mit dem Aktenzeichen 50.2-2024-01234 wurde am 12.03.2024 versandt.</p>",
    "file_number 50.2-2024-01234",
  ],
  ["<p>zu Az. 50.2-2024-01234, Rückfragen an 07231 39-1234</p>", "file_number 50.2-2024-01234"],
  ["<p>[AZR: 150917012345]</p>", "azr 150917012345"],
  ["<p>AZR=150917012345;BG=12345//0012345</p>", "azr 150917012345", "bg_number 12345//0012345"],
  [
    "<p>BG-Nr.:12345//0012345 Kd.-Nr.:123A456789</p>",
    "bg_number 12345//0012345",
    "ba_customer 123A456789",
  ],
  [
    "<p>Ihre BG-Nummer lautet: <strong>12345//0012345</strong>. Ihre Kundennummer lautet: <strong>123A456789</strong>.</p>",
    "bg_number 12345//0012345",
    "ba_customer 123A456789",
  ],
  [
    "<table><caption>Kinder</caption><thead><tr><th rowspan=2>Name<th colspan=2>Nummern</tr><tr><th>Kindergeld-Nr.<th>Steuer-ID</tr></thead><tbody><tr><td>A<td>115FK123456<td>86095742719</table>",
    "child_benefit_no 115FK123456",
    "tax_id 86095742719",
  ],
  [
    "<table><tr><th>Name<th>AZR-Nr.<th>Tel.</tr><tr><td>Haddad<td>150917012345<td>0723139123</tr><tr><td>Khalil<td>160917012345<td>0723139124</tr></table>",
    "azr 150917012345",
    "azr 160917012345",
  ],
  ["<p>Aktenzeichen</p><p></p><p>50.2-2024-01234</p>", "file_number 50.2-2024-01234"],
  [
    "<div><i class=icon></i><span>BAMF-Az.</span> <button>Kopieren</button> <code>7654321-475</code></div>",
    "bamf_file 7654321-475",
  ],
  [
    "<fieldset><legend>AZR-Nummer</legend><input value=150917012345></fieldset>",
    "azr 150917012345",
  ],
  [
    "<mat-form-field><mat-label>AZR-Nummer</mat-label><input value=150917012345></mat-form-field>",
    "azr 150917012345",
  ],
  ["<div><input value=150917012345><label>AZR-Nummer</label></div>", "azr 150917012345"],
  [
    "<div><label for=q>AZR-Nummer</label><div><span>*</span></div><div class=w><input id=q value='150917 012345'></div></div>",
    "azr 150917012345",
  ],
  ["<h2>Fall 50.2-2024-01234 – Haddad</h2>"],
  ["<h2>Akte 50.2-2024-01234</h2>"],
  [
    "<p>IBAN: DE89370400440532013000, BIC: COBADEFFXXX, Verwendungszweck: 12345BG0012345</p>",
    "iban_de DE89370400440532013000",
    "bg_number 12345//0012345",
  ],
  [
    "<p>Rentenversicherungs­nummer/Sozialversicherungsnummer: 15 070649 C 103; KV-Nr. A123456780</p>",
    "pension_no 15070649C103",
    "health_no A123456780",
  ],
  ["<p>Kontakt: Tel. 07231/39-2214 (AZR-Auskunft), Mo-Fr 08:00-12:00</p>"],
  ["<p>AZR-Auskunft unter 150917012345678</p>"],
  ["<p>Bestell-Nr. 150917012345, AZR-Nr. 150917012346, Paket 150917012347</p>", "azr 150917012346"],
  ["<div>Personalausweis-Nr. L01X00T47 (gültig bis 12.03.2030)</div>", "eat_serial L01X00T47"],
  [
    "<div>eAT: C01X00T47, D-Nr.: D150917012345, AZR: 150917012345</div>",
    "eat_serial C01X00T47",
    "azr 150917012345",
  ],
  ["<p>Gesch.-Z.: 7654321-475 Telefax: 1234567-890</p>", "bamf_file 7654321-475"],
  ["<p>Aktenzeichen: 7654321-475/BAMF</p>", "bamf_file 7654321-475"],
  ["<td>AZ 12345/24</td>", "file_number 12345/24"],
  [
    "<a href='#'>Az. 50.2-2024-01234</a><a href='#'>Az. 50.2-2024-01235</a>",
    "file_number 50.2-2024-01234",
    "file_number 50.2-2024-01235",
  ],
  [
    "<div><dt>Az</dt><dd>50.2-2024-01234 <span class=badge>aktiv</span></dd></div>",
    "file_number 50.2-2024-01234",
  ],
  [
    "<label>Aktenzeichen</label><div class=ro>50.2-2024-01234</div><label>PLZ</label><div>75172</div><label>Hausnr.</label><div>4711-0815</div>",
    "file_number 50.2-2024-01234",
  ],
  ["<div>Aktenzeichen:</div><div>2024-05-11 10:33</div><div>4711 Einträge</div>"],
  ["<p>Unser Zeichen<br>IM-2025-0042/hb<br>Datum<br>12.03.2025</p>", "file_number IM-2025-0042/HB"],
  ["<p>Jobcenter-Nr. 31502//0004711</p>", "bg_number 31502//0004711"],
  ["<p>Kundennummer: 123A456789-01</p>"],
  // A row's head names all its cells, unless their columns name something else.
  [
    "<table><tr><th><th>Mann<th>Frau</tr><tr><th>AZR-Nr.<td>150917012345<td>160917012345</tr></table>",
    "azr 150917012345",
    "azr 160917012345",
  ],
  [
    "<table><tr><th>Amt<th>Az.<th>Tel.</tr><tr><th>BAMF<td>7654321-475<td>1234567-475</tr><tr><th>Amtsgericht<td>3 F 221/24<td>0721 1</tr></table>",
    "bamf_file 7654321-475",
  ],
  // A cell of a row above reaches into the narrower rows below it.
  [
    "<table><tr><th>BG<th>Name<th>Steuer-ID</tr><tr><td rowspan=2>12345//0012345<td>A<td>86095742719</tr><tr><td>B<td>57549285017</tr></table>",
    "bg_number 12345//0012345",
    "tax_id 86095742719",
    "tax_id 57549285017",
  ],
  // The name below, in a box of their own.
  [
    "<figure><p>7654321-475</p><figcaption>BAMF-Az.</figcaption></figure><div><b>150917012345</b><br><small>AZR</small></div>",
    "bamf_file 7654321-475",
    "azr 150917012345",
  ],
  ["<div><p>7654321-475</p><p>BAMF-Az.:</p></div>"],
  // One number in several fields.
  [
    "<fieldset><legend>BG-Nr.</legend><input maxlength=5 value=12345> <span>BG</span> <input maxlength=7 value=0012345></fieldset>",
    "bg_number 12345//0012345",
  ],
  [
    "<label>Steuer-ID</label><div><input maxlength=2 value=86> <input maxlength=3 value=095> <input maxlength=3 value=742> <input maxlength=3 value=719></div>",
    "tax_id 86095742719",
  ],
  [
    "<p>Az.</p><div><input maxlength=6 autocomplete=one-time-code value=50.2-4> <input maxlength=6 autocomplete=one-time-code value=711/23></div>",
  ],
  // Two names before, two numbers behind.
  [
    "<p>Az. / Nummer der Bedarfsgemeinschaft: 50.2-4711/24 / 12345BG0012345</p>",
    "file_number 50.2-4711/24",
    "bg_number 12345//0012345",
  ],
  // A court's, whoever names it, and what is nobody's.
  ["<p>BSG, Urteil vom 12.3.2020, Az. B 14 AS 12/19 R; Az. SG Karlsruhe: S 5 AS 345/24</p>"],
  [
    "<dl><dt>Aktenzeichen (Gericht)</dt><dd>3 F 221/24</dd><dt>Gerichtsaktenzeichen</dt><dd>12 K 45/24</dd></dl>",
  ],
  ["<p>Aktenzeichen des Amtsgerichts: 3 F 221/24</p>"],
  [
    "<label>Zähler<wbr>nummer <input value=969K404231></label><label>Zähler­nummer <input value=969K404231></label>",
  ],
  ["<p>Bitte geben Sie an: AZR-Aktenzeichen : 210122 775209</p>", "azr 210122775209"],
  ["<dl><dt>Fallzahl</dt><dd>1.248</dd></dl>"],
  // A town's own number that holds the letters which the Bundesagentur's has.
  [
    "<table><tr><td>BG-Nummer:</td><td>EL-BG-2024-00817</td><td>Status:</td><td>laufend</td></tr></table>",
    "bg_number EL-BG-2024-00817",
  ],
  ["<p>Unser Zeichen: 50.4 / WG 0081723</p>", "file_number 50.4/WG0081723"],
  ["<p>Unser Zeichen: 50.2-4711/24 / EG 12</p>", "file_number 50.2-4711/24"],
  [
    "<table><tr><th>Amt</th><th>Aktenzeichen</th></tr><tr><td>Jugendamt (UVG)</td><td>51.2 UV 7731</td></tr></table>",
    "file_number 51.2UV7731",
  ],
  ["<p>Aktenzeichen: 51.2-77/24 UV 7731</p>", "file_number 51.2-77/24"],
  ["<li><small>Vers.-Nr. KK</small><span>K438645643</span></li>", "health_no K438645643"],
  ["<table><tr><td>Vertragskonto</td><td>204F118273</td></tr></table>"],
  // Slips of the one who typed the label.
  [
    "<p>Kundenummer: 123A456789, Aktenziechen 50.2-4711/24</p>",
    "ba_customer 123A456789",
    "file_number 50.2-4711/24",
  ],
];

test.each(PAGES.map(([html, ...truth]) => ({ html, truth })))(
  "[DT7] read rightly: $html",
  ({ html, truth }) => {
    const { wrong, missed } = readPage({ name: "", html, truth });
    expect({ wrong, missed }).toEqual({ wrong: [], missed: [] });
  },
);
