// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  hidePage,
  manyTimes,
  testReader,
  textAt,
  type WatchedPage,
  watchPage,
} from "./watched-page";

const open: WatchedPage[] = [];

function watched(html: string, options?: Parameters<typeof watchPage>[0]): WatchedPage {
  document.body.innerHTML = html;
  const page = watchPage(options);
  open.push(page);
  page.settle();
  return page;
}

const seenIn = (html: string): readonly string[] => watched(html).seen();

beforeEach(() => hidePage(false));

afterEach(() => {
  for (const page of open.splice(0)) page.watch.close();
  document.body.replaceChildren();
});

test.each([
  ["one line", "<p>AZR-Nummer: 150917012345</p>"],
  ["broken over elements", "<p><b>AZR</b>-Nr.: <i>1509</i><u>17</u><span>012345</span></p>"],
  ["spaces that are none", "<p>A&shy;ZR&nbsp;150917&thinsp;012345</p>"],
  ["a label kept apart by its style", "<p><span>AZR-Nummer</span><span>150917012345</span></p>"],
  ["a row of blocks", "<div><div>AZR-Nr.</div><div><span>150917012345</span></div></div>"],
  ["a heading", "<h3>AZR-Nummer</h3><p>150917012345</p>"],
  ["a line break", "<p>AZR-Nummer<br>150917012345</p>"],
  ["a definition", "<dl><dt>AZR-Nummer</dt><dd>neu</dd><dd>150917012345</dd></dl>"],
  ["the head of a row", "<table><tr><th>AZR</th><td>150917012345</td></tr></table>"],
  [
    "the head of a column",
    "<table><thead><tr><th colspan=2>Name</th><th>AZR-Nr.</th></tr></thead><tbody><tr><td>A</td><td>B</td><td>150917012345</td></tr></tbody></table>",
  ],
  [
    "a first row that is the head",
    "<table><tr><td>Name</td><td>AZR</td></tr><tr><td>A</td><td>150917012345</td></tr></table>",
  ],
  [
    "a grid of roles",
    "<div role=grid><div role=row><div role=columnheader>Name</div><div role=columnheader>AZR</div></div><div role=row><div role=gridcell>A</div><div role=gridcell>150917012345</div></div></div>",
  ],
  ["a label for", "<label for=f>AZR-Nummer</label><p>Angabe<input id=f value=150917012345></p>"],
  ["a label around", "<label>AZR-Nummer <input value=150917012345></label>"],
  ["aria-label", "<input aria-label='AZR-Nummer' value=150917012345>"],
  ["aria-labelledby", "<b id=l>AZR</b><p>Nummer</p><input aria-labelledby='l' value=150917012345>"],
  ["a placeholder", "<input placeholder='AZR-Nummer' value=150917012345>"],
  ["a field's name", "<input name=azr_nummer value=150917012345>"],
  ["a long field", "<label for=t>AZR</label><textarea id=t>150917012345</textarea>"],
  [
    "a list",
    "<label for=s>AZR</label><select id=s><option>1<option selected>150917012345</select>",
  ],
  ["data-label", "<table><tr><td>A</td><td data-label='AZR'>150917012345</td></tr></table>"],
])("[DT7] a number is found with its label as %s", (_, html) => {
  expect(seenIn(html)).toEqual(["azr 150917012345"]);
});

test("[DT7] the place is where the page writes it", () => {
  const page = watched("<p>BG-Nr.: <b>12345</b>//<i>00</i>12345 aktiv</p>");
  expect(page.sightings().map(textAt)).toEqual(["12345//0012345"]);
});

test("[DT7] a value that a script has set is read", () => {
  document.body.innerHTML = "<label for=f>Az.</label><input id=f readonly>";
  (document.querySelector("input") as HTMLInputElement).value = "50.2-2024-01234";
  const page = watchPage();
  open.push(page);
  page.settle();
  expect(page.seen()).toEqual(["file_number 50.2-2024-01234"]);
});

test("[DT7] open shadow roots and frames of the same origin are looked into", () => {
  document.body.innerHTML = "<p>Az.</p><x-field></x-field><iframe></iframe>";
  const host = document.querySelector("x-field") as HTMLElement;
  host.attachShadow({ mode: "open" }).innerHTML = "<b>50.2-2024-01234</b>";
  const inner = (document.querySelector("iframe") as HTMLIFrameElement).contentDocument as Document;
  inner.body.innerHTML = "<p>AZR 150917012345</p>";
  const page = watchPage();
  open.push(page);
  page.settle();
  expect(page.seen().toSorted()).toEqual(["azr 150917012345", "file_number 50.2-2024-01234"]);
});

test.each([
  ["passwords", "<input type=password aria-label=AZR value=150917012345>"],
  ["shown passwords", "<input autocomplete=current-password aria-label=AZR value=150917012345>"],
  ["hidden fields", "<input type=hidden name=azr value=150917012345>"],
  ["scripts", "<script type=text>AZR 150917012345</script><style>AZR 150917012345</style>"],
  ["noscript and templates", "<template><p>AZR 150917012345</p></template>"],
  ["hidden parts", "<div hidden><p>AZR 150917012345</p></div>"],
  ["parts that are not shown", "<div style='display: none'><p>AZR 150917012345</p></div>"],
  ["choices that are not made", "<select aria-label=AZR><option>-<option>150917012345</select>"],
])("[DT8] %s are not read", (_, html) => {
  expect(seenIn(html)).toEqual([]);
});

