/**
 * Carried to a portal's page as its source text (`scripting.executeScript`): nothing outside of the
 * function is there with it. So it has no imports, and its parts stand inside it.
 *
 * It reads what a person has marked, and finds it again. Both look at the page in the same way: the
 * texts that can be seen, in order, in open shadow roots and in fields too; blanks do not count. The
 * page may have put forms and fields in the place of the document's own names, so nothing is asked
 * of a node but through its prototype.
 */

export type QuoteRequest =
  | { readonly type: "read"; readonly most: number; readonly context: number }
  | {
      /** `find` only says how well it fits, `show` marks it and scrolls to it. */
      readonly type: "find" | "show";
      readonly exact: string;
      readonly prefix: string;
      readonly suffix: string;
      readonly start: number;
    };

export type QuoteAnswer =
  | {
      readonly type: "selection";
      readonly text: string;
      readonly isCut: boolean;
      readonly prefix: string;
      readonly suffix: string;
      readonly start: number;
      /** Whether this is the frame in which the person works. */
      readonly isFocused: boolean;
      readonly title: string;
    }
  /** `fit`: how much of what stood around it stands there still. */
  | { readonly type: "found"; readonly fit: number }
  | { readonly type: "missing" };

export function quoteInPage(request: QuoteRequest): QuoteAnswer {
  // A page that goes on without end is read up to here.
  const MOST_NODES = 100_000;
  const MOST_PLACES = 500;
  const NEVER = "script style noscript template select datalist iframe object head".split(" ");
  const TYPED = "text search tel url email number date".split(" ");

  type Piece = { node: Text | HTMLInputElement | HTMLTextAreaElement | null; text: string };
  type Place = { piece: number; offset: number };

  const ask = (type: { prototype: object }, name: string, node: object): unknown =>
    Reflect.get(type.prototype, name, node);
  // Our script in the page above has seen this frame's nodes first, and they are of its realm then:
  // `instanceof` would say no to every one. A getter of the prototype knows a node in any realm.
  const typeOf = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return undefined;
    try {
      return ask(Node, "nodeType", value);
    } catch {
      return undefined;
    }
  };
  const isNode = (value: unknown): value is Node => typeof typeOf(value) === "number";
  const isElement = (value: unknown): value is Element => typeOf(value) === 1;
  const isText = (value: unknown): value is Text => typeOf(value) === 3;
  const isShadow = (value: unknown): value is ShadowRoot => typeOf(value) === 11;
  const nodeOf = (value: unknown): Node | null => (isNode(value) ? value : null);
  const nameOf = (element: Element): string => String(ask(Element, "localName", element));
  const isBlank = (letter: string): boolean => /\s/u.test(letter);
  const squeezed = (text: string): string => text.replace(/\s+/gu, "");

  const isField = (node: Node): node is HTMLInputElement | HTMLTextAreaElement => {
    if (!isElement(node)) return false;
    const name = nameOf(node);
    if (name === "textarea") return true;
    return name === "input" && TYPED.indexOf(String(ask(HTMLInputElement, "type", node))) >= 0;
  };
  const isSeen = (element: Element): boolean => {
    const check: unknown = Reflect.get(Element.prototype, "checkVisibility");
    if (typeof check !== "function") return true;
    return check.call(element, { visibilityProperty: true, checkVisibilityCSS: true }) === true;
  };

  const pieces: Piece[] = [];
  const entered = new Map<Node, number>();
  const left = new Map<Node, number>();
  const roots: ShadowRoot[] = [];

  const readPage = (): void => {
    type Due = { node: Node; isEnd: boolean; gap: string };
    const top = nodeOf(ask(Document, "documentElement", document));
    if (top === null) return;
    const due: Due[] = [{ node: top, isEnd: false, gap: "" }];
    for (let count = 0; due.length > 0 && count < MOST_NODES; count += 1) {
      const next = due.pop();
      if (next === undefined) return;
      const { node } = next;
      if (next.isEnd) {
        left.set(node, pieces.length);
        if (next.gap !== "") pieces.push({ node: null, text: next.gap });
        continue;
      }
      entered.set(node, pieces.length);
      if (isText(node)) {
        pieces.push({ node, text: node.data });
        left.set(node, pieces.length);
        continue;
      }
      if (isField(node)) {
        pieces.push({ node: null, text: " " }, { node, text: node.value });
        pieces.push({ node: null, text: " " });
        continue;
      }
      let gap = "";
      if (isElement(node)) {
        const name = nameOf(node);
        if (name === "br") pieces.push({ node: null, text: "\n" });
        if (name === "input" || NEVER.indexOf(name) >= 0) continue;
        const { display } = getComputedStyle(node);
        if (display === "none" || (display !== "contents" && !isSeen(node))) continue;
        gap = display === "table-cell" ? " " : /^(?:inline|contents|$)/u.test(display) ? "" : "\n";
        if (gap !== "") pieces.push({ node: null, text: gap });
      }
      due.push({ node, isEnd: true, gap });
      let child = nodeOf(ask(Node, "lastChild", node));
      while (child !== null) {
        due.push({ node: child, isEnd: false, gap: "" });
        child = nodeOf(ask(Node, "previousSibling", child));
      }
      const root: unknown = isElement(node) ? ask(Element, "shadowRoot", node) : null;
      if (isShadow(root)) {
        roots.push(root);
        due.push({ node: root, isEnd: false, gap: "" });
      }
    }
  };

  /** Lines as they are seen; a text that is written in lines keeps them. */
  const written = (from: Place, to: Place): string => {
    let whole = "";
    for (let at = from.piece; at <= to.piece; at += 1) {
      const piece = pieces[at];
      if (piece === undefined) break;
      const end = at === to.piece ? to.offset : piece.text.length;
      const part = piece.text.slice(at === from.piece ? from.offset : 0, end);
      const parent = isText(piece.node) ? ask(Node, "parentElement", piece.node) : null;
      const isPlain =
        isElement(parent) && !/^(?:pre|break)/u.test(getComputedStyle(parent).whiteSpace);
      whole += isPlain ? part.replace(/\s+/gu, " ") : part;
    }
    const lines = whole.split(/\r?\n/u).map((line) => line.replace(/[^\S\n]+/gu, " ").trim());
    return lines.filter((line) => line !== "").join("\n");
  };

  const placeOf = (container: Node, offset: number): Place => {
    if (isText(container)) {
      const piece = entered.get(container);
      if (piece !== undefined && pieces[piece]?.node === container) return { piece, offset };
    }
    let child = nodeOf(ask(Node, "firstChild", container));
    for (let at = 0; at < offset && child !== null; at += 1) {
      child = nodeOf(ask(Node, "nextSibling", child));
    }
    const before = child === null ? undefined : entered.get(child);
    if (before !== undefined) return { piece: before, offset: 0 };
    const behind = left.get(container);
    if (behind !== undefined) return { piece: behind, offset: 0 };
    // Somewhere in what is not seen: where that stands.
    let around: Node | null = container;
    while (around !== null && !entered.has(around))
      around = nodeOf(ask(Node, "parentNode", around));
    return { piece: around === null ? 0 : (entered.get(around) ?? 0), offset: 0 };
  };

  const markedPlaces = (): { from: Place; to: Place } | undefined => {
    let active: unknown = ask(Document, "activeElement", document);
    while (isElement(active)) {
      const root = ask(Element, "shadowRoot", active);
      const inner = isShadow(root) ? root.activeElement : null;
      if (inner === null) break;
      active = inner;
    }
    if (isNode(active) && isField(active)) {
      const at = entered.get(active);
      // Fields of some types say nothing of what is marked in them.
      const from = active.selectionStart ?? 0;
      const to = active.selectionEnd ?? 0;
      if (at !== undefined && to > from) {
        return { from: { piece: at + 1, offset: from }, to: { piece: at + 1, offset: to } };
      }
    }
    const selection = globalThis.getSelection();
    if (selection === null || selection.rangeCount === 0) return undefined;
    let range: AbstractRange | undefined = selection.getRangeAt(0);
    if (roots.length > 0 && typeof selection.getComposedRanges === "function") {
      range = selection.getComposedRanges({ shadowRoots: roots })[0] ?? range;
    }
    if (range.collapsed) return undefined;
    return {
      from: placeOf(range.startContainer, range.startOffset),
      to: placeOf(range.endContainer, range.endOffset),
    };
  };

  const read = (most: number, context: number): QuoteAnswer => {
    const marked = markedPlaces();
    if (marked === undefined) return { type: "missing" };
    const { from, to } = marked;
    const whole = written(from, to);
    if (whole === "") return { type: "missing" };
    const first = Math.max(0, from.piece - 200);
    const prefix = written({ piece: first, offset: 0 }, from).replace(/\n/gu, " ");
    const last = Math.min(pieces.length - 1, to.piece + 200);
    const end = { piece: last, offset: pieces[last]?.text.length ?? 0 };
    const suffix = written(to, end).replace(/\n/gu, " ");
    let start = 0;
    for (let at = 0; at < from.piece; at += 1) start += squeezed(pieces[at]?.text ?? "").length;
    start += squeezed((pieces[from.piece]?.text ?? "").slice(0, from.offset)).length;
    const active = ask(Document, "activeElement", document);
    return {
      type: "selection",
      text: whole.slice(0, most),
      isCut: whole.length > most,
      prefix: prefix.slice(Math.max(0, prefix.length - context)),
      suffix: suffix.slice(0, context),
      start,
      isFocused: document.hasFocus() && !(isElement(active) && nameOf(active) === "iframe"),
      title: String(ask(Document, "title", document)),
    };
  };

  /** How many letters both have at their beginnings. */
  const sharedLength = (one: string, other: string): number => {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length += 1;
    return length;
  };
  const turned = (text: string): string => text.split("").reverse().join("");

  /** The place in a piece behind so many letters of the whole that are no blanks. */
  const placeAt = (letters: number): Place | undefined => {
    let before = 0;
    for (let piece = 0; piece < pieces.length; piece += 1) {
      const { text, node } = pieces[piece] ?? { text: "", node: null };
      const length = squeezed(text).length;
      if (node !== null && letters < before + length) {
        let rest = letters - before;
        for (let offset = 0; offset < text.length; offset += 1) {
          if (isBlank(text[offset] ?? "")) continue;
          if (rest === 0) return { piece, offset };
          rest -= 1;
        }
      }
      before += length;
    }
    return undefined;
  };

  const markPlaces = (from: Place, to: Place): void => {
    const first = pieces[from.piece]?.node ?? null;
    const last = pieces[to.piece]?.node ?? null;
    if (first === null || last === null) return;
    if (!isText(first)) {
      first.focus();
      first.setSelectionRange(from.offset, last === first ? to.offset + 1 : first.value.length);
      first.scrollIntoView({ block: "center" });
      return;
    }
    const range = new Range();
    range.setStart(first, from.offset);
    if (isText(last)) range.setEnd(last, to.offset + 1);
    else range.setEndBefore(last);
    const selection = globalThis.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    const parent = ask(Node, "parentElement", first);
    if (isElement(parent)) {
      Element.prototype.scrollIntoView.call(parent, { block: "center" });
    }
  };

  const find = (wanted: Exclude<QuoteRequest, { type: "read" }>): QuoteAnswer => {
    const page = pieces.map(({ text }) => squeezed(text)).join("");
    const exact = squeezed(wanted.exact);
    const before = turned(squeezed(wanted.prefix));
    const behind = squeezed(wanted.suffix);
    let best: { at: number; fit: number; distance: number } | undefined;
    let at = exact === "" ? -1 : page.indexOf(exact);
    for (let count = 0; at >= 0 && count < MOST_PLACES; count += 1) {
      const end = at + exact.length;
      const fit =
        sharedLength(before, turned(page.slice(Math.max(0, at - before.length), at))) +
        sharedLength(behind, page.slice(end, end + behind.length));
      const distance = Math.abs(at - wanted.start);
      const isBetter =
        best === undefined || fit > best.fit || (fit === best.fit && distance < best.distance);
      if (isBetter) best = { at, fit, distance };
      at = page.indexOf(exact, at + 1);
    }
    if (best === undefined) return { type: "missing" };
    if (wanted.type === "show") {
      const from = placeAt(best.at);
      const to = placeAt(best.at + exact.length - 1);
      if (from === undefined || to === undefined) return { type: "missing" };
      markPlaces(from, to);
    }
    return { type: "found", fit: best.fit };
  };

  readPage();
  return request.type === "read" ? read(request.most, request.context) : find(request);
}
