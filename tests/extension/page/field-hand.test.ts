// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import type { FieldAnswer } from "../../../extension/src/messages/field-words";
import { fieldHand } from "../../../extension/src/page/field-hand";
import { type TypedPage, typedPage } from "./typed-page";

let page: TypedPage | undefined;

function show(html: string, focused = "f"): HTMLInputElement {
  page?.close();
  page = typedPage(html);
  const field = document.getElementById(focused);
  if (field === null) throw new Error("a field that is shown");
  field.focus();
  return field as HTMLInputElement;
}

function shown(): TypedPage {
  if (page === undefined) throw new Error("a page that is shown");
  return page;
}

/** As in a frame whose nodes a script of ours in the page above has seen: they are of its realm. */
function fromAnotherRealm(): () => void {
  const kinds = [
    ...([Node, Element, Document, ShadowRoot, HTMLElement] as const),
    ...([HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, HTMLIFrameElement] as const),
  ];
  const returns = kinds.map((kind) => {
    const own = Object.getOwnPropertyDescriptor(kind, Symbol.hasInstance);
    Object.defineProperty(kind, Symbol.hasInstance, { configurable: true, value: () => false });
    return () => {
      if (own === undefined) Reflect.deleteProperty(kind, Symbol.hasInstance);
      else Object.defineProperty(kind, Symbol.hasInstance, own);
    };
  });
  return () => {
    for (const giveBack of returns) giveBack();
  };
}

const mark = (uses: readonly string[] = [], wanted = -1): FieldAnswer =>
  fieldHand({ type: "mark", token: "t", uses, wanted });
const insert = (text: string, token = "t"): FieldAnswer =>
  fieldHand({ type: "insert", token, text });
const undo = (): FieldAnswer => fieldHand({ type: "undo", token: "t" });
const leave = (): FieldAnswer => fieldHand({ type: "leave", token: "t" });
const no = (reason: string) => ({ type: "refused", reason });

afterEach(() => {
  leave();
  page?.close();
  page = undefined;
  history.replaceState(null, "", "/");
});

test("[IN1] a frame tells whether a field of it or a frame in it has the caret, and no more", () => {
  show(`<input id="f" value="geheim">`);
  const said = fieldHand({ type: "survey" });
  expect(said).toEqual({ type: "surveyed", path: [], active: "field", frame: -1 });
  document.getElementById("f")?.blur();
  expect(fieldHand({ type: "survey" })).toMatchObject({ active: "nothing" });
  show(`<button id="f">Absenden</button>`);
  expect(fieldHand({ type: "survey" })).toMatchObject({ active: "nothing" });
  show(`<iframe></iframe><iframe id="f" tabindex="0"></iframe>`);
  expect(fieldHand({ type: "survey" })).toMatchObject({ active: "frame" });
});

test("[IN2] the field is described by what stands beside it, not by what stands in it", () => {
  show(`<label for="f">Betreff</label><input id="f" value="geheim" maxlength="60">`);
  const marked = mark();
  expect(marked).toMatchObject({
    type: "marked",
    field: { kind: "line", name: "Betreff", room: 54, content: "kept" },
  });
  expect(JSON.stringify(marked)).not.toContain("geheim");
});

test.each([
  [`<label>Name <input id="f"></label>`, "Name"],
  [
    `<span id="a">Herr</span><span id="b">Name</span><input id="f" aria-labelledby="a b">`,
    "Herr Name",
  ],
  [`<input id="f" aria-label="Suche">`, "Suche"],
  [`<input id="f" placeholder="Ort">`, "Ort"],
  [`<input id="f" name="plz">`, "plz"],
  [`<input id="f">`, ""],
])("[IN2] a field is named as the page names it: %s", (html, name) => {
  show(html);
  expect(mark()).toMatchObject({ field: { name } });
});

test("[IN5] text goes to the caret as if typed, what stands around it stays, input and change are heard", () => {
  const field = show(`<form><input id="f" value="vor nach"></form>`);
  field.setSelectionRange(4, 4);
  expect(mark()).toMatchObject({ field: { content: "kept" } });
  expect(insert("und ")).toEqual({ type: "inserted", isExact: true });
  expect(field.value).toBe("vor und nach");
  expect(shown().heard).toEqual(["input f", "change f"]);
});

