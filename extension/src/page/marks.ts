/**
 * The small marks beside identifiers, in a closed shadow root that lies over the page: no page
 * element is moved, and no word of a case is ever in it.
 */
import type { CaseMatch } from "../messages/page-words";

/** Where on the page something stands. */
export type Place = { readonly getBoundingClientRect: () => DOMRect };

export type Mark = {
  readonly place: Place;
  readonly match: CaseMatch;
  readonly clicked: () => void;
};

export type Words = Readonly<Record<CaseMatch, string>>;

const LOOK = `
:host { all: initial; position: absolute; top: 0; left: 0; width: 0; height: 0; z-index: 2147483647; }
button {
  all: initial; position: absolute; width: 16px; height: 16px; border-radius: 8px; cursor: pointer;
  border: 2px solid #fff; box-sizing: border-box; background: #17457a; box-shadow: 0 0 0 1px #17457a;
}
button[data-match="none"] { background: #fff; }
button[data-match="locked"] { background: #7a7a7a; box-shadow: 0 0 0 1px #7a7a7a; }
button[data-match="several"] { border-radius: 4px; }
button:focus-visible { outline: 3px solid #ffcc00; outline-offset: 2px; }
p {
  all: initial; position: absolute; max-width: 240px; padding: 8px; border-radius: 4px; font: 14px/1.4 sans-serif;
  background: #17457a; color: #fff; box-shadow: 0 0 0 1px #fff;
}
@media (forced-colors: active) { button { background: Highlight; forced-color-adjust: none; } }
`;
const SIZE_PX = 16;
const GAP_PX = 4;

/** A page may hide what it is asked for behind an element of that name: the prototype is asked. */
function make(name: string): HTMLElement {
  return Document.prototype.createElement.call(document, name);
}

function rootElement(): Element | undefined {
  const root: unknown = Reflect.get(Document.prototype, "documentElement", document);
  return root instanceof Element ? root : undefined;
}

export class Marks {
  readonly #words: Words;
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #shown = new Map<HTMLElement, Place>();
  #frame = 0;
  readonly #moved = (): void => {
    // At most once a frame, however much scrolls.
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#place();
    });
  };

  constructor(words: Words) {
    this.#words = words;
    this.#host = make("beiakte-marks");
    this.#root = this.#host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    this.#root.adoptedStyleSheets = [sheet];
  }

  /** Our own element: who looks at the page leaves it out. */
  get host(): HTMLElement {
    return this.#host;
  }

  /** A sentence below the mark that was clicked, until the marks are shown anew. */
  tell(words: string, place: Place): void {
    const sentence = make("p");
    sentence.setAttribute("role", "status");
    sentence.textContent = words;
    const { bottom, right } = place.getBoundingClientRect();
    sentence.style.left = `${right + scrollX + GAP_PX}px`;
    sentence.style.top = `${bottom + scrollY + GAP_PX}px`;
    for (const before of this.#root.querySelectorAll("p")) before.remove();
    this.#root.append(sentence);
  }

  show(marks: readonly Mark[]): void {
    this.#shown.clear();
    const buttons = marks.map(({ clicked, match, place }) => {
      const button = make("button");
      button.setAttribute("type", "button");
      button.dataset["match"] = match;
      button.setAttribute("aria-label", this.#words[match]);
      button.title = this.#words[match];
      button.addEventListener("click", (event) => {
        // A page may click on anything; only a person is answered.
        if (event.isTrusted) clicked();
      });
      this.#shown.set(button, place);
      return button;
    });
    this.#root.replaceChildren(...buttons);
    if (buttons.length === 0) return this.#leave();
    if (!this.#host.isConnected) {
      rootElement()?.append(this.#host);
      globalThis.addEventListener("scroll", this.#moved, { capture: true, passive: true });
      globalThis.addEventListener("resize", this.#moved, { passive: true });
    }
    this.#place();
  }

  close(): void {
    this.#shown.clear();
    this.#root.replaceChildren();
    this.#leave();
  }

  #leave(): void {
    globalThis.removeEventListener("scroll", this.#moved, { capture: true });
    globalThis.removeEventListener("resize", this.#moved);
    if (this.#frame !== 0) cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#host.remove();
  }

  /** All are measured first, then all are moved: the page is laid out once. */
  #place(): void {
    const places = [...this.#shown].map(([button, place]) => {
      return { button, rect: place.getBoundingClientRect() };
    });
    for (const { button, rect } of places) {
      button.hidden = rect.width === 0 && rect.height === 0;
      button.style.left = `${rect.right + scrollX + GAP_PX}px`;
      button.style.top = `${rect.top + scrollY + (rect.height - SIZE_PX) / 2}px`;
    }
  }
}
