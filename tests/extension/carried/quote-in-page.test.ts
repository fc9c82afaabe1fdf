// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import {
  type QuoteAnswer,
  quoteInPage,
  type QuoteRequest,
} from "../../../extension/src/carried/quote-in-page";

const READ: QuoteRequest = { type: "read", most: 20_000, context: 32 };
const PAGE = `
  <h1>Akte Krasniqi</h1>
  <p>Frist: bis <b>1. Februar</b> 2027.</p>
  <p id="twice">Unterlagen fehlen.</p>
  <table><tr><th>BG-Nummer</th><td id="cell">12345//0012345</td></tr></table>
  <section><h2>Antrag</h2><p id="again">Unterlagen fehlen.</p></section>
  <script>var secret = "Unterlagen fehlen.";</script>
  <p style="display: none" id="hidden">Unterlagen fehlen. Versteckt.</p>
  <textarea id="area">Erste Zeile der Antwort</textarea>
  <input type="password" id="password" value="geheim">
`;

beforeEach(() => {
  // jsdom has no layout to scroll in.
  Element.prototype.scrollIntoView = () => undefined;
  getSelection()?.removeAllRanges();
  document.body.innerHTML = PAGE;
});

const byId = (id: string): Element => {
  const found = document.querySelector(`#${id}`);
  if (found === null) throw new Error(id);
  return found;
};