test("[IN5] what the person has selected is replaced, and this is said before", () => {
  const field = show(`<textarea id="f">alt und neu</textarea>`);
  field.setSelectionRange(0, 3);
  expect(mark()).toMatchObject({ field: { kind: "lines", content: "selection-replaced" } });
  insert("jung\ngeblieben");
  expect(field.value).toBe("jung\ngeblieben und neu");
});

test("[IN6] days and choices, and fields that the browser does not type into, are set by the browser's own setter", () => {
  const day = show(`<input id="f" type="date">`);
  expect(mark()).toMatchObject({ field: { kind: "date", content: "empty" } });
  expect(insert("1988-04-01")).toEqual({ type: "inserted", isExact: true });
  expect(day.value).toBe("1988-04-01");
  expect(shown().heard).toEqual(["input f", "change f"]);
  expect(undo()).toEqual({ type: "undone" });
  expect(day.value).toBe("");
  const text = show(`<input id="f">`);
  shown().types = false;
  mark();
  expect(insert("Rania")).toEqual({ type: "inserted", isExact: true });
  expect(text.value).toBe("Rania");
  expect(shown().heard).toEqual(["input f", "change f"]);
});

test("[IN6] of a list that option is chosen whose words it is; no other one", () => {
  const list = show(
    `<select id="f"><option>Gespräch<option>Haus besuch<option disabled>X</select>`,
  );
  mark();
  expect(insert("haus  besuch")).toEqual({ type: "inserted", isExact: true });
  expect(list.value).toBe("Haus besuch");
  expect(undo()).toEqual({ type: "undone" });
  expect(list.value).toBe("Gespräch");
  mark();
  expect(insert("Brief")).toEqual(no("does-not-fit"));
  expect(insert("X")).toEqual(no("does-not-fit"));
});

test("[IN6] a framework that watches the field's own value is told by the event, not left out", () => {
  const field = show(`<input id="f" type="date">`);
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  let known = "";
  Object.defineProperty(field, "value", {
    configurable: true,
    get: () => native?.get?.call(field) as string,
    set: (value: string) => {
      known = value;
      native?.set?.call(field, value);
    },
  });
  const noticed: string[] = [];
  field.addEventListener("input", () => {
    if (field.value !== known) noticed.push(field.value);
  });
  mark();
  insert("2026-11-22");
  expect(noticed).toEqual(["2026-11-22"]);
});

test.each([
  `<input id="f" type="password">`,
  `<input id="f" autocomplete="current-password">`,
  `<input id="f" autocomplete="section-a one-time-code">`,
  `<input id="f" autocomplete="cc-number">`,
  `<input id="f" readonly>`,
  `<input id="f" aria-readonly="true">`,
  `<textarea id="f" readonly></textarea>`,
  `<input id="f" type="file">`,
  `<input id="f" type="range">`,
  `<select id="f" multiple></select>`,
])("[IN3] it is never written into %s", (html) => {
  show(html);
  expect(mark()).toEqual(no("not-allowed-field"));
  expect(insert("Rania")).toEqual(no("changed"));
});

test("[IN3] a field that becomes one of these after it was shown is not written into", () => {
  const field = show(`<input id="f">`);
  mark();
  field.type = "password";
  expect(insert("Rania")).toEqual(no("changed"));
  mark();
  field.type = "text";
  mark();
  field.disabled = true;
  expect(insert("Rania")).toEqual(no("changed"));
  expect(field.value).toBe("");
});

test.each<[string, (field: HTMLInputElement) => void]>([
  ["another value", (field) => (field.value = "x")],
  ["another name", (field) => field.setAttribute("aria-label", "Kennwort")],
  ["another address", () => history.replaceState(null, "", "/klienten/1002")],
  ["another element", (field) => field.replaceWith(field.cloneNode())],
  ["no element", (field) => field.remove()],
])("[IN4] nothing is inserted where the page has %s meanwhile", (_what, change) => {
  const field = show(`<input id="f">`);
  mark();
  change(field);
  expect(insert("Rania")).toEqual(no("changed"));
  expect(document.body.innerHTML).not.toContain("Rania");
  expect(shown().heard).toEqual([]);
});

