/** What jsdom lacks of a page in which one types: layout, sight, and the browser's own commands. */
export type TypedPage = {
  /** What the page's own script has heard, in order. */
  readonly heard: string[];
  /** What lies over everything, if anything does. */
  cover: Element | undefined;
  /** Whether the browser lets itself be told to type. */
  types: boolean;
  readonly close: () => void;
};

export function typedPage(html: string): TypedPage {
  document.body.innerHTML = html;
  const heard: string[] = [];
  const returns: (() => void)[] = [];
  // Other tests share this document: what is lent to it is taken back.
  const lend = (to: object, gifts: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(gifts)) {
      const before = Object.getOwnPropertyDescriptor(to, name);
      Object.defineProperty(to, name, { configurable: true, writable: true, value });
      returns.push(() => {
        if (before === undefined) Reflect.deleteProperty(to, name);
        else Object.defineProperty(to, name, before);
      });
    }
  };
  const hear = (event: Event): void => {
    const name = event.target instanceof Element ? event.target.id : "";
    heard.push(`${event.type} ${name}`);
  };
  for (const type of ["input", "change", "submit", "keydown", "click"]) {
    document.addEventListener(type, hear);
  }
  const page: TypedPage = {
    heard,
    cover: undefined,
    types: true,
    close() {
      for (const type of ["input", "change", "submit", "keydown", "click"]) {
        document.removeEventListener(type, hear);
      }
      for (const takeBack of returns.toReversed()) takeBack();
      document.body.replaceChildren();
      Reflect.deleteProperty(globalThis, Symbol.for("beiakte.field"));
    },
  };
  const lookAt = {
    elementFromPoint(this: Document | ShadowRoot) {
      return page.cover ?? this.activeElement;
    },
  };
  lend(Element.prototype, {
    checkVisibility(this: HTMLElement) {
      return this.style.visibility !== "hidden";
    },
    getBoundingClientRect: () => new DOMRect(10, 10, 200, 30),
    scrollIntoView: () => undefined,
  });
  lend(ShadowRoot.prototype, lookAt);
  lend(Document.prototype, {
    ...lookAt,
    execCommand: (name: string, _show: boolean, text = "") =>
      page.types && run(name, name === "insertText" ? text : ""),
  });
  return page;
}

/** As the browser types into the field that has the caret. */
function run(name: string, text: string): boolean {
  let field = document.activeElement;
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
  if (!isTyped(field)) return false;
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? field.value.length];
  field.setRangeText(text, start, end, "end");
  const inputType = name === "delete" ? "deleteContentBackward" : name;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType }));
  return true;
}

/** By its name: a test may let the field be of another realm. */
function isTyped(field: Element | null): field is HTMLInputElement | HTMLTextAreaElement {
  return field?.localName === "input" || field?.localName === "textarea";
}