function mark(from: Node, to: Node): void {
  const range = new Range();
  range.setStartBefore(from);
  range.setEndAfter(to);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

function read(): Extract<QuoteAnswer, { type: "selection" }> {
  const answer = quoteInPage(READ);
  if (answer.type !== "selection") throw new Error(answer.type);
  return answer;
}

function find(from: QuoteAnswer, type: "find" | "show" = "show"): QuoteAnswer {
  if (from.type !== "selection") throw new Error(from.type);
  const { prefix, start, suffix, text: exact } = from;
  getSelection()?.removeAllRanges();
  return quoteInPage({ type, exact, prefix, suffix, start });
}

const marked = () => getSelection()?.toString().replaceAll(/\s+/gu, " ").trim();

test("[CL4] what is marked is read in its lines, with what stands around it", () => {
  mark(byId("twice"), byId("cell"));
  const { prefix, suffix, text } = read();
  expect(text).toBe("Unterlagen fehlen.\nBG-Nummer 12345//0012345");
  expect(prefix).toBe("raniqi Frist: bis 1. Februar 2027.".slice(-prefix.length));
  expect(prefix.endsWith("1. Februar 2027.")).toBe(true);
  expect(suffix.startsWith("Antrag Unterlagen fehlen.")).toBe(true);
});

test("[CL4] nothing marked is nothing, and what cannot be seen is not read", () => {
  expect(quoteInPage(READ)).toEqual({ type: "missing" });
  mark(byId("hidden"), byId("hidden"));
  expect(quoteInPage(READ)).toEqual({ type: "missing" });
  mark(byId("again"), byId("area"));
  expect(read().text).not.toContain("Versteckt");
  expect(read().text).not.toContain("secret");
});

test("[CL4] a part of a word and of a field is read, a password never", () => {
  const words = byId("twice").firstChild;
  if (words === null) throw new Error("no text");
  const range = new Range();
  range.setStart(words, 7);
  range.setEnd(words, 14);
  getSelection()?.addRange(range);
  expect(read().text).toBe("gen feh");
  const area = byId("area");
  if (!(area instanceof HTMLTextAreaElement)) throw new Error("no area");
  area.focus();
  area.setSelectionRange(6, 11);
  expect(read()).toMatchObject({ text: "Zeile", isFocused: true });
  const password = byId("password");
  if (!(password instanceof HTMLInputElement)) throw new Error("no field");
  getSelection()?.removeAllRanges();
  password.focus();
  password.setSelectionRange(0, 6);
  expect(quoteInPage(READ)).toEqual({ type: "missing" });
  mark(document.body, document.body);
  expect(read().text).not.toContain("geheim");
});

test("[CL4] what is longer than the limit is cut and says so", () => {
  byId("twice").textContent = "x".repeat(300);
  mark(byId("twice"), byId("twice"));
  const answer = quoteInPage({ ...READ, most: 100 });
  expect(answer).toMatchObject({ text: "x".repeat(100), isCut: true });
  expect(read().isCut).toBe(false);
});

test("[CL4] lines that a text was written in are kept", () => {
  document.body.innerHTML = `<pre id="pre" style="white-space: pre">eins\n  zwei</pre>`;
  mark(byId("pre"), byId("pre"));
  expect(read().text).toBe("eins\nzwei");
});

test("[CL5] of the same words the one is found that stood between the same others", () => {
  mark(byId("again"), byId("again"));
  const second = read();
  expect(find(second)).toMatchObject({ type: "found" });
  expect(getSelection()?.anchorNode?.parentElement?.id).toBe("again");
  mark(byId("twice"), byId("twice"));
  expect(find(read())).toMatchObject({ type: "found" });
  expect(getSelection()?.anchorNode?.parentElement?.id).toBe("twice");
});

test("[CL5] it is found again when the page has grown, and in other elements", () => {
  mark(byId("twice"), byId("cell"));
  const taken = read();
  const lines = Array.from({ length: 40 }, (_, i) => `<p>Neuer Eintrag ${i}</p>`).join("");
  document.body.innerHTML = `${lines}<div>Unterlagen <i>feh</i>len.</div>
    <dl><dt>BG-Nummer</dt><dd>12345<b>//</b>0012345</dd></dl>`;
  expect(find(taken)).toMatchObject({ type: "found" });
  expect(marked()).toBe("Unterlagen fehlen. BG-Nummer12345//0012345");
});

test("[CL5] words that have gone are missing, and only looking marks nothing", () => {
  mark(byId("twice"), byId("twice"));
  const taken = read();
  expect(find(taken, "find")).toMatchObject({ type: "found" });
  expect(getSelection()?.rangeCount).toBe(0);
  document.body.innerHTML = "<p>Unterlagen sind da.</p>";
  expect(find(taken)).toEqual({ type: "missing" });
});

test("[CL5] what was taken from a field is found in it", () => {
  const area = byId("area");
  if (!(area instanceof HTMLTextAreaElement)) throw new Error("no area");
  area.focus();
  area.setSelectionRange(6, 15);
  const taken = read();
  area.setSelectionRange(0, 0);
  area.blur();
  expect(find(taken)).toMatchObject({ type: "found" });
  expect(document.activeElement).toBe(area);
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("Zeile der");
});

test("[CL6] it reads and finds in open shadow roots, and is not led astray by names of the page", () => {
  document.body.innerHTML = `
    <form name="documentElement"><input name="parentNode"><input name="firstChild"></form>
    <form name="activeElement"></form><img name="title"><div id="host"></div>`;
  const root = byId("host").attachShadow({ mode: "open" });
  root.innerHTML = "<p>Im Schatten steht die Nummer</p>";
  const answer = quoteInPage({
    type: "find",
    exact: "Schatten steht",
    prefix: "Im ",
    suffix: " die",
    start: 2,
  });
  expect(answer).toEqual({ type: "found", fit: 5 });
  mark(byId("host"), byId("host"));
  expect(read().text).toContain("Im Schatten steht die Nummer");
});

test("[CL6] nodes that another frame's realm has seen first are read like all others", () => {
  const kinds = ["Node", "Element", "Text", "HTMLTextAreaElement", "HTMLInputElement"] as const;
  const before = kinds.map((kind) =>
    Object.getOwnPropertyDescriptor(globalThis[kind], Symbol.hasInstance),
  );
  for (const kind of kinds) {
    Object.defineProperty(globalThis[kind], Symbol.hasInstance, {
      configurable: true,
      value: () => false,
    });
  }
  mark(byId("twice"), byId("twice"));
  const answer = quoteInPage(READ);
  kinds.forEach((kind, at) => {
    const own = before[at];
    if (own === undefined) Reflect.deleteProperty(globalThis[kind], Symbol.hasInstance);
    else Object.defineProperty(globalThis[kind], Symbol.hasInstance, own);
  });
  expect(answer).toMatchObject({ type: "selection", text: "Unterlagen fehlen." });
});

test("[CL6] the function stands alone: its source text is all that it needs", () => {
  // oxlint-disable-next-line typescript/no-implied-eval -- as the browser carries it to a page
  const alone: unknown = new Function(`return (${quoteInPage.toString()})`)();
  if (typeof alone !== "function") throw new Error("no function");
  mark(byId("twice"), byId("twice"));
  expect(alone(READ)).toEqual(read());
});