test("[IN4] nothing is inserted twice, with another token, or without a preview", () => {
  const field = show(`<input id="f">`);
  expect(insert("Rania")).toEqual(no("changed"));
  mark();
  expect(insert("Rania", "other")).toEqual(no("changed"));
  insert("Rania");
  expect(insert("Rania")).toEqual(no("changed"));
  expect(field.value).toBe("Rania");
});

test("[IN4] a field that cannot be seen is neither offered nor written into", () => {
  const field = show(`<input id="f"><div id="c"></div>`);
  shown().cover = document.getElementById("c") ?? undefined;
  expect(mark()).toEqual(no("hidden"));
  shown().cover = undefined;
  mark();
  shown().cover = document.body;
  expect(insert("Rania")).toEqual(no("hidden"));
  shown().cover = undefined;
  field.style.visibility = "hidden";
  expect(mark()).toEqual(no("hidden"));
});

test("[IN4] a page that takes the mark away gets nothing", () => {
  const field = show(`<input id="f">`);
  mark();
  document.querySelector("beiakte-field")?.remove();
  expect(insert("Rania")).toEqual(no("changed"));
  expect(field.value).toBe("");
});

test("[IN4] a page that moves the caret away when its field gets it is refused", () => {
  const field = show(`<input id="f"><input id="g">`);
  mark();
  document.getElementById("g")?.focus();
  field.addEventListener("focus", () => document.getElementById("g")?.focus());
  shown().cover = field;
  expect(insert("Rania")).toEqual(no("changed"));
  expect(field.value).toBe("");
});

test("[IN7] a form that the page sends at a change is held back; no key is pressed and nothing clicked", () => {
  const field = show(`<form id="form"><input id="f"></form>`);
  const form = document.getElementById("form") as HTMLFormElement;
  field.addEventListener("change", () => form.requestSubmit());
  mark();
  expect(insert("Rania")).toMatchObject({ type: "inserted" });
  expect(shown().heard).toEqual(["input f", "change f"]);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.requestSubmit();
  expect(shown().heard).toContain("submit form");
});

test("[IN8] undo sets back what was there, and only while the field holds exactly what was put in", () => {
  const field = show(`<input id="f" value="vorher ">`);
  field.setSelectionRange(7, 7);
  mark();
  insert("Rania");
  leave();
  expect(field.value).toBe("vorher Rania");
  expect(undo()).toEqual({ type: "undone" });
  expect(field.value).toBe("vorher ");
  expect(shown().heard).toEqual(["input f", "change f", "input f", "change f"]);
  expect(undo()).toEqual(no("changed"));
  mark();
  insert("Rania");
  field.value += "!";
  expect(undo()).toEqual(no("changed"));
  expect(field.value).toBe("vorher Rania!");
});

test("[IN9] what is longer than the field takes is not cut", () => {
  const field = show(`<input id="f" maxlength="4">`);
  expect(mark()).toMatchObject({ field: { room: 4 } });
  expect(insert("Rania")).toEqual(no("too-long"));
  expect(field.value).toBe("");
});

test("[IN9] what the page makes of the text is told: refused, or other than it was", () => {
  const field = show(`<input id="f">`);
  field.addEventListener("input", () => (field.value = field.value.toUpperCase()));
  mark();
  expect(insert("Rania")).toEqual({ type: "inserted", isExact: false });
  expect(undo()).toEqual({ type: "undone" });
  const stubborn = show(`<input id="f">`);
  stubborn.addEventListener("input", () => (stubborn.value = ""));
  mark();
  expect(insert("Rania")).toEqual(no("not-taken"));
});