test("[DT8] what is just being typed is read when the caret leaves", async () => {
  document.body.innerHTML = "<input aria-label='AZR-Nummer' value=150917012345>";
  const field = document.querySelector("input") as HTMLInputElement;
  field.focus();
  const page = watchPage();
  open.push(page);
  page.settle();
  expect(page.seen()).toEqual([]);
  field.blur();
  await page.pass();
  expect(page.seen()).toEqual(["azr 150917012345"]);
});

test("[DT8] our own mark and its changes are nothing to us", async () => {
  const ours = document.createElement("beiakte-marks");
  const page = watched("<p>leer</p>", { isOurs: (node) => node === ours });
  const before = page.watch.looked.nodesLooked;
  ours.textContent = "AZR 150917012345";
  document.body.append(ours);
  await page.pass();
  expect(page.seen()).toEqual([]);
  expect(page.watch.looked.nodesLooked - before).toBe(0);
});

test("[DT9] only what has changed is looked at again", async () => {
  manyTimes("<div><p>Zeile 123</p></div>", 1500);
  const page = watchPage();
  open.push(page);
  page.settle();
  const before = page.watch.looked.nodesLooked;
  expect(before).toBeGreaterThan(4500);
  (document.querySelectorAll("p")[700] as Element).textContent = "AZR 150917012345";
  await page.pass();
  expect(page.seen()).toEqual(["azr 150917012345"]);
  expect(page.watch.looked.nodesLooked - before).toBeLessThan(40);
});

test("[DT9] an application that changes without a load is followed", async () => {
  const page = watched("<main><dl><dt>Az.</dt><dd>50.2-2024-01234</dd></dl></main>");
  const value = document.querySelector("dd") as HTMLElement;
  (value.firstChild as Text).data = "50.2-2024-05678";
  await page.pass();
  expect(page.seen()).toEqual(["file_number 50.2-2024-05678"]);
  (document.querySelector("main") as HTMLElement).innerHTML = "<p>Keine Auswahl</p>";
  await page.pass();
  expect(page.seen()).toEqual([]);
});

test("[DT9] a label that comes later than its value names it", async () => {
  const page = watched("<dl><dt></dt><dd>150917012345</dd></dl>");
  expect(page.seen()).toEqual([]);
  (document.querySelector("dt") as HTMLElement).textContent = "AZR-Nummer";
  await page.pass();
  expect(page.seen()).toEqual(["azr 150917012345"]);
});

test("[DT9] a component that gets its shadow root later is looked into", async () => {
  const page = watched("<x-late></x-late>");
  const host = document.querySelector("x-late") as HTMLElement;
  host.attachShadow({ mode: "open" }).innerHTML = "<p>AZR 150917012345</p>";
  await page.pass();
  document.body.click();
  await page.pass();
  expect(page.seen()).toEqual(["azr 150917012345"]);
});

test("[DT9] what did not change is not told again", async () => {
  const page = watched("<p>AZR 150917012345</p><i>1</i>");
  document.body.append(document.createElement("p"));
  (document.querySelector("p") as HTMLElement).append("");
  await page.pass();
  expect(page.told()).toBe(1);
});

test("[DT10] a hidden page is not looked at, and wholly when it is shown again", async () => {
  const page = watched("<p>AZR 150917012345</p>");
  hidePage(true);
  const before = page.watch.looked.nodesLooked;
  document.body.innerHTML = "<p>AZR 150917012346</p>";
  document.body.click();
  await page.pass();
  expect(page.watch.looked.nodesLooked).toBe(before);
  hidePage(false);
  await page.pass();
  expect(page.seen()).toEqual(["azr 150917012346"]);
});

test("[DT10] a large page is read in pieces, and its end is not forgotten", async () => {
  manyTimes("<p>Zeile 1</p>", 2500);
  document.body.insertAdjacentHTML("beforeend", "<p>AZR 150917012345</p>");
  const page = watchPage();
  open.push(page);
  await page.pass(0);
  const first = page.watch.looked.nodesLooked;
  expect(first).toBeLessThan(2_100);
  await page.pass(16);
  expect(page.watch.looked.nodesLooked - first).toBeLessThan(2_100);
  page.settle();
  expect(page.seen()).toEqual(["azr 150917012345"]);
});

test("[DT10] what is taken away while it is read does not end the reading", async () => {
  document.body.innerHTML = `<div id=a>${"<p>Zeile</p>".repeat(1200)}</div><p>AZR 150917012345</p>`;
  const page = watchPage();
  open.push(page);
  await page.pass(0);
  (document.querySelector("#a") as HTMLElement).replaceChildren();
  await page.pass(16);
  page.settle();
  expect(page.seen()).toEqual(["azr 150917012345"]);
});

