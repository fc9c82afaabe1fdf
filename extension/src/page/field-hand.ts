/**
 * Writes into a field of a portal's page what a person has chosen in the panel. The browser takes
 * this one function by its text into the page's isolated world, so it may use nothing around it.
 *
 * It types as a person would: never a key, never a click, never a form sent. A page may name its
 * fields as it likes and so hide properties of its document: those are read by the prototypes.
 */
import type { FieldAnswer, FieldContent, FieldKind, FieldRequest } from "../messages/field-words";

export function fieldHand(request: FieldRequest): FieldAnswer {
  type Kept = {
    readonly token: string;
    readonly element: WeakRef<HTMLElement>;
    readonly address: string;
    readonly kind: FieldKind;
    readonly name: string;
    readonly before: string;
    readonly selection: readonly [number, number] | undefined;
    readonly mark: { readonly isThere: () => boolean; readonly remove: () => void };
    /** What it held when the text was in; none before. */
    after: string | undefined;
    /** Somebody has edited this page since. */
    isTouched: boolean;
  };
  /** A panel that is gone takes no mark away. */
  const OFFERED_MS = 120_000;
  const LEAST_PX = 4;
  const NAME_MOST = 200;
  // A symbol: no element of the page can be named like it.
  const PLACE = Symbol.for("beiakte.field");

  const isKept = (value: unknown): value is Kept =>
    typeof value === "object" && value !== null && "token" in value;
  const kept = (): Kept | undefined => {
    const value: unknown = Reflect.get(globalThis, PLACE);
    return isKept(value) ? value : undefined;
  };
  const keep = (value: Kept | undefined): void => {
    Reflect.set(globalThis, PLACE, value);
  };
  const refused = (reason: Extract<FieldAnswer, { type: "refused" }>["reason"]): FieldAnswer => {
    return { type: "refused", reason };
  };

  // Our script in the page above may have seen this frame's nodes first, and they are of its realm
  // then: `instanceof` would say no to every one. A getter of a prototype knows its own in any realm.
  const isOf = <Kind extends object>(
    kind: { readonly prototype: Kind },
    own: keyof Kind,
    value: unknown,
  ): value is Kind => {
    try {
      Reflect.get(kind.prototype, own, value);
      return true;
    } catch {
      return false;
    }
  };
  const isElement = (value: unknown) => isOf(Element, "localName", value);
  const isDocument = (value: unknown) => isOf(Document, "URL", value);
  const isShadow = (value: unknown) => isOf(ShadowRoot, "mode", value);
  const isInput = (value: unknown) => isOf(HTMLInputElement, "type", value);
  const isLines = (value: unknown) => isOf(HTMLTextAreaElement, "type", value);
  const isTyped = (value: unknown) => isInput(value) || isLines(value);
  const isChoice = (value: unknown) => isOf(HTMLSelectElement, "type", value);

  switch (request.type) {
    case "survey":
      return survey();
    case "mark":
      return mark(request);
    case "count":
      return { type: "counted", counts: request.uses.map((one) => fieldsOf(one).length) };
    case "insert":
      return insert(request.token, request.text);
    case "undo":
      return undo(request.token);
    case "leave": {
      const held = kept();
      if (held?.token === request.token) {
        held.mark.remove();
        // What is in can still be taken back.
        if (held.after === undefined) keep(undefined);
      }
      return { type: "left" };
    }
  }

  function survey(): FieldAnswer {
    const active = deepActive();
    const isFrame = isOf(HTMLIFrameElement, "src", active) || isOf(HTMLFrameElement, "src", active);
    const isNothing = active === undefined || (!isFrame && fieldOf(active) === undefined);
    return {
      type: "surveyed",
      path: pathOf(globalThis.window),
      active: isFrame ? "frame" : isNothing ? "nothing" : "field",
      frame: isFrame ? placeOf(active.contentWindow, globalThis.window) : -1,
    };
  }

  function mark(how: Extract<FieldRequest, { type: "mark" }>): FieldAnswer {
    const { token, uses, wanted } = how;
    kept()?.mark.remove();
    keep(undefined);
    const active = deepActive();
    const atCaret = active === undefined ? undefined : fieldOf(active);
    const field = atCaret ?? onlyFieldOf(uses[wanted]);
    if (field === undefined) return refused("no-field");
    const { element, kind } = field;
    if (kind === "forbidden") return refused("not-allowed-field");
    if (!isInView(element)) element.scrollIntoView({ block: "center", behavior: "instant" });
    if (!isShown(element)) return refused("hidden");
    const before = valueOf(element);
    // Without a caret it is the whole field that is meant.
    const selection = atCaret === undefined ? undefined : selectionOf(element);
    const name = nameOf(element);
    const drawn = drawMark(element);
    const held: Kept = {
      token,
      element: new WeakRef(element),
      address: location.href,
      kind,
      name,
      before,
      selection,
      mark: drawn,
      after: undefined,
      isTouched: false,
    };
    keep(held);
    setTimeout(() => {
      drawn.remove();
      if (kept() === held && held.after === undefined) keep(undefined);
    }, OFFERED_MS);
    const content = contentOf(kind, before, selection);
    const fits = (selector: string): boolean => fieldsOf(selector).includes(element);
    const use = fits(uses[wanted] ?? "") ? wanted : uses.findIndex(fits);
    const view = { kind, name, room: roomIn(element, before, selection), content, use };
    return { type: "marked", field: view, origin: location.origin };
  }

  function insert(token: string, text: string): FieldAnswer {
    const held = kept();
    const element = held?.element.deref();
    if (held === undefined || element === undefined) return refused("changed");
    if (held.token !== token || held.after !== undefined) return refused("changed");
    if (!isSame(held, element, held.before)) return refused("changed");
    // Without its mark the person has not seen which field it is.
    if (!held.mark.isThere()) return refused("changed");
    if (!isShown(element)) return refused("hidden");
    const room = roomIn(element, held.before, held.selection);
    if (room !== undefined && text.length > room) return refused("too-long");
    const option = held.kind === "choice" ? optionFor(element, text) : undefined;
    if (held.kind === "choice" && option === undefined) return refused("does-not-fit");
    held.mark.remove();
    return withoutSubmit(() => {
      if (!hasCaret(element) || !isSame(held, element, held.before)) return refused("changed");
      const wanted = option ?? wantedIn(held, text);
      const typed = held.kind !== "choice" && held.kind !== "date";
      if (typed) type(element, text, held.selection);
      if (valueOf(element) === held.before && wanted !== undefined) put(element, wanted, text);
      const after = valueOf(element);
      // A choice that stands already is no refusal of the page's.
      if (after === held.before && after !== wanted) return refused("not-taken");
      changed(element);
      held.after = valueOf(element);
      addEventListener("input", () => void (held.isTouched = true), { capture: true, once: true });
      const isExact = wanted === undefined ? holds(element, text) : held.after === wanted;
      return { type: "inserted", isExact };
    });
  }

  function undo(token: string): FieldAnswer {
    const held = kept();
    const element = held?.element.deref();
    if (held?.after === undefined || held.token !== token) return refused("changed");
    const { after, before, kind } = held;
    if (element === undefined || !isSame(held, element, after)) return refused("changed");
    // The browser's own undo takes back whatever was edited last, wherever on the page.
    if (kind === "rich" && held.isTouched) return refused("changed");
    return withoutSubmit(() => {
      if (!hasCaret(element) || !isSame(held, element, after)) return refused("changed");
      if (kind === "rich") command("undo");
      else if (kind === "choice" || kind === "date") put(element, before, before);
      else {
        if (isTyped(element)) element.select();
        if (before === "") command("delete");
        else command("insertText", before);
        if (valueOf(element) !== before) put(element, before, before);
      }
      if (valueOf(element) !== before) return refused("not-taken");
      changed(element);
      keep(undefined);
      return { type: "undone" };
    });
  }

  // Where the caret is

  function deepActive(): Element | undefined {
    let active: unknown = Reflect.get(Document.prototype, "activeElement", document);
    for (let depth = 0; depth < 50 && isElement(active); depth += 1) {
      const root: unknown = Reflect.get(Element.prototype, "shadowRoot", active);
      if (!isShadow(root)) break;
      const inner: unknown = Reflect.get(ShadowRoot.prototype, "activeElement", root);
      if (!isElement(inner)) break;
      active = inner;
    }
    return isElement(active) ? active : undefined;
  }

  /** Windows tell their place without telling anything of their pages. */
  function placeOf(one: Window | null, parent: Window): number {
    for (let place = 0; place < parent.length; place += 1) if (parent[place] === one) return place;
    return -1;
  }

  function pathOf(view: Window): number[] {
    const path: number[] = [];
    for (let one = view; one.parent !== one && path.length < 20; one = one.parent) {
      path.unshift(placeOf(one, one.parent));
    }
    return path;
  }

  // What a field is

  function fieldOf(
    element: Element,
  ): { readonly element: HTMLElement; readonly kind: FieldKind | "forbidden" } | undefined {
    const kind = kindOf(element);
    if (kind === undefined || !isOf(HTMLElement, "title", element)) return undefined;
    return { element, kind: isForbidden(element) ? "forbidden" : kind };
  }

  /** Of this document, those that could be written to and are drawn. */
  function fieldsOf(selector: string): readonly HTMLElement[] {
    try {
      const find = Document.prototype.querySelectorAll;
      const all: Iterable<unknown> = Reflect.apply(find, document, [selector]);
      return Array.from(all).flatMap((one) => {
        const field = isElement(one) ? fieldOf(one) : undefined;
        if (field === undefined || field.kind === "forbidden") return [];
        return field.element.checkVisibility() ? [field.element] : [];
      });
    } catch {
      // No selector that this browser knows.
      return [];
    }
  }

  /** Of several nobody could say which is meant. */
  function onlyFieldOf(selector: string | undefined): ReturnType<typeof fieldOf> {
    const [only, other] = selector === undefined ? [] : fieldsOf(selector);
    return only === undefined || other !== undefined ? undefined : fieldOf(only);
  }

  function kindOf(element: Element): FieldKind | "forbidden" | undefined {
    if (isLines(element)) return "lines";
    if (isChoice(element)) return element.multiple ? "forbidden" : "choice";
    if (isInput(element)) {
      const kind = element.type;
      if (kind === "number" || kind === "date") return kind;
      if (/^(text|search|tel|url|email)$/.test(kind)) return "line";
      return /^(button|submit|reset|image|checkbox|radio)$/.test(kind) ? undefined : "forbidden";
    }
    const isEditable = isOf(HTMLElement, "title", element) && element.isContentEditable;
    return isEditable ? "rich" : undefined;
  }

  function isForbidden(element: HTMLElement): boolean {
    if (kindOf(element) === "forbidden" || element.matches(":disabled")) return true;
    if (isTyped(element) && element.readOnly) return true;
    const say = (name: string): string => (element.getAttribute(name) ?? "").toLowerCase();
    if (say("aria-readonly") === "true" || say("aria-disabled") === "true") return true;
    if (/password|one-time|cc-/.test(say("autocomplete"))) return true;
    // A text that is drawn as dots is a password by another name.
    const dots = getComputedStyle(element).getPropertyValue("-webkit-text-security");
    return dots !== "" && dots !== "none";
  }

  function isSame(held: Kept, element: HTMLElement, value: string): boolean {
    return (
      element.isConnected &&
      location.href === held.address &&
      fieldOf(element)?.kind === held.kind &&
      nameOf(element) === held.name &&
      valueOf(element) === value
    );
  }

  function nameOf(element: HTMLElement): string {
    const root = element.getRootNode();
    const byIds = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => {
      if (id === "" || !(isDocument(root) || isShadow(root))) return "";
      const owner = isShadow(root) ? DocumentFragment.prototype : Document.prototype;
      const named: unknown = Reflect.apply(owner.getElementById, root, [id]);
      return isElement(named) ? named.textContent : "";
    });
    const labels =
      isTyped(element) || isChoice(element)
        ? Array.from(element.labels ?? [], (label) =>
            Array.from(label.childNodes, (node) =>
              node.contains(element) ? "" : node.textContent,
            ).join(" "),
          )
        : [];
    const said = [
      byIds.join(" "),
      element.getAttribute("aria-label"),
      labels.join(" "),
      element.getAttribute("placeholder"),
      element.getAttribute("title"),
      element.getAttribute("name"),
    ].map((words) => (words ?? "").replace(/\s+/g, " ").trim());
    return (said.find((words) => words !== "") ?? "").slice(0, NAME_MOST);
  }

  function valueOf(element: HTMLElement): string {
    if (isChoice(element)) return String(element.selectedIndex);
    return isTyped(element) ? element.value : element.textContent;
  }

  function selectionOf(element: HTMLElement): readonly [number, number] | undefined {
    if (!isTyped(element)) return undefined;
    const { selectionStart: start, selectionEnd: end } = element;
    return start === null || end === null ? undefined : [start, end];
  }

  function contentOf(
    kind: FieldKind,
    before: string,
    selection: readonly [number, number] | undefined,
  ): FieldContent {
    if (kind !== "choice" && before.trim() === "") return "empty";
    if (kind === "rich") return "kept";
    if (selection === undefined) return "all-replaced";
    return selection[0] === selection[1] ? "kept" : "selection-replaced";
  }

  function roomIn(
    element: HTMLElement,
    before: string,
    selection: readonly [number, number] | undefined,
  ): number | undefined {
    if (!isTyped(element) || element.maxLength < 0) return undefined;
    const [start, end] = selection ?? [0, before.length];
    return Math.max(0, element.maxLength - before.length + (end - start));
  }

  // What can be seen

  function isInView(element: HTMLElement): boolean {
    const { bottom, left, right, top } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  }

  function isShown(element: HTMLElement): boolean {
    const how = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
    if (!element.checkVisibility(how)) return false;
    const { height, left, top, width } = element.getBoundingClientRect();
    if (width < LEAST_PX || height < LEAST_PX) return false;
    const root = element.getRootNode();
    if (!(isDocument(root) || isShadow(root))) return false;
    const owner = isShadow(root) ? ShadowRoot.prototype : Document.prototype;
    return [0.5, 0.25, 0.75].some((part) => {
      const [x, y] = [left + width * part, top + height * part];
      const hit: unknown = Reflect.apply(owner.elementFromPoint, root, [x, y]);
      return isElement(hit) && element.contains(hit);
    });
  }

  /** Over the page in a closed shadow root; nothing of the page is touched. */
  function drawMark(element: HTMLElement): Kept["mark"] {
    const make = (name: string): HTMLElement =>
      Reflect.apply(Document.prototype.createElement, document, [name]);
    const dress = (on: HTMLElement, look: Readonly<Record<string, string>>): void => {
      for (const name of Object.keys(look)) {
        on.style.setProperty(name, look[name] ?? "", "important");
      }
    };
    const host = make("beiakte-field");
    const box = make("div");
    const still = { position: "fixed", margin: "0", padding: "0", "pointer-events": "none" };
    dress(host, { all: "initial" });
    dress(host, { ...still, inset: "0", border: "0", width: "0", height: "0" });
    dress(host, { overflow: "visible", "z-index": "2147483647", background: "none" });
    dress(box, { ...still, border: "3px solid #17457a", "border-radius": "4px" });
    dress(box, { "box-shadow": "0 0 0 2px #fff", "box-sizing": "border-box" });
    host.attachShadow({ mode: "closed" }).append(box);
    const root: unknown = Reflect.get(Document.prototype, "documentElement", document);
    if (isElement(root)) root.append(host);
    // A dialogue of the page's lies above everything that is not above it in the same way.
    host.setAttribute("popover", "manual");
    if (typeof host.showPopover === "function") host.showPopover();
    let frame = 0;
    const follow = (): void => {
      const { height, left, top, width } = element.getBoundingClientRect();
      dress(box, { left: `${left - 4}px`, top: `${top - 4}px` });
      dress(box, { width: `${width + 8}px`, height: `${height + 8}px` });
      frame = requestAnimationFrame(follow);
    };
    follow();
    return {
      isThere: () => host.isConnected && host.checkVisibility(),
      remove() {
        cancelAnimationFrame(frame);
        host.remove();
      },
    };
  }

  // Writing

  /** A page that sends its form by itself at a change is held back for this moment. */
  function withoutSubmit(write: () => FieldAnswer): FieldAnswer {
    const hold = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener("submit", hold, { capture: true });
    try {
      return write();
    } finally {
      removeEventListener("submit", hold, { capture: true });
    }
  }

  function hasCaret(element: HTMLElement): boolean {
    if (deepActive() !== element) element.focus({ preventScroll: true });
    return deepActive() === element;
  }

  function command(name: "insertText" | "delete" | "undo", text?: string): boolean {
    return Reflect.apply(Document.prototype.execCommand, document, [name, false, text]);
  }

  /** As the keyboard does: the browser's undo knows of it, and the event is its own. */
  function type(
    element: HTMLElement,
    text: string,
    selection: readonly [number, number] | undefined,
  ): void {
    if (!isTyped(element)) caretInto(element);
    else if (selection === undefined) element.select();
    else element.setSelectionRange(selection[0], selection[1]);
    command("insertText", text);
  }

  function caretInto(element: HTMLElement): void {
    const selection = getSelection();
    if (selection === null) return;
    const { anchorNode, focusNode } = selection;
    if (anchorNode !== null && element.contains(anchorNode) && element.contains(focusNode)) return;
    selection.selectAllChildren(element);
    selection.collapseToEnd();
  }

  /** By the browser's own setter: a framework that watches the field's must notice the event. */
  function put(element: HTMLElement, value: string, text: string): void {
    if (isChoice(element)) {
      Reflect.set(HTMLSelectElement.prototype, "selectedIndex", Number(value), element);
    } else if (isLines(element)) {
      Reflect.set(HTMLTextAreaElement.prototype, "value", value, element);
    } else if (isInput(element)) {
      Reflect.set(HTMLInputElement.prototype, "value", value, element);
    }
    const what = { bubbles: true, composed: true, inputType: "insertText", data: text };
    element.dispatchEvent(new InputEvent("input", what));
  }

  /** As on leaving the field; a page's own editor knows no such event. */
  function changed(element: HTMLElement): void {
    if (kindOf(element) === "rich") return;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** What the field should hold then; none where the page's editor decides. */
  function wantedIn(held: Kept, text: string): string | undefined {
    const { before, kind, selection } = held;
    if (kind === "rich") return undefined;
    const [start, end] = selection ?? [0, before.length];
    return before.slice(0, start) + text + before.slice(end);
  }

  function holds(element: HTMLElement, text: string): boolean {
    const bare = (words: string): string => words.replace(/\s+/g, "");
    return bare(element.textContent).includes(bare(text));
  }

  function optionFor(element: HTMLElement, text: string): string | undefined {
    if (!isChoice(element)) return undefined;
    const bare = (words: string): string => words.replace(/\s+/g, " ").trim().toLowerCase();
    const options = Array.from(element.options);
    const place = options.findIndex(
      (option) => !option.disabled && bare(option.text) === bare(text),
    );
    return place === -1 ? undefined : String(place);
  }
}