test("[IN10] the mark lies over the page and goes with the preview; nothing of the page is changed", () => {
  show(`<input id="f">`);
  const before = document.body.innerHTML;
  mark();
  const marks = document.querySelectorAll("beiakte-field");
  expect(marks).toHaveLength(1);
  expect(marks[0]?.shadowRoot).toBeNull();
  expect(marks[0]?.textContent).toBe("");
  expect(document.body.innerHTML).toBe(before);
  mark();
  expect(document.querySelectorAll("beiakte-field")).toHaveLength(1);
  leave();
  expect(document.querySelectorAll("beiakte-field")).toHaveLength(0);
  expect(insert("Rania")).toEqual(no("changed"));
});

test("[IN10] a mark that nobody takes away goes by itself, and the field is no longer offered", () => {
  vi.useFakeTimers();
  const field = show(`<input id="f">`);
  mark();
  vi.advanceTimersByTime(120_000);
  vi.useRealTimers();
  expect(document.querySelectorAll("beiakte-field")).toHaveLength(0);
  expect(insert("Rania")).toEqual(no("changed"));
  expect(field.value).toBe("");
});

test("[IN12] a field in open shadow roots is found, written and taken back", () => {
  show(`<div id="f" tabindex="0"></div>`);
  const root = document.getElementById("f")?.attachShadow({ mode: "open" });
  if (root === undefined) throw new Error("a root");
  root.innerHTML = `<label>Vermerk <textarea></textarea></label>`;
  const field = root.querySelector("textarea");
  field?.focus();
  expect(mark()).toMatchObject({ field: { kind: "lines", name: "Vermerk" } });
  expect(insert("Rania")).toEqual({ type: "inserted", isExact: true });
  expect(field?.value).toBe("Rania");
  expect(undo()).toEqual({ type: "undone" });
});

test("[IN13] elements named like the document's own properties change nothing", () => {
  const field = show(
    `<input id="f"><form name="activeElement"></form><form name="execCommand"></form>` +
      `<form name="elementFromPoint"></form><form name="createElement"></form>` +
      `<form name="documentElement"></form><form id="beiakte.field"></form>`,
  );
  expect(fieldHand({ type: "survey" })).toMatchObject({ active: "field" });
  expect(mark()).toMatchObject({ type: "marked" });
  expect(insert("Rania")).toEqual({ type: "inserted", isExact: true });
  expect(field.value).toBe("Rania");
});

test.each([
  [`<input id="f" type="text">`, "line"],
  [`<textarea id="f"></textarea>`, "lines"],
  [`<select id="f"><option>Brief<option>Rania</select>`, "choice"],
])("[IN23] what another frame's realm has seen first is a field like others: %s", (html, kind) => {
  show(html);
  const giveBack = fromAnotherRealm();
  const answers = [fieldHand({ type: "survey" }), mark(), insert("Rania"), undo()];
  giveBack();
  expect(answers).toMatchObject([
    { type: "surveyed", active: "field" },
    { type: "marked", field: { kind } },
    { type: "inserted", isExact: true },
    { type: "undone" },
  ]);
});

test("[IN23] a frame in such a frame, and a field in a shadow root there, are found", () => {
  show(`<iframe></iframe><iframe id="f" tabindex="0"></iframe>`);
  let giveBack = fromAnotherRealm();
  const framed = fieldHand({ type: "survey" });
  giveBack();
  expect(framed).toMatchObject({ active: "frame" });
  show(`<div id="f" tabindex="0"></div>`);
  const root = document.getElementById("f")?.attachShadow({ mode: "open" });
  if (root === undefined) throw new Error("a root");
  root.innerHTML = `<input aria-label="Ort">`;
  root.querySelector("input")?.focus();
  giveBack = fromAnotherRealm();
  const answers = [mark(), insert("Rania")];
  giveBack();
  expect(answers).toMatchObject([{ field: { name: "Ort" } }, { type: "inserted" }]);
});

test("[IN24] an element of another language is no field, whatever it is called", () => {
  page?.close();
  page = typedPage(`<svg></svg>`);
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "input");
  drawn.setAttribute("tabindex", "0");
  document.querySelector("svg")?.append(drawn);
  drawn.focus();
  expect(document.activeElement).toBe(drawn);
  expect(mark()).toEqual(no("no-field"));
});