test("[DT11] 50,000 nodes that change ten times a second cost a bounded number of looks", async () => {
  manyTimes("<p>1</p>", 25_000);
  document.body.insertAdjacentHTML("beforeend", "<p>AZR 150917012345</p>");
  const page = watchPage();
  open.push(page);
  page.settle();
  expect(page.seen()).toEqual(["azr 150917012345"]);
  const texts = Array.from(document.querySelectorAll("p"), (p) => p.firstChild as Text).slice(
    0,
    -1,
  );
  const before = page.watch.looked.nodesLooked;
  for (let turn = 0; turn < 5; turn += 1) {
    for (const text of texts) text.data = String(turn);
    await page.pass(100);
  }
  // Half a second: 250,000 nodes and texts have changed.
  expect(page.watch.looked.nodesLooked - before).toBeLessThan(75_000);
});

test("[DT11] names that hide the tree hide nothing", () => {
  const names =
    "childNodes firstChild nextSibling parentNode nodeType nodeName localName getAttribute textContent isConnected shadowRoot getRootNode checkVisibility";
  const fields = names
    .split(" ")
    .map((name) => `<input name=${name} id=${name}>`)
    .join("");
  expect(
    seenIn(
      `<form name=addEventListener>${fields}<p>AZR 150917012345</p></form><form name=hidden></form>`,
    ),
  ).toEqual(["azr 150917012345"]);
});

test("[DT11] prototypes that a page changes later are not asked", () => {
  const original = Object.getOwnPropertyDescriptor(
    Node.prototype,
    "firstChild",
  ) as PropertyDescriptor;
  Object.defineProperty(Node.prototype, "firstChild", { ...original, get: () => null });
  const everything: object = Object.prototype;
  Object.defineProperty(everything, "place", { value: "polluted", configurable: true });
  try {
    document.body.innerHTML = "<p>AZR 150917012345</p>";
    const page = watchPage();
    open.push(page);
    page.settle();
    expect(page.seen()).toEqual(["azr 150917012345"]);
  } finally {
    Object.defineProperty(Node.prototype, "firstChild", original);
    Reflect.deleteProperty(everything, "place");
  }
});

test("[DT11] frames in frames end somewhere", () => {
  document.body.innerHTML = "<iframe></iframe>";
  let inner = document;
  for (let depth = 0; depth < 8; depth += 1) {
    inner = (inner.querySelector("iframe") as HTMLIFrameElement).contentDocument as Document;
    inner.body.innerHTML = `<p>AZR 15091701234${depth}</p><iframe></iframe>`;
  }
  const page = watchPage();
  open.push(page);
  page.settle();
  expect(page.seen()).toHaveLength(4);
});

test("[DT11] a page full of numbers gives a bounded number of sightings", () => {
  const page = watched("<p>AZR 150917012345</p>".repeat(400));
  expect(page.sightings()).toHaveLength(200);
});

test("[DT11] 200 KB of one kind in one text cost one look at each", () => {
  for (const piece of ["1", "/", "Az. ", "1 "]) {
    const page = watched(`<p>${piece.repeat(200_000 / piece.length)}</p>`);
    expect(page.watch.looked.charactersLooked).toBeLessThanOrEqual(220_000);
    page.watch.close();
  }
});

test("[DT17] without a promising text no reader is asked for; when it has come, all is looked at", async () => {
  let asked = 0;
  const held: { reader?: ReturnType<typeof testReader> } = {};
  const page = watched("<p>Kein Kennzeichen, Zimmer 12</p>", {
    reader() {
      asked += 1;
      return held.reader;
    },
  });
  expect(asked).toBe(0);
  document.body.insertAdjacentHTML("beforeend", "<p>AZR 150917012345</p>");
  await page.pass();
  expect(asked).toBeGreaterThan(0);
  expect(page.seen()).toEqual([]);
  held.reader = testReader();
  page.watch.lookAgain();
  await page.pass();
  expect(page.seen()).toEqual(["azr 150917012345"]);
});

test("[DT19] for days no reader is asked for, and what stands among them is read", async () => {
  let asked = 0;
  const page = watched("<p>12.03.2026, laufend</p><p>vom 1.1.2025 bis 31.12.2026</p>", {
    reader() {
      asked += 1;
      return testReader();
    },
  });
  expect(asked).toBe(0);
  document.body.innerHTML = `<p>Az.: 50.2-4711 vom 12.03.2026</p><p>Aktenzeichen 12.03.2026-4711</p>
    <p>12.03.2026: AZR 150917012345</p>`;
  await page.pass();
  expect(page.seen()).toEqual([
    "file_number 50.2-4711",
    "file_number 12.03.2026-4711",
    "azr 150917012345",
  ]);
});

test("[DT10] cut off from its extension, the watch looks at nothing any more", async () => {
  let isCutOff = false;
  const page = watched("<p>AZR 150917012345</p>", { isCutOff: () => isCutOff });
  isCutOff = true;
  const before = page.watch.looked.nodesLooked;
  document.body.insertAdjacentHTML("beforeend", "<p>AZR 150917012346</p>");
  await page.pass();
  expect(page.watch.looked.nodesLooked).toBe(before);
});
