/**
 * Carried to a portal's page as its source text, like `quoteInPage`: says one sentence of ours at
 * the edge of the page, in a closed shadow root, and takes it away by itself. It is never a word of
 * a case.
 */
export function showWords(words: string): void {
  const SHOWN_MS = 5000;
  const LOOK =
    ":host { all: initial; position: fixed; right: 16px; bottom: 16px; z-index: 2147483647; } " +
    "p { all: initial; display: block; max-width: 320px; padding: 12px 16px; border-radius: 8px; " +
    "background: #17457a; color: #fff; border: 1px solid #fff; " +
    "font: 15px/1.4 system-ui, sans-serif; }";
  // A page may have put a form in the place of the document's own names.
  const make = (name: string): HTMLElement => Document.prototype.createElement.call(document, name);
  const root: unknown = Reflect.get(Document.prototype, "documentElement", document);
  if (!(root instanceof Element)) return;
  const host = make("beiakte-words");
  const shadow = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK);
  // Firefox keeps the page's and our own lists of sheets apart: there the sentence is plain.
  try {
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    host.style.position = "fixed";
  }
  const line = make("p");
  line.setAttribute("role", "status");
  line.textContent = words;
  shadow.append(line);
  root.append(host);
  setTimeout(() => host.remove(), SHOWN_MS);
}