test("[IN13] a field has the name of its labels where an element is named like the way to find them", () => {
  show(`<span id="a">Betreff</span><input id="f" aria-labelledby="a"><form></form>`);
  // What an element of that name does in a browser.
  const value = document.querySelector("form");
  Object.defineProperty(document, "getElementById", { configurable: true, value });
  const marked = mark();
  Reflect.deleteProperty(document, "getElementById");
  expect(marked).toMatchObject({ type: "marked", field: { name: "Betreff" } });
});

test("[IN14] the hand uses nothing that stands outside it: the browser takes it by its text", () => {
  const source = fieldHand.toString();
  // oxlint-disable-next-line typescript/no-implied-eval -- this is how a browser takes it
  const copy = new Function(`return (${source})`)() as typeof fieldHand;
  show(`<input id="f">`);
  expect(copy({ type: "mark", token: "t", uses: [], wanted: -1 })).toMatchObject({
    type: "marked",
  });
  expect(copy({ type: "insert", token: "t", text: "Rania" })).toMatchObject({ type: "inserted" });
});

const FORM = `<input id="f" type="search"><label for="v">Vorname</label>
  <input id="v" value="Alt" class="name"><input id="n" class="name"><input id="p" type="password">
  <input id="u" style="visibility: hidden">`;

test("[IN26] with the caret in no field the only one that is named goes, and all that it holds", () => {
  show(FORM);
  document.getElementById("f")?.blur();
  shown().cover = document.querySelector("#v") ?? undefined;
  expect(mark(["#n", "#v"], 1)).toMatchObject({
    field: { name: "Vorname", content: "all-replaced", use: 1 },
  });
  expect(document.activeElement).toBe(document.body);
  expect(insert("Rania")).toEqual({ type: "inserted", isExact: true });
  const field = document.getElementById("v") as HTMLInputElement;
  expect(field.value).toBe("Rania");
  expect(shown().heard).toEqual(["input v", "change v"]);
  expect(undo()).toEqual({ type: "undone" });
  expect(field.value).toBe("Alt");
});

test("[IN26] of several fields none goes, nor one that is no field, locked or not to be seen", () => {
  show(FORM);
  document.getElementById("f")?.blur();
  for (const selector of [".name", "label", "#p", "#u", "#x", "[", ""]) {
    expect(mark([selector], 0), selector).toEqual(no("no-field"));
  }
  expect(mark(["#v"], -1)).toEqual(no("no-field"));
});

test("[IN26] where the caret is counts before what the profile names", () => {
  show(FORM);
  expect(mark(["#v"], 0)).toMatchObject({ field: { content: "empty", use: -1 } });
  insert("Rania");
  expect((document.getElementById("f") as HTMLInputElement).value).toBe("Rania");
});

test("[IN27] what the field with the caret is for is told by its place; what is wanted comes first", () => {
  show(FORM, "v");
  expect(mark(["#n", "#v"], 0)).toMatchObject({ field: { use: 1 } });
  expect(mark(["#v", ".name"], 1)).toMatchObject({ field: { use: 1 } });
  expect(mark(["#n"], 0)).toMatchObject({ field: { use: -1 } });
});

test("[UI79] how many fields each selector fits is counted, and nothing is marked", () => {
  show(FORM);
  const uses = ["#v", ".name", "#p", "#u", "[", "label"];
  expect(fieldHand({ type: "count", uses })).toEqual({
    type: "counted",
    counts: [1, 2, 0, 0, 0, 0],
  });
  expect(document.querySelector("beiakte-field")).toBeNull();
});

test("[IN13] a page that names an element `querySelectorAll` changes nothing of what is found", () => {
  show(FORM);
  const value = document.querySelector("form");
  Object.defineProperty(document, "querySelectorAll", { configurable: true, value });
  const counted = fieldHand({ type: "count", uses: ["#v"] });
  Reflect.deleteProperty(document, "querySelectorAll");
  expect(counted).toEqual({ type: "counted", counts: [1] });
});
